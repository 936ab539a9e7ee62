/** A measure as a row of the ledger: kept with it as JSON (`measure.ledger_row`), called by its place under a finding. */
import type { z } from 'zod'
import type { ledgerMeasureRowSchema } from '../../core/api/ledger-records.ts'

export type MeasureRow = z.infer<typeof ledgerMeasureRowSchema>

/** The row as it stands under one of its findings, at this place. */
export const rowUnder = (
  row: MeasureRow,
  finding: { finding_id: number; finding_number: string },
  place: number | null,
): MeasureRow => ({ ...row, findingId: finding.finding_id, number: `${finding.finding_number}-${place}` })
