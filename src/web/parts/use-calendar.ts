/** The working-day calendar that came with the page. */
import { type Calendar, type CalendarDays, calendarOf } from '../../core/deadline/working-days.ts'
import { useBoot } from '../session/use-boot.ts'

const made = new WeakMap<CalendarDays, Calendar>()

export function useCalendar(): Calendar {
  const { calendar: days } = useBoot()
  const calendar = made.get(days) ?? calendarOf(days)
  made.set(days, calendar)
  return calendar
}
