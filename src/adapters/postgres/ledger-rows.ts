/** Rows of the ledger as the page shows them, from columns of the database. */
import type { z } from 'zod'
import type { ledgerMeasureRowSchema } from '../../core/api/records.ts'

export type MeasureRow = z.infer<typeof ledgerMeasureRowSchema>

export type MeasureColumns = {
  measure_id: number
  number: string
  first_finding_id: number | null
  finding_numbers: string[]
  text: string
  status: MeasureRow['status']
  kind: MeasureRow['kind']
  docket_number: string | null
  due_on: MeasureRow['dueOn']
  due_phrase: string | null
  target_quantity: number | null
  target_unit: string | null
  lead_unit_id: number | null
  lead_unit_name: string | null
  officer_id: number | null
  officer_name: string | null
  leader_id: number | null
  leader_name: string | null
}

/** Columns of {@link MeasureColumns} from `measure`, with `lead_unit`, `officer` and `leader` joined by {@link measureNames}. */
export const measureColumns = `measure.measure_id, measure.number, measure.first_finding_id, measure.finding_numbers,
  measure.text, measure.status, measure.kind, measure.docket_number, measure.due_on, measure.due_phrase,
  measure.target_quantity, measure.target_unit, measure.lead_unit_id, lead_unit.name as lead_unit_name,
  measure.responsible_officer_id as officer_id, officer.name as officer_name,
  measure.responsible_leader_id as leader_id, leader.name as leader_name`

/** @param tenant place-holder of the tenant's id */
export const measureNames = (tenant: string): string => `
  left join unit lead_unit on lead_unit.tenant_id = ${tenant} and lead_unit.unit_id = measure.lead_unit_id
  left join person officer on officer.tenant_id = ${tenant} and officer.person_id = measure.responsible_officer_id
  left join person leader on leader.tenant_id = ${tenant} and leader.person_id = measure.responsible_leader_id`

/** @param under the finding that the row stands under, and its number there; by default its first finding */
export const measureRow = (row: MeasureColumns, under?: { findingId: number; number: string }): MeasureRow => ({
  type: 'measure',
  id: row.measure_id,
  number: under?.number ?? row.number,
  findingId: under?.findingId ?? row.first_finding_id,
  text: row.text,
  status: row.status,
  kind: row.kind,
  docketNumber: row.docket_number,
  leadUnit: named(row.lead_unit_id, row.lead_unit_name),
  responsibleOfficer: named(row.officer_id, row.officer_name),
  responsibleLeader: named(row.leader_id, row.leader_name),
  dueOn: row.due_on,
  duePhrase: row.due_phrase,
  target: row.target_quantity === null ? null : { quantity: row.target_quantity, unit: row.target_unit },
  alsoAnswers: row.finding_numbers,
})

const named = (id: number | null, name: string | null): { id: number; name: string } | null =>
  id === null ? null : { id, name: name ?? '' }
