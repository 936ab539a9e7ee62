import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingKeys, numberKey } from './number-key.ts'

const sorted = (numbers: string[]): string[] =>
  [...numbers].sort((a, b) => (numberKey(a) < numberKey(b) ? -1 : numberKey(a) > numberKey(b) ? 1 : 0))

test('numbers sort as people count', () => {
  expect(sorted(['10-2', '2', '10', '1', '10-10', '2-1'])).toEqual(['1', '2', '2-1', '10', '10-2', '10-10'])
})

test('Chinese numerals and brackets sort among Arabic ones', () => {
  expect(sorted(['（十二）', '3', '二', '(一)'])).toEqual(['(一)', '二', '3', '（十二）'])
})

test('whole numbers below a hundred million keep their order', () => {
  const number = fc.integer({ min: 0, max: 99_999_999 })
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(Math.sign(a - b)).toBe(numberKey(`${a}`) < numberKey(`${b}`) ? -1 : a === b ? 0 : 1)
    }),
  )
})

test('numbers that start anew under each heading sort in the order of the text', () => {
  const findings = [
    { number: '1', path: ['一', '1'] },
    { number: '2', path: ['一', '2'] },
    { number: '1', path: ['二', '1'] },
  ]
  const keys = findingKeys(findings)
  expect([...keys].sort()).toEqual(keys)
  expect(findingKeys(findings.slice(0, 2))).toEqual(['00000001', '00000002'])
})
