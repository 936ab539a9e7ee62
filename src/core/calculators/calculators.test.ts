import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daySchema } from '../deadline/day.ts'
import { readValues } from '../registers/read-values.ts'
import { calculators } from './calculators.ts'
import { cumulativeRatio } from './change-ratio.ts'
import { handoverDays } from './handover-countdown.ts'
import { payableHaulage } from './haulage.ts'
import { qualityBond } from './quality-bond.ts'
import { allot, missingPlants } from './replanting.ts'
import { reviewDue } from './settlement-clock.ts'
import { pointsNeeded, samplingRule, soilReduction } from './soil-thickness.ts'

const today = daySchema.parse('2025-06-30')

/** What a calculator says of what was typed. */
function worked(key: string, raw: Readonly<Record<string, unknown>>) {
  const calculator = calculators.find((each) => each.key === key)
  if (calculator === undefined) throw new Error(key)
  const { values, problems } = readValues({ ...frame, fields: calculator.fields }, null, {
    ...calculator.begun,
    ...raw,
  })
  expect(problems).toBeUndefined()
  // What was read by these fields is what `work` takes.
  const result = calculator.work(values as never, today)
  return { main: result?.lines.filter(({ main }) => main).map(({ value }) => value), verdict: result?.verdict.zh }
}
const frame = {
  key: 'calculator',
  version: 1,
  name: { zh: '试算', en: 'Calculator' },
  help: { zh: '试算', en: 'Calculator' },
  group: 'own',
  kinds: null,
  dateField: null,
  title: { zh: '试算', en: 'Calculator' },
  counts: {},
  aggregates: false,
  readers: 'everyone',
  writers: 'unit',
  openness: 'rows',
} as const

test('a change that would come to 11.30 % says so, and who decides', () => {
  expect(worked('change-ratio', { price: '1000万元', approved: '80万元', amount: '33万元' })).toEqual({
    main: [11.3],
    verdict: '批准后累计11.30%，超过10%：报主管部门或更高一级审批。',
  })
  expect(worked('change-ratio', { price: '1000万元', approved: '80万元', amount: '20万元' }).verdict).toMatch(
    /由建设单位审批/,
  )
  expect(worked('change-ratio', { price: '1亿元', amount: '50万元' }).verdict).toMatch(/单笔达到500,000.00元/)
  expect(worked('change-ratio', { price: '1亿元', amount: '499999.99元' }).verdict).toMatch(/由建设单位审批/)
  expect(cumulativeRatio({ price: 0, approved: 0, amount: 1 }).percent).toBeNull()
})

test('soil: area × mean shortfall × price, to the 分', () => {
  const points = [25, 25, 30, 35, 30].map((measured) => ({ required: 30, measured }))
  expect(soilReduction(points, 2000, 30_00)).toEqual({ short: 2, mean: 2, volume: 40, reduction: 1_200_00 })
  expect(
    worked('soil', {
      plantType: 'cover',
      unitPrice: '30',
      lots: [{ lot: '一号', area: '2000' }],
      points: [25, 25, 30, 35, 30].map((measured) => ({ lot: '一号', measured: String(measured) })),
    }),
  ).toEqual({ main: [1_200_00], verdict: '应核减1,200.00元。' })
  expect(
    worked('soil', {
      plantType: 'cover',
      unitPrice: '30',
      lots: [{ lot: '一号', area: '2000' }],
      points: [{ lot: '一号', measured: '25' }],
    }).verdict,
  ).toBe('一号测点不足，先补测再核减。')
})

test('points by area or volume, whichever asks for more', () => {
  expect(pointsNeeded({ area: 1999 }, samplingRule)).toBe(3)
  expect(pointsNeeded({ area: 2000 }, samplingRule)).toBe(5)
  expect(pointsNeeded({ area: 2001 }, samplingRule)).toBe(8)
  expect(pointsNeeded({ area: 100, volume: 500 }, samplingRule)).toBe(5)
  expect(pointsNeeded({}, samplingRule)).toBeNull()
})

test('replanting: designed less surviving less replanted, never below nothing', () => {
  expect(missingPlants({ designed: 1213, surviving: 0, replanted: 27 })).toBe(1186)
  expect(missingPlants({ designed: 10, surviving: 12 })).toBe(0)
  expect(
    worked('replanting', { species: [{ name: '香樟', designed: '1240', planted: '1240', surviving: '27' }] }),
  ).toEqual({
    main: [1213],
    verdict: '成活率低于95%，下达补植通知1213株。',
  })
})

test('no replanted plant is counted for two kinds', () => {
  const missing = fc.array(fc.record({ id: fc.integer({ min: 1, max: 4 }), missing: fc.nat(100) }), { maxLength: 4 })
  const replantings = fc.array(fc.record({ plants: fc.nat(100), of: fc.array(fc.integer({ min: 1, max: 4 })) }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(missing, replantings, (kinds, done) => {
      const given = [...allot(kinds, done).values()].reduce((sum, each) => sum + each, 0)
      return given <= done.reduce((sum, { plants }) => sum + plants, 0)
    }),
  )
})

test('haulage: the smaller of measured and permitted, and what was claimed beyond', () => {
  expect(payableHaulage({ permits: [600, 400.5], measured: 1100, claimed: 1200, unitPrice: 18_00 })).toEqual({
    permitted: 1000.5,
    payable: 1000.5,
    excess: 199.5,
    amount: 18_009_00,
    reduction: 3_591_00,
  })
  expect(
    worked('haulage', { permits: [{ volume: '600' }], measured: '500', claimed: '500', unitPrice: '18' }).verdict,
  ).toMatch(/没有多计/)
})

test('the settlement clock: 20, 30, 45, 60 days by amount, both sides of each', () => {
  const due = (amount: number) => reviewDue('2025-01-01', amount)
  expect([due(5_000_000_00), due(5_000_000_01)]).toEqual(['2025-01-21', '2025-01-31'])
  expect([due(20_000_000_00), due(20_000_000_01)]).toEqual(['2025-01-31', '2025-02-15'])
  expect([due(50_000_000_00), due(50_000_000_01)]).toEqual(['2025-02-15', '2025-03-02'])
  expect(worked('settlement-clock', { submitted: '500万元', completeOn: '2025-06-10' })).toEqual({
    main: ['2025-06-30'],
    verdict: '还有0天，2025-06-30前出具审查意见。',
  })
  expect(worked('settlement-clock', { submitted: '500万元', completeOn: '2025-06-09' }).verdict).toMatch(/已超期1天/)
})

test('the quality bond: three per cent, kept to the end of the period, back in 28 days', () => {
  expect(qualityBond({ accepted: '2024-02-29', months: 12, settled: 1_000_00, share: 3 })).toEqual({
    end: '2025-02-28',
    most: 30_00,
    answerBy: '2025-03-14',
    paidBy: '2025-03-28',
  })
  expect(
    worked('quality-bond', { acceptedOn: '2024-07-01', months: '12', settled: '100万元', share: '5' }).verdict,
  ).toMatch(/高于3%/)
})

test('the handover countdown: three months before the end of upkeep', () => {
  expect(handoverDays('2024-06-30', 12, 3)).toEqual({ startBy: '2025-03-30', end: '2025-06-30' })
  expect(worked('handover', { acceptedOn: '2024-06-30', months: '12' }).verdict).toBe('现在应当启动移交，还有0天期满。')
  expect(worked('handover', { acceptedOn: '2024-06-29', months: '12' }).verdict).toMatch(/已满1天/)
})

test('each calculator says nothing of an empty form, and speaks both languages', () => {
  expect(new Set(calculators.map(({ key }) => key)).size).toBe(7)
  for (const { name, help, rule, work } of calculators) {
    expect(work({} as never, today)).toBeNull()
    for (const words of [name, help, rule]) expect(words.zh.length * words.en.length).toBeGreaterThan(0)
  }
})
