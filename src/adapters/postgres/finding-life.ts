/** A finding with all that the rules of its life ask for, as one JSON value. */
import type { FindingLife } from '../../core/finding/life.ts'
import { settingsOf } from '../../core/inspection/settings.ts'
import { deputationsJson } from './measure-life.ts'

/** Steps `verify` on measures of the finding, in the measures' present cycles. */
const verifications = (tenant: string): string => `
  from finding_measure link
    join measure on measure.tenant_id = ${tenant} and measure.measure_id = link.measure_id
    join application_step step on step.tenant_id = ${tenant} and step.measure_id = measure.measure_id
      and step.cycle = measure.cycle and step.act = 'verify'
  where link.tenant_id = ${tenant} and link.finding_id = finding.finding_id`

/** `from` has to name `finding` and `inspection`. Parameters are written as `$1`. */
export const findingLifeJson = (tenant: string, today: string): string => `
  json_build_object('id', finding.finding_id, 'inspectionId', finding.inspection_id, 'number', finding.number,
    'audiences', finding.audiences, 'version', finding.version, 'cycle', finding.cycle, 'state', finding.state, 'settings', inspection.settings,
    'measures', coalesce((select json_agg(json_build_object('id', measure.measure_id, 'number', measure.number,
        'status', measure.status) order by link.position, link.measure_id)
      from finding_measure link join measure on measure.tenant_id = ${tenant} and measure.measure_id = link.measure_id
      where link.tenant_id = ${tenant} and link.finding_id = finding.finding_id), '[]'),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('act', step.act, 'reason', step.reason)
        || done_by(step.person_id, step.on_behalf_of, step.at) order by step.step_id)
      from finding_step step where step.tenant_id = ${tenant} and step.finding_id = finding.finding_id
        and step.cycle = finding.cycle), '[]'),
    'standards', coalesce((select json_agg(json_build_object('standard', held.standard, 'basis', held.basis))
      from finding_standard held where held.tenant_id = ${tenant} and held.finding_id = finding.finding_id
        and held.cycle = finding.cycle), '[]'),
    'lastVerified', (select done_by(step.person_id, step.on_behalf_of, step.at) ${verifications(tenant)}
      order by step.at desc, step.step_id desc limit 1),
    'deputations', ${deputationsJson(
      tenant,
      today,
      `select unnest(array[step.person_id, step.on_behalf_of]) as id ${verifications(tenant)}`,
    )})`

/** As it comes out of {@link findingLifeJson}. */
export type StoredFindingLife = Omit<FindingLife, 'settings'> & { settings: unknown }
export const findingLifeOf = (stored: StoredFindingLife): FindingLife => ({
  ...stored,
  settings: settingsOf(stored.settings),
})
