/** A measure with all that the rules of its life ask for, as one JSON value: the same for its page and for an act on it. */

import { settingsOf } from '../../core/inspection/settings.ts'
import type { MeasureLife } from '../../core/measure/life.ts'

/** JSON `{ person, onBehalfOf, at }` of a row that says who did something. */
export const doneBy = (tenant: string, row: string, person = 'person_id', at = 'at'): string => `
  'person', (select json_build_object('id', person.person_id, 'name', person.name) from person
    where person.tenant_id = ${tenant} and person.person_id = ${row}.${person}),
  'onBehalfOf', (select json_build_object('id', person.person_id, 'name', person.name) from person
    where person.tenant_id = ${tenant} and person.person_id = ${row}.on_behalf_of),
  'at', ${instant(`${row}.${at}`)}`

/** ISO 8601, UTC, milliseconds. */
export const instant = (value: string): string =>
  `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Steps of an application as JSON, oldest first. */
export const stepsJson = (tenant: string, which: string): string => `
  coalesce((select json_agg(json_build_object('applicationId', step.application_id, 'act', step.act,
      'words', step.words, 'siteCheck', step.site_check, 'targets', step.targets, ${doneBy(tenant, 'step')})
      order by step.step_id)
    from application_step step where step.tenant_id = ${tenant} and ${which}), '[]')`

export const targetsJson = (tenant: string): string => `
  coalesce((select json_agg(json_build_object('id', target.target_id, 'words', target.words,
      'quantity', target.quantity, 'unit', target.unit, 'expectedProof', target.expected_proof, 'reached', target.reached,
      'evidence', (select count(*) from evidence where evidence.tenant_id = ${tenant}
        and evidence.measure_id = measure.measure_id and evidence.cycle = measure.cycle
        and (evidence.target_id is null or evidence.target_id = target.target_id) and evidence.withdrawn_at is null))
      order by target.position, target.target_id)
    from measure_target target where target.tenant_id = ${tenant} and target.measure_id = measure.measure_id), '[]')`

const requestsJson = (tenant: string): string => `
  coalesce((select json_agg(json_build_object('id', request.request_id, 'kind', request.kind, 'state', request.state,
      'raised', json_build_object(${doneBy(tenant, 'request', 'raised_by', 'raised_at')}),
      'reason', request.reason, 'progress', request.progress, 'day', request.day,
      'previousDueOn', request.previous_due_on, 'basis', request.basis,
      'decisions', coalesce((select json_agg(json_build_object('decision', decided.decision, 'note', decided.note,
          ${doneBy(tenant, 'decided')}) order by decided.decision_id)
        from request_decision decided
        where decided.tenant_id = ${tenant} and decided.request_id = request.request_id), '[]'))
      order by request.request_id desc)
    from measure_request request where request.tenant_id = ${tenant} and request.measure_id = measure.measure_id
      and request.cycle = measure.cycle), '[]')`

/** People who did a step or a decision, as rows of one column `id`. */
const involved = (tenant: string): string => `
  select unnest(array[person_id, on_behalf_of]) as id from application_step
    where tenant_id = ${tenant} and measure_id = measure.measure_id
  union select unnest(array[raised_by, on_behalf_of]) from measure_request
    where tenant_id = ${tenant} and measure_id = measure.measure_id and state in ('raised', 'endorsed')
  union select unnest(array[decided.person_id, decided.on_behalf_of]) from measure_request request
    join request_decision decided on decided.tenant_id = ${tenant} and decided.request_id = request.request_id
    where request.tenant_id = ${tenant} and request.measure_id = measure.measure_id
      and request.state in ('raised', 'endorsed')`

/** Deputations in force on a day that touch these people. */
export const deputationsJson = (tenant: string, today: string, people: string): string => `
  coalesce((select json_agg(json_build_object('deputyId', deputy_id, 'principalId', principal_id)) from deputation
    where tenant_id = ${tenant} and ended_at is null and ${today} between from_on and to_on
      and exists (select from (${people}) involved where involved.id in (deputy_id, principal_id))), '[]')`

/** `from` has to name `measure` and `inspection`. Parameters are written as `$1`. */
export const lifeJson = (tenant: string, today: string): string => `
  json_build_object('id', measure.measure_id, 'inspectionId', measure.inspection_id, 'number', measure.number,
    'audiences', measure.audiences, 'version', measure.version, 'cycle', measure.cycle, 'status', measure.status, 'kind', measure.kind,
    'dueOn', measure.due_on, 'movedAt', ${instant('measure.moved_at')}, 'leadUnitId', measure.lead_unit_id,
    'responsibleOfficerId', measure.responsible_officer_id, 'responsibleLeaderId', measure.responsible_leader_id,
    'evidence', measure.evidence_count, 'settings', inspection.settings,
    'targets', ${targetsJson(tenant)},
    'steps', ${stepsJson(
      tenant,
      `step.measure_id = measure.measure_id and step.application_id = (
        select max(application_id) from application_step newest where newest.tenant_id = ${tenant}
          and newest.measure_id = measure.measure_id and newest.cycle = measure.cycle)`,
    )},
    'requests', ${requestsJson(tenant)},
    'deputations', ${deputationsJson(tenant, today, involved(tenant))})`

/** As it comes out of {@link lifeJson}. */
export type StoredLife = Omit<MeasureLife, 'settings'> & { settings: unknown }
export const lifeOf = (stored: StoredLife): MeasureLife => ({ ...stored, settings: settingsOf(stored.settings) })
