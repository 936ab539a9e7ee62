/**
 * Three administrators are three people, and none of them takes part in the work (`ledger.md`, "Roles and what they see"; 等保 2.0,
 * 三权分立). Whoever set the district up is office and systemAdmin in one until somebody else takes over (docs/decisions/0050): that is
 * written by set-up itself, and no rule here allows it a second time.
 */
import type { Role } from './role.ts'

const administrators: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
export const isAdministrator = (role: Role): boolean => administrators.includes(role)

export type RoleConflict = 'twoAdministrators' | 'administratorInWork'

/**
 * Why somebody who holds these roles may not hold this one too; null when he may.
 * @param held at any day at which the wished one is held
 */
export function roleConflict(held: readonly Role[], wished: Role): RoleConflict | null {
  const others = held.filter((role) => role !== wished)
  if (isAdministrator(wished)) {
    if (others.some(isAdministrator)) return 'twoAdministrators'
    return others.length > 0 ? 'administratorInWork' : null
  }
  return others.some(isAdministrator) ? 'administratorInWork' : null
}
