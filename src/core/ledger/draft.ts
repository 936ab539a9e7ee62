/**
 * The ledger as an import would write it: made from a parsed notice (`draftOf`), changed by a person (`applyEdits`).
 * Pure, so that browser and server compute the same draft from the same notice and edits.
 */
import type { MeasureKind } from '../measure/status.ts'
import type { Facts, Notice, ParsedFinding, ParsedMeasure, StatusMention } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'

/** Keys: `f3` third finding of the text, `c3.1` its first cause, `m3.2` its second measure, `m3.2/2` cut off from it. */
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
export type Count = { quantity: number; unit: string; written: string; exact: boolean }
export type DraftMeasure = {
  key: string
  text: string
  marker: string | null
  implied: boolean
  kind: MeasureKind | null
  duePhrase: string | null
  dueOn: string | null
  /** How much is to be done: see {@link countsAndTarget}. */
  target: { quantity: number; unit: string } | null
  /** Counts of things and acts that stand in the text, in the words they were read from. */
  counts: Count[]
  documents: string[]
  findings: string[]
  spans: Span[]
  leftOut: boolean
}
/** Each list is in reading order. */
export type LedgerDraft = { findings: DraftFinding[]; causes: DraftCause[]; measures: DraftMeasure[] }

export const findingKey = (finding: number): string => `f${finding + 1}`
export const measureKey = (finding: number, measure: number): string => `m${finding + 1}.${measure + 1}`
const causeKey = (finding: number, cause: number): string => `c${finding + 1}.${cause + 1}`

/** The draft of a notice before anybody changed it. Indexes of the notice are the numbers in the keys. */
export function draftOf(notice: Notice): LedgerDraft {
  return {
    findings: notice.findings.map((finding, index) => ({
      key: findingKey(index),
      number: finding.number,
      path: finding.path,
      aspect: finding.aspect,
      heading: finding.heading,
      original: finding.original,
      status: finding.status && { text: finding.status.text, bucket: finding.status.bucket },
      spans: [finding.headingSpan, ...finding.blocks.filter(({ kind }) => kind === 'problem')].map(spanOf),
      leftOut: false,
    })),
    causes: notice.findings.flatMap((finding, index) =>
      finding.causes.map((cause, place) => ({
        key: causeKey(index, place),
        text: cause.text,
        findings: [findingKey(index)],
        spans: [spanOf(cause)],
        leftOut: false,
      })),
    ),
    measures: notice.findings.flatMap((finding, index) =>
      finding.measures.map((measure, place) => ({
        key: measureKey(index, place),
        text: measure.text,
        marker: measure.marker,
        implied: measure.implied,
        ...dueOf(measure, finding),
        ...countsAndTarget(countsOf(measure)),
        documents: [...new Set(measure.documents.map(({ title }) => title))],
        findings: [findingKey(index)],
        spans: [spanOf(measure)],
        leftOut: false,
      })),
    ),
  }
}

/** The deadline said in the measure, or else in the finding's own 整改时限 block. */
function dueOf(measure: ParsedMeasure, finding: ParsedFinding): Pick<DraftMeasure, 'kind' | 'duePhrase' | 'dueOn'> {
  const block = finding.blocks.find(({ kind }) => kind === 'deadline')
  const deadline = measure.deadlines[0] ?? block?.deadlines[0]
  if (deadline) return { kind: deadline.kind, duePhrase: deadline.text, dueOn: deadline.by }
  return { kind: null, duePhrase: block?.text ?? null, dueOn: null }
}

/** Rates, money and stretches of time are no counts. */
const notCounted = /^(?:%|‰|年|个?月|日|天|周|小时|分钟|元|万元|亿元)/

function countsOf({ quantities }: Facts): Count[] {
  return quantities
    .filter(({ unit }) => unit !== '' && !notCounted.test(unit))
    .map(({ value, unit, text, approximate }) => ({ quantity: value, unit, written: text, exact: !approximate }))
}

/** A target only where the text leaves no choice: it has exactly one count, and that one is exact. */
export function countsAndTarget(counts: Count[]): Pick<DraftMeasure, 'counts' | 'target'> {
  const [only] = counts
  const target = only?.exact && counts.length === 1 ? { quantity: only.quantity, unit: only.unit } : null
  return { counts, target }
}

const spanOf = ({ line, column, endLine, endColumn }: Span): Span => ({ line, column, endLine, endColumn })
