/**
 * What a run of checks changes in what was found before. A result that is the same thing on the same ground stays, whatever day
 * it is (days overdue grow by themselves); one that rests on something else ends, and a new one takes its place. A decision on
 * a flag holds for as long as its ground does; a flag that became a finding stays one.
 */
import type { CheckOutcome, Finding, Need } from './check.ts'

export type FlagState = 'open' | 'dismissed' | 'found'

/** One thing that was judged. */
export type Judged = {
  readonly checkId: string
  /** What of the subject: the same in the next run. */
  readonly about: string
  readonly entryId: number | null
  readonly entryIds: readonly number[]
  readonly outcome: CheckOutcome
  readonly numbers: Finding['numbers']
  readonly needs: readonly Need[]
  readonly why: string
  readonly used: readonly { readonly parameter: string; readonly value: number; readonly version: number }[]
  /** Versions of the entries and values it rests on. */
  readonly basis: string
}
export type Standing = Judged & {
  readonly id: number
  readonly state: FlagState | null
  readonly findingId: number | null
}

export type CarryOver = {
  /** Ids of results that hold no longer. */
  ended: number[]
  /** Stand as they are, with the numbers of today. */
  renewed: { id: number; numbers: Finding['numbers'] }[]
  added: (Judged & { state: FlagState | null; findingId: number | null })[]
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Names in order: the database gives them in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, held]) => [name, sorted(held)]),
  )
}

const stands = (before: Judged, now: Judged): boolean =>
  before.outcome === now.outcome &&
  before.why === now.why &&
  before.basis === now.basis &&
  sameJson(before.needs, now.needs)

export function carryOver(before: readonly Standing[], now: readonly Judged[]): CarryOver {
  const key = ({ checkId, about }: Judged): string => `${checkId} ${about}`
  const held = new Map(before.map((each) => [key(each), each]))
  const result: CarryOver = { ended: [], renewed: [], added: [] }
  for (const judged of now) {
    const old = held.get(key(judged))
    held.delete(key(judged))
    if (old !== undefined && stands(old, judged)) {
      if (!sameJson(old.numbers, judged.numbers)) result.renewed.push({ id: old.id, numbers: judged.numbers })
      continue
    }
    if (old !== undefined) result.ended.push(old.id)
    const found = judged.outcome === 'flagged' && old?.state === 'found'
    result.added.push({
      ...judged,
      state: judged.outcome !== 'flagged' ? null : found ? 'found' : 'open',
      findingId: found ? (old?.findingId ?? null) : null,
    })
  }
  result.ended.push(...[...held.values()].map(({ id }) => id))
  return result
}

/** Several things of one check may be about the same entries: they are told apart by their order. */
export function aboutOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ entryId, entryIds, why }) => {
    const plain = `${entryId ?? ''}|${entryIds.join(',')}|${why === 'flagged' || why === 'clear' ? '' : why}`
    const count = seen.get(plain) ?? 0
    seen.set(plain, count + 1)
    return count === 0 ? plain : `${plain}#${count}`
  })
}
