import { describe, expect, test } from 'vitest'
import { meeting } from '../../core/registers/meeting.ts'
import { pastedRows } from './pasted-rows.ts'

const columns = Object.entries(meeting.fields.decisions.columns)
const unitOf = (name: string) => (name === '园林中心' ? 7 : undefined)

describe('cells copied in a spreadsheet', () => {
  test('are put over rows from the cell on, and rows are added where there are too few', () => {
    const { rows, count } = pastedRows(
      columns,
      [{ decision: '甲' }, { decision: '乙', dueOn: '2024-01-01' }],
      [1, 0],
      '补植\t园林中心\t2024/7/5\r\n清运\t\t\r\n',
      unitOf,
    )
    expect(count).toBe(2)
    expect(rows).toEqual([{ decision: '甲' }, { decision: '补植', unit: 7, dueOn: '2024/7/5' }, { decision: '清运' }])
  })

  test('a unit that nobody knows stays as it was written', () => {
    const { rows, names } = pastedRows(columns, [{}], [0, 1], '某某中心\n园林中心', unitOf)
    expect(rows).toEqual([{ unit: '某某中心' }, { unit: 7 }])
    expect(names).toEqual({ 'unit:7': '园林中心' })
  })

  test('what has no column is left out', () => {
    expect(pastedRows(columns, [{}], [0, 3], '2024-01-01\t多余', unitOf).rows).toEqual([{ doneOn: '2024-01-01' }])
  })
})
