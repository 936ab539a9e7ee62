/** Laws of entries over the real database: what is counted twice, and what is lost. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { addDays } from '../core/deadline/working-days.ts'
import { Refusal } from '../core/refusal.ts'
import { writeMoney } from '../core/registers/money.ts'
import type { Visitor } from './ports.ts'
import { changeEntry, createEntry } from './save-entry.ts'
import { restoreEntry, withdrawEntry } from './withdraw-entry.ts'

let world: World
let outside: TestOutside
let tenantId: number
let officer: Visitor
let unitId: number

let submissions = 0
const submissionId = (): string => `laws-${++submissions}`

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
})
afterAll(async () => {
  outside.close()
  await world.close()
})

/** Of each run: a unit of its own. */
async function anewUnit(): Promise<void> {
  unitId = await world.aUnit(tenantId)
  officer = (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId, inspectionId: null }])).visitor
}

const dayAt = (offset: number): string => addDays('2024-01-01', offset)
const period = fc.tuple(fc.nat(30), fc.nat(8)).map(([from, days]) => ({ from: dayAt(from), to: dayAt(from + days) }))
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('single' as const), on: fc.nat(38).map(dayAt) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('aggregate' as const), period, times: fc.integer({ min: 1, max: 50 }) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restore' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('move' as const), which: fc.nat(20), on: fc.nat(38).map(dayAt) }),
  },
)

type Model = {
  id: number
  version: number
  on: string | null
  aggregate: { from: string; to: string; times: number } | null
  withdrawn: boolean
}

test('whatever comes in whatever order, no day is counted by itself and in an aggregate', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      await anewUnit()
      const model: Model[] = []
      for (const each of acts) await carryOut(each, model)
      const standing = model.filter(({ withdrawn }) => !withdrawn)
      const wholes = standing.flatMap(({ aggregate }) => aggregate ?? [])
      // Aggregates do not overlap, so a day lies in one at most.
      const alone = standing.filter(
        ({ on, aggregate }) =>
          aggregate === null && on !== null && !wholes.some(({ from, to }) => from <= on && on <= to),
      )
      const wanted = alone.length + wholes.reduce((sum, { times }) => sum + times, 0)
      const [row] = await world.asOwner(
        `select coalesce(sum((counts->>'times')::numeric), 0)::int as come from entry
          where tenant_id = $1 and unit_id = $2 and register = 'patrol' and covered_by is null and withdrawn_at is null`,
        [tenantId, unitId],
      )
      expect(row?.come).toBe(wanted)
    }),
    { numRuns: 20 },
  )
}, 300_000)

async function carryOut(each: typeof act extends fc.Arbitrary<infer Act> ? Act : never, model: Model[]): Promise<void> {
  const wish = { kind: 'village', unitId, submissionId: submissionId() }
  const singleOn = (on: string) => ({ ...wish, values: { on, route: '云岭片区' }, aggregate: null })
  if (each.act === 'single') {
    const { id } = await createEntry(outside, officer, 'patrol', singleOn(each.on))
    model.push({ id, version: 0, on: each.on, aggregate: null, withdrawn: false })
    return
  }
  if (each.act === 'aggregate') {
    const aggregate = { ...each.period, totals: { times: each.times } }
    const clashes = overlaps(each.period, model)
    const made = createEntry(outside, officer, 'patrol', { ...wish, values: {}, aggregate })
    if (clashes) {
      await expect(made).rejects.toMatchObject({ code: 'entry.aggregateOverlaps' })
      return
    }
    model.push({
      id: (await made).id,
      version: 0,
      on: null,
      aggregate: { ...each.period, times: each.times },
      withdrawn: false,
    })
    return
  }
  const entry = model[each.which % Math.max(1, model.length)]
  if (entry === undefined) return
  const version = { version: entry.version, submissionId: submissionId() }
  if (each.act === 'move') {
    if (entry.withdrawn || entry.aggregate !== null || entry.on === each.on) return
    await changeEntry(outside, officer, entry.id, { ...singleOn(each.on), version: entry.version })
    entry.on = each.on
  } else if (each.act === 'withdraw') {
    if (entry.withdrawn) return
    await withdrawEntry(outside, officer, entry.id, { reason: '重复登记', ...version })
    entry.withdrawn = true
  } else {
    if (!entry.withdrawn) return
    const clashes = entry.aggregate !== null && overlaps(entry.aggregate, model)
    const restored = restoreEntry(outside, officer, entry.id, version).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'entry.aggregateOverlaps') return false
        throw error
      },
    )
    expect(await restored).toBe(!clashes)
    if (clashes) return
    entry.withdrawn = false
  }
  entry.version += 1
}

const overlaps = (wanted: { from: string; to: string }, model: readonly Model[]): boolean =>
  model.some(
    ({ aggregate, withdrawn }) =>
      !withdrawn && aggregate !== null && aggregate.from <= wanted.to && aggregate.to >= wanted.from,
  )

const fund = { fund: '绿化补植专项', purpose: '补植', on: '2024-08-05' }

test('sums of money through the database are exact to the 分', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 9_000_000_000_000 }), { minLength: 1, maxLength: 12 }),
      async (amounts) => {
        await anewUnit()
        for (const fen of amounts)
          await createEntry(outside, officer, 'specialFund', {
            kind: null,
            unitId,
            // As typed, and as kept.
            values: { ...fund, received: fen % 2 === 0 ? fen : `${writeMoney(fen)} 元` },
            aggregate: null,
            submissionId: submissionId(),
          })
        const [row] = await world.asOwner(
          `select sum((counts->>'received')::numeric)::text as come from entry where tenant_id = $1 and unit_id = $2`,
          [tenantId, unitId],
        )
        expect(row?.come).toBe(String(amounts.reduce((sum, fen) => sum + BigInt(fen), 0n)))
      },
    ),
    { numRuns: 10 },
  )
}, 300_000)
