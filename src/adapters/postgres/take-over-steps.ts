/** Steps towards sign-off of many measures at once, as they were taken before the ledger came here. */
import { sql } from 'kysely'
import type { PastApplication } from '../../usecases/ports/life.ts'
import type { Transaction } from './database.ts'

export async function takeOverSteps(
  transaction: Transaction,
  tenantId: number,
  applications: readonly PastApplication[],
): Promise<void> {
  const count = applications.reduce((sum, { steps }) => sum + steps.length, 0)
  const { rows: drawn } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('application_step', 'step_id')) as id
    from generate_series(1, ${count})`.execute(transaction)
  const ids = drawn.map(({ id }) => id)
  const rows = applications.flatMap(({ measureId, steps }) => {
    const stepIds = ids.splice(0, steps.length)
    return steps.map((step, index) => ({ ...step, measureId, id: stepIds[index], applicationId: stepIds[0] }))
  })
  await sql`
    insert into application_step (tenant_id, step_id, application_id, measure_id, cycle, act, person_id, at, words, targets)
    select ${tenantId}::bigint, given.id, given."applicationId", given."measureId", measure.cycle, given.act,
      given."personId", given."at", given.words, case when given.act = 'apply' then coalesce((
        select jsonb_agg(jsonb_build_object('targetId', target_id, 'met', true, 'explanation', null)
          order by position, target_id)
        from measure_target target where target.tenant_id = ${tenantId} and target.measure_id = given."measureId"), '[]') end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id bigint, "applicationId" bigint,
        "measureId" bigint, act text, "personId" bigint, "at" timestamptz, words text)
      join measure on measure.tenant_id = ${tenantId} and measure.measure_id = given."measureId"`.execute(transaction)
  await sql`
    update measure set moved_at = last.at
    from (select measure_id, max(at) as at from application_step
      where tenant_id = ${tenantId} and measure_id = any (${applications.map(({ measureId }) => measureId)}::bigint[])
      group by measure_id) last
    where measure.tenant_id = ${tenantId} and measure.measure_id = last.measure_id`.execute(transaction)
}
