import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareShare, isAbove, isBelow, less, percentOf, priceOf, shareOf, sumOf } from './exact.ts'

test('ten per cent to the 分 is not above ten per cent, one 分 more is', () => {
  expect(isAbove(1_000_000_00, 10_000_000_00, 10)).toBe(false)
  expect(isAbove(1_000_000_01, 10_000_000_00, 10)).toBe(true)
  expect(isBelow(1_000_000_00, 10_000_000_00, 10)).toBe(false)
  expect(isBelow(999_999_99, 10_000_000_00, 10)).toBe(true)
})

test('shares that binary fractions cannot hold are exact', () => {
  expect(compareShare(0.3, 3, 10)).toBe(0)
  expect(compareShare(29, 100, 29)).toBe(0)
  expect(percentOf(1_001, 10_000)).toBe(10.01)
  expect(percentOf(1, 3)).toBe(33.3333)
  expect(percentOf(-1, 3)).toBe(-33.3333)
  expect(percentOf(1, 0)).toBeNull()
  expect(sumOf([0.1, 0.2])).toBe(0.3)
  expect(less(0.3, 0.1)).toBe(0.2)
})

test('money is rounded to the 分, half away from nothing', () => {
  expect(shareOf(333, 3)).toBe(10)
  expect(shareOf(350, 3)).toBe(11)
  expect(shareOf(-350, 3)).toBe(-11)
  expect(priceOf(1.5, 333)).toBe(500)
})

test('a share compares as the whole numbers do, whatever the amounts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000_000_00 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: -3, max: 3 }),
      (hundredth, percent, more) => {
        const whole = hundredth * 100
        return compareShare(hundredth * percent + more, whole, percent) === Math.sign(more)
      },
    ),
  )
})
