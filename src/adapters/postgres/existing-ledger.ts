/** What a ledger holds, as far as an import compares with it. */
import { sql } from 'kysely'
import type { ExistingLedger } from '../../core/ledger/existing-ledger.ts'
import type { Transaction } from './database.ts'

export async function existingLedger(
  transaction: Transaction,
  tenantId: number,
  inspectionId: number,
): Promise<ExistingLedger> {
  const here = sql`tenant_id = ${tenantId} and inspection_id = ${inspectionId}`
  const findings = await sql<ExistingLedger['findings'][number]>`
    select finding_id as id, number, heading, original, aspect,
      case when reported_status is not null
        then json_build_object('text', reported_status, 'bucket', reported_bucket) end as status
    from finding where ${here} order by number_key, finding_id`.execute(transaction)
  const causes = await sql<ExistingLedger['causes'][number]>`
    select cause_id as id, text, array(select finding_id from finding_cause link
        where link.tenant_id = cause.tenant_id and link.cause_id = cause.cause_id order by finding_id) as "findingIds"
    from cause where ${here} order by cause_id`.execute(transaction)
  const measures = await sql<ExistingLedger['measures'][number]>`
    select measure_id as id, text, kind, due_phrase as "duePhrase", due_on as "dueOn", documents,
      case when target_quantity is not null
        then json_build_object('quantity', target_quantity, 'unit', coalesce(target_unit, '')) end as target,
      array(select finding_id from finding_measure link where link.tenant_id = measure.tenant_id
        and link.measure_id = measure.measure_id order by finding_id) as "findingIds"
    from measure where ${here} order by number_key, measure_id`.execute(transaction)
  return { findings: findings.rows, causes: causes.rows, measures: measures.rows }
}
