/** Five wrong passwords close an account for fifteen minutes (GB/T 22239: failed sign-ins must be limited). */

export const allowedFailures = 5
export const lockedForMs = 15 * 60_000

export type SignInState = { failedAttempts: number; lockedUntil: Date | null }

/** Minutes until the account opens again, rounded up; 0 when it is open. */
export const minutesLocked = (state: SignInState, now: Date): number =>
  state.lockedUntil === null ? 0 : Math.max(0, Math.ceil((state.lockedUntil.getTime() - now.getTime()) / 60_000))

/** The state after one more wrong password. A lock that has passed starts the count anew. */
export function afterFailure(state: SignInState, now: Date): SignInState {
  const passed = state.lockedUntil !== null && state.lockedUntil <= now
  const failedAttempts = (passed ? 0 : state.failedAttempts) + 1
  return {
    failedAttempts,
    lockedUntil: failedAttempts >= allowedFailures ? new Date(now.getTime() + lockedForMs) : null,
  }
}

/** Under these names failures are counted, each by itself: a right password does not forget wrong second steps. */
export const signInName = (loginName: string): string => loginName.normalize('NFKC').toLowerCase()
export const secondStepName = (personId: number): string => `second step of ${personId}`
