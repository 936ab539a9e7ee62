/**
 * Which record of a ledger a draft record is: by wording first, then by number and likeness. Wording is compared without
 * punctuation, spaces and width of characters, so that a text retyped by another hand is still the same text.
 */
import { bigramsOf, likeness } from '../proofread/bigrams.ts'
import type { DraftFinding, LedgerDraft } from './draft.ts'
import type { ExistingFinding, ExistingLedger } from './existing-ledger.ts'

const worded = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}%]/gu, '')

/** Two headings this alike under one number are one finding whose heading was corrected. */
const likeHeading = 0.5
/** Two texts this alike under one finding are one measure (or cause) whose text was corrected. */
const likeText = 0.6
/** A shorter text says too little to be found again under another finding. */
const tellingLength = 8
/** Corrected texts are looked for among so many records of a finding: beyond, time would grow with the square. */
const comparedAtMost = 200

/** Existing finding of each draft finding, by key. One to one. */
export function matchFindings(draft: LedgerDraft, existing: ExistingLedger): Map<string, ExistingFinding> {
  const matches = new Map<string, ExistingFinding>()
  const free = new Set(existing.findings)
  const pair = (of: (finding: DraftFinding | ExistingFinding) => string): void => {
    const stacks = stacked([...free], (finding) => [of(finding)])
    for (const finding of draft.findings) {
      if (matches.has(finding.key)) continue
      const match = next(stacks.get(of(finding)), free)
      if (match && free.has(match)) take(finding, match)
    }
  }
  const take = (finding: DraftFinding, match: ExistingFinding): void => {
    matches.set(finding.key, match)
    free.delete(match)
  }
  pair(({ number, heading, aspect }) => `${number}|${worded(heading)}|${worded(aspect)}`)
  pair(({ number, heading }) => `${number}|${worded(heading)}`)
  pair(({ heading }) => worded(heading))
  const byNumber = stacked([...free], ({ number }) => [number])
  const said = sayings(draft, existing)
  for (const finding of draft.findings) {
    if (matches.has(finding.key)) continue
    const match = byNumber
      .get(finding.number)
      ?.find((candidate) => free.has(candidate) && alike(finding, candidate, said))
    if (match) take(finding, match)
  }
  return matches
}

type Sayings = { draft: Map<string, string[]>; existing: Map<number, Set<string>> }

function sayings(draft: LedgerDraft, existing: ExistingLedger): Sayings {
  const drafted = new Map<string, string[]>()
  for (const { text, findings } of draft.measures) {
    for (const key of findings) {
      const list = drafted.get(key)
      if (list) list.push(worded(text))
      else drafted.set(key, [worded(text)])
    }
  }
  const held = new Map<number, Set<string>>()
  for (const { text, findingIds } of existing.measures) {
    for (const id of findingIds) held.set(id, (held.get(id) ?? new Set()).add(worded(text)))
  }
  return { draft: drafted, existing: held }
}

/** Same number is given. The heading was corrected, or rewritten while most measures stayed word for word. */
function alike(finding: DraftFinding, candidate: ExistingFinding, said: Sayings): boolean {
  const original = worded(finding.original)
  if (original !== '' && original === worded(candidate.original)) return true
  if (likeness(bigramsOf(worded(finding.heading)), bigramsOf(worded(candidate.heading))) >= likeHeading) return true
  const held = said.existing.get(candidate.id)
  const told = said.draft.get(finding.key) ?? []
  return held !== undefined && told.length > 0 && told.filter((text) => held.has(text)).length * 2 > told.length
}

type Linked = { key: string; text: string; findings: string[] }
type Held = { id: number; text: string; findingIds: number[] }

/**
 * Existing record of each draft measure or cause, by key. Several draft records with the wording of one existing record
 * under the same finding are that record; otherwise one to one.
 */
export function matchUnderFindings<R extends Held>(
  items: readonly Linked[],
  existing: readonly R[],
  findings: ReadonlyMap<string, ExistingFinding>,
): Map<string, R> {
  const matches = new Map<string, R>()
  const free = new Set(existing)
  const take = (item: Linked, match: R): void => {
    matches.set(item.key, match)
    free.delete(match)
  }
  const under = ({ findings: keys }: Linked): number[] =>
    keys.map((key) => findings.get(key)?.id).filter((id) => id !== undefined)

  const byPlace = stacked(existing, ({ text, findingIds }) => findingIds.map((id) => `${id}|${worded(text)}`))
  for (const item of items) {
    const found = under(item).map((id) => next(byPlace.get(`${id}|${worded(item.text)}`), free))
    const match = found.find((record) => record && free.has(record)) ?? found.find((record) => record !== undefined)
    if (match) take(item, match)
  }
  const byWording = stacked([...free], ({ text }) => [worded(text)])
  for (const item of items) {
    if (matches.has(item.key) || worded(item.text).length < tellingLength) continue
    const match = next(byWording.get(worded(item.text)), free)
    if (match && free.has(match)) take(item, match)
  }
  const byFinding = stacked([...free], ({ findingIds }) => findingIds)
  for (const item of items) {
    if (matches.has(item.key)) continue
    const bigrams = bigramsOf(worded(item.text))
    let best: { record: R; score: number } | null = null
    for (const record of under(item).flatMap((id) => byFinding.get(id)?.slice(-comparedAtMost) ?? [])) {
      const score = free.has(record) ? likeness(bigrams, bigramsOf(worded(record.text))) : 0
      if (score >= likeText && score > (best?.score ?? 0)) best = { record, score }
    }
    if (best) take(item, best.record)
  }
  return matches
}

/** Items by key, each list with its first item last, so that {@link next} can take from the end. */
function stacked<Item, Key>(items: readonly Item[], of: (item: Item) => readonly Key[]): Map<Key, Item[]> {
  const stacks = new Map<Key, Item[]>()
  for (const item of [...items].reverse()) {
    for (const key of of(item)) {
      const stack = stacks.get(key)
      if (stack) stack.push(item)
      else stacks.set(key, [item])
    }
  }
  return stacks
}

/** The first free item of a stack; when none is free, the last one that was taken. */
function next<Item>(stack: Item[] | undefined, free: ReadonlySet<Item>): Item | undefined {
  if (!stack) return undefined
  for (let top = stack.at(-1); stack.length > 1 && top !== undefined && !free.has(top); top = stack.at(-1)) stack.pop()
  return stack.at(-1)
}
