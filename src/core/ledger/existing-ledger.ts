/** What an inspection's ledger holds already, as far as an import compares with it. Ids are those of the records. */
import type { MeasureKind } from '../measure/status.ts'
import type { DraftFinding } from './draft.ts'

export type ExistingFinding = {
  id: number
  number: string
  heading: string
  original: string | null
  aspect: string | null
  status: DraftFinding['status']
}
export type ExistingCause = { id: number; text: string; findingIds: number[] }
export type ExistingMeasure = {
  id: number
  text: string
  kind: MeasureKind | null
  duePhrase: string | null
  dueOn: string | null
  target: { quantity: number; unit: string } | null
  documents: string[]
  findingIds: number[]
}
export type ExistingLedger = {
  findings: ExistingFinding[]
  causes: ExistingCause[]
  measures: ExistingMeasure[]
}

/** The ledger of an inspection that is about to be created. */
export const emptyLedger: ExistingLedger = { findings: [], causes: [], measures: [] }
