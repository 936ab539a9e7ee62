import { describe, expect, test } from 'vitest'
import { meeting } from '../../core/registers/meeting.ts'
import { payment } from '../../core/registers/payment.ts'
import { columnsOf, linkColumn, shownColumns } from './entry-columns.ts'
import type { RegisterView } from './register-queries.ts'

const labels = { kind: '类别', unit: '单位', title: '名称', citations: '引用', day: '日期' }
const view = (register: object) =>
  ({ ...register, own: false, ownFields: [], entries: 0, write: true }) as unknown as RegisterView

describe('columns of a list of entries', () => {
  test('are the day, the kind, what the register lists, and the unit; a text leads to the page', () => {
    const register = view(meeting)
    const shown = shownColumns(register, columnsOf(register, 'zh', labels), undefined)
    expect(shown.map(({ key }) => key)).toEqual(['on', '$kind', 'topic', 'chair', 'attendance', '$unit', '$citations'])
    expect(linkColumn(shown)).toBe('topic')
  })

  test('hold the title where no text is listed', () => {
    const listedFigures = Object.fromEntries(
      Object.entries(payment.fields).map(([key, field]) => [
        key,
        field.type === 'money' ? field : { ...field, listed: undefined },
      ]),
    )
    const register = view({ ...payment, fields: listedFigures })
    const shown = shownColumns(register, columnsOf(register, 'zh', labels), undefined)
    expect(shown.map(({ key }) => key)).toContain('$title')
    expect(linkColumn(shown)).toBe('$title')
  })

  test('are those of the address, in the order of the register; unknown ones are left out', () => {
    const register = view(meeting)
    const shown = shownColumns(register, columnsOf(register, 'zh', labels), 'attendance,nothing,on')
    expect(shown.map(({ key }) => key)).toEqual(['on', 'attendance'])
  })
})
