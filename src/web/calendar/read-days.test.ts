import { expect, test } from 'vitest'
import { linesOf, readDays } from './read-days.ts'

test('days are read as people write them', () => {
  const { days, wrong } = readDays('2027-10-01 国庆节\n\n2027/10/4，国庆节\n 2027年10月5日国庆节', true)
  expect(wrong).toBeNull()
  expect(linesOf(days)).toBe('2027-10-01 国庆节\n2027-10-04 国庆节\n2027-10-05 国庆节')
})
test('what is no day, or has no name, is named by its line', () => {
  expect(readDays('2027-02-30 春节', true).wrong).toEqual({ code: 'day', line: '2027-02-30 春节' })
  expect(readDays('国庆节', true).wrong).toEqual({ code: 'day', line: '国庆节' })
  expect(readDays('2027-10-01', true).wrong).toEqual({ code: 'name', line: '2027-10-01' })
  expect(readDays('2027-10-09', false).wrong).toBeNull()
})
