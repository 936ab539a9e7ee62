/** A record that is something else than was recognised, and text that was not recognised at all. */
import type { Span } from '../notice/span.ts'
import type { DraftCause, DraftFinding, DraftMeasure, LedgerDraft } from './draft.ts'
import type { Edit } from './edit.ts'
import { freeKey } from './free-key.ts'
import { withText } from './measure-text.ts'
import { relinked } from './merge-split.ts'
import { byStart, joinedText } from './part-of-text.ts'

type Kind = Extract<Edit, { do: 'retag' }>['as']
/** What every kind of record has in common. */
type Stretch = { key: string; text: string; findings: string[]; spans: Span[] }

/**
 * The record `key` as another kind; it keeps its key. A measure or cause that becomes a finding takes along what follows
 * it under its old finding, as a heading does in a text; a finding that becomes something else leaves what stood under it
 * to the finding before. Null when the record is gone, is of that kind already, or has no finding to stand under.
 */
export function retag(draft: LedgerDraft, key: string, as: Kind): LedgerDraft | null {
  const finding = draft.findings.find((item) => item.key === key)
  if (finding) return as === 'finding' ? null : findingAs(draft, finding, as)
  const measure = draft.measures.find((item) => item.key === key)
  const cause = draft.causes.find((item) => item.key === key)
  const record = measure ?? cause
  if (!record || (measure && as === 'measure') || (cause && as === 'cause')) return null
  const without = {
    ...draft,
    measures: draft.measures.filter((item) => item !== measure),
    causes: draft.causes.filter((item) => item !== cause),
  }
  return placed(without, record, as)
}

/** A stretch of source text as a record of its own. Null when its finding is gone or, unless it is one, not named. */
export function add(draft: LedgerDraft, edit: Extract<Edit, { do: 'add' }>): LedgerDraft | null {
  if (edit.to !== null && !draft.findings.some(({ key }) => key === edit.to)) return null
  if (edit.to === null && edit.as !== 'finding') return null
  const text = edit.text.trim()
  if (text === '') return null
  const record = { key: freeKey(draft, 'a'), text, findings: edit.to === null ? [] : [edit.to], spans: [edit.span] }
  return placed(draft, record, edit.as)
}

function placed(draft: LedgerDraft, record: Stretch, as: Kind): LedgerDraft | null {
  switch (as) {
    case 'measure':
      return { ...draft, measures: inserted(draft.measures, measureFrom(record)) }
    case 'cause':
      return { ...draft, causes: inserted(draft.causes, causeFrom(record)) }
    case 'original':
      return asOriginal(draft, record)
    case 'finding':
      return asFinding(draft, record)
  }
}

function findingAs(draft: LedgerDraft, finding: DraftFinding, as: Exclude<Kind, 'finding'>): LedgerDraft | null {
  const before = draft.findings[draft.findings.indexOf(finding) - 1]
  if (!before) return null
  const left = relinked(draft, new Set([finding.key]), before.key)
  const record = { key: finding.key, text: finding.heading, findings: [before.key], spans: finding.spans }
  return placed({ ...left, findings: draft.findings.filter((item) => item !== finding) }, record, as)
}

function asOriginal(draft: LedgerDraft, { text, findings, spans }: Stretch): LedgerDraft | null {
  if (!draft.findings.some(({ key }) => findings.includes(key))) return null
  return {
    ...draft,
    findings: draft.findings.map((finding) =>
      findings.includes(finding.key)
        ? {
            ...finding,
            original: finding.original === null ? text : joinedText([finding.original, text]),
            spans: [...finding.spans, ...spans],
          }
        : finding,
    ),
  }
}

function asFinding(draft: LedgerDraft, record: Stretch): LedgerDraft | null {
  const heading = record.text.replace(/[\s。.；;，,]+$/, '')
  if (heading === '') return null
  const [start] = record.spans
  const before = draft.findings.filter(({ spans }) => byStart(spans[0], start) <= 0).at(-1)
  const finding: DraftFinding = {
    key: record.key,
    number: freeNumber(draft, before?.number ?? '0'),
    path: before?.path ?? [],
    aspect: before?.aspect ?? null,
    heading,
    original: null,
    status: null,
    spans: record.spans,
    leftOut: false,
  }
  const follow = <Item extends { findings: string[]; spans: Span[] }>(items: Item[]): Item[] =>
    items.map((item) =>
      before && item.findings.includes(before.key) && item.findings.length === 1 && byStart(item.spans[0], start) > 0
        ? { ...item, findings: [record.key] }
        : item,
    )
  return {
    findings: inserted(draft.findings, finding),
    causes: follow(draft.causes),
    measures: follow(draft.measures),
  }
}

/** `5-1` for what stands between 5 and 6: numbers that the text gives are never given twice. */
function freeNumber(draft: LedgerDraft, before: string): string {
  const taken = new Set(draft.findings.map(({ number }) => number))
  for (let part = 1; ; part += 1) {
    const number = `${before}-${part}`
    if (!taken.has(number)) return number
  }
}

const causeFrom = ({ key, text, findings, spans }: Stretch): DraftCause => ({
  key,
  text,
  findings,
  spans,
  leftOut: false,
})

const measureFrom = (record: Stretch): DraftMeasure =>
  withText(
    {
      ...causeFrom(record),
      marker: null,
      implied: true,
      kind: null,
      duePhrase: null,
      dueOn: null,
      target: null,
      counts: [],
      documents: [],
    },
    record.text,
  )

/** `record` put where it stands in the text. */
function inserted<Item extends { spans: Span[] }>(items: Item[], record: Item): Item[] {
  const at = items.findIndex(({ spans }) => byStart(spans[0], record.spans[0]) > 0)
  return at === -1 ? [...items, record] : [...items.slice(0, at), record, ...items.slice(at)]
}
