import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announcedDays } from '../../adapters/postgres/calendar.ts'
import { reachedBy } from './escalation.ts'
import { addDays, calendarOf, workingDaysBetween } from './working-days.ts'

const calendar = calendarOf(announcedDays)

test('a step is due exactly for the deadlines that lie its working days back, on a working day', () => {
  const around = fc.integer({ min: -40, max: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), around, fc.integer({ min: 1, max: 15 }), (start, off, after) => {
      const today = addDays('2024-01-02', start)
      fc.pre(calendar.isWorkingDay(today))
      const dueOn = addDays(today, off)
      const { to } = reachedBy({ step: 'office', after }, today, calendar)
      expect(dueOn <= to).toBe(workingDaysBetween(calendar, dueOn, today) >= after)
    }),
  )
})

test('before the deadline: from today up to so many working days ahead', () => {
  expect(reachedBy({ step: 'ahead', after: -5 }, '2024-09-11', calendar)).toEqual({
    from: '2024-09-11',
    to: '2024-09-19',
  })
})
