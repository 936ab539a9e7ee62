import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../core/deadline/working-days.ts'
import { dayAfter, dayOfMoment, daysBetween, distanceOf } from './day-distance.ts'

describe('distance of days', () => {
  test('counts calendar days across a leap day and a year', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1)
    expect(daysBetween('2026-03-14', '2026-03-14')).toBe(0)
    expect(daysBetween('2026-03-14', '2026-03-01')).toBe(-13)
  })
  test('knows no distance to what is no day', () => {
    expect(daysBetween('2026-03-14', '下周')).toBeNull()
  })
  test('a day after another crosses months', () => {
    expect(dayAfter('2026-02-27', 2)).toBe('2026-03-01')
  })
  test('the day of a moment is the local one, also shortly before midnight', () => {
    expect(dayOfMoment(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})

describe('distance as it is told', () => {
  const calendar = calendarOf({ years: [2026], off: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' }, working: [] })
  test('in working days, past a holiday', () => {
    expect(distanceOf('2026-09-30', '2026-10-05', calendar)).toEqual({ days: 1, working: true })
    expect(distanceOf('2026-10-05', '2026-09-30', calendar)).toEqual({ days: -1, working: true })
  })
  test('in days when no working day lies between, or the holidays of a year are not known', () => {
    expect(distanceOf('2026-10-03', '2026-10-04', calendar)).toEqual({ days: 1, working: false })
    expect(distanceOf('2026-12-01', '2027-01-31', calendar)).toEqual({ days: 61, working: false })
    expect(distanceOf('2026-12-01', '某日', calendar)).toBeNull()
  })
})
