import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboutOf, carryOver, type Judged, type Standing } from './carry-over.ts'

const judged = (more: Partial<Judged> = {}): Judged => ({
  checkId: 'contract.signedLate',
  about: '7|',
  entryId: 7,
  entryIds: [],
  outcome: 'flagged',
  numbers: { days: 31 },
  needs: [],
  why: 'flagged',
  used: [],
  basis: '7@0',
  ...more,
})
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...judged(),
  id: 1,
  state: 'open',
  findingId: null,
  ...more,
})

test('a day later the numbers grow, and a dismissed flag stays dismissed', () => {
  const before = [standing({ state: 'dismissed', numbers: { days: 31 } })]
  expect(carryOver(before, [judged({ numbers: { days: 32 } })])).toEqual({
    ended: [],
    renewed: [{ id: 1, numbers: { days: 32 } }],
    added: [],
  })
})

test('a dismissed flag whose entry or threshold changed is open again; one that became a finding stays one', () => {
  const changed = judged({ basis: '7@1' })
  expect(carryOver([standing({ state: 'dismissed' })], [changed])).toMatchObject({
    ended: [1],
    added: [{ state: 'open' }],
  })
  expect(carryOver([standing({ state: 'found', findingId: 5 })], [changed])).toMatchObject({
    added: [{ state: 'found', findingId: 5 }],
  })
})

test('what is no longer flagged, or no longer there, ends', () => {
  const cleared = carryOver([standing()], [judged({ outcome: 'clear', why: 'clear' })])
  expect(cleared).toMatchObject({ ended: [1], added: [{ outcome: 'clear', state: null }] })
  expect(carryOver([standing()], [])).toEqual({ ended: [1], renewed: [], added: [] })
})

test('the order of names in the numbers says nothing', () => {
  const before = [standing({ numbers: { a: 1, b: 2 } })]
  expect(carryOver(before, [judged({ numbers: { b: 2, a: 1 } })])).toEqual({ ended: [], renewed: [], added: [] })
})

test('a run repeated changes nothing', () => {
  const some = fc.array(
    fc.record({
      about: fc.constantFrom('1|', '2|', '3|1', '|4'),
      outcome: fc.constantFrom('flagged' as const, 'clear' as const, 'cannotTell' as const),
      basis: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(some, some, (first, second) => {
      const distinct = (list: typeof first) => [...new Map(list.map((each) => [each.about, judged(each)])).values()]
      let ids = 0
      const settled = (before: Standing[], now: Judged[]): Standing[] => {
        const { ended, added } = carryOver(before, now)
        return [...before.filter(({ id }) => !ended.includes(id)), ...added.map((each) => ({ ...each, id: ++ids }))]
      }
      const once = settled(settled([], distinct(first)), distinct(second))
      expect(carryOver(once, distinct(second))).toEqual({ ended: [], renewed: [], added: [] })
      expect(once.map(({ about }) => about).sort()).toEqual(
        distinct(second)
          .map(({ about }) => about)
          .sort(),
      )
    }),
  )
})

test('several things about the same entries are told apart', () => {
  const finding = { outcome: 'flagged', entryId: 1, entryIds: [2], numbers: {}, needs: [], why: 'flagged' } as const
  expect(aboutOf([finding, finding, { ...finding, why: 'late' }])).toEqual(['1|2|', '1|2|#1', '1|2|late'])
})
