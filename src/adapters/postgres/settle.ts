/**
 * What follows from the records and links of an inspection: numbers of measures, who may see which record, places in
 * the flat ledger (and, by triggers, counts). Worked out anew at the end of each write, in the same transaction; rows that stay as they
 * are are not touched.
 */
import { type RawBuilder, sql } from 'kysely'
import { measureStatuses } from '../../core/measure/status.ts'
import type { Transaction } from './database.ts'

/** The whole ledger of the inspection. */
export const settle = (transaction: Transaction, tenantId: number, inspectionId: number): Promise<void> =>
  settleThose(transaction, tenantId, inspectionId, {
    measures: sql`measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}`,
    findings: sql`finding.tenant_id = ${tenantId} and finding.inspection_id = ${inspectionId}`,
    causes: sql`cause.tenant_id = ${tenantId} and cause.inspection_id = ${inspectionId}`,
  })

/**
 * These measures alone, with their findings and causes. Enough when units, people, days or statuses changed; after links
 * between findings and measures changed the neighbours' numbers move too, which only {@link settle} sees.
 */
export async function settleMeasures(
  transaction: Transaction,
  tenantId: number,
  inspectionId: number,
  measureIds: readonly number[],
): Promise<void> {
  const ids = [...measureIds]
  const linked = sql`select finding_id from finding_measure
    where tenant_id = ${tenantId} and measure_id = any (${ids}::bigint[])`
  await settleThose(transaction, tenantId, inspectionId, {
    measures: sql`measure.tenant_id = ${tenantId} and measure.measure_id = any (${ids}::bigint[])`,
    findings: sql`finding.tenant_id = ${tenantId} and finding.finding_id in (${linked})`,
    causes: sql`cause.tenant_id = ${tenantId} and cause.cause_id in (select cause_id from finding_cause
      where tenant_id = ${tenantId} and finding_id in (${linked}))`,
  })
}

type Condition = RawBuilder<unknown>
type Which = { measures: Condition; findings: Condition; causes: Condition }

async function settleThose(
  transaction: Transaction,
  tenantId: number,
  inspectionId: number,
  which: Which,
): Promise<void> {
  await numberMeasures(transaction, tenantId, which)
  await placeMeasures(transaction, tenantId, which.measures)
  await wallFindings(transaction, tenantId, which)
  await sql`update inspection set ledger_version = ledger_version + 1
    where tenant_id = ${tenantId} and inspection_id = ${inspectionId}`.execute(transaction)
}

/** A measure is called after its first finding and its place there; it concerns its units and its leader. */
async function numberMeasures(
  transaction: Transaction,
  tenantId: number,
  { measures, findings }: Which,
): Promise<void> {
  await sql`
    with linked as (
      select link.measure_id, finding.finding_id, finding.number, finding.number_key,
        row_number() over (partition by link.finding_id order by link.position, link.measure_id) as place
      from finding join finding_measure link using (tenant_id, finding_id)
      where ${findings}
    ), first as (
      select distinct on (measure_id) measure_id, finding_id, number || '-' || place as number,
        number_key || '-' || lpad(place::text, 8, '0') as number_key
      from linked order by measure_id, number_key, finding_id
    ), answered as (
      select measure_id, case when count(*) > 1 then array_agg(number order by number_key, finding_id) else '{}' end
        as numbers
      from linked group by measure_id
    ), derived as (
      select measure.measure_id, coalesce(first.number, '') as number, coalesce(first.number_key, '~') as number_key,
        first.finding_id, coalesce(answered.numbers, '{}') as numbers,
        array(select distinct audience from (
          select measure.lead_unit_id as audience
          union all select -measure.responsible_leader_id
          union all select unit_id from measure_unit where measure_unit.tenant_id = ${tenantId}
            and measure_unit.measure_id = measure.measure_id
        ) each where audience is not null order by audience) as audiences
      from measure left join first using (measure_id) left join answered using (measure_id)
      where ${measures}
    )
    update measure set number = derived.number, number_key = derived.number_key, first_finding_id = derived.finding_id,
      finding_numbers = derived.numbers, audiences = derived.audiences
    from derived
    where measure.tenant_id = ${tenantId} and measure.measure_id = derived.measure_id
      and (measure.number, measure.number_key, measure.first_finding_id, measure.finding_numbers, measure.audiences)
        is distinct from (derived.number, derived.number_key, derived.finding_id, derived.numbers, derived.audiences)
  `.execute(transaction)
}

/** @param which of the table `measure` */
export async function placeMeasures(transaction: Transaction, tenantId: number, which: Condition): Promise<void> {
  await sql`delete from measure_place place using measure
    where place.tenant_id = ${tenantId} and place.audience <> 0 and ${which}
      and measure.measure_id = place.measure_id and place.audience <> all (measure.audiences)`.execute(transaction)
  await sql`
    insert into measure_place as place
      (tenant_id, inspection_id, audience, measure_id, status_rank, due_key, number_key, unit_key, light_rank)
    select measure.tenant_id, measure.inspection_id, audience, measure.measure_id,
      array_position(${[...measureStatuses]}::text[], measure.status) - 1, coalesce(measure.due_on, 'infinity'),
      measure.number_key, coalesce(unit.position, 2147483647), light_rank(measure.light)
    from measure
      left join unit on unit.tenant_id = measure.tenant_id and unit.unit_id = measure.lead_unit_id
      cross join unnest(0::bigint || measure.audiences) audience
    where ${which}
    on conflict (tenant_id, measure_id, audience) do update
      set status_rank = excluded.status_rank, due_key = excluded.due_key, number_key = excluded.number_key,
        unit_key = excluded.unit_key, light_rank = excluded.light_rank
      where (place.status_rank, place.due_key, place.number_key, place.unit_key, place.light_rank)
        is distinct from (excluded.status_rank, excluded.due_key, excluded.number_key, excluded.unit_key,
          excluded.light_rank)
  `.execute(transaction)
}

/** A finding concerns whom one of its measures concerns; a cause, whom one of its findings concerns. */
async function wallFindings(transaction: Transaction, tenantId: number, { findings, causes }: Which): Promise<void> {
  await sql`
    with derived as (
      select finding_id, array(
        select distinct audience from finding_measure link
          join measure on measure.tenant_id = ${tenantId} and measure.measure_id = link.measure_id
          cross join unnest(measure.audiences) audience
        where link.tenant_id = ${tenantId} and link.finding_id = finding.finding_id order by audience) as audiences
      from finding where ${findings}
    )
    update finding set audiences = derived.audiences from derived
    where finding.tenant_id = ${tenantId} and finding.finding_id = derived.finding_id
      and finding.audiences is distinct from derived.audiences`.execute(transaction)
  await sql`
    with derived as (
      select cause_id, array(
        select distinct audience from finding_cause link
          join finding on finding.tenant_id = ${tenantId} and finding.finding_id = link.finding_id
          cross join unnest(finding.audiences) audience
        where link.tenant_id = ${tenantId} and link.cause_id = cause.cause_id order by audience) as audiences
      from cause where ${causes}
    )
    update cause set audiences = derived.audiences from derived
    where cause.tenant_id = ${tenantId} and cause.cause_id = derived.cause_id
      and cause.audiences is distinct from derived.audiences`.execute(transaction)
}
