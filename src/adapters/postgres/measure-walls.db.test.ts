/**
 * Whatever belongs to a measure lies behind its wall. Walked over all tables that name a measure: a table that is added later
 * is tried too, and fails when nobody thought of its wall.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../../test/world.ts'
import { loadSample } from '../../usecases/load-sample.ts'

/** Links of ids alone, in which nothing is said: visible to whoever is in the tenant. */
const linksOfIds = ['cause_measure', 'docket_number', 'finding_measure', 'measure_unit']

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number
let strangeUnit: number
let tables: string[]

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  const { visitor } = await aVisitor(world, outside, tenantId)
  inspectionId = (await loadSample(outside, visitor, 'measure-walls')).inspectionId
  strangeUnit = await world.aUnit(tenantId)
  const named = await world.asOwner(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'measure_id' order by 1`)
  tables = named.map(({ name }) => String(name)).filter((name) => name !== 'measure' && !linksOfIds.includes(name))
  await fill(visitor.personId)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

/** What the sample does not have. */
async function fill(personId: number): Promise<void> {
  const [measure] = await world.asOwner(
    `select measure_id::int as id, lead_unit_id::int as unit from measure where status = 'underway' limit 1`,
  )
  const values = [tenantId, Number(measure?.id)]
  await world.asOwner(
    `insert into measure_cycle (tenant_id, measure_id, cycle, status, reason, basis, ended_at, snapshot)
      values ($1, $2, 1, 'signedOff', '苗木枯死', '回头看记录', now(), '{}')`,
    values,
  )
  await world.asOwner(
    `insert into stored_file (tenant_id, sha256, name, size, media_type, stored_at)
      values ($1, 'a', '补植.jpg', 3, 'image/jpeg', now()) on conflict do nothing`,
    [tenantId],
  )
  await world.asOwner(
    `insert into evidence (tenant_id, measure_id, cycle, sha256, name, media_type, size, uploaded_by, uploaded_at)
      values ($1, $2, 1, 'a', '补植.jpg', 'image/jpeg', 3, $3, now())`,
    [...values, personId],
  )
  await world.asOwner(
    `insert into report_week (tenant_id, inspection_id, week, due_at, holiday, opened_at)
      values ($1, $2, '2024-09-09', now(), false, now()) on conflict do nothing`,
    [tenantId, inspectionId],
  )
  await world.asOwner(
    `insert into report_due (tenant_id, measure_id, week, inspection_id, unit_id, due_at, light)
      values ($1, $2, '2024-09-09', $3, $4, now(), 'green') on conflict do nothing`,
    [...values, inspectionId, measure?.unit],
  )
  await world.asOwner(
    `insert into weekly_report (tenant_id, measure_id, week, unit_id, version, no_change, person_id, filed_at)
      values ($1, $2, '2024-09-09', $3, 1, true, $4, now())`,
    [...values, measure?.unit, personId],
  )
  await world.asOwner(
    `with sent as (
        insert into paper (tenant_id, inspection_id, kind, unit_id, title, body, drafted_at)
        values ($1, $3, 'notice', $4, '通知', '请补报。', now()) returning paper_id)
      insert into paper_measure (tenant_id, paper_id, measure_id) select $1, paper_id, $2 from sent`,
    [...values, inspectionId, measure?.unit],
  )
}

const count = (table: string, audiences: number[] | 'all'): Promise<number> =>
  world.database.inTenant(
    audiences === 'all' ? wholeScope(tenantId) : { tenantId, sight: { whole: [], audiences } },
    async (transaction) => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
        transaction,
      )
      return rows[0]?.count ?? 0
    },
  )

test('an officer of another unit sees no row of any table that belongs to a measure', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(10)
  for (const table of tables) {
    expect(await count(table, 'all'), `${table} holds something to hide`).toBeGreaterThan(0)
    expect(await count(table, [strangeUnit]), table).toBe(0)
  }
})

test('a member sees of each table what belongs to his own measures, and not a row more', async () => {
  const [unit] = await world.asOwner(`select lead_unit_id::int as id from measure where status = 'underway' limit 1`)
  const own = [Number(unit?.id)]
  const [seen] = await world.asOwner('select array_agg(measure_id::int) as ids from measure where audiences && $1', [
    own,
  ])
  const ids = new Set(seen?.ids as number[])
  for (const table of tables) {
    const { rows } = await world.database.inTenant({ tenantId, sight: { whole: [], audiences: own } }, (transaction) =>
      sql<{ id: number }>`select measure_id as id from ${sql.table(table)}`.execute(transaction),
    )
    expect(
      rows.filter(({ id }) => !ids.has(id)),
      table,
    ).toEqual([])
  }
})
