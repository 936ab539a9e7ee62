import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planProblems } from './checks.ts'
import { planChanges } from './plan-changes.ts'
import { frozenPlan, type PlanContent, type PlanMeasure, thawedPlan } from './plan-content.ts'

const measure = (fields: Partial<PlanMeasure> = {}): PlanMeasure => ({
  id: 1,
  number: '1-1',
  text: '补植行道树',
  kind: 'fixedTerm',
  dueOn: '2024-12-31',
  duePhrase: '2024年底前',
  leadUnit: { id: 5, name: '园林中心' },
  supportingUnits: [],
  leader: null,
  officer: { id: 7, name: '云某' },
  targets: [{ words: '补植到位', quantity: 27, unit: '株', expectedProof: '验收单' }],
  ...fields,
})
const plan = (...measures: PlanMeasure[]): PlanContent => ({
  findings: [
    {
      id: 1,
      number: '1',
      heading: '补植不到位',
      original: null,
      aspect: null,
      selfFound: false,
      widenedFrom: null,
      causeIds: [1],
      measureIds: measures.map(({ id }) => id),
    },
  ],
  causes: [{ id: 1, text: '验收不严', findingIds: [1], measureIds: measures.map(({ id }) => id) }],
  measures,
})
const found = (content: PlanContent, causesRequired = true): string[] =>
  planProblems(content, causesRequired).map(({ check, id, lacks }) => [check, id, ...lacks].join(' '))

test('a plan in which everything is said has no problem', () => expect(found(plan(measure()))).toEqual([]))

test('a finding without a measure, and its cause, are named', () =>
  expect(found(plan())).toEqual(['findingWithoutMeasure 1', 'causeWithoutMeasure 1']))

test('a measure is concrete when it has a target, and each target says what proves it', () => {
  expect(found(plan(measure({ targets: [] })))).toEqual(['measureNotConcrete 1 target expectedProof'])
  const unproved = { words: '补植到位', quantity: 27, unit: '株', expectedProof: ' ' }
  expect(found(plan(measure({ targets: [unproved] })))).toEqual(['measureNotConcrete 1 expectedProof'])
  const unsaid = { words: '', quantity: null, unit: null, expectedProof: '照片' }
  expect(found(plan(measure({ targets: [unsaid] })))).toEqual(['measureNotConcrete 1 target'])
  const counted = { words: '', quantity: 27, unit: '株', expectedProof: '照片' }
  expect(found(plan(measure({ targets: [counted] })))).toEqual([])
})

test('a deadline is a day; what is done at once needs none; long-term alone is none', () => {
  const noDay = (kind: PlanMeasure['kind']) => found(plan(measure({ kind, dueOn: null })))
  expect(noDay('fixedTerm')).toEqual(['noDefiniteDeadline 1 dueOn'])
  expect(noDay('ongoing')).toEqual(['noDefiniteDeadline 1 dueOn'])
  expect(noDay(null)).toEqual(['noDefiniteDeadline 1 kind dueOn'])
  expect(noDay('immediate')).toEqual([])
  expect(noDay('duringInspection')).toEqual([])
})

test('one unit and one person answer for a measure', () => {
  expect(found(plan(measure({ leadUnit: null, officer: null })))).toEqual(['noOneResponsible 1 leadUnit officer'])
  expect(found(plan(measure({ leader: null })))).toEqual([])
})

test('coverage: nothing stands alone; causes only where the inspection asks for them', () => {
  const alone = { ...plan(measure()), causes: [{ id: 4, text: '孤立', findingIds: [], measureIds: [] }] }
  const findings = alone.findings.map((finding) => ({ ...finding, causeIds: [], measureIds: [] }))
  const all = { ...alone, findings }
  expect(found(all)).toEqual([
    'findingWithoutMeasure 1',
    'findingWithoutCause 1',
    'causeWithoutMeasure 4',
    'causeWithoutFinding 4',
    'measureWithoutFinding 1',
  ])
  expect(found(all, false)).not.toContain('findingWithoutCause 1')
})

test('a frozen plan thaws to the same plan, whatever the order it was read in', () => {
  const many = plan(measure(), measure({ id: 2, number: '1-2' }), measure({ id: 3, number: '1-3' }))
  fc.assert(
    fc.property(fc.shuffledSubarray(many.measures, { minLength: 3 }), (measures) => {
      expect(frozenPlan({ ...many, measures })).toBe(frozenPlan(many))
      // Records and links alike: neither is in an order that means anything.
      const measureIds = measures.map(({ id }) => id)
      const [cause, finding] = [many.causes[0], many.findings[0]]
      const read = {
        findings: finding === undefined ? [] : [{ ...finding, measureIds }],
        causes: cause === undefined ? [] : [{ ...cause, measureIds }],
        measures,
      }
      expect(planChanges(thawedPlan(frozenPlan(many)), read)).toEqual([])
    }),
  )
})

test('changes name what is new, gone, and different; a moved number and a renamed unit are no changes', () => {
  const before = plan(measure(), measure({ id: 2, number: '1-2' }))
  const after = plan(
    measure({ number: '1-9', leadUnit: { id: 5, name: '园林绿化中心' } }),
    measure({ id: 3, number: '1-3', text: '新措施' }),
  )
  const told = planChanges(before, after).map(({ record, id, change, fields }) =>
    [record, id, change, ...fields].join(' '),
  )
  expect(told).toEqual([
    'finding 1 changed measureIds',
    'cause 1 changed measureIds',
    'measure 3 added',
    'measure 2 removed',
  ])
  const later = plan(measure({ dueOn: '2025-01-31' }), measure({ id: 2, number: '1-2' }))
  expect(planChanges(before, later).map(({ fields }) => fields)).toEqual([['dueOn']])
})
