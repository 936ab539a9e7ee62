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
  source: StoredSource | null
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
          ${findingLifeJson('$1', '$3::date')} as life, source_of('finding', finding.finding_id) as source
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
  const [[finding], causeList, measureRows, events] = await database.readAll(scope, [
    found,
    causes,
    measures,
    historyStatement(scope, 'finding', findingId),
  ] as const)
  if (finding === undefined) return null
  return {
    ...finding,
    life: findingLifeOf(finding.life),
    ...sourceOf(scope, finding.source),
    causeList,
    measureList: measureRows.map((each) => rowUnder(each.row, each, each.place)),
    history: events.map(historyRow),
  }
}

/** What `measure_page` of the database gives (migration 0020). */
type MeasureOnPage = { row: MeasureRow; life: StoredLife; source: StoredSource | null } & Pick<
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
    text: 'select * from measure_page($1, $2)',
    values: [measureId, today],
  }
  const [[measure], events] = await database.readAll(scope, [
    found,
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
    ...sourceOf(scope, measure.source),
    history: events.map(historyRow),
  }
}

type Source = { source: SourceRef | null; sourceLines: { line: number; text: string }[] }
/** What `source_of` of the database gives (migration 0020). */
type StoredSource = SourceRef & { inspectionId: number | null; sourceLines: Source['sourceLines'] }

/** The lines also tell what other units do: only whoever sees the whole inspection gets them. */
function sourceOf(scope: Scope, stored: StoredSource | null): Source {
  if (stored === null) return { source: null, sourceLines: [] }
  const { importId, sourceName, spans, inspectionId } = stored
  const seen = inspectionId !== null && seesWhole(scope.sight, inspectionId)
  return { source: { importId, sourceName, spans }, sourceLines: seen ? stored.sourceLines : [] }
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
