/** A measure as far as the rules of its life ask: what was done on the way to sign-off, what is asked for, what proves it. */

import type { InspectionSettings } from '../inspection/settings.ts'
import type { Counted } from '../registers/counted.ts'
import type { MeasureAct, RequestKind } from './acts.ts'
import type { Deputation, Done, Responsible } from './parties.ts'
import type { MeasureKind, MeasureStatus } from './status.ts'
import type { Part } from './transitions.ts'
import type { Decision } from './words.ts'

type Named = { id: number; name: string }
/** Who did it, for whom, when (ISO 8601). */
export type DoneBy = { person: Named; onBehalfOf: Named | null; at: string }

export type Target = {
  id: number
  words: string
  quantity: number | null
  unit: string | null
  expectedProof: string | null
  reached: number | null
  /** What it counts; null: its progress is reported. */
  counts: Counted | null
  /** Pieces of evidence for this target; those of the whole measure count for each. */
  evidence: number
}
export type TargetClaim = { targetId: number; met: boolean; explanation: string | null }

export type Step = DoneBy & {
  applicationId: number
  act: Extract<MeasureAct, 'apply' | 'endorse' | 'verify' | 'sign' | 'return'>
  words: string | null
  siteCheck: string | null
  targets: readonly TargetClaim[] | null
}

export type RequestState = 'raised' | 'endorsed' | 'approved' | 'refused' | 'withdrawn'
export type MeasureRequest = {
  id: number
  kind: RequestKind
  state: RequestState
  raised: DoneBy
  reason: string
  progress: string | null
  day: string | null
  previousDueOn: string | null
  basis: string | null
  decisions: readonly (DoneBy & { decision: Decision; note: string | null })[]
}
export const isPending = ({ state }: MeasureRequest): boolean => state === 'raised' || state === 'endorsed'

export type MeasureLife = Responsible & {
  id: number
  number: string
  /** Whom it concerns (`policy.ts`). */
  audiences: readonly number[]
  version: number
  cycle: number
  status: MeasureStatus
  kind: MeasureKind | null
  dueOn: string | null
  /** Since when it has its status (ISO 8601). */
  movedAt: string
  settings: InspectionSettings
  targets: readonly Target[]
  /** Pieces of evidence in this cycle. */
  evidence: number
  /** Of the newest application of this cycle, oldest first. */
  steps: readonly Step[]
  /** Of this cycle, newest first. */
  requests: readonly MeasureRequest[]
  /** In force today, of anybody who did something above. */
  deputations: readonly Deputation[]
}

/** Parts done in the application that is under way. */
export const stepsDone = ({ steps }: Pick<MeasureLife, 'steps'>): Done[] =>
  steps.flatMap(({ act, person, onBehalfOf }) =>
    act === 'sign' || act === 'return' ? [] : [done(act, person, onBehalfOf)],
  )

/** Parts done in a request. */
export const requestDone = ({ raised, decisions }: MeasureRequest): Done[] => [
  done('raise', raised.person, raised.onBehalfOf),
  ...decisions.flatMap(({ decision, person, onBehalfOf }) =>
    decision === 'endorse' ? [done('endorse', person, onBehalfOf)] : [],
  ),
]

const done = (part: Part, person: Named, onBehalfOf: Named | null): Done => ({
  part,
  personId: person.id,
  onBehalfOf: onBehalfOf?.id ?? null,
})
