/** What an import left behind, as far as its proposals ask. */
import type { Span } from '../../core/notice/span.ts'

export type ImportedMeasure = {
  id: number
  number: string
  text: string
  leadUnit: { id: number; name: string } | null
  /** Places in the text of the import. */
  spans: Span[]
}
export type ProposalStore = {
  inspection(
    inspectionId: number,
  ): Promise<{ id: number; name: string; feedbackOn: string | null; publishedOn: string | null } | null>
  measures(importId: number): Promise<ImportedMeasure[]>
  /** Entries made of proposals of this import, by the proposal's key; withdrawn ones are none. */
  taken(importId: number): Promise<{ key: string; entryId: number }[]>
  units(): Promise<{ id: number; name: string; shortName: string | null }[]>
}
