/** Days between days, and which of several comes first. */
import type { Day } from '../deadline/day.ts'

/** Calendar days from one day to another; negative when the second lies before the first. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The first of some days, leaving out what is not there. */
export const earliest = (days: readonly (Day | undefined | null)[]): Day | null =>
  days.reduce<Day | null>((first, day) => (day && (first === null || day < first) ? day : first), null)

/** The last of some days, leaving out what is not there. */
export const latest = (days: readonly (Day | undefined | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day && (last === null || day > last) ? day : last), null)
