/** What the life of measures and findings needs from outside. */
import type { z } from 'zod'
import type { Sight } from '../../core/access/policy.ts'
import type { historyEventSchema, ledgerMeasureRowSchema } from '../../core/api/ledger-records.ts'
import type { Light } from '../../core/deadline/light.ts'
import type { FindingLife } from '../../core/finding/life.ts'
import type { Act } from '../../core/history/acts.ts'
import type { RequestKind } from '../../core/measure/acts.ts'
import type { MeasureLife, RequestState, Step, Target } from '../../core/measure/life.ts'
import type { Reach } from '../../core/measure/reach.ts'
import type { MeasureStatus } from '../../core/measure/status.ts'
import type { Party } from '../../core/measure/transitions.ts'
import type { Decision } from '../../core/measure/words.ts'

type Scope = { tenantId: number; sight: Sight }
type MeasureRow = z.infer<typeof ledgerMeasureRowSchema>
type HistoryRow = z.infer<typeof historyEventSchema>

/** Who does it, for whom, when. */
export type By = { personId: number; onBehalfOf: number | null; at: Date }

/** The steps of one application, the first being `apply`. */
export type PastApplication = {
  measureId: number
  steps: readonly { act: Step['act']; personId: number; at: Date; words: string | null }[]
}

export type Life = {
  /** The measure with all that its rules ask for, locked for the rest of the transaction; null when there is none to see. */
  lockMeasure(measureId: number, today: string): Promise<MeasureLife | null>
  measureOfRequest(requestId: number): Promise<number | null>
  /** Who changed a record last, or did this act on it last, and when. */
  lastChange(kind: 'measure' | 'finding', id: number, act?: Act): Promise<{ who: string; at: Date } | null>
  /** Changes what is given and counts the version on; places in the ledger follow. @returns the new version */
  move(
    measureId: number,
    change: { status?: MeasureStatus; dueOn?: string; reviewOn?: string | null; at: Date },
  ): Promise<number>
  /** The first report begins the work, whoever of the lead unit wrote it. @returns false when it was not docketed */
  start(measureId: number, at: Date): Promise<boolean>
  addStep(
    step: By &
      Pick<Step, 'act' | 'words' | 'siteCheck' | 'targets'> & {
        measureId: number
        cycle: number
        applicationId: number | null
      },
  ): Promise<number>
  /** Steps taken before the ledger came here; measures have their statuses already. */
  takeOver(applications: readonly PastApplication[]): Promise<void>
  addRequest(
    request: By & {
      measureId: number
      inspectionId: number
      cycle: number
      kind: RequestKind
      reason: string
      progress: string | null
      day: string | null
      previousDueOn: string | null
      basis: string | null
    },
  ): Promise<number>
  decide(
    decision: By & {
      requestId: number
      measureId: number
      decision: Decision
      note: string | null
      state: RequestState
    },
  ): Promise<void>
  /** Requests that became pointless are taken back. @returns their ids */
  lapseRequests(measureId: number): Promise<number[]>
  /** Freezes the cycle that ends and begins the next one. @returns the new version */
  reopen(measureId: number, ground: { reason: string; basis: string; at: Date }): Promise<number>
  /** Who can do the next step, or is responsible: people with roles in force, and their deputies. */
  peopleAs(measureId: number, parties: readonly (Party | 'responsible')[], today: string): Promise<number[]>
  lockFinding(findingId: number, today: string): Promise<FindingLife | null>
  /** @returns the new version */
  moveFinding(
    findingId: number,
    step: By & { act: 'basicallyDone' | 'signOff' | 'reopen'; reason: string | null },
    standards: readonly { standard: string; basis: string }[],
  ): Promise<number>
  /** Findings of this measure of which every measure is closed now: they wait for their sign-off. */
  findingsReady(measureId: number, at: Date): Promise<{ id: number; number: string }[]>
  /** Findings of this measure that are basically done or signed off. */
  doneFindingsOf(measureId: number): Promise<number[]>
}

/** A cycle as it was frozen, with what happened in it. */
export type FrozenCycle = {
  cycle: number
  inspectionId: number
  audiences: number[]
  reason: string
  endedAt: string
  snapshot: { measure: MeasureRow; targets: Target[]; steps: Step[]; evidenceIds: number[] }
  history: HistoryRow[]
}

export type Awaited = {
  measures: readonly (Reach & { status: MeasureStatus })[]
  requests: readonly (Reach & { kind: RequestKind; state: RequestState })[]
  /** Findings whose measures are all closed. */
  findings: boolean
}
export type AwaitingRow = { row: MeasureRow; life: MeasureLife; since: string }
export type LeaderRow = { row: MeasureRow; life: MeasureLife; urgedAt: string | null }

export type LifeReads = {
  /** Candidates, oldest first, at most `limit` of each kind; what the reader may really do is for the rules to say. */
  awaiting(
    scope: Scope,
    inspectionId: number,
    awaited: Awaited,
    today: string,
    limit: number,
  ): Promise<{
    measures: AwaitingRow[]
    requests: (AwaitingRow & { requestId: number })[]
    findings: { life: FindingLife; heading: string; since: string }[]
  }>
  /** Reds, then yellows, of what these people answer for, soonest due first; and how many they have of each light. */
  leader(
    scope: Scope,
    inspectionId: number,
    leaderIds: readonly number[],
    today: string,
    limit: number,
  ): Promise<{ rows: LeaderRow[]; counts: { light: Light; records: number }[] }>
  /** A cycle as it was frozen; null when there is none to see. */
  cycle(scope: Scope, measureId: number, cycle: number): Promise<FrozenCycle | null>
}
