import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsOf, yuan } from './money.ts'

test('an amount that is shown is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), (cents) => {
      expect(centsOf(yuan(cents))).toBe(cents)
    }),
  )
})
test('half written amounts are read, wrong ones are not', () => {
  expect(centsOf('12.5')).toBe(1250)
  expect(centsOf('1,200')).toBe(120_000)
  for (const wrong of ['', '-1', '1.234', '1e3', '十']) expect(centsOf(wrong)).toBeNull()
})
