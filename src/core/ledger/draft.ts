/**
 * The ledger as an import would write it: made from a parsed notice (`draftOf`), changed by a person (`applyEdits`).
 * Pure, so that browser and server compute the same draft from the same notice and edits.
 */
import type { MeasureKind } from '../measure/status.ts'
import type { StatusMention } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'

/** Keys: `f3` third finding of the text, `c3.1` its first cause, `m3.2` its second measure, `m3.2/2` second half after a split. */
export type DraftFinding = {
  key: string
  number: string
  path: string[]
  aspect: string | null
  heading: string
  original: string | null
  status: { text: string; bucket: StatusMention['bucket'] } | null
  spans: Span[]
  leftOut: boolean
}
export type DraftCause = { key: string; text: string; findings: string[]; spans: Span[]; leftOut: boolean }
export type DraftMeasure = {
  key: string
  text: string
  marker: string | null
  implied: boolean
  kind: MeasureKind | null
  duePhrase: string | null
  dueOn: string | null
  target: { quantity: number; unit: string } | null
  documents: string[]
  findings: string[]
  spans: Span[]
  leftOut: boolean
}
export type LedgerDraft = { findings: DraftFinding[]; causes: DraftCause[]; measures: DraftMeasure[] }
