/**
 * What the operator at the server does when nobody can do it in the page: adds a person, gives and ends roles. What goes with what
 * holds for him as for the security administrator.
 */
import { type Actor, wholeSight } from '../core/access/policy.ts'
import type { Role } from '../core/access/role.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import { Refusal } from '../core/refusal.ts'
import { actingAs, type Operator } from './acting.ts'
import { checkRole } from './give-role.ts'
import type { HeldRole, People } from './ports/people.ts'
import type { Outside } from './ports.ts'

/** @throws Refusal `person.sameInUnit`, `record.notFound` when there is no such unit */
export function addPersonAsOperator(
  { data, now }: Outside,
  operator: Operator,
  { name, title, unit }: { name: string; title: string | null; unit: string | null },
): Promise<number> {
  const { tenantId, event } = actingAs(operator, 'account.manage', now())
  return data.inTenant({ tenantId, sight: wholeSight }, async ({ people, ledger, history }) => {
    const unitId = await unitNamed(people, unit)
    if (unitId !== null && (await people.inUnit(unitId, name)) !== null)
      throw new Refusal('person.sameInUnit', { name, unit: unit ?? '' })
    const [id] = await ledger.createPeople([{ name, title, unitId }])
    if (id === undefined) throw new Error('the person was not kept')
    await history.append([event('record.created', 'person', id, { after: { name, title, unit } })])
    return id
  })
}

/** From today on. @throws Refusal `role.…`, `record.notFound` */
export function giveRoleAsOperator(
  { data, now }: Outside,
  operator: Operator,
  personId: number,
  { role, unit, inspectionId }: { role: Role; unit: string | null; inspectionId: number | null },
): Promise<void> {
  const { tenantId, event } = actingAs(operator, 'account.manage', now())
  const today = chinaDay(now())
  return data.inTenant({ tenantId, sight: wholeSight }, async (stores) => {
    const unitId = await unitNamed(stores.people, unit)
    const wish = { personId, role, unitId, inspectionId, fromOn: today, toOn: null }
    const after = await checkRole(stores, asSecurityAdmin(tenantId), wish, today)
    await stores.roles.give([wish])
    await stores.history.append([event('role.given', 'person', personId, { after })])
  })
}

/** Nobody in particular, with the rights of the security administrator. */
const asSecurityAdmin = (tenantId: number): Actor => ({
  tenantId,
  personId: 0,
  assignments: [{ role: 'securityAdmin', unitId: null, inspectionId: null }],
  subordinateIds: new Map(),
})

/** Ends every assignment of this role at once, the last administrator's too. @returns how many */
export function endRoleAsOperator(
  { data, now }: Outside,
  operator: Operator,
  personId: number,
  role: Role,
): Promise<number> {
  const { tenantId, event } = actingAs(operator, 'account.manage', now())
  const today = chinaDay(now())
  return data.inTenant({ tenantId, sight: wholeSight }, async ({ roles, history }) => {
    await roles.lockPeople([personId])
    const held = (await roles.ofPerson(personId, today)).filter((each) => each.role === role)
    const lastDay = addDays(today, -1)
    for (const { id } of held) await roles.end(id, lastDay)
    const after = { role, toOn: lastDay }
    await history.append(held.map(() => event('role.ended', 'person', personId, { after })))
    return held.length
  })
}

/** Roles that somebody holds today or later. */
export function rolesAsOperator(
  { data, now }: Outside,
  { operatorOf }: Operator,
  personId: number,
): Promise<(HeldRole & { unit: string | null })[]> {
  return data.inTenant({ tenantId: operatorOf, sight: wholeSight }, async ({ people, roles }) => {
    const units = new Map((await people.lockUnits()).map(({ id, name }) => [id, name]))
    const held = await roles.ofPerson(personId, chinaDay(now()))
    return held.map((each) => ({ ...each, unit: each.unitId === null ? null : (units.get(each.unitId) ?? null) }))
  })
}

async function unitNamed(people: People, name: string | null): Promise<number | null> {
  if (name === null) return null
  const unit = (await people.lockUnits()).find((each) => each.name === name)
  if (unit === undefined) throw new Refusal('record.notFound', { field: 'unit' })
  return unit.id
}
