/** The plan in the database: its records one by one, as a whole, its rounds of review, docket numbers. */
import type { Day } from '../../core/deadline/day.ts'
import type { MeasureKind, MeasureStatus } from '../../core/measure/status.ts'
import type { PlanContent, PlanTarget } from '../../core/plan/plan-content.ts'
import type { Opinion, RoundState } from '../../core/plan/review.ts'
import type { Counted } from '../../core/registers/counted.ts'

/** With what it counts, which is no part of the plan that is approved. */
export type PlannedTarget = PlanTarget & { counts?: Counted | null | undefined }
type Named = { id: number; name: string }

export type PlannedFinding = {
  id: number
  inspectionId: number
  number: string
  heading: string
  original: string | null
  aspect: string | null
  selfFound: boolean
  widenedFrom: number | null
  version: number
}
export type PlannedCause = {
  id: number
  inspectionId: number
  text: string
  findingIds: number[]
  measureIds: number[]
  version: number
}
export type PlannedMeasure = {
  id: number
  inspectionId: number
  number: string
  status: MeasureStatus
  docketNumber: string | null
  text: string
  kind: MeasureKind | null
  duePhrase: string | null
  dueOn: Day | null
  originalDueOn: Day | null
  leadUnit: Named | null
  supportingUnits: Named[]
  responsibleLeader: Named | null
  responsibleOfficer: Named | null
  targets: PlannedTarget[]
  findingIds: number[]
  causeIds: number[]
  version: number
}

export type FindingChange = Partial<Omit<PlannedFinding, 'id' | 'inspectionId' | 'version'>>
export type CauseChange = Partial<Pick<PlannedCause, 'text' | 'findingIds' | 'measureIds'>>
export type AssignmentChange = {
  leadUnitId?: number | null
  supportingUnitIds?: number[]
  responsibleLeaderId?: number | null
  responsibleOfficerId?: number | null
  kind?: MeasureKind | null
  duePhrase?: string | null
  dueOn?: Day | null
}
export type MeasureChange = AssignmentChange & {
  text?: string
  targets?: PlannedTarget[]
  findingIds?: number[]
  causeIds?: number[]
}

export type StoredOpinion = {
  id: number
  body: string
  opinion: Opinion
  words: string | null
  givenOn: Day
  givenBy: Named
  givenOnBehalfOf: Named | null
  givenAt: string
  paper: string | null
  answer: string | null
  answeredBy: Named | null
  answeredAt: string | null
}
export type StoredRound = {
  id: number
  inspectionId: number
  round: number
  state: RoundState
  snapshot: string
  /** SHA-256 of the snapshot, hexadecimal. */
  digest: string
  bodies: string[]
  words: string | null
  submittedBy: Named
  submittedOnBehalfOf: Named | null
  submittedAt: string
  decidedBy: Named | null
  decidedOnBehalfOf: Named | null
  decidedAt: string | null
  decisionWords: string | null
  opinions: StoredOpinion[]
}

export type PlanStore = {
  /** In the order of their ids; what is not seen is left out. With `lock`, nobody else writes to them in the meantime. */
  measures(ids: readonly number[], lock?: 'lock'): Promise<PlannedMeasure[]>
  finding(id: number, lock?: 'lock'): Promise<PlannedFinding | null>
  cause(id: number, lock?: 'lock'): Promise<PlannedCause | null>
  /** Who wrote to a record last, and when; null when nobody did. */
  lastChange(
    record: 'inspection' | 'finding' | 'cause' | 'measure',
    id: number,
  ): Promise<{ by: string; at: string } | null>
  content(inspectionId: number): Promise<PlanContent>
  statuses(inspectionId: number): Promise<Map<number, MeasureStatus>>
  /** True when a plan of the inspection was approved. */
  isApproved(inspectionId: number): Promise<boolean>
  /** Of these measures, those that stand in an approved plan. */
  approvedMeasures(inspectionId: number, ids: readonly number[]): Promise<Set<number>>

  createFinding(inspectionId: number, fields: FindingChange & { heading: string }, at: Date): Promise<number>
  createCause(inspectionId: number, text: string, at: Date): Promise<number>
  createMeasure(inspectionId: number, text: string, at: Date): Promise<number>
  /** @throws Refusal `plan.foreignLink`, `plan.numberTaken` */
  changeFinding(finding: Pick<PlannedFinding, 'id' | 'inspectionId'>, change: FindingChange): Promise<void>
  /** @throws Refusal `plan.foreignLink` */
  changeCause(cause: Pick<PlannedCause, 'id' | 'inspectionId'>, change: CauseChange): Promise<void>
  /** @throws Refusal `plan.foreignLink`, `plan.noSuchUnit`, `plan.noSuchPerson` */
  changeMeasure(
    measure: Pick<PlannedMeasure, 'id' | 'inspectionId' | 'docketNumber'>,
    change: MeasureChange,
  ): Promise<void>
  /** The same for many; links and words stay. */
  assign(inspectionId: number, changes: readonly { id: number; set: AssignmentChange }[]): Promise<void>
  /**
   * Takes a record out, with its links, and keeps it.
   * @throws Refusal `plan.referredTo`
   */
  remove(
    record: { kind: 'finding' | 'cause' | 'measure'; id: number; inspectionId: number },
    by: number,
    at: Date,
  ): Promise<number>
  /**
   * @returns what was put back
   * @throws Refusal `plan.removedAlready`
   */
  restore(
    removalId: number,
    at: Date,
  ): Promise<{ kind: 'finding' | 'cause' | 'measure'; id: number; inspectionId: number } | null>

  findRound(roundId: number): Promise<StoredRound | null>
  /** The round that an opinion belongs to. */
  roundOfOpinion(opinionId: number): Promise<number | null>
  /** Newest first. */
  rounds(inspectionId: number): Promise<StoredRound[]>
  submit(round: {
    inspectionId: number
    snapshot: string
    bodies: string[]
    words: string | null
    by: number
    onBehalfOf: number | null
    at: Date
  }): Promise<{ id: number; round: number }>
  giveOpinion(opinion: {
    roundId: number
    body: string
    opinion: Opinion
    words: string | null
    givenOn: Day
    by: number
    onBehalfOf: number | null
    paper: string | null
    at: Date
  }): Promise<number>
  answerOpinion(opinionId: number, answer: string, by: number, at: Date): Promise<void>
  decide(
    roundId: number,
    decision: { state: RoundState; words: string | null; by: number; onBehalfOf: number | null; at: Date; day: Day },
  ): Promise<void>
  /** Numbers of the series that were never given before, in order. */
  drawDocketNumbers(inspectionId: number, template: string, year: number, count: number): Promise<string[]>
  /** The next number of the series, without taking it. */
  nextDocketSequence(inspectionId: number, template: string, year: number): Promise<number>
  docket(numbers: readonly { id: number; number: string }[], at: Date): Promise<void>
  /** People who hold one of these roles for the inspection on that day. */
  holders(roles: readonly string[], inspectionId: number, today: Day): Promise<number[]>
}

export type InspectionFields = {
  name: string
  body: string | null
  team: string[]
  kind: string | null
  theme: string | null
  from: Day | null
  to: Day | null
  feedbackOn: Day | null
  basis: string[]
  assessedOn: Day | null
  publishedOn: Day | null
}
export type StoredInspection = InspectionFields & {
  id: number
  planApprovedOn: Day | null
  settings: unknown
  version: number
}
export type InspectionStore = {
  find(inspectionId: number): Promise<StoredInspection | null>
  lock(inspectionId: number): Promise<StoredInspection | null>
  change(inspectionId: number, fields: Partial<InspectionFields> & { settings?: unknown }): Promise<void>
  /** What the newest text written to the ledger claims of itself. */
  declared(inspectionId: number): Promise<{ findings: number | null; causes: number | null; measures: number | null }>
}
