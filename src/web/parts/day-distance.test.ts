import { describe, expect, test } from 'vitest'
import { dayAfter, dayOfMoment, daysBetween } from './day-distance.ts'

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
