/** Laws of figures on a real database: the tally is the scan, and no sum loses a 分. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import { parseDay } from '../core/deadline/day.ts'
import { countingSchema } from '../core/figures/query.ts'
import { computeFigure } from './compute-figure.ts'
import { listFigureRecords } from './list-figure-records.ts'

let world: World
let outside: TestOutside
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

test('the tally says what counting entry by entry says, whatever was done to them', async () => {
  const tenant = await world.aTenant()
  const units = [await world.aUnit(tenant), await world.aUnit(tenant)]
  const by = await world.anAccount(tenant)
  const reads = world.data.read.figures
  const dictionary = await reads.dictionary(wholeScope(tenant))
  const subject = dictionary.subjects.find(({ key }) => key === 'training')
  if (subject === undefined) throw new Error('no trainings')
  const date = fc
    .tuple(fc.constantFrom(1, 2, 3, 4), fc.constantFrom(1, 2, 15, 28, 30))
    .map(([month, on]) => parseDay(`2024-0${month}-${String(on).padStart(2, '0')}`))
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('add' as const),
        unit: fc.constantFrom(0, 1),
        kind: fc.constantFrom(null, 'business', 'warning'),
        on: date,
        people: fc.option(fc.integer({ min: -99, max: 9_999_999 })),
        from: fc.option(date, { freq: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant('change' as const),
        which: fc.nat(30),
        on: date,
        people: fc.integer({ min: 0, max: 99 }),
      }),
    },
    fc.record({ act: fc.constant('withdraw' as const), which: fc.nat(30) }),
    fc.record({ act: fc.constant('restore' as const), which: fc.nat(30) }),
    fc.record({ act: fc.constant('move' as const), which: fc.nat(30), unit: fc.constantFrom(0, 1) }),
    fc.record({ act: fc.constant('gather' as const) }),
  )
  // Covered as the product covers: single entries of the same unit and kind whose day lies in an aggregate's period.
  const cover = `update entry single set covered_by = (select entry_id from entry held where held.tenant_id = single.tenant_id
      and held.register = single.register and held.unit_id = single.unit_id and held.kind is not distinct from single.kind
      and held.withdrawn_at is null and single.on_day between held.aggregate_from and held.aggregate_to order by 1 limit 1)
    where tenant_id = $1 and aggregate_from is null`
  const counting = fc.record({
    count: fc.constantFrom('times', 'people'),
    kinds: fc.constantFrom([], ['business'], ['business', 'warning']),
    units: fc.constantFrom([], [0], [0, 1]),
    period: fc.option(fc.tuple(date, date)),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.array(counting, { minLength: 4, maxLength: 4 }),
      async (steps, countings) => {
        await world.asOwner('delete from entry where tenant_id = $1', [tenant])
        await world.asOwner('delete from entry_tally where tenant_id = $1', [tenant])
        const ids: number[] = []
        for (const each of steps) {
          const id = 'which' in each ? (ids[each.which % Math.max(1, ids.length)] ?? 0) : 0
          if (each.act === 'add') {
            const from = each.from !== null && each.on !== null && each.from <= each.on ? each.from : null
            const [row] = await world.asOwner(
              `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, aggregate_from,
              aggregate_to, readers, search, search_text, created_by, created_at, changed_at)
            values ($1, 'training', 1, $2, $3, '', $4::date, '{}', $5, $6::date, case when $6::date is null then null else $4::date end,
              'unit', '', '', $7, now(), now()) returning entry_id::int as id`,
              [
                tenant,
                each.kind,
                units[each.unit],
                each.on,
                { times: from === null ? 1 : 5, ...(each.people !== null && { people: each.people }) },
                from,
                by,
              ],
            )
            ids.push(Number(row?.id))
          } else if (each.act === 'change')
            await world.asOwner(
              `update entry set on_day = case when aggregate_from is null then $2::date else on_day end,
              counts = counts || jsonb_build_object('people', $3::int) where entry_id = $1`,
              [id, each.on, each.people],
            )
          else if (each.act === 'withdraw')
            await world.asOwner("update entry set withdrawn_at = now(), withdrawn_reason = 'x' where entry_id = $1", [
              id,
            ])
          else if (each.act === 'restore')
            await world.asOwner('update entry set withdrawn_at = null, withdrawn_reason = null where entry_id = $1', [
              id,
            ])
          else if (each.act === 'move')
            await world.asOwner('update entry set unit_id = $2 where entry_id = $1', [id, units[each.unit]])
          else await world.data.inTenant(wholeScope(tenant), ({ figures }) => figures.gather())
          await world.asOwner(cover, [tenant])
        }
        for (const { count, kinds, units: wanted, period } of countings) {
          const [a, b] = period ?? [null, null]
          const asked = {
            subject,
            before: null,
            counting: countingSchema.parse({
              of: 'training',
              count,
              kinds,
              units: wanted.map((unit) => units[unit]),
              period:
                a === null && b === null
                  ? null
                  : {
                      from: a !== null && b !== null && a > b ? b : a,
                      to: a !== null && b !== null && a > b ? a : b,
                    },
            }),
          }
          const kept = await reads.come(wholeScope(tenant), { ...asked, ofUnits: null })
          const scanned = await reads.come(wholeScope(tenant), { ...asked, ofUnits: units })
          expect({ asked: asked.counting, ...kept }).toEqual({ asked: asked.counting, ...scanned })
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('no sum of money loses a 分', async () => {
  const tenant = await world.aTenant()
  const unit = await world.aUnit(tenant)
  const { visitor } = await aVisitor(world, outside, tenant)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.bigInt({ min: -99_999_999_999n, max: 9_999_999_999_999n }), { minLength: 1, maxLength: 40 }),
      async (amounts) => {
        await world.asOwner('delete from entry where tenant_id = $1', [tenant])
        await world.asOwner('delete from entry_tally where tenant_id = $1', [tenant])
        await world.asOwner(
          `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, readers, search, search_text,
            created_by, created_at, changed_at)
          select $1, 'payment', 1, 'progress', $2, '', '2024-07-05', '{}', jsonb_build_object('paid', amount::numeric), 'unit', '', '', $3,
            now(), now() from unnest($4::text[]) amount`,
          [tenant, unit, visitor.personId, amounts.map(String)],
        )
        const exact = amounts.reduce((sum, amount) => sum + amount, 0n)
        const { count } = await computeFigure(
          outside,
          visitor,
          { query: JSON.stringify({ count: { of: 'payment', count: 'paid' } }) },
          'zh',
        )
        expect(BigInt(count.value)).toBe(exact)
        const page = await listFigureRecords(
          outside,
          visitor,
          { query: JSON.stringify({ count: { of: 'payment', count: 'paid' } }), side: 'count', limit: 500 },
          'zh',
        )
        expect(BigInt(page.sum.value)).toBe(exact)
      },
    ),
    { numRuns: 20 },
  )
})
