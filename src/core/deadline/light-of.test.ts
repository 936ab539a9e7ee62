import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedDays } from '../../adapters/postgres/calendar.ts'
import { settingsOf } from '../inspection/settings.ts'
import { measureStatuses } from '../measure/status.ts'
import { parseDay } from './day.ts'
import { lights } from './light.ts'
import { type LightFacts, lightOf, lightSentence, lightTerms } from './light-of.ts'
import { addDays, calendarOf } from './working-days.ts'

const calendar = calendarOf(announcedDays)
const on = (text: string) => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const terms = lightTerms(settingsOf({}), on('2024-09-11'), calendar)
const underway: LightFacts = { status: 'underway', dueOn: '2024-12-31', reviewOn: null, missedWeeks: 0 }
const light = (facts: Partial<LightFacts>) => lightOf({ ...underway, ...facts }, terms).light
const zh = (facts: Partial<LightFacts>) => lightSentence({ ...underway, ...facts }, terms, calendar).zh

describe('the light of a measure', () => {
  test('green while on schedule, with or without a day', () => {
    expect(light({})).toBe('green')
    expect(light({ dueOn: null })).toBe('green')
  })
  test('yellow at five working days before due, a holiday between making it earlier', () => {
    // The 14th is worked, the 16th and 17th are off.
    expect(light({ dueOn: '2024-09-19' })).toBe('yellow')
    expect(zh({ dueOn: '2024-09-19' })).toBe('2024-09-19 到期，还有 5 个工作日')
    expect(light({ dueOn: '2024-09-20' })).toBe('green')
  })
  test('due today is near, not overdue; the day after it is overdue', () => {
    expect(light({ dueOn: '2024-09-11' })).toBe('yellow')
    expect(light({ dueOn: '2024-09-10' })).toBe('red')
    expect(zh({ dueOn: '2024-09-03' })).toBe('2024-09-03 到期，已逾期 6 个工作日')
  })
  test('one missed report is yellow, two are red', () => {
    expect(light({ missedWeeks: 1 })).toBe('yellow')
    expect(light({ missedWeeks: 2 })).toBe('red')
    expect(zh({ missedWeeks: 2 })).toBe('连续 2 周未报')
  })
  test('a long-term measure is done until its review is late', () => {
    expect(light({ status: 'ongoing', dueOn: '2024-01-01', reviewOn: '2024-09-11' })).toBe('blue')
    expect(light({ status: 'ongoing', reviewOn: '2024-09-10' })).toBe('red')
  })
  test('not docketed is not begun, whatever its day', () => {
    expect(light({ status: 'planned', dueOn: '2020-01-01', missedWeeks: 9 })).toBe('grey')
  })
  test('the limits are local rules', () => {
    const strict = lightTerms(settingsOf({ yellowWorkingDays: 60, redMissedReports: 1 }), on('2024-09-11'), calendar)
    expect(lightOf({ ...underway, dueOn: '2024-11-30' }, strict).light).toBe('yellow')
    expect(lightOf({ ...underway, missedWeeks: 1 }, strict).light).toBe('red')
  })
  test('law: time alone and missed reports never make an open measure better', () => {
    const facts = fc.record({
      status: fc.constantFrom(...measureStatuses),
      dueOn: fc.option(fc.integer({ min: -60, max: 60 }).map((days) => String(addDays('2024-09-11', days)))),
      reviewOn: fc.option(fc.integer({ min: -60, max: 60 }).map((days) => String(addDays('2024-09-11', days)))),
      missedWeeks: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 60 }), (given, days) => {
        const later = lightTerms(settingsOf({}), addDays('2024-09-11', days), calendar)
        const rank = (each: LightFacts, when: typeof terms) => lights.indexOf(lightOf(each, when).light)
        expect(rank(given, later)).toBeLessThanOrEqual(rank(given, terms))
        expect(rank({ ...given, missedWeeks: given.missedWeeks + 1 }, terms)).toBeLessThanOrEqual(rank(given, terms))
      }),
    )
  })
})
