import { expect, test } from 'vitest'
import { announcedDays } from '../../adapters/postgres/calendar.ts'
import { derivationWords, deriveDeadline } from './derive-deadline.ts'
import { calendarOf } from './working-days.ts'

const calendar = calendarOf(announcedDays)
const words = (derived: ReturnType<typeof deriveDeadline>) => derived.steps.map((step) => derivationWords(step, 'zh'))

test('working days from a day: what was left out and what counted is told', () => {
  const derived = deriveDeadline({ count: 15, unit: 'workingDay' }, '2026-09-21', calendar)
  expect(derived.day).toBe('2026-10-19')
  expect(words(derived)).toEqual([
    '2026-09-21 起 15 个工作日',
    '跳过中秋放假 1 天',
    '跳过国庆节放假 5 天',
    '调休上班的周末 1 天计入',
  ])
})

test('a year that nobody entered is said', () => {
  const derived = deriveDeadline({ count: 3, unit: 'workingDay' }, '2031-12-31', calendar)
  expect(words(derived)).toEqual(['2031-12-31 起 3 个工作日', '2032 年的放假安排尚未录入，按周一至周五计算'])
})

test('days and months are those of the calendar on the wall', () => {
  expect(deriveDeadline({ count: 30, unit: 'day' }, '2024-07-05', calendar).day).toBe('2024-08-04')
  expect(deriveDeadline({ count: 6, unit: 'month' }, '2024-07-05', calendar).day).toBe('2025-01-05')
})
