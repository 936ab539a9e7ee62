/**
 * Weeks of reports (`ledger.md`, "weekly report"). A week is named by its Monday; its reports are due on the day and hour
 * of the inspection's settings, by the clock in China, and can be amended until its Sunday is over.
 */
import { chinaDay } from '../deadline/china-day.ts'
import type { Day } from '../deadline/day.ts'
import { addDays } from '../deadline/working-days.ts'
import type { InspectionSettings } from '../inspection/settings.ts'
import type { MeasureStatus } from '../measure/status.ts'

const msPerDay = 86_400_000
/** China has no summer time. */
const chinaOffsetMs = 8 * 3_600_000

/** The Monday of the week that a day lies in. */
export const weekOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The week that an instant lies in, in China. */
export const weekAt = (instant: Date): Day => weekOf(chinaDay(instant))

export const isWeek = (day: Day): boolean => weekOf(day) === day

/** When the reports of a week are due. */
export function dueAtOf(
  week: Day,
  { reportWeekday, reportTime }: Pick<InspectionSettings, 'reportWeekday' | 'reportTime'>,
): Date {
  return new Date(Date.parse(`${addDays(week, reportWeekday - 1)}T${reportTime}:00Z`) - chinaOffsetMs)
}

/** The first instant after a week: nothing of it is amended from then on. */
export const weekEndOf = (week: Day): Date => new Date(Date.parse(`${addDays(week, 7)}T00:00:00Z`) - chinaOffsetMs)

/** Weeks after `last` up to `current`, oldest first; `current` alone when there is no last one. */
export function weeksSince(last: Day | null, current: Day): Day[] {
  const weeks: Day[] = []
  for (let week = last === null ? current : addDays(last, 7); week <= current; week = addDays(week, 7)) weeks.push(week)
  return weeks
}

/** ISO 8601 number of the week: week 1 has the year's first Thursday. */
export function weekNumber(week: Day): number {
  const thursday = addDays(week, 3)
  const first = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - first) / msPerDay / 7) + 1
}

/** Measures that owe a report every week: from docketing to sign-off. */
export const owingStatuses = [
  'docketed',
  'underway',
  'applied',
  'endorsed',
  'verified',
] as const satisfies readonly MeasureStatus[]

/** With those under long-term observation where the inspection wants it. */
export const owingStatusesOf = ({
  reportOngoing,
}: Pick<InspectionSettings, 'reportOngoing'>): readonly MeasureStatus[] =>
  reportOngoing ? [...owingStatuses, 'ongoing'] : owingStatuses
