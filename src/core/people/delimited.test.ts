import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delimitedRows, marked, unmarked } from './delimited.ts'

test('cells copied from a spreadsheet come with tabs, files with commas', () => {
  expect(delimitedRows('姓名\t单位\r\n周衡\t区财政局\r\n')).toEqual([
    ['姓名', '单位'],
    ['周衡', '区财政局'],
  ])
  expect(delimitedRows('\uFEFF姓名,职务\n周衡,"科长, 兼""联络员"""')).toEqual([
    ['姓名', '职务'],
    ['周衡', '科长, 兼"联络员"'],
  ])
})

test('a quoted cell may have lines of its own, a blank row stays a row', () => {
  expect(delimitedRows('姓名;职务\n\n周衡;"主任\n兼书记"\n')).toEqual([
    ['姓名', '职务'],
    [''],
    ['周衡', '主任\n兼书记'],
  ])
})

test('what was written is read again', () => {
  const cell = fc.string({ maxLength: 12 }).filter((text) => !text.includes('\r') && text !== '')
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const table = [['姓名', '单位'], ...rows]
      const text = table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')
      expect(delimitedRows(text)).toEqual(table)
    }),
  )
})

test('what looks like a formula goes out as text and comes back as it was', () => {
  for (const text of ['=1+1', '+86', '-', '@sum', '周衡', "'x"]) expect(unmarked(marked(text))).toBe(text)
  expect(marked('=cmd')).toBe("'=cmd")
})
