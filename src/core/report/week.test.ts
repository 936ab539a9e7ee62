import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, parseDay } from '../deadline/day.ts'
import { addDays } from '../deadline/working-days.ts'
import { settingsOf } from '../inspection/settings.ts'
import { dueStateAt } from './due-state.ts'
import { dueAtOf, isWeek, owingStatusesOf, weekAt, weekEndOf, weekNumber, weekOf, weeksSince } from './week.ts'

const day = (text: string): Day => {
  const read = parseDay(text)
  if (read === null) throw new Error(text)
  return read
}
const days = fc.integer({ min: 0, max: 40_000 }).map((after) => addDays(day('1990-01-01'), after))

test('a week begins on Monday and ends with its Sunday', () => {
  expect(weekOf(day('2024-09-09'))).toBe('2024-09-09')
  expect(weekOf(day('2024-09-15'))).toBe('2024-09-09')
  expect(weekOf(day('2024-09-16'))).toBe('2024-09-16')
})
test('the week turns at midnight in China', () => {
  expect(weekAt(new Date('2024-09-15T15:59:59Z'))).toBe('2024-09-09')
  expect(weekAt(new Date('2024-09-15T16:00:00Z'))).toBe('2024-09-16')
  expect(weekEndOf(day('2024-09-09')).toISOString()).toBe('2024-09-15T16:00:00.000Z')
})
test('reports are due on the day and hour of the settings', () => {
  expect(dueAtOf(day('2024-09-09'), settingsOf({})).toISOString()).toBe('2024-09-13T09:00:00.000Z')
  const monday = settingsOf({ reportWeekday: 1, reportTime: '08:30' })
  expect(dueAtOf(day('2024-09-09'), monday).toISOString()).toBe('2024-09-09T00:30:00.000Z')
})
test('every day lies in exactly one week, and the due hour in it too', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 7 }), (any, reportWeekday) => {
      const week = weekOf(any)
      expect(isWeek(week)).toBe(true)
      expect(week <= any && any < addDays(week, 7)).toBe(true)
      expect(weekAt(dueAtOf(week, { reportWeekday, reportTime: '23:59' }))).toBe(week)
      expect(dueAtOf(week, { reportWeekday, reportTime: '23:59' }) < weekEndOf(week)).toBe(true)
    }),
  )
})
test('missed weeks are caught up without a gap, none when nothing is missing', () => {
  expect(weeksSince(day('2024-09-02'), day('2024-09-23'))).toEqual(['2024-09-09', '2024-09-16', '2024-09-23'])
  expect(weeksSince(day('2024-09-23'), day('2024-09-23'))).toEqual([])
  expect(weeksSince(null, day('2024-09-23'))).toEqual(['2024-09-23'])
})
test('weeks are numbered as ISO 8601 does, over the turn of the year too', () => {
  expect([day('2024-09-09'), day('2024-12-30'), day('2020-12-28'), day('2021-01-04')].map(weekNumber)).toEqual([
    37, 1, 53, 1,
  ])
})
test('what is expected is missed from its hour on, and nothing else ever is', () => {
  const dueAt = new Date('2024-09-13T09:00:00Z')
  expect(dueStateAt('expected', dueAt, new Date('2024-09-13T08:59:59Z'))).toBe('expected')
  expect(dueStateAt('expected', dueAt, dueAt)).toBe('missed')
  for (const state of ['filed', 'late', 'backfilled', 'excused'] as const)
    expect(dueStateAt(state, dueAt, new Date('2030-01-01T00:00:00Z'))).toBe(state)
})
test('long-term measures owe reports only where the settings say so', () => {
  expect(owingStatusesOf(settingsOf({}))).not.toContain('ongoing')
  expect(owingStatusesOf(settingsOf({ reportOngoing: true }))).toContain('ongoing')
})
