/** Deadlines as an iCalendar document (RFC 5545), for calendars that subscribe to it. */
import { addDays } from '../core/deadline/working-days.ts'
import type { FeedEntry } from '../usecases/ports/deadlines.ts'

/** @param made when the document is made; the same entries at the same time give the same bytes */
export function calendarFeed(entries: readonly FeedEntry[], made: Date): string {
  const stamp = `${made.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bihuan//Bihuan//ZH',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:整改期限',
    ...entries.flatMap(({ measureId, number, text, day, kind }) => [
      'BEGIN:VEVENT',
      `UID:measure-${measureId}-${kind}@bihuan`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
      `SUMMARY:${escaped(`${number} ${kind === 'due' ? '到期' : '复查'}：${text}`)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const dateOf = (day: string): string => day.replaceAll('-', '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines hold at most 75 bytes; the next one goes on after a blank. No character is cut in two. */
function folded(line: string): string {
  let bytes = 0
  let text = ''
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      text += '\r\n '
      bytes = 1
    }
    text += character
    bytes += size
  }
  return text
}
