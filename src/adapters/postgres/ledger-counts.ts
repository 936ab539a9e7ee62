/**
 * Numbers at the foot of the ledger; asked for apart from its rows, which never wait for them. Counted along the places
 * of measures, whose index entries are all that is read as long as only statuses, units and days are filtered.
 */
import { seesWhole } from '../../core/access/policy.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import { measureStatuses } from '../../core/measure/status.ts'
import type { LedgerCounts } from '../../usecases/ports.ts'
import type { Database, Scope, Statement } from './database.ts'
import { measureConditions } from './ledger-flat.ts'
import { searchWords, type Wanted } from './search.ts'
import { statement } from './statement.ts'

type Totals = { findings: number; causes: number; byRank: { rank: number; count: number }[] }

export async function ledgerCounts(database: Database, scope: Scope, query: LedgerQuery): Promise<LedgerCounts> {
  const [totals] = await database.readOne<Totals>(scope, totalsStatement(scope, query.inspectionId))
  const { findings, causes, byRank } = totals ?? { findings: 0, causes: 0, byRank: [] }
  const measures = byRank.reduce((sum, { count }) => sum + count, 0)
  return {
    findings,
    causes,
    measures,
    matching: isFiltered(query) ? await matching(database, scope, query) : { findings, measures },
    byStatus: Object.fromEntries(byRank.map(({ rank, count }) => [measureStatuses[rank] ?? String(rank), count])),
  }
}

const isFiltered = ({ statuses, kinds, unitIds, aspects, dueFrom, dueTo, words }: LedgerQuery): boolean =>
  [statuses, kinds, unitIds, aspects, words].some((list) => list.length > 0) || dueFrom !== null || dueTo !== null

/** A measure stands once under each of a reader's audiences; under a single one nothing has to be told apart. */
const countOf = (audiences: readonly number[]): string =>
  audiences.length === 1 ? 'count(*)' : 'count(distinct measure_id)'

function totalsStatement(scope: Scope, inspectionId: number): Statement {
  const builder = statement('totals')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const inspection = `${builder.value(inspectionId)}::bigint`
  const here = `tenant_id = ${tenant} and inspection_id = ${inspection}`
  const whole = seesWhole(scope.sight, inspectionId)
  const audiences = whole ? [0] : scope.sight.audiences
  const own = `${builder.value(audiences)}::bigint[]`
  const records = whole
    ? `select finding_count as findings, cause_count as causes from inspection where ${here}`
    : `select count(*) as findings, (select count(distinct link.cause_id) from answered
            join finding_cause link on link.tenant_id = ${tenant} and link.finding_id = answered.finding_id) as causes
        from answered`
  return builder.build(`
    with answered as (
      select distinct link.finding_id from measure_place place
        join finding_measure link on link.tenant_id = ${tenant} and link.measure_id = place.measure_id
      where place.tenant_id = ${tenant} and place.inspection_id = ${inspection} and place.audience = any (${own})
    )
    select records.findings, records.causes, coalesce((
        select json_agg(json_build_object('rank', status_rank, 'count', count) order by status_rank)
        from (select status_rank, ${countOf(audiences)} as count from measure_place
          where ${here} and audience = any (${own}) group by status_rank) ranks
      ), '[]') as "byRank"
    from (${records}) records`)
}

async function matching(database: Database, scope: Scope, query: LedgerQuery): Promise<LedgerCounts['matching']> {
  const wanted = await searchWords(database, scope, query.inspectionId, query.words)
  const [row] = await database.readOne<LedgerCounts['matching']>(scope, matchingStatement(scope, query, wanted))
  return row ?? { findings: 0, measures: 0 }
}

function matchingStatement(scope: Scope, query: LedgerQuery, wanted: Wanted | null): Statement {
  const builder = statement('matching')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const whole = seesWhole(scope.sight, query.inspectionId)
  const audiences = !whole ? scope.sight.audiences : query.unitIds.length > 0 ? query.unitIds : [0]
  const conditions = measureConditions(builder, query, wanted, whole)
  const ranks = query.statuses.map((status) => measureStatuses.indexOf(status))
  const places = [
    `place.tenant_id = ${tenant}`,
    `place.inspection_id = ${builder.value(query.inspectionId)}::bigint`,
    `place.audience = any (${builder.value(audiences)}::bigint[])`,
    ...(ranks.length === 0 ? [] : [`place.status_rank = any (${builder.value(ranks)}::smallint[])`]),
    ...(query.dueFrom === null ? [] : [`place.due_key >= ${builder.value(query.dueFrom)}::date`]),
    ...(query.dueTo === null ? [] : [`place.due_key <= ${builder.value(query.dueTo)}::date`]),
    ...(wanted?.measures ? [`place.measure_id = any (${builder.value(wanted.measures)}::bigint[])`] : []),
  ]
  const joined =
    conditions.length === 0
      ? ''
      : `join measure on measure.tenant_id = ${tenant} and measure.measure_id = place.measure_id`
  return builder.build(`
    with hit as materialized (
      select place.measure_id from measure_place place ${joined} where ${[...places, ...conditions].join(' and ')}
    )
    select (select ${countOf(audiences)} from hit) as measures,
      (select count(*) from (
        select distinct link.finding_id from hit
          join finding_measure link on link.tenant_id = ${tenant} and link.measure_id = hit.measure_id
      ) answered) as findings`)
}
