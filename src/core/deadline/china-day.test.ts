import { expect, test } from 'vitest'
import { chinaDay } from './china-day.ts'

test('the day changes at midnight in China, wherever the server stands', () => {
  expect(chinaDay(new Date('2024-09-10T15:59:59Z'))).toBe('2024-09-10')
  expect(chinaDay(new Date('2024-09-10T16:00:00Z'))).toBe('2024-09-11')
  expect(chinaDay(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01')
})
