/** Figures over findings, causes, measures and weekly reports, as they are or as they were. */
import type { LedgerSubject } from '../../core/figures/subjects.ts'
import type { Asked } from '../../usecases/ports/figures.ts'
import type { Scope, Statement } from './database.ts'
import { answered, type Builder, below } from './figure-entries.ts'
import { statement } from './statement.ts'

/** Columns by the filters of each subject. */
const columns: Readonly<Record<LedgerSubject, Readonly<Record<string, string>>>> = {
  finding: { state: 'state', selfFound: 'self_found' },
  cause: {},
  measure: { status: 'status', light: 'light', kind: 'kind' },
  report: { noChange: 'no_change' },
}

/**
 * The records of one kind, one row each: id, place (sorts as people count), title, on, unit_id, inspection_id, numbers of
 * findings, and what is filtered by.
 * @param at an instant before which it is looked at, or null
 */
const sources: Readonly<Record<LedgerSubject, (tenant: string, at: string | null) => string>> = {
  finding: (tenant, at) => `
    select finding_id as id, number_key || '/' || finding_id as place, number || ' ' || heading as title, null::date as on,
      null::bigint as unit_id, inspection_id, array[number] as numbers, self_found::text as self_found,
      ${
        at === null
          ? 'state'
          : // Its acts are kept; a finding without any has had its state from the start.
            `coalesce((select case act when 'signOff' then 'signedOff' when 'reopen' then 'open' else act end
          from finding_step step where step.tenant_id = ${tenant} and step.finding_id = finding.finding_id and step.at < ${at}
          order by step.at desc, step.step_id desc limit 1),
        case when exists (select from finding_step step where step.tenant_id = ${tenant}
          and step.finding_id = finding.finding_id) then 'open' else state end)`
      } as state
    from finding where tenant_id = ${tenant} ${at === null ? '' : `and created_at < ${at}`}`,
  cause: (tenant, at) => `
    select cause_id as id, lpad(cause_id::text, 19, '0') as place, text as title, null::date as on, null::bigint as unit_id,
      inspection_id, array(select finding.number from finding_cause link
          join finding on finding.tenant_id = ${tenant} and finding.finding_id = link.finding_id
        where link.tenant_id = ${tenant} and link.cause_id = cause.cause_id) as numbers
    from cause where tenant_id = ${tenant} ${at === null ? '' : `and created_at < ${at}`}`,
  measure: (tenant, at) =>
    at === null
      ? `
    select measure_id as id, number_key || '/' || measure_id as place, number || ' ' || text as title, due_on as on,
      lead_unit_id as unit_id, inspection_id, ${answered('number', 'finding_numbers')} as numbers, status, light, kind
    from measure where tenant_id = ${tenant}`
      : `
    select measure_id as id, number_key || '/' || measure_id as place,
      (past.fields ->> 'number') || ' ' || (past.fields ->> 'text') as title, (past.fields ->> 'dueOn')::date as on,
      (past.fields ->> 'leadUnitId')::bigint as unit_id, measure.inspection_id,
      ${answered("past.fields ->> 'number'", "array(select jsonb_array_elements_text(past.fields -> 'findingNumbers'))")}
        as numbers, past.fields ->> 'status' as status,
      null::text as light, past.fields ->> 'kind' as kind
    from measure cross join lateral (
      select state.fields from record_state state
      where state.tenant_id = ${tenant} and state.record_kind = 'measure' and state.record_id = measure.measure_id
        -- All events of a transaction have one time; a state without an event stood there from the start.
        and coalesce((select event.at from history_event event where event.tenant_id = ${tenant}
          and event.transaction_id = state.transaction_id limit 1), measure.created_at) < ${at}
      order by state.state_id desc limit 1) past
    where measure.tenant_id = ${tenant}`,
  report: (tenant, at) => {
    const until = at === null ? '' : `and newer.filed_at < ${at}`
    return `
    select report.measure_id as id,
      to_char(report.filed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || '/' || report.measure_id || '/' || report.week || '/'
        || report.unit_id as place,
      measure.number || ' ' || report.week as title,
      (report.filed_at at time zone 'Asia/Shanghai')::date as on, report.unit_id, measure.inspection_id,
      ${answered('measure.number', 'measure.finding_numbers')} as numbers, report.no_change::text as no_change
    from weekly_report report join measure on measure.tenant_id = ${tenant} and measure.measure_id = report.measure_id
    where report.tenant_id = ${tenant} and not report.withdrawn ${at === null ? '' : `and report.filed_at < ${at}`}
      and not exists (select from weekly_report newer where newer.tenant_id = ${tenant}
        and newer.measure_id = report.measure_id and newer.week = report.week and newer.unit_id = report.unit_id
        and newer.version > report.version ${until})`
  },
}

/** @returns a table expression named `record` with its condition */
function recordsSql(builder: Builder, scope: Scope, asked: Asked, of: LedgerSubject): string {
  const { counting, before } = asked
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const at = before === null ? null : `${builder.value(before)}::timestamptz`
  const conditions: string[] = []
  for (const [field, values] of Object.entries(counting.where)) {
    const column = columns[of][field]
    if (column !== undefined) conditions.push(`record.${column} = any (${builder.value(values)}::text[])`)
  }
  if (counting.units.length > 0) conditions.push(`record.unit_id = any (${below(builder, tenant, counting.units)})`)
  if (counting.findings.length > 0) conditions.push(`record.numbers && ${builder.value(counting.findings)}::text[]`)
  if (counting.inspections.length > 0)
    conditions.push(`record.inspection_id = any (${builder.value(counting.inspections)}::bigint[])`)
  if (counting.period?.from) conditions.push(`record.on >= ${builder.value(counting.period.from)}::date`)
  if (counting.period?.to) conditions.push(`record.on <= ${builder.value(counting.period.to)}::date`)
  return `(${sources[of](tenant, at)}) record where ${['true', ...conditions].join(' and ')}`
}

export function countedStatement(scope: Scope, asked: Asked, of: LedgerSubject): Statement<{ records: number }> {
  const builder = statement('figure')
  const { text, values } = builder.build(`select count(*) as records from ${recordsSql(builder, scope, asked, of)}`)
  return { text, values }
}

export type LedgerRow = { id: number; title: string; on: string | null; unit: string | null; place: string }

export function recordsStatement(
  scope: Scope,
  asked: Asked,
  of: LedgerSubject,
  after: string | null,
  limit: number,
): Statement<LedgerRow> {
  const builder = statement('figure-rows')
  const records = recordsSql(builder, scope, asked, of)
  const further = after === null ? '' : `and record.place collate "C" > ${builder.value(after)}::text`
  const { text, values } = builder.build(`
    select record.id, record.title, record.on::text as on, coalesce(unit.short_name, unit.name) as unit, record.place
    from (select * from ${records} ${further} order by record.place collate "C" limit ${builder.value(limit)}::integer) record
      left join unit on unit.tenant_id = ${builder.value(scope.tenantId)}::bigint and unit.unit_id = record.unit_id
    order by record.place collate "C"`)
  return { text, values }
}
