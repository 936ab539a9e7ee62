/**
 * What a proofreading rule is. One rule stands in one file, `rules/<family>/<name>.ts`, and its code is that path:
 * `bihuan explain count/rate` prints the explanation of `rules/count/rate.ts`. Rules are pure and do not know each other.
 */
import type { Day } from '../deadline/day.ts'
import type { Notice } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'
import type { DatedAct } from './dated-acts.ts'
import type { Diagnostic, families, Language, severities } from './diagnostic.ts'
import type { OrdinalList } from './ordinal-lists.ts'
import type { Passage } from './passages.ts'
import type { Node } from './pieces.ts'
import type { RepeatedAct } from './repeated-acts.ts'

export type Family = (typeof families)[number]
export type Severity = (typeof severities)[number]

/** One sentence in both languages. */
export type Words = { zh: string; en: string }

/** Why it matters, how to fix it, and a short invented example. */
type Explanation = { why: string; fix: string; example: string }

/** What a rule looks at. Everything is computed once and shared by all rules. */
export type Context = {
  notice: Notice
  lines: readonly string[]
  /** Every stretch of text of the notice with its facts, in order; page furniture left out. */
  passages: readonly Passage[]
  /** Every stretch a reader sees: titles, headings of sections and findings, and the passages. */
  visible: readonly Node[]
  /** Findings whose measures are numbered, with those measures. */
  lists: readonly OrdinalList[]
  /** Acts of the measures with their days. */
  datedActs: readonly DatedAct[]
  /** Acts reported under several findings. */
  acts: readonly RepeatedAct[]
  /** The day by which the text existed: its publication, else the day the caller names, else null. */
  knownOn: Day | null
}

/** A place that breaks the rule. */
export type Found = Span & {
  message: Words
  related?: Diagnostic['related']
  /** Given only where it differs from the rule's own. */
  severity?: Severity
}

export type Rule = {
  code: `${Family}/${string}`
  severity: Severity
  name: Words
  explanation: Record<Language, Explanation>
  check(context: Context): Iterable<Found>
}
