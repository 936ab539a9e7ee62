import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedDays } from '../../adapters/postgres/calendar.ts'
import { addDays, addMonths, addWorkingDays, calendarOf, mondayToFriday, workingDaysBetween } from './working-days.ts'

const china = calendarOf(announcedDays)
const plain = calendarOf(mondayToFriday)
const aDay = fc.integer({ min: 0, max: 6000 }).map((number) => addDays('2012-01-01', number))
const count = fc.integer({ min: 0, max: 80 })
const near = fc.integer({ min: -200, max: 200 })

describe('working days', () => {
  test('fifteen working days from 2026-09-21 pass the autumn holidays and a worked Saturday', () => {
    expect(addWorkingDays(china, '2026-09-21', 15)).toBe('2026-10-19')
    expect(china.isWorkingDay('2026-10-10')).toBe(true)
    expect(china.holiday('2026-10-01')).toBe('国庆节')
  })
  test('a worked Sunday counts, the Monday off does not', () => {
    expect(china.isWorkingDay('2024-09-29')).toBe(true)
    expect(china.isWorkingDay('2024-09-16')).toBe(false)
    expect(workingDaysBetween(china, '2024-09-13', '2024-09-18')).toBe(2)
  })
  test('nothing entered: Monday to Friday', () => {
    expect(plain.knows(2026)).toBe(false)
    expect(addWorkingDays(plain, '2026-09-30', 1)).toBe('2026-10-01')
  })
  test('the last day of a month stays the last', () => {
    expect(addMonths('2024-08-31', 6)).toBe('2025-02-28')
    expect(addMonths('2024-07-05', 6)).toBe('2025-01-05')
  })
})

describe('laws of working days', () => {
  for (const [name, calendar] of [
    ['in China', china],
    ['Monday to Friday', plain],
  ] as const) {
    test(`${name}: so many added are so many between`, () => {
      fc.assert(
        fc.property(aDay, count, (day, days) => {
          expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, days))).toBe(days)
        }),
      )
    })
    test(`${name}: there and back again, from a working day`, () => {
      fc.assert(
        fc.property(aDay, count, (day, days) => {
          fc.pre(calendar.isWorkingDay(day))
          expect(addWorkingDays(calendar, addWorkingDays(calendar, day, days), -days)).toBe(day)
        }),
      )
    })
    test(`${name}: more days lead later, later days end later`, () => {
      fc.assert(
        fc.property(aDay, count, (day, days) => {
          expect(addWorkingDays(calendar, day, days) < addWorkingDays(calendar, day, days + 1)).toBe(true)
          expect(addWorkingDays(calendar, day, days) <= addWorkingDays(calendar, addDays(day, 1), days)).toBe(true)
        }),
      )
    })
    test(`${name}: what lies between is what is met on the way`, () => {
      fc.assert(
        fc.property(aDay, near, (from, length) => {
          const way = Array.from({ length: Math.abs(length) }, (_, step) => addDays(from, step + 1))
          const met = way.filter((day) => calendar.isWorkingDay(day)).length
          expect(workingDaysBetween(calendar, from, addDays(from, Math.abs(length)))).toBe(met)
        }),
      )
    })
    test(`${name}: distances add up and turn round`, () => {
      fc.assert(
        fc.property(aDay, near, near, (a, toB, toC) => {
          const [b, c] = [addDays(a, toB), addDays(a, toC)]
          const between = (from: string, to: string): number => workingDaysBetween(calendar, from, to)
          expect(between(a, b) + between(b, c) - between(a, c)).toBe(0)
          expect(between(a, b) + between(b, a)).toBe(0)
        }),
      )
    })
  }
})
