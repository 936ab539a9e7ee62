import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compute, computedValue } from './compute.ts'
import type { Field } from './field.ts'

const name = { zh: '栏', en: 'field' }
const fields: Record<string, Field> = {
  price: { type: 'money', name },
  change: { type: 'money', name, signed: true },
  plants: { type: 'quantity', name, unit: '株', decimals: 3 },
  begun: { type: 'day', name },
  ended: { type: 'day', name },
  share: { type: 'computed', name, unit: '%', decimals: 2, of: { divide: ['change', 'price'] } },
  total: { type: 'computed', name, unit: '分', of: { multiply: ['price', 'plants'] } },
  took: { type: 'computed', name, unit: '天', of: { days: ['begun', 'ended'] } },
  circle: { type: 'computed', name, unit: '天', of: { add: ['circle', 1] } },
}

test('shares are rounded once, at the end', () => {
  expect(computedValue('share', fields, { price: 3, change: 1 })).toBe(0.3333)
  expect(computedValue('share', fields, { price: 300, change: -20 })).toBe(-0.0667)
  expect(computedValue('share', fields, { price: 0, change: 1 })).toBeNull()
  expect(computedValue('share', fields, { price: 3 })).toBeNull()
})

test('days are counted by the calendar, and what refers to itself has no value', () => {
  expect(computedValue('took', fields, { begun: '2024-02-28', ended: '2024-03-01' })).toBe(2)
  expect(computedValue('circle', fields, {})).toBeNull()
})

test('half a 分 is rounded away from nought', () => {
  expect(computedValue('total', fields, { price: 5, plants: 0.5 })).toBe(3)
})

test('sums of decimals are exact where floating point is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 40 }), (thousandths) => {
      const many = Object.fromEntries(thousandths.map((value, index) => [`q${index}`, value / 1000]))
      const sum = compute({ add: Object.keys(many) }, {}, many)
      const wanted = thousandths.reduce((total, value) => total + BigInt(value), 0n)
      expect((sum?.numerator ?? 0n) * 1000n).toBe(wanted * (sum?.denominator ?? 0n))
    }),
  )
  expect(compute({ add: [0.1, 0.2] }, {}, {})).toEqual({ numerator: 3n * 10n, denominator: 100n })
})
