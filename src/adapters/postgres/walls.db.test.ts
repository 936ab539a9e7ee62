/** The walls in the database itself: what the application's role cannot do, whatever the application asks. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World, wholeScope } from '../../../test/world.ts'
import { blind, type Sight } from '../../core/access/policy.ts'
import type { Scope, Transaction } from './database.ts'

let world: World
let tenantId: number
let otherTenantId: number
let own: { unitId: number; findingId: number; measureId: number }
let foreign: { unitId: number; findingId: number; measureId: number }
let elsewhere: { unitId: number; findingId: number; measureId: number }
let causeId: number
let inspectionId: number
let leaderId: number

async function aUnitAtWork(tenant: number, inspection: number) {
  const unitId = await world.aUnit(tenant)
  const findingId = await world.aFinding(tenant, inspection)
  const measureId = await world.aMeasure(tenant, inspection, { leadUnitId: unitId, findingIds: [findingId] })
  return { unitId, findingId, measureId }
}

beforeAll(async () => {
  world = await openWorld()
  tenantId = await world.aTenant()
  otherTenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  own = await aUnitAtWork(tenantId, inspectionId)
  foreign = await aUnitAtWork(tenantId, inspectionId)
  elsewhere = await aUnitAtWork(otherTenantId, await world.anInspection(otherTenantId))
  causeId = await world.aCause(tenantId, inspectionId, { findingIds: [foreign.findingId] })
  leaderId = await world.aPerson(tenantId)
})
afterAll(() => world.close())

const member = (unitId: number): Scope => ({ tenantId, sight: { whole: [], audiences: [unitId] } })
const ids = (scope: Scope, table: string, column: string): Promise<number[]> =>
  world.database.inTenant(scope, async (transaction) => {
    const { rows } = await sql<{ id: number }>`select ${sql.ref(column)} as id from ${sql.table(table)}
      order by 1`.execute(transaction)
    return rows.map((row) => row.id)
  })

test('a tenant sees nothing of another, in any table that carries one', async () => {
  const tables = await world.asOwner(`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'tenant' order by 1`)
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    const seen = await ids(wholeScope(tenantId), String(name), 'tenant_id')
    expect(new Set(seen).has(otherTenantId), String(name)).toBe(false)
  }
})

test('every table that carries a tenant has row-level security, and every key begins with the tenant', async () => {
  const open = await world.asOwner(`select relname from pg_class join pg_attribute on attrelid = pg_class.oid
    where attname = 'tenant_id' and relkind = 'r' and not relrowsecurity and relname <> 'tenant'`)
  expect(open).toEqual([])
  const keys = await world.asOwner(`select conrelid::regclass::text as name from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype in ('p', 'u') and connamespace = 'public'::regnamespace and attname <> 'tenant_id'
      and conrelid <> 'migration'::regclass`)
  expect(keys).toEqual([])
})

test('without a tenant in the transaction nothing is seen', async () => {
  const { rows } = await sql`select * from finding`.execute(world.database.outside)
  expect(rows).toEqual([])
})

test('an ordinary member sees the findings, measures and causes of own units alone', async () => {
  expect(await ids(member(own.unitId), 'finding', 'finding_id')).toEqual([own.findingId])
  expect(await ids(member(own.unitId), 'measure', 'measure_id')).toEqual([own.measureId])
  expect(await ids(member(own.unitId), 'measure_place', 'measure_id')).toEqual([own.measureId])
  expect(await ids(member(own.unitId), 'cause', 'cause_id')).toEqual([])
  expect(await ids(member(foreign.unitId), 'cause', 'cause_id')).toEqual([causeId])
  expect(await ids({ tenantId, sight: blind }, 'finding', 'finding_id')).toEqual([])
})

test('a supporting unit and the responsible leader see the measure too', async () => {
  const unitId = await world.aUnit(tenantId)
  const measureId = await world.aMeasure(tenantId, inspectionId, {
    leadUnitId: foreign.unitId,
    supportingUnitIds: [unitId],
    responsibleLeaderId: leaderId,
  })
  expect(await ids(member(unitId), 'measure', 'measure_id')).toEqual([measureId])
  expect(await ids(member(-leaderId), 'measure', 'measure_id')).toEqual([measureId])
})

test('whoever sees one inspection as a whole sees no other', async () => {
  const second = await aUnitAtWork(tenantId, await world.anInspection(tenantId))
  const sight: Sight = { whole: [inspectionId], audiences: [] }
  const seen = await ids({ tenantId, sight }, 'measure', 'measure_id')
  expect(seen).toContain(foreign.measureId)
  expect(seen).not.toContain(second.measureId)
})

const refused = (work: (transaction: Transaction) => Promise<unknown>, scope: Scope = wholeScope(tenantId)) =>
  expect(world.database.inTenant(scope, work)).rejects.toThrow(/row-level security|permission denied/)

test('nobody writes into another tenant, or beyond the wall', async () => {
  const add = (tenant: number) => (transaction: Transaction) =>
    sql`insert into cause (tenant_id, inspection_id, text, search_text, search_tokens, created_at)
      values (${tenant}, ${inspectionId}, 'x', 'x', '', now())`.execute(transaction)
  await refused(add(otherTenantId))
  await refused(add(tenantId), member(own.unitId))
  const changed = await world.database.inTenant(member(own.unitId), (transaction) =>
    sql`update measure set text = 'x' where measure_id in (${foreign.measureId}, ${elsewhere.measureId})`.execute(
      transaction,
    ),
  )
  expect(changed.numAffectedRows).toBe(0n)
})

test('history can be added to and read, and nothing else', async () => {
  await world.data.inTenant(wholeScope(tenantId), ({ history }) =>
    history.append([
      {
        at: '2024-09-11T02:00:00.000Z',
        actorId: null,
        role: null,
        unitId: null,
        onBehalfOf: null,
        act: 'record.created',
        recordKind: 'measure',
        recordId: own.measureId,
        before: null,
        after: { text: '补植' },
        reason: null,
      },
    ]),
  )
  for (const statement of [
    'update history_event set reason = null',
    'delete from history_event',
    'truncate history_event',
    'alter table history_event disable row level security',
    'drop table history_event',
  ]) {
    await expect(
      world.database.inTenant(wholeScope(tenantId), (transaction) => sql.raw(statement).execute(transaction)),
      statement,
    ).rejects.toThrow(/permission denied|must be owner/)
  }
  const events = await world.data.read.historyOf(wholeScope(tenantId), 'measure', own.measureId)
  expect(events).toMatchObject([{ act: 'record.created', after: { text: '补植' } }])
})

test('no table can be truncated, and no record of the ledger can be deleted to which another refers', async () => {
  for (const statement of ['truncate finding cascade', 'delete from tenant'])
    await refused((transaction) => sql.raw(statement).execute(transaction))
  for (const statement of ['delete from measure', 'delete from finding'])
    await expect(
      world.database.inTenant(wholeScope(tenantId), (transaction) => sql.raw(statement).execute(transaction)),
    ).rejects.toThrow(/violates foreign key/)
})

test('the application stays the application: it cannot take the role of the owner', async () => {
  for (const statement of ['set role bihuan_owner', 'set session authorization bihuan_owner'])
    await expect(sql.raw(statement).execute(world.database.outside)).rejects.toThrow(/permission denied/)
  await sql`reset role`.execute(world.database.outside)
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(world.database.outside)
  expect(rows[0]?.role).toBe('bihuan_app')
})

test('the search functions give nothing of another tenant', async () => {
  const found = await world.database.inTenant(wholeScope(otherTenantId), (transaction) =>
    sql<{ ids: number[] }>`select search_measures(${inspectionId}, '''整改'''::tsquery, 10) as ids`.execute(
      transaction,
    ),
  )
  expect(found.rows[0]?.ids).toEqual([])
})

test('kept counts are what counting gives, after records, links and statuses came and went', async () => {
  const before = await world.aMeasure(tenantId, inspectionId, { leadUnitId: own.unitId, findingIds: [own.findingId] })
  await world.database.inTenant(wholeScope(tenantId), async (transaction) => {
    await sql`update measure set status = 'signedOff', lead_unit_id = ${foreign.unitId}
      where tenant_id = ${tenantId} and measure_id = ${before}`.execute(transaction)
  })
  await world.data.inTenant(wholeScope(tenantId), ({ ledger }) => ledger.settle(inspectionId))
  const differences = await world.asOwner(`
    with counted as (
      select tenant_id, inspection_id, audience, 'measure' as kind, status_rank, count(*) as records
        from measure_place group by 1, 2, 3, 4, 5
      union all select tenant_id, inspection_id, audience, 'light', light_rank, count(*)
        from measure_place group by 1, 2, 3, 4, 5
      union all select tenant_id, inspection_id, audience, 'finding', -1, count(*)
        from finding, unnest(0::bigint || audiences) audience group by 1, 2, 3, 4, 5
      union all select tenant_id, inspection_id, audience, 'cause', -1, count(*)
        from cause, unnest(0::bigint || audiences) audience group by 1, 2, 3, 4, 5
    )
    select * from counted full join (select * from ledger_count where records <> 0) kept
      on (counted.tenant_id, counted.inspection_id, counted.audience, counted.kind, counted.status_rank, counted.records)
       = (kept.tenant_id, kept.inspection_id, kept.audience, kept.record_kind, kept.status_rank, kept.records)
    where counted.tenant_id is null or kept.tenant_id is null`)
  expect(differences).toEqual([])
})
