/**
 * Where an inspection stands (`ledger.md`, "Records"): worked out from its dates and facts, never entered. A stage is reached
 * when its fact is there and those before it do not contradict it.
 */
import type { Day } from '../deadline/day.ts'
import { daysAfter, monthsAfter } from '../plan/deadline-phrase.ts'
import type { InspectionSettings } from './settings.ts'

export const inspectionStages = [
  'onSite',
  'feedbackGiven',
  'planApproved',
  'concentrated',
  'assessed',
  'published',
  'longTerm',
] as const
export type InspectionStage = (typeof inspectionStages)[number]

export type InspectionDates = {
  from: Day | null
  to: Day | null
  feedbackOn: Day | null
  planApprovedOn: Day | null
  assessedOn: Day | null
  publishedOn: Day | null
}
type Rules = Pick<InspectionSettings, 'planDays' | 'concentratedMonths' | 'cluesMonths'>

/** Ends of the periods that are counted from the feedback; all null before it. */
export const periodsOf = (feedbackOn: Day | null, rules: Rules) => ({
  plan: feedbackOn && daysAfter(feedbackOn, rules.planDays),
  concentrated: feedbackOn && monthsAfter(feedbackOn, rules.concentratedMonths),
  clues: feedbackOn && monthsAfter(feedbackOn, rules.cluesMonths),
})

export type StageOnDay = {
  stage: InspectionStage
  reached: boolean
  current: boolean
  from: Day | null
  to: Day | null
  /** Its day is one that is aimed at, not one that was entered or decided. */
  planned: boolean
}

/** The line of stages on a day. The current one is the last that is reached; none before the first. */
export function stagesOn(today: Day, dates: InspectionDates, rules: Rules): StageOnDay[] {
  const periods = periodsOf(dates.feedbackOn, rules)
  const until = (day: Day | null): boolean => day !== null && day <= today
  const over = until(periods.concentrated) && periods.concentrated !== today
  const stages: Omit<StageOnDay, 'current'>[] = [
    stage('onSite', until(dates.from), dates.from, dates.to),
    stage('feedbackGiven', until(dates.feedbackOn), dates.feedbackOn, null),
    dates.planApprovedOn === null
      ? { ...stage('planApproved', false, periods.plan, null), planned: true }
      : stage('planApproved', true, dates.planApprovedOn, null),
    {
      // Work begins with the approved plan and lasts until the period, counted from the feedback, is over.
      ...stage('concentrated', dates.planApprovedOn !== null, dates.planApprovedOn, periods.concentrated),
      planned: dates.planApprovedOn === null,
    },
    stage('assessed', until(dates.assessedOn), dates.assessedOn, null),
    stage('published', until(dates.publishedOn), dates.publishedOn, null),
    stage('longTerm', over && until(dates.publishedOn), null, null),
  ]
  const last = stages.map(({ reached }) => reached).lastIndexOf(true)
  return stages.map((each, index) => ({ ...each, current: index === last }))
}

const stage = (name: InspectionStage, reached: boolean, from: Day | null, to: Day | null) => ({
  stage: name,
  reached,
  from,
  to,
  planned: false,
})
