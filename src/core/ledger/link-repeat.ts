/** One act reported under several findings becomes one measure linked to all of them: told seven times, counted once. */
import type { ActPlace, RepeatedAct } from '../proofread/repeated-acts.ts'
import { countsAndTarget, type DraftMeasure, type LedgerDraft, measureKey } from './draft.ts'
import type { Edit } from './edit.ts'
import { freeKey } from './free-key.ts'
import { withText } from './measure-text.ts'
import { spansOfPart, textWithout } from './part-of-text.ts'

/** Name of a repeated act in edits: where it stands first and how it begins. */
export function repeatId(act: RepeatedAct): string {
  const first = act.places[0]
  return `${first ? measureKey(first.findingIndex, first.measureIndex) : ''} ${act.key.slice(0, 100)}`
}

/**
 * Links the places of an act that still stand in the draft. Where the act is a part of a measure, the part is taken out
 * and the rest stays a measure of its own. The one measure has the fullest wording, all places and the key of the first.
 * Null when the act is not known, or fewer than two of its places are left.
 */
export function linkRepeat(
  draft: LedgerDraft,
  edit: Extract<Edit, { do: 'linkRepeat' }>,
  repeats: readonly RepeatedAct[],
): LedgerDraft | null {
  const act = repeats.find((each) => repeatId(each) === edit.repeat)
  if (!act) return null
  if (edit.as === 'apart') return draft
  const byKey = new Map(draft.measures.map((measure) => [measure.key, measure]))
  const parts = new Map<DraftMeasure, Taken>()
  for (const place of act.places) {
    const measure = byKey.get(measureKey(place.findingIndex, place.measureIndex))
    const taken = measure && !parts.has(measure) ? takenFrom(measure, place) : null
    if (measure && taken) parts.set(measure, taken)
  }
  const [first, ...others] = parts.values()
  if (!first || others.length === 0) return null
  const key = first.rest === null ? first.part.key : freeKey(draft, first.part.key)
  const one = linked([first.part, ...others.map(({ part }) => part)], key)
  const measures = draft.measures.flatMap((measure) => {
    const taken = parts.get(measure)
    if (!taken) return [measure]
    return [...(taken.rest ? [taken.rest] : []), ...(taken === first ? [one] : [])]
  })
  return { ...draft, measures }
}

/** What an act takes from a measure, and what remains of it; `rest` is null when the act is all of it. */
type Taken = { part: DraftMeasure; rest: DraftMeasure | null }

const says = /[\p{L}\p{N}]/u

function takenFrom(measure: DraftMeasure, place: ActPlace): Taken | null {
  const start = measure.text.indexOf(place.text)
  if (start === -1 || measure.leftOut) return null
  const end = start + place.text.length
  const remaining = textWithout(measure.text, start, end)
  if (place.whole || remaining === '') return { part: measure, rest: null }
  const { text, spans } = measure
  const around = [
    ...(says.test(text.slice(0, start)) ? spansOfPart(text, spans, 0, start) : []),
    ...(says.test(text.slice(end)) ? spansOfPart(text, spans, end, text.length) : []),
  ]
  return {
    part: { ...withText(measure, place.text), spans: spansOfPart(text, spans, start, end) },
    rest: { ...withText(measure, remaining), spans: around },
  }
}

function linked(parts: readonly [DraftMeasure, ...DraftMeasure[]], key: string): DraftMeasure {
  const [first] = parts
  const fullest = parts.reduce((best, part) => (part.text.length > best.text.length ? part : best))
  const due = parts.find(({ kind, duePhrase }) => kind !== null || duePhrase !== null)
  const counts = [fullest, ...parts].find((part) => part.counts.length > 0)?.counts ?? []
  return {
    ...first,
    key,
    text: fullest.text,
    ...(due ? { kind: due.kind, duePhrase: due.duePhrase, dueOn: due.dueOn } : {}),
    ...countsAndTarget(counts),
    documents: [...new Set(parts.flatMap(({ documents }) => documents))],
    findings: [...new Set(parts.flatMap(({ findings }) => findings))],
    spans: parts.flatMap(({ spans }) => spans),
  }
}
