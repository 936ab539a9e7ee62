import { expect, test } from 'vitest'
import { calendarFeed } from './calendar-feed.ts'

const made = new Date('2026-11-25T02:00:00Z')
const entry = { measureId: 7, number: '13-2', day: '2026-12-31', kind: 'due' as const }

test('a deadline is a whole day that ends with the next one', () => {
  const feed = calendarFeed([{ ...entry, text: '补植苗木' }], made)
  expect(feed).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(feed).toContain('UID:measure-7-due@bihuan\r\nDTSTAMP:20261125T020000Z\r\n')
})
test('signs of the format are escaped, long lines folded between characters', () => {
  const text = `补植，修剪;浇水, 再查\n${'绿化带'.repeat(40)}`
  const feed = calendarFeed([{ ...entry, text }], made)
  for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const whole = feed.replaceAll('\r\n ', '')
  expect(whole).toContain(`SUMMARY:13-2 到期：补植，修剪\\;浇水\\, 再查\\n${'绿化带'.repeat(40)}\r\n`)
})
test('nothing due is a calendar without entries', () => {
  expect(calendarFeed([], made)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
})
