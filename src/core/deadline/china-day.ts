/** The calendar day in China (UTC+8, no summer time) at an instant: deadlines and terms of office are counted there. */
import { type Day, dayOf } from './day.ts'

export function chinaDay(instant: Date): Day {
  const there = new Date(instant.getTime() + 8 * 3_600_000)
  const day = dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate())
  if (day === null) throw new RangeError(`no calendar day: ${instant.getTime()}`)
  return day
}
