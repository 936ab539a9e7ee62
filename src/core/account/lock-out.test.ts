import { expect, test } from 'vitest'
import { afterFailure, minutesLocked, type SignInState } from './lock-out.ts'

const at = (minute: number): Date => new Date(Date.UTC(2024, 6, 5, 9, minute))
const fresh: SignInState = { failedAttempts: 0, lockedUntil: null }
const failed = (times: number): SignInState =>
  Array.from({ length: times }).reduce<SignInState>((state) => afterFailure(state, at(0)), fresh)

test('the fifth wrong password closes the account for fifteen minutes', () => {
  expect(minutesLocked(failed(4), at(0))).toBe(0)
  expect(minutesLocked(failed(5), at(0))).toBe(15)
  expect(minutesLocked(failed(5), at(14))).toBe(1)
  expect(minutesLocked(failed(5), at(15))).toBe(0)
})

test('after the lock the count starts anew', () => {
  expect(afterFailure(failed(5), at(16))).toEqual({ failedAttempts: 1, lockedUntil: null })
})
