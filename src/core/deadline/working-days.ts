/**
 * Working days in China: Monday to Friday, but for public holidays, and with the Saturdays and Sundays that are worked in
 * their stead (调休). Which those are is announced each year by the State Council, so they are data; a year that nobody
 * has entered counts Monday to Friday, and whoever shows such a date says so.
 */
import { type Day, parseDay } from './day.ts'

/** Differences from Monday–Friday, as announced. */
export type CalendarDays = {
  /** Years that were entered. */
  years: number[]
  /** Weekdays that are off, with the name of the holiday. */
  off: Record<string, string>
  /** Days of the weekend that are worked. */
  working: string[]
}

export type Calendar = {
  knows(year: number): boolean
  /** Name of the holiday that makes a weekday free. */
  holiday(day: string): string | null
  isWorkedWeekend(day: string): boolean
  isWorkingDay(day: string): boolean
  /** Working days from some fixed day up to and with this one: the difference of two is what lies between. */
  workingDaysUpTo(day: string): number
}

export function calendarOf({ years, off, working }: CalendarDays): Calendar {
  const known = new Set(years)
  const worked = new Set(working)
  const exceptions = [
    ...Object.keys(off).flatMap((day) => (isWeekend(numberOf(day)) ? [] : [{ at: numberOf(day), days: -1 }])),
    ...[...worked].flatMap((day) => (isWeekend(numberOf(day)) ? [{ at: numberOf(day), days: 1 }] : [])),
  ].sort((a, b) => a.at - b.at)
  return {
    knows: (year) => known.has(year),
    holiday: (day) => off[day] ?? null,
    isWorkedWeekend: (day) => worked.has(day),
    isWorkingDay: (day) => (isWeekend(numberOf(day)) ? worked.has(day) : off[day] === undefined),
    workingDaysUpTo(day) {
      const number = numberOf(day)
      let count = weekdaysUpTo(number)
      for (const { at, days } of exceptions) {
        if (at > number) break
        count += days
      }
      return count
    },
  }
}

/** Where nothing is known: Monday to Friday. */
export const mondayToFriday: CalendarDays = { years: [], off: {}, working: [] }

const msPerDay = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / msPerDay
// 1970-01-01 was a Thursday.
const isWeekend = (number: number): boolean => ((((number + 4) % 7) + 7) % 7) % 6 === 0
/** Mondays to Fridays from Monday 1969-12-29 up to and with a day. */
const weekdaysUpTo = (number: number): number => {
  const days = number + 4
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(days - weeks * 7, 5)
}
const dayNumbered = (number: number): Day => {
  const day = parseDay(new Date(number * msPerDay).toISOString().slice(0, 10))
  if (day === null) throw new RangeError(`no calendar day: ${number}`)
  return day
}

/** The day `days` after `day`; before it when negative. */
export const addDays = (day: string, days: number): Day => dayNumbered(numberOf(day) + days)

/** The same date `months` later, or the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return addDays(last.toISOString().slice(0, 10), Math.min(date, last.getUTCDate()) - last.getUTCDate())
}

/** The `count`th working day after `from`, which is not counted itself; before it when negative; `from` for 0. */
export function addWorkingDays(calendar: Calendar, from: string, count: number): Day {
  const step = count < 0 ? -1 : 1
  let day = addDays(from, 0)
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (calendar.isWorkingDay(day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and with `to`; when `to` lies before: those after `to` up to `from`, negative. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  return calendar.workingDaysUpTo(to) - calendar.workingDaysUpTo(from)
}
