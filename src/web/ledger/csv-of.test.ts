import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv-of.ts'

test('begins with the mark by which Excel knows UTF-8, and quotes what needs it', () => {
  expect(
    csvOf([
      ['编号', '措施'],
      ['1-1', '补植，含"支撑",\n浇水'],
      [27, null],
    ]),
  ).toBe('\ufeff编号,措施\r\n1-1,"补植，含""支撑"",\n浇水"\r\n27,\r\n')
})

test('no cell is taken for a formula; a negative number stays one', () => {
  expect(csvOf([['=1+1', '+86', '-5', '@SUM(A1)', '-x']])).toBe("\ufeff'=1+1,'+86,-5,'@SUM(A1),'-x\r\n")
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvOf([[text]])
        .slice(1)
        .replace(/^"/, '')
      expect(/^[=@\t\r]/.test(cell) && cell !== '\r\n').toBe(false)
    }),
  )
})
