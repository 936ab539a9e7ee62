/**
 * Numbers at the foot of the ledger; asked for apart from its rows, which never wait for them. Those of the whole ledger
 * are kept by the database; those of a filter are counted along the places of measures, whose index entries are all that
 * is read as long as only statuses, units and days are filtered.
 */
import { seesWhole } from '../../core/access/policy.ts'
import { lights } from '../../core/deadline/light.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import { measureStatuses } from '../../core/measure/status.ts'
import type { LedgerCounts } from '../../usecases/ports.ts'
import type { Database, Scope, Statement } from './database.ts'
import { measureConditions } from './ledger-flat.ts'
import { searchWords, type Wanted } from './search.ts'
import { statement } from './statement.ts'

type Counted = { kind: string; rank: number; count: number }

export async function ledgerCounts(database: Database, scope: Scope, query: LedgerQuery): Promise<LedgerCounts> {
  const counted = await database.readOne<Counted>(scope, totalsStatement(scope, query.inspectionId))
  const sum = (kind: string): number =>
    counted.filter((each) => each.kind === kind).reduce((total, each) => total + each.count, 0)
  const all = { findings: sum('finding'), causes: sum('cause'), measures: sum('measure') }
  const byRank = (kind: string, names: readonly string[]): Record<string, number> =>
    Object.fromEntries(
      counted
        .filter((each) => each.kind === kind && each.count > 0)
        .map(({ rank, count }) => [names[rank] ?? String(rank), count]),
    )
  return {
    ...all,
    matching: isFiltered(query) ? await matching(database, scope, query) : all,
    byStatus: byRank('measure', measureStatuses),
    byLight: byRank('light', lights),
  }
}

const isFiltered = (query: LedgerQuery): boolean => {
  const { statuses, lights, kinds, unitIds, aspects, dueFrom, dueTo, words } = query
  const lists = [statuses, lights, kinds, unitIds, aspects, words]
  return lists.some((list) => list.length > 0) || dueFrom !== null || dueTo !== null || query.withoutEvidence
}

/** A measure stands once under each of a reader's audiences; under a single one nothing has to be told apart. */
const countOf = (audiences: readonly number[]): string =>
  audiences.length === 1 ? 'count(*)' : 'count(distinct measure_id)'

/**
 * With one audience the counts are kept; with several, records that concern more than one of them are told apart.
 */
function totalsStatement(scope: Scope, inspectionId: number): Statement<Counted> {
  const whole = seesWhole(scope.sight, inspectionId)
  const audiences = whole ? [0] : scope.sight.audiences
  const values = [scope.tenantId, inspectionId, audiences]
  if (audiences.length === 1) {
    const text = `select record_kind as kind, status_rank as rank, records as count from ledger_count
      where tenant_id = $1 and inspection_id = $2 and audience = any ($3::bigint[])`
    return { name: 'totals-kept', text, values }
  }
  const text = `
    select 'measure' as kind, status_rank as rank, count(distinct measure_id) as count from measure_place
      where tenant_id = $1 and inspection_id = $2 and audience = any ($3::bigint[]) group by status_rank
    union all select 'light', light_rank, count(distinct measure_id) from measure_place
      where tenant_id = $1 and inspection_id = $2 and audience = any ($3::bigint[]) group by light_rank
    union all select 'finding', -1, count(*) from finding
      where tenant_id = $1 and inspection_id = $2 and audiences && $3::bigint[]
    union all select 'cause', -1, count(*) from cause
      where tenant_id = $1 and inspection_id = $2 and audiences && $3::bigint[]`
  return { name: 'totals-counted', text, values }
}

async function matching(database: Database, scope: Scope, query: LedgerQuery): Promise<LedgerCounts['matching']> {
  const wanted = await searchWords(database, scope, query.inspectionId, query.words)
  const [row] = await database.readOne<LedgerCounts['matching']>(scope, matchingStatement(scope, query, wanted))
  return row ?? { findings: 0, measures: 0 }
}

function matchingStatement(
  scope: Scope,
  query: LedgerQuery,
  wanted: Wanted | null,
): Statement<LedgerCounts['matching']> {
  const builder = statement('matching')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const whole = seesWhole(scope.sight, query.inspectionId)
  const audiences = !whole ? scope.sight.audiences : query.unitIds.length > 0 ? query.unitIds : [0]
  const conditions = measureConditions(builder, query, wanted, whole)
  const ranks = query.statuses.map((status) => measureStatuses.indexOf(status))
  const lightRanks = query.lights.map((light) => lights.indexOf(light))
  const places = [
    `place.tenant_id = ${tenant}`,
    `place.inspection_id = ${builder.value(query.inspectionId)}::bigint`,
    `place.audience = any (${builder.value(audiences)}::bigint[])`,
    ...(ranks.length === 0 ? [] : [`place.status_rank = any (${builder.value(ranks)}::smallint[])`]),
    ...(lightRanks.length === 0 ? [] : [`place.light_rank = any (${builder.value(lightRanks)}::smallint[])`]),
    ...(query.dueFrom === null ? [] : [`place.due_key >= ${builder.value(query.dueFrom)}::date`]),
    ...(query.dueTo === null ? [] : [`place.due_key <= ${builder.value(query.dueTo)}::date`]),
    ...(wanted?.measures ? [`place.measure_id = any (${builder.value(wanted.measures)}::bigint[])`] : []),
  ]
  const joined =
    conditions.length === 0
      ? ''
      : `join measure on measure.tenant_id = ${tenant} and measure.measure_id = place.measure_id`
  const { text, values } = builder.build(`
    with hit as materialized (
      select place.measure_id from measure_place place ${joined} where ${[...places, ...conditions].join(' and ')}
    )
    select (select ${countOf(audiences)} from hit) as measures,
      (select count(*) from (
        select distinct link.finding_id from hit
          join finding_measure link on link.tenant_id = ${tenant} and link.measure_id = hit.measure_id
      ) answered) as findings`)
  return { text, values }
}
