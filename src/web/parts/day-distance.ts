/** Distances between days written `2026-03-14`, and today by the clock of this computer. */

import { type Calendar, workingDaysBetween } from '../../core/deadline/working-days.ts'

const msPerDay = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / msPerDay

/** Days from `from` to `to`; negative when `to` lies before. Null when one of them is no day. */
export function daysBetween(from: string, to: string): number | null {
  const days = at(to) - at(from)
  return Number.isNaN(days) ? null : days
}

/** Whether the text is a day that the calendar has. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && dayAfter(text, 0) === text

/** The day `days` after `day`. */
export function dayAfter(day: string, days: number): string {
  return new Date((at(day) + days) * msPerDay).toISOString().slice(0, 10)
}

/** The local calendar day of a moment. */
export function dayOfMoment(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

export const today = (): string => dayOfMoment(new Date())

/** Distances up to this are told in working days; months ahead nobody counts those. */
const farDays = 366

/**
 * How far a day is, in working days where the calendar knows both years and there is at least one between, else in calendar
 * days. Negative when it has passed; null when one of them is no day.
 */
export function distanceOf(now: string, day: string, calendar: Calendar): { days: number; working: boolean } | null {
  const days = daysBetween(now, day)
  if (days === null) return null
  const known = [now, day].every((each) => calendar.knows(Number(each.slice(0, 4))))
  const working = known && Math.abs(days) <= farDays ? workingDaysBetween(calendar, now, day) : 0
  return working === 0 ? { days, working: false } : { days: working, working: true }
}
