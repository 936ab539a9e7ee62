/** Numbers at the foot of the ledger; asked for apart from its rows, which never wait for them. */
import { seesWhole } from '../../core/access/policy.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import { measureStatuses } from '../../core/measure/status.ts'
import type { LedgerCounts } from '../../usecases/ports.ts'
import type { Database, Scope } from './database.ts'
import { searchWords } from './search.ts'
import { statement } from './statement.ts'

export async function ledgerCounts(database: Database, scope: Scope, query: LedgerQuery): Promise<LedgerCounts> {
  const wanted = await searchWords(database, scope, query.inspectionId, query.words)
  const builder = statement('counts')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const inspection = `${builder.value(query.inspectionId)}::bigint`
  const whole = seesWhole(scope.sight, query.inspectionId)
  const audiences = whole ? [0] : scope.sight.audiences
  const own = `${builder.value(audiences)}::bigint[]`
  const conditions = [
    `measure.tenant_id = ${tenant}`,
    `measure.inspection_id = ${inspection}`,
    ...(query.statuses.length === 0 ? [] : [`measure.status = any (${builder.value(query.statuses)}::text[])`]),
    ...(query.kinds.length === 0 ? [] : [`measure.kind = any (${builder.value(query.kinds)}::text[])`]),
    ...(query.unitIds.length === 0 ? [] : [`measure.audiences && ${builder.value(query.unitIds)}::bigint[]`]),
    ...(query.dueFrom === null ? [] : [`measure.due_on >= ${builder.value(query.dueFrom)}::date`]),
    ...(query.dueTo === null ? [] : [`measure.due_on <= ${builder.value(query.dueTo)}::date`]),
    ...(query.aspects.length === 0
      ? []
      : [
          `measure.measure_id in (select link.measure_id from finding
            join finding_measure link on link.tenant_id = ${tenant} and link.finding_id = finding.finding_id
            where finding.tenant_id = ${tenant} and finding.inspection_id = ${inspection}
              and finding.aspect = any (${builder.value(query.aspects)}::text[]))`,
        ]),
    ...(wanted === null ? [] : [`measure.search_text like all (${builder.value(wanted.patterns)}::text[])`]),
    ...(wanted?.measures ? [`measure.measure_id = any (${builder.value(wanted.measures)}::bigint[])`] : []),
  ]
  const filtered = conditions.length > 2
  const totals = whole
    ? `select finding_count as findings, cause_count as causes, measure_count as measures
        from inspection where tenant_id = ${tenant} and inspection_id = ${inspection}`
    : `select (select count(*) from finding where tenant_id = ${tenant} and inspection_id = ${inspection}) as findings,
        (select count(*) from cause where tenant_id = ${tenant} and inspection_id = ${inspection}) as causes,
        (select count(distinct measure_id) from measure_place where tenant_id = ${tenant}
          and inspection_id = ${inspection} and audience = any (${own})) as measures`
  const matching = filtered ? `(select count(*) from measure where ${conditions.join(' and ')})` : 'totals.measures'
  const matchingFindings = filtered
    ? `(select count(distinct link.finding_id) from measure
        join finding_measure link on link.tenant_id = ${tenant} and link.measure_id = measure.measure_id
        where ${conditions.join(' and ')})`
    : 'totals.findings'
  const [row] = await database.readOne<{
    findings: number
    causes: number
    measures: number
    matching: number
    matchingFindings: number
    byRank: { rank: number; count: number }[]
  }>(
    scope,
    builder.build(`
      select totals.findings, totals.causes, totals.measures, ${matching} as matching,
        ${matchingFindings} as "matchingFindings",
        coalesce((select json_agg(json_build_object('rank', status_rank, 'count', count) order by status_rank)
          from (select status_rank, count(distinct measure_id) as count from measure_place
            where tenant_id = ${tenant} and inspection_id = ${inspection} and audience = any (${own})
            group by status_rank) ranks), '[]') as "byRank"
      from (${totals}) totals`),
  )
  if (row === undefined)
    return { findings: 0, causes: 0, measures: 0, matching: { findings: 0, measures: 0 }, byStatus: {} }
  return {
    findings: row.findings,
    causes: row.causes,
    measures: row.measures,
    matching: { findings: row.matchingFindings, measures: row.matching },
    byStatus: Object.fromEntries(row.byRank.map(({ rank, count }) => [measureStatuses[rank] ?? String(rank), count])),
  }
}
