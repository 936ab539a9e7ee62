/** Several records as one, and one measure as two. */
import { countsAndTarget, type DraftMeasure, type LedgerDraft } from './draft.ts'
import { freeKey } from './free-key.ts'
import { withText } from './measure-text.ts'
import { byStart, joinedText, spansOfPart } from './part-of-text.ts'

/**
 * Records of one kind become the first of `keys`: measures and causes with their texts joined in reading order, findings
 * with what stands under them. Null when one of the keys is gone or they are of different kinds.
 */
export function merge(draft: LedgerDraft, keys: readonly string[]): LedgerDraft | null {
  const wanted = new Set(keys)
  if (wanted.size < 2) return null
  const [first = ''] = keys
  const measures = mergedIn(draft.measures, wanted, first, mergedFacts)
  if (measures) return { ...draft, measures }
  const causes = mergedIn(draft.causes, wanted, first, () => ({}))
  if (causes) return { ...draft, causes }
  return mergedFindings(draft, wanted, first)
}

type Linked = LedgerDraft['causes'][number] | DraftMeasure

function mergedIn<Item extends Linked>(
  items: Item[],
  wanted: ReadonlySet<string>,
  first: string,
  facts: (parts: Item[]) => Partial<Item>,
): Item[] | null {
  const parts = items.filter(({ key }) => wanted.has(key)).sort((a, b) => byStart(a.spans[0], b.spans[0]))
  const kept = parts.find(({ key }) => key === first)
  if (!kept || parts.length < wanted.size) return null
  const text = joinedText(parts.map((part) => part.text))
  const whole = {
    ...kept,
    text,
    findings: [...new Set(parts.flatMap(({ findings }) => findings))],
    spans: parts.flatMap(({ spans }) => spans),
    leftOut: parts.every(({ leftOut }) => leftOut),
    ...facts(parts),
  }
  return items.flatMap((item) => (item.key === first ? [whole] : wanted.has(item.key) ? [] : [item]))
}

function mergedFacts(parts: readonly DraftMeasure[]): Partial<DraftMeasure> {
  const due = parts.find(({ kind, duePhrase }) => kind !== null || duePhrase !== null)
  return {
    implied: parts.every(({ implied }) => implied),
    documents: [...new Set(parts.flatMap(({ documents }) => documents))],
    ...countsAndTarget(parts.flatMap(({ counts }) => counts)),
    ...(due ? { kind: due.kind, duePhrase: due.duePhrase, dueOn: due.dueOn } : {}),
  }
}

function mergedFindings(draft: LedgerDraft, wanted: ReadonlySet<string>, first: string): LedgerDraft | null {
  const parts = draft.findings.filter(({ key }) => wanted.has(key))
  const kept = parts.find(({ key }) => key === first)
  if (!kept || parts.length < wanted.size) return null
  const others = parts.filter((part) => part !== kept)
  const originals = [kept, ...others].map(({ original }) => original).filter((original) => original !== null)
  const whole = {
    ...kept,
    original: originals.length > 0 ? joinedText(originals) : null,
    spans: [...kept.spans, ...others.flatMap(({ spans }) => spans)],
  }
  const findings = draft.findings.flatMap((item) => (item.key === first ? [whole] : wanted.has(item.key) ? [] : [item]))
  return { ...relinked(draft, wanted, first), findings }
}

/** Causes and measures under one of `from` stand under `to` instead. */
export function relinked(draft: LedgerDraft, from: ReadonlySet<string>, to: string): LedgerDraft {
  const set = <Item extends Linked>(items: Item[]): Item[] =>
    items.map((item) =>
      item.findings.some((key) => from.has(key))
        ? { ...item, findings: [...new Set(item.findings.map((key) => (from.has(key) ? to : key)))] }
        : item,
    )
  return { ...draft, causes: set(draft.causes), measures: set(draft.measures) }
}

/** One measure or cause as two, cut before offset `at` of its text. Null when one half would be blank. */
export function split(draft: LedgerDraft, key: string, at: number): LedgerDraft | null {
  const cut = <Item extends Linked>(items: Item[], shaped: (item: Item, text: string) => Item): Item[] | null => {
    const item = items.find((each) => each.key === key)
    if (!item) return null
    const halves = [item.text.slice(0, at), item.text.slice(at)]
    const [head = '', tail = ''] = halves
    if (head.trim() === '' || tail.trim() === '') return null
    const tailStart = at + tail.length - tail.trimStart().length
    const first = {
      ...shaped(item, head.trimEnd()),
      spans: spansOfPart(item.text, item.spans, 0, head.trimEnd().length),
    }
    const second = {
      ...shaped(item, tail.trim()),
      key: freeKey(draft, key),
      ...('marker' in item ? { marker: null, implied: true } : {}),
      spans: spansOfPart(item.text, item.spans, tailStart, at + tail.trimEnd().length),
    }
    return items.flatMap((each) => (each === item ? [first, second] : [each]))
  }
  const measures = cut(draft.measures, withText)
  if (measures) return { ...draft, measures }
  const causes = cut(draft.causes, (cause, text) => ({ ...cause, text }))
  return causes && { ...draft, causes }
}
