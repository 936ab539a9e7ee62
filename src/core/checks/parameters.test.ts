import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, daySchema } from '../deadline/day.ts'
import { addDays } from '../deadline/working-days.ts'
import { type ParameterOverride, parametersOn } from './parameters.ts'

const day = (text: string): Day => daySchema.parse(text)
const today = day('2025-06-30')
const check = {
  id: 'tender.required',
  parameters: {
    works: {
      name: { zh: '施工', en: 'Works' },
      unit: '分',
      values: [
        { from: null, value: 200 },
        { from: day('2018-06-01'), value: 400 },
      ],
    },
  },
} as const
const rule = (value: number, more: Partial<ParameterOverride> = {}): ParameterOverride => ({
  checkId: 'tender.required',
  parameter: 'works',
  unitId: null,
  from: day('2020-01-01'),
  to: day('2020-12-31'),
  value,
  source: '云岭区规定',
  version: 1,
  ...more,
})

test('the old value holds to its last day, the new one from its first', () => {
  const on = parametersOn(check, [], null, today)
  expect(on(day('2018-05-31')).works).toBe(200)
  expect(on(day('2018-06-01')).works).toBe(400)
  expect(on(null).works).toBe(400)
})

test('a local rule holds from its first to its last day, and of its place alone', () => {
  const on = parametersOn(check, [rule(300)], 7, today)
  expect(on(day('2019-12-31')).works).toBe(400)
  expect(on(day('2020-01-01')).works).toBe(300)
  expect(on(day('2020-12-31')).works).toBe(300)
  expect(on(day('2021-01-01')).works).toBe(400)
  expect(parametersOn(check, [rule(300, { unitId: 8 })], 7, today)(day('2020-06-01')).works).toBe(400)
  expect(parametersOn(check, [rule(300, { checkId: 'other' })], 7, today)(day('2020-06-01')).works).toBe(400)
})

test('the rule of a unit goes before that of the district, a later one before an earlier one, whatever their order', () => {
  const rules = [
    rule(1, { unitId: 7, from: null, to: null }),
    rule(2, { from: day('2020-03-01') }),
    rule(3),
    rule(4, { unitId: 7, from: null, to: null, version: 2 }),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
      expect(parametersOn(check, shuffled, 7, today)(day('2020-06-01')).works).toBe(4)
      expect(parametersOn(check, shuffled, 9, today)(day('2020-06-01')).works).toBe(2)
      expect(parametersOn(check, shuffled, 9, today)(day('2020-02-01')).works).toBe(3)
    }),
  )
})

test('without local rules each day has exactly one shipped value', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (offset) => {
      const at = addDays('2018-06-01', offset)
      return parametersOn(check, [], null, today)(at).works === (offset < 0 ? 200 : 400)
    }),
  )
})
