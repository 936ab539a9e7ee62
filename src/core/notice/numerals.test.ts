import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber, numberOf } from './numerals.ts'

describe('Chinese numerals', () => {
  test.each([
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十六', 16],
    ['二十', 20],
    ['九十九', 99],
    ['一百零八', 108],
    ['一百二十三', 123],
    ['二〇二四', 2024],
    ['三千五百', 3500],
    ['一万二千', 12000],
    ['十万', 100000],
    ['〇', 0],
  ])('%s is %i', (text, value) => expect(chineseNumber(text)).toBe(value))

  test.each(['', '个', '万', '三个', '1', '一'.repeat(21)])('%j is none', (text) =>
    expect(chineseNumber(text)).toBe(null),
  )

  test('every number below ten thousand reads back', () => {
    const digits = '零一二三四五六七八九'
    const write = (value: number): string =>
      [...String(value)]
        .map((digit, index, all) =>
          digit === '0' ? '零' : digits.charAt(Number(digit)) + ['', '十', '百', '千'].at(all.length - 1 - index),
        )
        .join('')
        .replace(/零+$/, '')
        .replaceAll(/零+/g, '零')
    fc.assert(fc.property(fc.integer({ min: 10, max: 9999 }), (value) => chineseNumber(write(value)) === value))
  })
})

test('Arabic numerals may have thousands and decimals', () => {
  expect([numberOf('1,186'), numberOf('37.5'), numberOf('十六')]).toEqual([1186, 37.5, 16])
})
