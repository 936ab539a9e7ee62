/** Deadlines as an iCalendar document (RFC 5545), for calendars that subscribe to it. */
import type { DateArray, EventAttributes } from 'ics'
import type { FeedEntry } from '../usecases/ports/deadlines.ts'

const dateOf = (day: string): DateArray => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}

/** The package is loaded when somebody first subscribes: few do. */
export async function calendarFeed(entries: readonly FeedEntry[]): Promise<string> {
  const { createEvents } = await import('ics')
  const events = entries.map(
    ({ measureId, number, text, day, kind }): EventAttributes => ({
      uid: `measure-${measureId}-${kind}@bihuan`,
      productId: 'bihuan',
      calName: '整改期限',
      start: dateOf(day),
      duration: { days: 1 },
      title: `${number} ${kind === 'due' ? '到期' : '复查'}：${text.slice(0, 60)}`,
      transp: 'TRANSPARENT',
    }),
  )
  const { error, value } = createEvents(events, { productId: 'bihuan', calName: '整改期限' })
  if (error || !value) throw error ?? new Error('no calendar was made')
  return value
}
