/**
 * The light of a measure and why it shows (`ledger.md`, "Lights, urging, accountability"). Pure: the limits are local rules
 * of the inspection, working days come from the calendar, the day is handed in.
 */
import type { InspectionSettings } from '../inspection/settings.ts'
import type { MeasureStatus } from '../measure/status.ts'
import type { Day } from './day.ts'
import type { Light } from './light.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from './working-days.ts'

/** What a light depends on. */
export type LightFacts = {
  status: MeasureStatus
  dueOn: string | null
  /** Next look at an ongoing measure. */
  reviewOn: string | null
  /** Weeks in a row without the report that was due. */
  missedWeeks: number
}

/** Limits of one inspection on one day; the same for all of its measures. */
export type LightTerms = {
  today: string
  /** Due on this day or before it is near. */
  nearUntil: string
  yellowMissedReports: number
  redMissedReports: number
}

export const lightTerms = (settings: InspectionSettings, today: Day, calendar: Calendar): LightTerms => ({
  today,
  nearUntil: addWorkingDays(calendar, today, settings.yellowWorkingDays),
  yellowMissedReports: settings.yellowMissedReports,
  redMissedReports: settings.redMissedReports,
})

export type LightReason =
  | 'closed'
  | 'lookedAfter'
  | 'reviewOverdue'
  | 'notBegun'
  | 'overdue'
  | 'reportsMissed'
  | 'dueSoon'
  | 'onSchedule'

/** The light, and the first reason for it: worst first. */
export function lightOf(facts: LightFacts, terms: LightTerms): { light: Light; reason: LightReason } {
  const { status, dueOn, reviewOn, missedWeeks } = facts
  if (status === 'signedOff' || status === 'unsubstantiated') return { light: 'blue', reason: 'closed' }
  if (status === 'ongoing')
    return reviewOn !== null && reviewOn < terms.today
      ? { light: 'red', reason: 'reviewOverdue' }
      : { light: 'blue', reason: 'lookedAfter' }
  if (status === 'planned') return { light: 'grey', reason: 'notBegun' }
  if (dueOn !== null && dueOn < terms.today) return { light: 'red', reason: 'overdue' }
  if (missedWeeks >= terms.redMissedReports) return { light: 'red', reason: 'reportsMissed' }
  if (dueOn !== null && dueOn <= terms.nearUntil) return { light: 'yellow', reason: 'dueSoon' }
  if (missedWeeks >= terms.yellowMissedReports) return { light: 'yellow', reason: 'reportsMissed' }
  return { light: 'green', reason: 'onSchedule' }
}

type Sentence = { zh: string; en: string }
const sentences: Record<LightReason, Sentence> = {
  closed: { zh: '已销号', en: 'Signed off' },
  lookedAfter: { zh: '长期坚持，按期复查', en: 'Ongoing, reviewed in time' },
  reviewOverdue: {
    zh: '应于 {day} 复查，已过 {days} 个工作日',
    en: 'Review was due on {day}, {days} working days ago',
  },
  notBegun: { zh: '尚未挂号', en: 'Not docketed yet' },
  overdue: { zh: '{day} 到期，已逾期 {days} 个工作日', en: 'Due on {day}, {days} working days overdue' },
  reportsMissed: { zh: '连续 {weeks} 周未报', en: '{weeks} weekly reports missed in a row' },
  dueSoon: { zh: '{day} 到期，还有 {days} 个工作日', en: 'Due on {day}, in {days} working days' },
  onSchedule: { zh: '按期推进', en: 'On schedule' },
}

/** One line that says why the light shows. */
export function lightSentence(facts: LightFacts, terms: LightTerms, calendar: Calendar): Sentence {
  const { reason } = lightOf(facts, terms)
  const day = reason === 'reviewOverdue' ? facts.reviewOn : facts.dueOn
  const values: Record<string, string | number> = {
    day: day ?? '',
    days: day === null ? 0 : Math.abs(workingDaysBetween(calendar, terms.today, day)),
    weeks: facts.missedWeeks,
  }
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const { zh, en } = sentences[reason]
  return { zh: filled(zh), en: filled(en) }
}
