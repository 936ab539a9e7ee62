import { expect, test } from 'vitest'
import { cronOf } from './timetable.ts'

test('hours of China are written in UTC', () => {
  expect(cronOf({ at: '00:05' })).toBe('5 16 * * *')
  expect(cronOf({ at: '08:30' })).toBe('30 0 * * *')
  expect(cronOf({ everyMinutes: 5 })).toBe('*/5 * * * *')
})
