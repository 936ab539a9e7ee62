/** Calendar days as values, without the schema for borders: pages read days and are spared zod. */
import type { z } from 'zod'

/** A calendar day `2026-03-14`, without time or zone. Strings compare in calendar order. */
export type Day = string & z.$brand<'Day'>

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day `year-month-date`, or null when the calendar has no such day (2023-02-30). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

/** Reads `2026-03-14`; null for anything else, impossible days included. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
