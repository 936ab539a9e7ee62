/** What weekly reports need from outside. */
import type { z } from 'zod'
import type { Role } from '../../core/access/role.ts'
import type {
  boardRowSchema,
  boardSchema,
  measureReportsSchema,
  weeklyReportSchema,
  weekPageSchema,
} from '../../core/api/reports.ts'
import type { Day } from '../../core/deadline/day.ts'
import type { HistoryEvent } from '../../core/history/history-event.ts'
import type { MeasureStatus } from '../../core/measure/status.ts'
import type { Scope } from './scope.ts'

/** What became of a report, which is found out when it is written; `state` of its history event. */
export const filedStates = ['filed', 'late', 'backfilled', 'withdrawn'] as const
export type FiledState = (typeof filedStates)[number]

/** An assignment under which somebody may report. */
export type Holder = { inspectionId: number | null; unitId: number; role: Role; onBehalfOf: number | null }

/** One report on its way in. */
export type Filing = {
  measureId: number
  week: Day
  /** Version that it is based on; another one stored means that somebody else reported. */
  basedOn: number
  noChange: boolean
  withdrawn: boolean
  done: string | null
  difficulty: string | null
  nextStep: string | null
  percent: number | null
  reached: readonly { targetId: number; quantity: number }[]
  evidenceIds: readonly number[]
  entryIds: readonly number[]
  personId: number
  submissionId: string
  at: Date
  holders: readonly Holder[]
  /** The history event that one of the holders leaves behind when the report turns out so. */
  event(holder: Holder, state: FiledState): HistoryEvent
}
export type Filed = {
  /** Of the history. */
  eventId: number
  version: number
  state: FiledState
  inspectionId: number
  /** Of the measure, before. */
  status: MeasureStatus
  byLeadUnit: boolean
  /** The assignment under which it was reported. */
  unitId: number
  onBehalfOf: number | null
}

/**
 * Everything in one trip to the database, when nothing else follows from the report; null when something does (the measure
 * begins with it, missed weeks end): then nothing was written.
 * @throws Refusal `report.…`, `record.notFound`, `access.otherUnit`, `submission.otherAct`
 */
export type FileReport = (scope: Scope, filing: Filing) => Promise<Filed | null>

export type Reports = {
  /** As {@link FileReport}, whatever follows, in this transaction. */
  file(filing: Filing): Promise<Filed>
  /** The newest report of one unit, not withdrawn ones. */
  newest(measureId: number, week: Day, unitId: number): Promise<z.infer<typeof weeklyReportSchema> | null>
  /** Weeks opened so far, by inspection; null where there is none. `settings` as stored. */
  inspections(): Promise<{ inspectionId: number; settings: unknown; lastWeek: Day | null }[]>
  /** All working days of the week are public holidays. */
  isHoliday(week: Day): Promise<boolean>
  /** Opens a week: every owing measure gets its row, once. @returns rows made */
  openWeek(week: {
    inspectionId: number
    week: Day
    dueAt: Date
    holiday: boolean
    owing: readonly MeasureStatus[]
    /** A week that is over already: only measures that owed a report in this week before it. */
    after: Day | null
    at: Date
  }): Promise<number>
  /** Weeks whose hour has passed uncounted: measures without a report learn how many weeks they missed. @returns ids whose count changed */
  countMissed(at: Date): Promise<number[]>
  /** Missed weeks of these measures anew. @returns ids whose count changed */
  recount(measureIds: readonly number[], at: Date): Promise<number[]>
  /** Puts counts of weeks that are over together. */
  gather(inspectionId: number, before: Day): Promise<void>
  /**
   * What follows for the current week from changes of status or lead unit: newly docketed measures owe a report, closed
   * ones no longer do, and the unit that leads now is the one that owes.
   */
  follow(measureIds: readonly number[], owing: readonly MeasureStatus[], at: Date): Promise<void>
  /** @returns the measures whose obligation changed */
  excuse(wish: {
    inspectionId: number
    week: Day
    measureIds: readonly number[] | null
    unitId: number | null
    reason: string | null
    by: number
  }): Promise<number[]>
}

type At = { now: Date }
export type MeasureReports = Omit<z.infer<typeof measureReportsSchema>, 'mayReport'> & {
  inspectionId: number
  /** Whom the measure concerns. */
  audiences: number[]
  /** Lead and supporting units. */
  unitIds: number[]
}
export type ReportReads = {
  /** @param unitIds units that the reader reports for */
  week(
    scope: Scope,
    query: { inspectionId: number; unitIds: number[]; personId: number; week: Day } & At,
  ): Promise<z.infer<typeof weekPageSchema>>
  measure(scope: Scope, measureId: number, at: At): Promise<MeasureReports | null>
  board(scope: Scope, query: { inspectionId: number; from: Day; to: Day } & At): Promise<z.infer<typeof boardSchema>>
  boardRows(
    scope: Scope,
    query: { inspectionId: number; unitId: number; week: Day; after: number; limit: number } & At,
  ): Promise<z.infer<typeof boardRowSchema>[]>
}
