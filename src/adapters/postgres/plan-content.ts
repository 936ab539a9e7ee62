/** The plan of an inspection as one value, read with a statement per kind of record and link. */
import { sql } from 'kysely'
import type { PlanContent, PlanFinding, PlanMeasure, PlanTarget } from '../../core/plan/plan-content.ts'
import type { Transaction } from './database.ts'

type Link = { from: number; to: number }

export async function planContent(
  transaction: Transaction,
  tenantId: number,
  inspectionId: number,
): Promise<PlanContent> {
  const here = sql`tenant_id = ${tenantId} and inspection_id = ${inspectionId}`
  const [findings, causes, measures, targets, units, ofCauses, ofMeasures, answers] = await Promise.all([
    sql<Omit<PlanFinding, 'causeIds' | 'measureIds'>>`
      select finding_id as id, number, heading, original, aspect, self_found as "selfFound",
        (select origin.number from finding origin where origin.tenant_id = finding.tenant_id
          and origin.finding_id = finding.widened_from) as "widenedFrom"
      from finding where ${here} order by number_key, finding_id`.execute(transaction),
    sql<{ id: number; text: string }>`
      select cause_id as id, text from cause where ${here} order by cause_id`.execute(transaction),
    sql<Omit<PlanMeasure, 'targets' | 'supportingUnits'>>`
      select measure_id as id, measure.number, measure.text, measure.kind,
        coalesce(measure.original_due_on, measure.due_on) as "dueOn", measure.due_phrase as "duePhrase",
        ledger_row->'leadUnit' as "leadUnit", ledger_row->'responsibleLeader' as leader,
        ledger_row->'responsibleOfficer' as officer
      from measure where ${here} order by number_key, measure_id`.execute(transaction),
    sql<PlanTarget & { measureId: number }>`
      select target.measure_id as "measureId", target.words, target.quantity, target.unit,
        target.expected_proof as "expectedProof"
      from measure_target target join measure using (tenant_id, measure_id)
      where measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
      order by target.measure_id, target.position, target.target_id`.execute(transaction),
    sql<{ measureId: number; id: number; name: string }>`
      select link.measure_id as "measureId", unit.unit_id as id, unit.name
      from measure join measure_unit link using (tenant_id, measure_id) join unit using (tenant_id, unit_id)
      where measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
      order by unit.position, unit.unit_id`.execute(transaction),
    sql<Link>`
      select link.finding_id as "from", link.cause_id as "to" from finding join finding_cause link using (tenant_id, finding_id)
      where finding.tenant_id = ${tenantId} and finding.inspection_id = ${inspectionId}
      order by link.position, link.cause_id`.execute(transaction),
    sql<Link>`
      select link.finding_id as "from", link.measure_id as "to"
      from finding join finding_measure link using (tenant_id, finding_id)
      where finding.tenant_id = ${tenantId} and finding.inspection_id = ${inspectionId}
      order by link.position, link.measure_id`.execute(transaction),
    sql<Link>`
      select link.cause_id as "from", link.measure_id as "to" from cause join cause_measure link using (tenant_id, cause_id)
      where cause.tenant_id = ${tenantId} and cause.inspection_id = ${inspectionId}
      order by link.measure_id`.execute(transaction),
  ])
  const causesOf = gathered(ofCauses.rows, 'from')
  const findingsOf = gathered(ofCauses.rows, 'to')
  const measuresOf = gathered(ofMeasures.rows, 'from')
  const answersOf = gathered(answers.rows, 'from')
  const targetsOf = grouped(targets.rows)
  const unitsOf = grouped(units.rows)
  return {
    findings: findings.rows.map((finding) => ({
      ...finding,
      causeIds: causesOf.get(finding.id) ?? [],
      measureIds: measuresOf.get(finding.id) ?? [],
    })),
    causes: causes.rows.map((cause) => ({
      ...cause,
      findingIds: findingsOf.get(cause.id) ?? [],
      measureIds: answersOf.get(cause.id) ?? [],
    })),
    measures: measures.rows.map((measure) => ({
      ...measure,
      targets: targetsOf.get(measure.id) ?? [],
      supportingUnits: unitsOf.get(measure.id) ?? [],
    })),
  }
}

/** Ids at the other end of each link, by the end named. */
function gathered(links: readonly Link[], by: 'from' | 'to'): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const other = by === 'from' ? 'to' : 'from'
  for (const link of links) found.set(link[by], [...(found.get(link[by]) ?? []), link[other]])
  return found
}

function grouped<Row extends { measureId: number }>(rows: readonly Row[]): Map<number, Omit<Row, 'measureId'>[]> {
  const found = new Map<number, Omit<Row, 'measureId'>[]>()
  for (const { measureId, ...row } of rows) found.set(measureId, [...(found.get(measureId) ?? []), row])
  return found
}
