/**
 * Who may stand in for whom, and when. A period has its first and its last day in it. What somebody holds as a deputy is not handed on
 * (`visitor` in adapters/postgres); so that nothing is left lying, neither of two people may be away himself while standing in.
 */
import type { Day } from '../deadline/day.ts'
import type { Role } from './role.ts'
import { isAdministrator } from './role-conflict.ts'

export type Period = { fromOn: Day; toOn: Day }
export type Deputation = Period & { principalId: number; deputyId: number }
export type DeputyConflict =
  | 'reversed'
  | 'past'
  | 'self'
  | 'administrator'
  | 'nothingToHandOver'
  | 'deputyAlready'
  | 'deputyIsAway'
  | 'principalStandsIn'

const overlap = (one: Period, other: Period): boolean => one.fromOn <= other.toOn && other.fromOn <= one.toOn

/**
 * Why this cannot be; null when it can.
 * @param others deputations that have not ended, of either person
 * @param roles held during the period
 */
export function deputyConflict(
  wish: Deputation,
  others: readonly Deputation[],
  roles: { principal: readonly Role[]; deputy: readonly Role[] },
  today: Day,
): DeputyConflict | null {
  const during = others.filter((other) => overlap(wish, other))
  if (wish.principalId === wish.deputyId) return 'self'
  if (wish.toOn < wish.fromOn) return 'reversed'
  if (wish.toOn < today) return 'past'
  // An administrator who stands in for somebody in the work would take part in it.
  if (roles.deputy.some(isAdministrator)) return 'administrator'
  if (roles.principal.every(isAdministrator)) return 'nothingToHandOver'
  if (during.some(({ principalId }) => principalId === wish.principalId)) return 'deputyAlready'
  if (during.some(({ principalId }) => principalId === wish.deputyId)) return 'deputyIsAway'
  return during.some(({ deputyId }) => deputyId === wish.principalId) ? 'principalStandsIn' : null
}
