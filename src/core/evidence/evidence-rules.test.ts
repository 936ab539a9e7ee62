import { expect, test } from 'vitest'
import { isOlderThanFeedback, refusesAttaching, refusesChange, refusesWithdrawal } from './evidence-rules.ts'

const measure = { status: 'underway', cycle: 2 } as const
const piece = { cycle: 2, endorsed: false, withdrawn: null }

test('open and long-term measures take evidence, closed ones do not', () => {
  expect(refusesAttaching(measure)).toBeNull()
  expect(refusesAttaching({ ...measure, status: 'ongoing' })).toBeNull()
  expect(refusesAttaching({ ...measure, status: 'signedOff' })).toBe('evidence.measureClosed')
})

test('a piece of an earlier cycle is frozen, one struck out stays so', () => {
  expect(refusesChange(measure, { ...piece, cycle: 1 })).toBe('evidence.frozen')
  expect(refusesChange(measure, { ...piece, withdrawn: {} })).toBe('evidence.withdrawn')
  expect(refusesChange(measure, piece)).toBeNull()
})

test('what was endorsed may get another caption but cannot be withdrawn', () => {
  expect(refusesChange(measure, { ...piece, endorsed: true })).toBeNull()
  expect(refusesWithdrawal(measure, { ...piece, endorsed: true })).toBe('evidence.endorsed')
  expect(refusesWithdrawal(measure, piece)).toBeNull()
})

test('a photo from before the feedback is asked about unless it shows the state before', () => {
  expect(isOlderThanFeedback('2024-06-03T10:22:11', '2024-07-05', false)).toBe(true)
  expect(isOlderThanFeedback('2024-06-03T10:22:11', '2024-07-05', true)).toBe(false)
  expect(isOlderThanFeedback('2024-07-05T00:00:00', '2024-07-05', false)).toBe(false)
  expect(isOlderThanFeedback(null, '2024-07-05', false)).toBe(false)
})
