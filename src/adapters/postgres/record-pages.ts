/** One finding or one measure with everything its page shows. */
import { seesWhole } from '../../core/access/policy.ts'
import type { RecordKind } from '../../core/history/history-event.ts'
import type { FindingPage, HistoryRow, MeasurePage, SourceRef } from '../../usecases/ports.ts'
import type { Database, Scope, Statement } from './database.ts'
import { findingLifeJson, findingLifeOf, type StoredFindingLife } from './finding-life.ts'
import { type MeasureRow, rowUnder } from './ledger-rows.ts'
import { findingCounts } from './ledger-tree.ts'
import { lifeOf, type StoredLife } from './measure-life.ts'

type FindingColumns = Omit<FindingPage, 'source' | 'sourceLines' | 'causeList' | 'measureList' | 'history' | 'life'> & {
  life: StoredFindingLife
}

export async function findingPage(
  database: Database,
  scope: Scope,
  findingId: number,
  today: string,
): Promise<FindingPage | null> {
  const values = [scope.tenantId, findingId]
  const found: Statement<FindingColumns> = {
    name: 'finding-page',
    text: `select finding.finding_id as id, finding.number, finding.heading, finding.aspect, finding.original,
          finding.self_found as "selfFound", finding.audiences,
          case when finding.reported_status is not null then
            json_build_object('text', finding.reported_status, 'bucket', finding.reported_bucket) end as "reportedStatus",
          counted.measures, counted.measures_closed as "measuresClosed", reasons.causes,
          json_build_object('id', inspection.inspection_id, 'name', inspection.name) as inspection,
          (select earlier.finding_id from finding earlier
            where earlier.tenant_id = $1 and earlier.inspection_id = finding.inspection_id
              and (earlier.number_key, earlier.finding_id) < (finding.number_key, finding.finding_id)
            order by earlier.number_key desc, earlier.finding_id desc limit 1) as "previousId",
          (select later.finding_id from finding later
            where later.tenant_id = $1 and later.inspection_id = finding.inspection_id
              and (later.number_key, later.finding_id) > (finding.number_key, finding.finding_id)
            order by later.number_key, later.finding_id limit 1) as "nextId",
          ${findingLifeJson('$1', '$3::date')} as life
        from finding
          join inspection on inspection.tenant_id = $1 and inspection.inspection_id = finding.inspection_id
          ${findingCounts('$1', 'finding.finding_id')}
        where finding.tenant_id = $1 and finding.finding_id = $2`,
    values: [...values, today],
  }
  const causes: Statement<FindingPage['causeList'][number]> = {
    name: 'finding-causes',
    text: `select cause.cause_id as id, cause.text, array(select links.measure_id from cause_measure links
            join measure on measure.tenant_id = $1 and measure.measure_id = links.measure_id
            where links.tenant_id = $1 and links.cause_id = cause.cause_id order by measure.number_key) as "measureIds"
        from finding_cause link join cause on cause.tenant_id = $1 and cause.cause_id = link.cause_id
        where link.tenant_id = $1 and link.finding_id = $2 order by link.position, cause.cause_id`,
    values,
  }
  const measures: Statement<{ row: MeasureRow; place: number; finding_id: number; finding_number: string }> = {
    name: 'finding-measures',
    text: `select measure.ledger_row as row, ranked.place, finding.finding_id, finding.number as finding_number
        from (select measure_id, row_number() over (order by position, measure_id) as place
            from finding_measure where tenant_id = $1 and finding_id = $2) ranked
          join finding on finding.tenant_id = $1 and finding.finding_id = $2
          join measure on measure.tenant_id = $1 and measure.measure_id = ranked.measure_id
        order by ranked.place`,
    values,
  }
  const [[finding], causeList, measureRows, sources, events] = await database.readAll(scope, [
    found,
    causes,
    measures,
    sourceStatement(scope, 'finding', findingId),
    historyStatement(scope, 'finding', findingId),
  ] as const)
  if (finding === undefined) return null
  return {
    ...finding,
    life: findingLifeOf(finding.life),
    ...sourceOf(scope, sources),
    causeList,
    measureList: measureRows.map((each) => rowUnder(each.row, each, each.place)),
    history: events.map(historyRow),
  }
}

/**
 * The measure before or after, by number: the nearest of those along each of the reader's audiences ($3), or along the
 * whole inspection for who sees it all ($4, $5).
 */
const neighbour = (side: '<' | '>', way: '' | 'desc'): string => `(
  select near.measure_id from unnest(
      case when $4::boolean or measure.inspection_id = any ($5::bigint[]) then '{0}' else $3::bigint[] end
    ) own(audience) cross join lateral (
    select place.measure_id, place.number_key from measure_place place
    where place.tenant_id = $1 and place.inspection_id = measure.inspection_id and place.audience = own.audience
      and (place.number_key, place.measure_id) ${side} (measure.number_key, measure.measure_id)
    order by place.number_key ${way}, place.measure_id ${way} limit 1
  ) near order by near.number_key ${way}, near.measure_id ${way} limit 1)`

type MeasureOnPage = { row: MeasureRow; life: StoredLife } & Pick<
  MeasurePage,
  | 'inspection'
  | 'supportingUnits'
  | 'findings'
  | 'causes'
  | 'documents'
  | 'cycles'
  | 'previousId'
  | 'nextId'
  | 'audiences'
>

export async function measurePage(
  database: Database,
  scope: Scope,
  measureId: number,
  today: string,
): Promise<MeasurePage | null> {
  const found: Statement<MeasureOnPage> = {
    name: 'measure-page',
    text: `select measure.ledger_row as row, measure.documents, measure.audiences,
          json_build_object('id', inspection.inspection_id, 'name', inspection.name) as inspection,
          coalesce((select json_agg(json_build_object('id', unit.unit_id, 'name', unit.name) order by unit.position)
            from measure_unit link join unit on unit.tenant_id = $1 and unit.unit_id = link.unit_id
            where link.tenant_id = $1 and link.measure_id = $2), '[]') as "supportingUnits",
          coalesce((select json_agg(json_build_object('id', finding.finding_id, 'number', finding.number,
              'heading', finding.heading) order by finding.number_key, finding.finding_id)
            from finding_measure link join finding on finding.tenant_id = $1 and finding.finding_id = link.finding_id
            where link.tenant_id = $1 and link.measure_id = $2), '[]') as findings,
          coalesce((select json_agg(json_build_object('id', cause.cause_id, 'text', cause.text) order by cause.cause_id)
            from cause_measure link join cause on cause.tenant_id = $1 and cause.cause_id = link.cause_id
            where link.tenant_id = $1 and link.measure_id = $2), '[]') as causes,
          measure_life($2, $6) as life,
          coalesce((select json_agg(json_build_object('cycle', ended.cycle, 'status', ended.status,
              'endedAt', instant(ended.ended_at), 'reason', ended.reason) order by ended.cycle desc)
            from measure_cycle ended where ended.tenant_id = $1 and ended.measure_id = $2), '[]') as cycles,
          ${neighbour('<', 'desc')} as "previousId", ${neighbour('>', '')} as "nextId"
        from measure
          join inspection on inspection.tenant_id = $1 and inspection.inspection_id = measure.inspection_id
        where measure.tenant_id = $1 and measure.measure_id = $2`,
    values: [
      scope.tenantId,
      measureId,
      scope.sight.audiences,
      scope.sight.whole === 'all',
      scope.sight.whole === 'all' ? [] : scope.sight.whole,
      today,
    ],
  }
  const [[measure], sources, events] = await database.readAll(scope, [
    found,
    sourceStatement(scope, 'measure', measureId),
    historyStatement(scope, 'measure', measureId),
  ] as const)
  if (measure === undefined) return null
  const { type: _, ...row } = measure.row
  const { inspection, supportingUnits, findings, causes, documents, cycles, previousId, nextId, audiences } = measure
  return {
    ...row,
    inspection,
    supportingUnits,
    findings,
    causes,
    documents,
    life: lifeOf(measure.life),
    cycles,
    previousId,
    nextId,
    audiences,
    ...sourceOf(scope, sources),
    history: events.map(historyRow),
  }
}

type Source = { source: SourceRef | null; sourceLines: { line: number; text: string }[] }
type SourceColumns = SourceRef & { inspectionId: number | null; sourceLines: Source['sourceLines'] }

/** The newest document that a record came from, with the lines it stands on and two around. */
const sourceStatement = (scope: Scope, kind: 'finding' | 'measure', id: number): Statement<SourceColumns> => ({
  name: 'record-source',
  text: `select import.import_id as "importId", import.source_name as "sourceName", link.spans,
      import.inspection_id as "inspectionId",
      coalesce((
        select json_agg(json_build_object('line', near.at, 'text', import.lines[near.at]) order by near.at)
        from (select distinct at from jsonb_to_recordset(link.spans) as span(line integer, "endLine" integer)
            cross join generate_series(greatest(span.line - 2, 1),
              least(span."endLine" + 2, cardinality(import.lines), span.line + 200)) at) near
      ), '[]') as "sourceLines"
    from source_link link join import on import.tenant_id = $1 and import.import_id = link.import_id
    where link.tenant_id = $1 and link.record_kind = $2 and link.record_id = $3
    order by link.import_id desc limit 1`,
  values: [scope.tenantId, kind, id],
})

/** The lines also tell what other units do: only whoever sees the whole inspection gets them. */
function sourceOf(scope: Scope, [row]: SourceColumns[]): Source {
  if (row === undefined) return { source: null, sourceLines: [] }
  const { importId, sourceName, spans, inspectionId } = row
  const seen = inspectionId !== null && seesWhole(scope.sight, inspectionId)
  return { source: { importId, sourceName, spans }, sourceLines: seen ? row.sourceLines : [] }
}

type HistoryColumns = Omit<HistoryRow, 'at'> & { at: Date }

/** @param within events from one moment on, and before another */
export const historyStatement = (
  scope: Scope,
  kind: RecordKind,
  id: number,
  within: { from: string | null; to: string | null } = { from: null, to: null },
): Statement<HistoryColumns> => ({
  name: 'record-history',
  text: `select event.event_id as id, event.at, coalesce(person.name, '') as actor, principal.name as "onBehalfOf", event.role, event.act, event.reason,
      event.before, event.after
    from history_event event
      left join person on person.tenant_id = $1 and person.person_id = event.actor_id
      left join person principal on principal.tenant_id = $1 and principal.person_id = event.on_behalf_of
    where event.tenant_id = $1 and event.record_kind = $2 and event.record_id = $3
      and ($4::timestamptz is null or event.at >= $4) and ($5::timestamptz is null or event.at < $5)
    order by event.event_id desc limit 200`,
  values: [scope.tenantId, kind, id, within.from, within.to],
})

export const historyRow = (row: HistoryColumns): HistoryRow => ({ ...row, at: row.at.toISOString() })

/** Events on one record, newest first. */
export async function historyOf(database: Database, scope: Scope, kind: RecordKind, id: number): Promise<HistoryRow[]> {
  return (await database.readOne(scope, historyStatement(scope, kind, id))).map(historyRow)
}
