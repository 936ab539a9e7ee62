/**
 * The ledger by finding: each finding, its causes, its measures, a page of rows at a time. Findings are walked in the
 * order of their numbers and their parts fetched as they come up, so that a page never reads what it does not show.
 *
 * With filters a finding is shown when one of its measures passes (or, for words, it or one of its causes has them);
 * under it stand the measures that pass. Causes are shown while nothing but words, aspects or findings is filtered.
 */
import type { z } from 'zod'
import type { ledgerFindingRowSchema } from '../../core/api/ledger-records.ts'
import type { LedgerQuery } from '../../core/ledger/ledger-query.ts'
import type { LedgerPage, Serialised } from '../../usecases/ports.ts'
import type { Database, Scope, Statement } from './database.ts'
import { type CursorOf, readCursor, writeCursor } from './ledger-cursor.ts'
import { type MeasureRow, rowUnder } from './ledger-rows.ts'
import { searchWords, type Wanted } from './search.ts'
import { type StatementBuilder, statement } from './statement.ts'

type FindingRow = z.infer<typeof ledgerFindingRowSchema>

type TreeColumns = {
  section: 0 | 1 | 2
  position: number
  record_id: number
  place: number | null
  finding_id: number
  finding_key: string
  finding_number: string
  heading: string
  aspect: string | null
  reported_status: string | null
  reported_bucket: NonNullable<FindingRow['reportedStatus']>['bucket'] | null
  measures: number | null
  measures_closed: number | null
  causes: number | null
  cause_text: string | null
  measure_row: MeasureRow | null
}

export async function ledgerTree(
  database: Database,
  scope: Scope,
  query: LedgerQuery,
): Promise<Serialised<LedgerPage>> {
  const wanted = await searchWords(database, scope, query.inspectionId, query.words, 'all')
  const rows = await database.readOne<TreeColumns>(scope, treeStatement(scope, query, wanted))
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const page: LedgerPage = {
    rows: shown.map(rowOf),
    nextCursor:
      last === undefined
        ? null
        : writeCursor('tree', query.descending, [
            last.finding_key,
            last.finding_id,
            last.section,
            last.position,
            last.record_id,
          ]),
  }
  return { json: JSON.stringify(page) }
}

/** How many measures and causes of a finding the reader sees; closed: signed off, ongoing or unsubstantiated. */
export const findingCounts = (tenant: string, finding: string): string => `
  left join lateral (
    select count(*)::integer as measures,
      (count(*) filter (where measure.status in ('signedOff', 'ongoing', 'unsubstantiated')))::integer as measures_closed
    from finding_measure link join measure on measure.tenant_id = ${tenant} and measure.measure_id = link.measure_id
    where link.tenant_id = ${tenant} and link.finding_id = ${finding}
  ) counted on true
  left join lateral (
    select count(*)::integer as causes from finding_cause link
    where link.tenant_id = ${tenant} and link.finding_id = ${finding}
  ) reasons on true`

function rowOf(row: TreeColumns): LedgerPage['rows'][number] {
  if (row.section === 1)
    return { type: 'cause', id: row.record_id, findingId: row.finding_id, text: row.cause_text ?? '' }
  if (row.measure_row !== null) return rowUnder(row.measure_row, row, row.place)
  return {
    type: 'finding',
    id: row.finding_id,
    number: row.finding_number,
    heading: row.heading,
    aspect: row.aspect,
    reportedStatus:
      row.reported_status === null || row.reported_bucket === null
        ? null
        : { text: row.reported_status, bucket: row.reported_bucket },
    measures: row.measures ?? 0,
    measuresClosed: row.measures_closed ?? 0,
    causes: row.causes ?? 0,
  }
}

function treeStatement(scope: Scope, query: LedgerQuery, wanted: Wanted | null): Statement<TreeColumns> {
  const builder = statement('tree')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const inspection = `${builder.value(query.inspectionId)}::bigint`
  const way = query.descending ? ' desc' : ''
  const limit = query.limit + 1
  // Each finding gives at least one row, but for the one that the page before ended in.
  const filters = measureFilters(builder, query)
  const patterns = wanted === null ? null : `${builder.value(wanted.patterns)}::text[]`
  const measurePasses = [...filters, ...(patterns === null ? [] : [`measure.search_text like all (${patterns})`])]
  const cursor = query.cursor === null ? null : readCursor('tree', query.descending, query.cursor)

  const findings = [
    `finding.tenant_id = ${tenant}`,
    `finding.inspection_id = ${inspection}`,
    ...(query.aspects.length === 0 ? [] : [`finding.aspect = any (${builder.value(query.aspects)}::text[])`]),
    ...(measurePasses.length === 0
      ? []
      : [findingPasses(builder, tenant, filters.length > 0, measurePasses, patterns, wanted)]),
    ...(cursor === null
      ? []
      : [
          `(finding.number_key, finding.finding_id) ${query.descending ? '<=' : '>='}
            (${builder.value(cursor[0])}::text, ${builder.value(cursor[1])}::bigint)`,
        ]),
  ].join(' and ')
  const causes =
    filters.length > 0
      ? ''
      : `union all
          select 1, link.position, link.cause_id, null::bigint from finding_cause link
            join cause on cause.tenant_id = ${tenant} and cause.cause_id = link.cause_id
          where link.tenant_id = ${tenant} and link.finding_id = finding.finding_id
            ${patterns === null ? '' : `and cause.search_text like all (${patterns})`}`
  return builder.build(`
    with hit as (
      select finding.finding_id, finding.number_key, part.* from (
        select finding_id, number_key from finding where ${findings} order by number_key${way}, finding_id${way}
        limit ${limit + 1}
      ) finding cross join lateral (
        select 0 as section, 0 as position, finding.finding_id as record_id, null::bigint as place
        ${causes}
        union all
        select 2, ranked.position, ranked.measure_id, ranked.place from (
          select link.position, link.measure_id,
            row_number() over (order by link.position, link.measure_id) as place
          from finding_measure link where link.tenant_id = ${tenant} and link.finding_id = finding.finding_id
        ) ranked join measure on measure.tenant_id = ${tenant} and measure.measure_id = ranked.measure_id
        where true ${measurePasses.map((condition) => `and ${condition}`).join(' ')}
      ) part
      ${cursor === null ? '' : `where ${after(builder, query.descending, cursor)}`}
      order by finding.number_key${way}, finding.finding_id${way}, part.section, part.position, part.record_id
      limit ${limit}
    )
    select hit.section, hit.position, hit.record_id, hit.place, finding.finding_id, finding.number_key as finding_key,
      finding.number as finding_number, finding.heading, finding.aspect, finding.reported_status,
      finding.reported_bucket, counted.measures, counted.measures_closed, reasons.causes, cause.text as cause_text,
      measure.ledger_row as measure_row
    from hit
      join finding on finding.tenant_id = ${tenant} and finding.finding_id = hit.finding_id
      ${findingCounts(tenant, 'case when hit.section = 0 then hit.finding_id end')}
      left join cause on hit.section = 1 and cause.tenant_id = ${tenant} and cause.cause_id = hit.record_id
      left join measure on hit.section = 2 and measure.tenant_id = ${tenant} and measure.measure_id = hit.record_id
    order by finding.number_key${way}, finding.finding_id${way}, hit.section, hit.position, hit.record_id`)
}

function measureFilters(builder: StatementBuilder, query: LedgerQuery): string[] {
  return [
    ...(query.statuses.length === 0 ? [] : [`measure.status = any (${builder.value(query.statuses)}::text[])`]),
    ...(query.lights.length === 0 ? [] : [`measure.light = any (${builder.value(query.lights)}::text[])`]),
    ...(query.kinds.length === 0 ? [] : [`measure.kind = any (${builder.value(query.kinds)}::text[])`]),
    ...(query.withoutEvidence ? ['measure.evidence_count = 0'] : []),
    ...(query.unitIds.length === 0 ? [] : [`measure.audiences && ${builder.value(query.unitIds)}::bigint[]`]),
    ...(query.dueFrom === null ? [] : [`measure.due_on >= ${builder.value(query.dueFrom)}::date`]),
    ...(query.dueTo === null ? [] : [`measure.due_on <= ${builder.value(query.dueTo)}::date`]),
  ]
}

function findingPasses(
  builder: StatementBuilder,
  tenant: string,
  filtered: boolean,
  measurePasses: string[],
  patterns: string | null,
  wanted: Wanted | null,
): string {
  const among = (ids: number[] | null | undefined, column: string): string =>
    ids ? `and ${column} = any (${builder.value(ids)}::bigint[])` : ''
  const ways = [
    `finding.finding_id in (select link.finding_id from measure
      join finding_measure link on link.tenant_id = ${tenant} and link.measure_id = measure.measure_id
      where measure.tenant_id = ${tenant} and ${measurePasses.join(' and ')}
        ${among(wanted?.measures, 'measure.measure_id')})`,
  ]
  if (patterns !== null && !filtered) {
    ways.push(`(finding.search_text like all (${patterns}) ${among(wanted?.findings, 'finding.finding_id')})`)
    ways.push(`finding.finding_id in (select link.finding_id from cause
      join finding_cause link on link.tenant_id = ${tenant} and link.cause_id = cause.cause_id
      where cause.tenant_id = ${tenant} and cause.search_text like all (${patterns})
        ${among(wanted?.causes, 'cause.cause_id')})`)
  }
  return `(${ways.join(' or ')})`
}

/** Rows after the last one shown: later parts of its finding, and all of the findings after it. */
function after(builder: StatementBuilder, descending: boolean, cursor: CursorOf<'tree'>): string {
  const [key, finding, section, position, record] = cursor
  const findingPlace = `(${builder.value(key)}::text, ${builder.value(finding)}::bigint)`
  const partPlace = `(${builder.value(section)}::integer, ${builder.value(position)}::integer, ${builder.value(record)}::bigint)`
  return `((finding.number_key, finding.finding_id) ${descending ? '<' : '>'} ${findingPlace}
    or (finding.number_key, finding.finding_id) = ${findingPlace}
      and (part.section, part.position, part.record_id) > ${partPlace})`
}
