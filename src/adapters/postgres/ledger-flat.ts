/**
 * The flat ledger: measures in one order, a page at a time. Each page is a short walk along one index of
 * `measure_place`, from the place where the last page ended, so that its cost grows with the page and not the ledger.
 *
 * A person with several audiences, or who asks for several statuses, gets one walk for each; what they bring is merged.
 */
import { seesWhole } from '../../core/access/policy.ts'
import { lights } from '../../core/deadline/light.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import { measureStatuses } from '../../core/measure/status.ts'
import type { LedgerPage, Serialised } from '../../usecases/ports.ts'
import type { Database, Scope, Statement } from './database.ts'
import { type CursorOf, type Order, readCursor, writeCursor } from './ledger-cursor.ts'
import { searchWords, type Wanted } from './search.ts'
import { type StatementBuilder, statement } from './statement.ts'

/** Columns of `measure_place` that make each order, as its index has them. */
const keysOf = {
  number: ['number_key', 'measure_id'],
  due: ['due_key', 'measure_id'],
  unit: ['unit_key', 'number_key', 'measure_id'],
  status: ['status_rank', 'number_key', 'measure_id'],
} as const satisfies Record<Exclude<Order, 'tree'>, readonly string[]>

const keyTypes: Record<string, string> = {
  number_key: 'text',
  measure_id: 'bigint',
  due_key: 'date',
  unit_key: 'integer',
  status_rank: 'smallint',
}

/** Numbers of rows asked for are rounded up to these, so that few statements are prepared. */
const pageSizes = [50, 100, 250, 500]

type HitColumns = {
  row: string
  measure_id: number
  status_rank: number
  due_key: string
  number_key: string
  unit_key: number
}

export async function flatLedger(
  database: Database,
  scope: Scope,
  query: LedgerQuery,
): Promise<Serialised<LedgerPage>> {
  const wanted = await searchWords(database, scope, query.inspectionId, query.words)
  const rows = await database.readOne<HitColumns>(scope, flatStatement(scope, query, wanted))
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const keys = last && keysOf[query.sort].map((column) => last[column])
  const nextCursor = keys ? writeCursor(query.sort, query.descending, keys) : null
  // Rows are JSON as they come.
  return { json: `{"rows":[${shown.map((row) => row.row).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}` }
}

/** The one statement of a page of the flat ledger. */
function flatStatement(scope: Scope, query: LedgerQuery, wanted: Wanted | null): Statement<HitColumns> {
  const builder = statement('flat')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const inspection = `${builder.value(query.inspectionId)}::bigint`
  const keys = keysOf[query.sort]
  const direction = query.descending ? ' desc' : ''
  const ordered = (table: string): string => keys.map((key) => `${table}.${key}${direction}`).join(', ')
  const limit = (pageSizes.find((size) => size >= query.limit) ?? query.limit) + 1

  const whole = seesWhole(scope.sight, query.inspectionId)
  // Whoever sees the whole finds a unit's measures in the unit's own list; others look through theirs.
  const audiences = !whole ? scope.sight.audiences : query.unitIds.length > 0 ? query.unitIds : [0]
  const conditions = measureConditions(builder, query, wanted, whole)
  const places = [
    `place.tenant_id = ${tenant}`,
    `place.inspection_id = ${inspection}`,
    ...(query.dueFrom === null ? [] : [`place.due_key >= ${builder.value(query.dueFrom)}::date`]),
    ...(query.dueTo === null ? [] : [`place.due_key <= ${builder.value(query.dueTo)}::date`]),
    ...(query.cursor === null ? [] : [after(builder, query, readCursor(query.sort, query.descending, query.cursor))]),
  ]
  const joined =
    conditions.length === 0
      ? ''
      : `join measure on measure.tenant_id = ${tenant} and measure.measure_id = place.measure_id`
  const ranks = query.statuses.map((status) => measureStatuses.indexOf(status))
  const lightRanks = query.lights.map((light) => lights.indexOf(light))
  const list = (values: readonly number[], type: string): string => `${builder.value(values)}::${type}[]`
  // There is an index by one rank and each order: that of the status when both are asked for.
  const candidates = wanted?.measures ?? null
  const byStatus = ranks.length > 0 && candidates === null
  const byLight = !byStatus && lightRanks.length > 0 && candidates === null
  if (!byStatus && ranks.length > 0) places.push(`place.status_rank = any (${list(ranks, 'smallint')})`)
  if (!byLight && lightRanks.length > 0) places.push(`place.light_rank = any (${list(lightRanks, 'smallint')})`)
  const wherever = (more: string[]): string => [...places, ...conditions, ...more].join(' and ')
  const columns = 'place.measure_id, place.status_rank, place.due_key, place.number_key, place.unit_key'

  let walk: string
  if (candidates !== null) {
    walk = `select ${columns} from unnest(${list(candidates, 'bigint')}) candidate(measure_id)
      join measure_place place on place.tenant_id = ${tenant} and place.measure_id = candidate.measure_id
        and place.audience = any (${list(audiences, 'bigint')})
      ${joined} where ${wherever([])}`
  } else {
    const walks = [
      `unnest(${list(audiences, 'bigint')}) own(audience)`,
      ...(byStatus || byLight ? [`unnest(${list(byStatus ? ranks : lightRanks, 'smallint')}) asked(rank)`] : []),
    ].join(' cross join ')
    const which = [
      'place.audience = own.audience',
      ...(byStatus ? ['place.status_rank = asked.rank'] : byLight ? ['place.light_rank = asked.rank'] : []),
    ]
    walk = `select place.* from ${walks} cross join lateral (
        select ${columns} from measure_place place ${joined} where ${wherever(which)}
        order by ${ordered('place')} limit ${limit}) place`
  }
  return builder.build(`
    with hit as (
      select distinct ${columns} from (${walk}) place order by ${ordered('place')} limit ${limit}
    )
    select measure.ledger_row::text as row, ${keys.map((key) => `hit.${key}`).join(', ')}
    from hit join measure on measure.tenant_id = ${tenant} and measure.measure_id = hit.measure_id
    order by ${ordered('hit')}`)
}

/**
 * Filters that need the measure itself.
 * @param whole true where the units asked for are the audiences walked along already
 */
export function measureConditions(
  builder: StatementBuilder,
  query: LedgerQuery,
  wanted: Wanted | null,
  whole: boolean,
): string[] {
  return [
    ...(whole || query.unitIds.length === 0 ? [] : [`measure.audiences && ${builder.value(query.unitIds)}::bigint[]`]),
    ...(query.kinds.length === 0 ? [] : [`measure.kind = any (${builder.value(query.kinds)}::text[])`]),
    ...(query.withoutEvidence ? ['measure.evidence_count = 0'] : []),
    ...(query.aspects.length === 0
      ? []
      : [
          `exists (select from finding_measure link join finding on finding.tenant_id = link.tenant_id
            and finding.finding_id = link.finding_id where link.tenant_id = measure.tenant_id
            and link.measure_id = measure.measure_id and finding.aspect = any (${builder.value(query.aspects)}::text[]))`,
        ]),
    ...(wanted === null ? [] : [`measure.search_text like all (${builder.value(wanted.patterns)}::text[])`]),
  ]
}

/** What comes after the last row of the page before. */
function after(builder: StatementBuilder, query: LedgerQuery, cursor: CursorOf<Exclude<Order, 'tree'>>): string {
  const keys = keysOf[query.sort]
  const columns = keys.map((key) => `place.${key}`).join(', ')
  const values = keys.map((key, index) => `${builder.value(cursor[index])}::${keyTypes[key]}`).join(', ')
  return `(${columns}) ${query.descending ? '<' : '>'} (${values})`
}
