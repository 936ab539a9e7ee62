/**
 * A check of public works (or of a unit's records) against a rule: data, and one pure function. It never says "passed" for want of data: four
 * outcomes, and what is missing is named. Thresholds are parameters with place and dates, so that a local rule can take
 * the place of the one that is shipped.
 */
import type { Day } from '../deadline/day.ts'
import type { Words } from '../registers/field.ts'

export const checkOutcomes = ['flagged', 'clear', 'cannotTell', 'notApplicable'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export const checkAreas = [
  'decision',
  'tender',
  'contract',
  'change',
  'payment',
  'time',
  'planting',
  'soil',
  'haulage',
  'acceptance',
  'settlement',
  'account',
  'handover',
  'land',
  'archive',
  'integrity',
  'doubleCount',
  'party',
  'finding',
] as const
export type CheckArea = (typeof checkAreas)[number]

/** A number that a rule turns on. Money in 分, shares in per cent, areas in ㎡. */
export type Parameter = {
  readonly name: Words
  readonly unit: string
  /** As shipped: which value from which day on. The first begins with the rule. */
  readonly values: readonly { readonly from: Day | null; readonly value: number; readonly source?: Words }[]
}

/** What a rule rests on. */
export type Source = {
  readonly document: Words
  /** `第十二条` */
  readonly article: string | null
  /** False: the wording of the source was not compared; the threshold is shown as such. */
  readonly verified: boolean
}

/** What an entry, project, unit or finding was found to be. */
export type Finding = {
  readonly outcome: CheckOutcome
  /** The entry it is about; null for the subject as a whole. */
  readonly entryId: number | null
  /** Entries whose numbers led to it, besides `entryId`. */
  readonly entryIds: readonly number[]
  /** Numbers used, by name: what `why` fills in. Money in 分. */
  readonly numbers: Readonly<Record<string, number | string>>
  /** For `cannotTell`: what is missing, in words of the form to fill in. */
  readonly needs: readonly Need[]
  /** Which sentence of the check's `why`. */
  readonly why: string
}
export type Need = { readonly register: string; readonly field: string | null; readonly entryId: number | null }

/** Values of a check's parameters on a day, local rules included. */
export type ParametersOn<P extends Readonly<Record<string, Parameter>>> = (day: Day | null) => {
  readonly [K in keyof P]: number
}

export type Check<Facts, P extends Readonly<Record<string, Parameter>> = Readonly<Record<string, Parameter>>> = {
  /** Never changes: `contract.signedLate`. */
  readonly id: string
  readonly area: CheckArea
  readonly name: Words
  /** Why it matters and what to do, in two or three sentences. */
  readonly explanation: Words
  readonly source: Source
  /** `statute`: a law or a rule of the state says so; `local`: of the place, to be set; `signal`: a question to a person. */
  readonly nature: 'statute' | 'local' | 'signal'
  readonly severity: 'high' | 'medium' | 'low'
  /** For things that happened from this day on (both included); null without end. */
  readonly from: Day | null
  readonly to: Day | null
  readonly parameters: P
  /** One sentence per outcome or case, with `{names}` of the numbers. */
  readonly why: Readonly<Record<string, Words>>
  /** One result per thing judged; none means not applicable. `today` decides what is overdue. */
  judge(facts: Facts, parameters: ParametersOn<P>, today: Day): readonly Finding[]
}
