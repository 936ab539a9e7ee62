/** Roles are given from a first to a last day, and ended; what was held stays to be read. */

import { giveDenial, rolesInUnit } from '../core/access/may-give-role.ts'
import type { Action, Actor } from '../core/access/policy.ts'
import { wholeSight } from '../core/access/policy.ts'
import { isAdministrator, roleConflict } from '../core/access/role-conflict.ts'
import { roleWords } from '../core/access/role-words.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { HeldRole, StoredPerson } from './ports/people.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

export type RoleWish = Omit<HeldRole, 'id'>
type Deciding = Pick<Stores, 'people' | 'roles'>

/**
 * @throws Refusal `role.…` that says who gives it, or what it does not go with; `person.left`, `unit.closed`, `record.notFound` for
 * person, unit or inspection
 */
export function giveRole(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: RoleWish,
  submissionId: string,
): Promise<{ id: number }> {
  const actor = permit(visitor, 'role.give')
  const at = now()
  const event = eventsOf(actor, 'role.give', at)
  const submission = { id: submissionId, act: 'role.give', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const after = await checkRole(stores, actor, wish, chinaDay(at))
      const [id] = await stores.roles.give([wish])
      if (id === undefined) throw new Error('the role was not kept')
      await stores.history.append([event('role.given', 'person', wish.personId, { after })])
      return { id }
    }),
  )
}

/**
 * Whether this actor can give this; locks the person.
 * @returns what history keeps of it
 */
export async function checkRole(
  stores: Deciding,
  actor: Actor,
  wish: RoleWish,
  today: Day,
): Promise<Record<string, string | null>> {
  const { people, roles } = stores
  await roles.lockPeople([wish.personId])
  const person = await people.find(wish.personId)
  if (person === null) throw new Refusal('record.notFound')
  const denial = giveDenial(actor, wish, await roles.holders('securityAdmin', today))
  if (denial !== null)
    throw new Refusal(`role.${denial}`, { field: denial === 'otherInspection' ? 'inspectionId' : 'role' })
  if (person.leftOn !== null) throw new Refusal('person.left', { name: person.name })
  if (wish.toOn !== null && wish.toOn < wish.fromOn) throw new Refusal('role.daysReversed', { field: 'toOn' })
  const places = await placesOf(stores, wish)
  await checkAgainstHeld(stores, person, wish)
  return { role: wish.role, ...places, fromOn: wish.fromOn, toOn: wish.toOn }
}

/** Names of unit and inspection, which the role must have or must not have. */
async function placesOf(
  { people, roles }: Deciding,
  { role, unitId, inspectionId }: Pick<RoleWish, 'role' | 'unitId' | 'inspectionId'>,
): Promise<{ unit: string | null; inspection: string | null }> {
  if (unitId === null && rolesInUnit.includes(role)) throw new Refusal('role.unitNeeded', { field: 'unitId' })
  if (unitId !== null && !rolesInUnit.includes(role) && role !== 'viewer')
    throw new Refusal('role.noUnit', { field: 'unitId' })
  if (inspectionId !== null && isAdministrator(role))
    throw new Refusal('role.allInspections', { field: 'inspectionId' })
  const unit = unitId === null ? null : (await people.lockUnits()).find(({ id }) => id === unitId)
  if (unit === undefined) throw new Refusal('record.notFound', { field: 'unitId' })
  if (unit !== null && unit.closedOn !== null) throw new Refusal('unit.closed', { name: unit.name, field: 'unitId' })
  const inspection = inspectionId === null ? null : await roles.inspectionName(inspectionId)
  if (inspection === null && inspectionId !== null) throw new Refusal('record.notFound', { field: 'inspectionId' })
  return { unit: unit?.name ?? null, inspection }
}

/** Whatever the person holds while the wished role would count goes with it. */
async function checkAgainstHeld({ roles }: Deciding, { name }: StoredPerson, wish: RoleWish): Promise<void> {
  const meets = ({ fromOn }: { fromOn: Day }): boolean => wish.toOn === null || fromOn <= wish.toOn
  const during = (await roles.ofPerson(wish.personId, wish.fromOn)).filter(meets)
  for (const held of during) {
    const conflict = roleConflict([held.role], wish.role)
    if (conflict !== null) throw new Refusal(`role.${conflict}`, { name, held: roleWords[held.role], field: 'role' })
  }
  const isSame = (held: HeldRole): boolean =>
    held.role === wish.role && held.unitId === wish.unitId && held.inspectionId === wish.inspectionId
  if (during.some(isSame)) throw new Refusal('role.heldAlready', { name })
  if (!isAdministrator(wish.role)) return
  const standIns = (await roles.deputations([wish.personId], wish.fromOn)).filter(meets)
  if (standIns.some(({ deputyId }) => deputyId === wish.personId)) throw new Refusal('role.standsIn', { name })
}

/**
 * @param lastDay on which it still counts; yesterday ends it at once
 * @throws Refusal `role.…`, `record.notFound`
 */
export async function endRole(
  { data, now }: Outside,
  visitor: Visitor | null,
  assignmentId: number,
  { lastDay, reason }: { lastDay: Day; reason: string | null },
): Promise<void> {
  const actor = permit(visitor, 'role.give')
  const today = chinaDay(now())
  const event = eventsOf(actor, 'role.give', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ roles, history }) => {
    const found = await roles.find(assignmentId)
    if (found === null) throw new Refusal('record.notFound')
    await roles.lockPeople([found.personId])
    const denial = giveDenial(actor, found, await roles.holders('securityAdmin', today))
    if (denial !== null) throw new Refusal(`role.${denial}`)
    if (found.toOn !== null && (found.toOn < today || found.toOn < found.fromOn)) throw new Refusal('role.over')
    if (lastDay < addDays(today, -1)) throw new Refusal('role.lastDayTooEarly', { field: 'lastDay' })
    if (await isLastHolder(roles, found, addDays(lastDay, 1)))
      throw new Refusal('role.lastAdministrator', { role: roleWords[found.role] })
    await roles.end(assignmentId, lastDay)
    const before = { role: found.role, fromOn: found.fromOn, toOn: found.toOn }
    await history.append([
      event('role.ended', 'person', found.personId, { before, after: { role: found.role, toOn: lastDay }, reason }),
    ])
  })
}

/** Without the two who give accounts and roles nobody could ever be let in again. */
async function isLastHolder(roles: Stores['roles'], held: HeldRole, from: Day): Promise<boolean> {
  if (held.role !== 'systemAdmin' && held.role !== 'securityAdmin') return false
  if (held.fromOn > from) return false
  return (await roles.holders(held.role, from)) <= 1
}

/**
 * Whoever set the district up is office and system administrator in one: another person takes the latter over, from today on.
 * @throws Refusal `role.…`, `person.left`, `record.notFound`
 */
export function handOverSystem(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: { personId: number; submissionId: string },
): Promise<{ ok: true }> {
  const action: Action = 'role.handOver'
  const actor = permit(visitor, action)
  const at = now()
  const today = chinaDay(at)
  const event = eventsOf(actor, action, at, ownSystemRole(actor))
  const submission = { id: wish.submissionId, act: action, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const { roles, people, accounts, history } = stores
      if (wish.personId === actor.personId) throw new Refusal('role.notToSelf', { field: 'personId' })
      await roles.lockPeople([actor.personId, wish.personId])
      const person = await people.find(wish.personId)
      if (person === null) throw new Refusal('record.notFound')
      if (person.leftOn !== null) throw new Refusal('person.left', { name: person.name })
      const account = await accounts.find(wish.personId)
      if (account === null || account.disabledAt !== null) throw new Refusal('role.noAccount', { name: person.name })
      const taken: RoleWish = {
        personId: wish.personId,
        role: 'systemAdmin',
        unitId: null,
        inspectionId: null,
        fromOn: today,
        toOn: null,
      }
      await checkAgainstHeld(stores, person, taken)
      const own = (await roles.ofPerson(actor.personId, today)).filter(({ role }) => role === 'systemAdmin')
      for (const { id } of own) await roles.end(id, addDays(today, -1))
      await roles.give([taken])
      const change = { before: { holder: actor.personId }, after: { holder: wish.personId } }
      await history.append([
        event('role.handedOver', 'person', actor.personId, change),
        event('role.handedOver', 'person', wish.personId, change),
      ])
      return { ok: true as const }
    }),
  )
}

const ownSystemRole = ({ assignments }: Actor) => assignments.find(({ role }) => role === 'systemAdmin') ?? null
