/**
 * The same act reported under several findings (one look-back under six, one training under seven): read by the
 * proofreader's repeat rules and by the import screen, which offers to keep it as one measure linked to all of them.
 *
 * Clauses that report one act are grouped; groups that stand in the same measures are joined, so that an act told in
 * four clauses is one act with the places of the whole stretch. Time is about linear in the length of the text.
 */
import type { Notice } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'
import { type ActClause, actClausesOf, actKey, sameAct, sameSubject, shortestAlike } from './act-clause.ts'
import { alikeCandidates, bigramsOf } from './bigrams.ts'
import { groupsBy } from './groups.ts'
import { comparePlace, offsetIn, spanOf } from './pieces.ts'

/** One place where the act is reported: a whole measure, or some clauses of it. */
export type ActPlace = {
  /** Index in `notice.findings`. */
  findingIndex: number
  /** Index in that finding's `measures`. */
  measureIndex: number
  span: Span
  text: string
  /** True when the place is all of the measure, false when the measure says other things too. */
  whole: boolean
}

/** An act found under at least two findings. `places` are in the order of the text. */
export type RepeatedAct = {
  /** `exact`: word for word but for punctuation and particles; `near`: other words for what seems the same act. */
  kind: 'exact' | 'near'
  /** The fullest wording among the places. */
  text: string
  /** The wording without punctuation and particles: equal keys are equal acts. */
  key: string
  /** The quantity all places agree on, in the unit as written; null when the act has none. */
  quantity: { value: number; unit: string } | null
  places: ActPlace[]
}

/** Clauses that report one act. */
type Group = { clauses: ActClause[]; measures: Set<string>; telling: boolean; length: number }

/** Acts reported under two or more findings, in the order of their first place. */
export function repeatedActs(notice: Notice): RepeatedAct[] {
  const groups = grouped(actClausesOf(notice))
  return joined(groups)
    .map((act) => described(notice, act))
    .filter((act) => act !== null)
    .sort((a, b) => comparePlace(firstSpan(a), firstSpan(b)))
}

function firstSpan(act: RepeatedAct): Span {
  return act.places[0]?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }
}

const measureOf = (clause: ActClause): string => `${clause.findingIndex}/${clause.measureIndex}`

/** Groups of clauses that report one act under two or more findings. */
function grouped(clauses: readonly ActClause[]): Group[] {
  const byKey = groupsBy(
    clauses.filter((clause) => clause.key.length >= 4),
    (clause) => `${clause.subject ?? ''}|${clause.key}`,
  )
  const kinds = [...byKey.values()]
  const heads = kinds.map((list) => list[0]).filter((head) => head !== undefined)
  const leader = heads.map((_, index) => index)
  const subjects = heads.map((head) => head.subject)
  const find = (index: number): number => {
    let at = index
    for (let up = leader[at]; up !== undefined && up !== at; up = leader[at]) at = up
    leader[index] = at
    return at
  }
  for (const [left, right] of candidates(heads)) {
    const [a, b] = [find(left), find(right)]
    const [headA, headB] = [heads[left], heads[right]]
    if (a === b || headA === undefined || headB === undefined) continue
    const [subjectA, subjectB] = [subjects[a] ?? null, subjects[b] ?? null]
    if (!sameSubject(subjectA, subjectB) || !sameAct(headA, headB)) continue
    leader[b] = a
    subjects[a] = subjectA ?? subjectB
  }
  const groups = groupsBy(kinds.entries(), ([index]) => find(index))
  return [...groups.values()]
    .map((members) => members.flatMap(([, list]) => list))
    .filter((list) => list.some((clause) => clause.findingIndex !== list[0]?.findingIndex))
    .map(groupOf)
}

function groupOf(clauses: ActClause[]): Group {
  return {
    clauses,
    measures: new Set(clauses.map(measureOf)),
    telling: clauses.some((clause) => clause.telling),
    length: clauses.reduce((longest, clause) => Math.max(longest, clause.key.length), 0),
  }
}

/**
 * Pairs worth comparing, by their indexes: the same words with other subjects, the same documents, the same count on one
 * topic, or alike in wording where they count and cite the same.
 */
function* candidates(heads: readonly ActClause[]): Generator<[number, number]> {
  const items = heads.map((head, index) => ({ head, index }))
  yield* pairsWithin(groupsBy(items, ({ head }) => head.key))
  const citing = items.filter(({ head }) => head.documents !== '')
  yield* pairsWithin(groupsBy(citing, ({ head }) => head.documents))
  for (const [quantities, counting] of groupsBy(items, ({ head }) => head.quantities)) {
    if (counting.length === 1) continue
    if (quantities !== '') yield* pairsWithin(onOneTopic(counting))
    const worded = counting.filter(({ head }) => head.key.length >= shortestAlike)
    for (const same of groupsBy(worded, ({ head }) => head.documents).values()) {
      if (same.length === 1) continue
      for (const [left, right] of alikeCandidates(same.map(({ head }) => bigramsOf(head.key)))) {
        const [one, other] = [same[left], same[right]]
        if (one && other) yield [one.index, other.index]
      }
    }
  }
}

/** Clauses under each bigram of their topics. */
function onOneTopic(items: readonly { head: ActClause; index: number }[]): Map<number, { index: number }[]> {
  const under = new Map<number, { index: number }[]>()
  for (const item of items) {
    for (const bigram of item.head.topic) {
      const list = under.get(bigram)
      if (list) list.push(item)
      else under.set(bigram, [item])
    }
  }
  return under
}

/** Each with the first few of its list: a group is found through any of its members, and time stays linear. */
function* pairsWithin(lists: ReadonlyMap<unknown, readonly { index: number }[]>): Generator<[number, number]> {
  for (const list of lists.values()) {
    if (list.length === 1) continue
    for (const [at, { index }] of list.entries()) {
      for (const other of list.slice(0, Math.min(at, 8))) yield [other.index, index]
    }
  }
}

/** Joins groups that stand in the same measures into acts; telling groups first, so that weak ones never lead. */
function joined(groups: readonly Group[]): Group[][] {
  const acts: { lead: Group; groups: Group[] }[] = []
  const inMeasure = new Map<string, number[]>()
  const order = [...groups].sort(
    (a, b) => Number(b.telling) - Number(a.telling) || b.measures.size - a.measures.size || b.length - a.length,
  )
  for (const group of order) {
    const [any] = group.measures
    const home = (inMeasure.get(any ?? '') ?? []).find((index) => {
      const lead = acts[index]?.lead
      return (
        lead !== undefined &&
        (lead.telling || group.measures.size * 2 >= lead.measures.size) &&
        [...group.measures].every((measure) => lead.measures.has(measure))
      )
    })
    if (home !== undefined) acts[home]?.groups.push(group)
    else {
      for (const measure of group.measures) inMeasure.set(measure, [...(inMeasure.get(measure) ?? []), acts.length])
      acts.push({ lead: group, groups: [group] })
    }
  }
  return acts.map((act) => act.groups)
}

/** Weak clauses together must say this much (in characters) before they count as an act. */
const enoughWords = 14

function described(notice: Notice, groups: readonly Group[]): RepeatedAct | null {
  const lead = groups[0]
  if (lead === undefined) return null
  const clauses = groups.flatMap((group) => group.clauses).sort((a, b) => comparePlace(a.node, b.node))
  const byMeasure = groupsBy(clauses, measureOf)
  const places = [...byMeasure.values()].map((list) => placeIn(notice, list)).filter((place) => place !== null)
  const words = groups.reduce((sum, group) => sum + group.length, 0)
  const wholeAlike = places.every((place) => place.whole) && words >= 6
  if (!lead.telling && words < enoughWords && !wholeAlike) return null
  const keys = new Set(places.map((place) => actKey(place.text)))
  const fullest = places.reduce<ActPlace | undefined>(
    (best, place) => (best === undefined || place.text.length > best.text.length ? place : best),
    undefined,
  )
  const text = fullest?.text ?? ''
  return { kind: keys.size === 1 ? 'exact' : 'near', text, key: actKey(text), quantity: agreed(lead), places }
}

function placeIn(notice: Notice, clauses: readonly ActClause[]): ActPlace | null {
  const [first] = clauses
  const last = clauses.at(-1)
  const measure = first && notice.findings[first.findingIndex]?.measures[first.measureIndex]
  if (!first || !last || !measure) return null
  const span = { ...spanOf(first.node), endLine: last.node.endLine, endColumn: last.node.endColumn }
  const end = offsetIn(measure, { line: span.endLine, column: span.endColumn })
  const text = measure.text.slice(offsetIn(measure, span), end)
  const said = clauses.reduce((sum, clause) => sum + clause.key.length, 0)
  return {
    findingIndex: first.findingIndex,
    measureIndex: first.measureIndex,
    span,
    text,
    whole: said >= 0.8 * actKey(measure.text).length,
  }
}

function agreed(group: Group): RepeatedAct['quantity'] {
  const [first] = group.clauses
  return first?.quantity && group.clauses.every((clause) => clause.quantities === first.quantities)
    ? first.quantity
    : null
}
