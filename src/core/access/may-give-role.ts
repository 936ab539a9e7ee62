/**
 * Who may give a role, and end it: the security administrator any; the office the roles in the work of its own inspection, because it
 * knows who does what; the system administrator the first security administrator, because somebody has to begin.
 */

import type { Actor } from './policy.ts'
import type { Role } from './role.ts'
import { isAdministrator } from './role-conflict.ts'

/** Roles that are held in a unit; `viewer` may be. All others are not. */
export const rolesInUnit: readonly Role[] = ['officer', 'unitHead']
/** Roles that the office gives within its inspection. */
export const rolesOfOffice: readonly Role[] = ['officer', 'unitHead', 'leader', 'leadingGroup', 'inspector', 'viewer']

export type GiveDenial = 'notGivenByYou' | 'notToSelf' | 'otherInspection'

/**
 * Why this person may not give (or end) this role; null when he may.
 * @param wish.personId who is to hold it. Nobody gives himself a role, nor, as a deputy, the one he stands in for
 * @param securityAdmins how many hold that role already
 */
export function giveDenial(
  actor: Actor,
  wish: { personId: number; role: Role; inspectionId: number | null },
  securityAdmins: number,
): GiveDenial | null {
  const own = actor.assignments.some(({ onBehalfOf }) => onBehalfOf === wish.personId)
  if (wish.personId === actor.personId || own) return 'notToSelf'
  const held = (role: Role) => actor.assignments.filter((assignment) => assignment.role === role)
  if (held('securityAdmin').length > 0) return null
  if (wish.role === 'securityAdmin' && securityAdmins === 0 && held('systemAdmin').length > 0) return null
  const offices = rolesOfOffice.includes(wish.role) && !isAdministrator(wish.role) ? held('office') : []
  if (offices.length === 0) return 'notGivenByYou'
  const covered = offices.some(
    ({ inspectionId }) => inspectionId === null || (wish.inspectionId !== null && inspectionId === wish.inspectionId),
  )
  return covered ? null : 'otherInspection'
}
