/** People of the district: added, corrected, gone and come back. Nobody is deleted; the same name in a unit is the same person. */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { People } from './ports/people.ts'
import type { Outside, Visitor } from './ports.ts'

type PersonWish = { name: string; title: string | null; unitId: number | null }

/** @throws Refusal `person.sameInUnit`, `unit.closed`, `record.notFound` for the unit */
export function addPerson(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: PersonWish & { submissionId: string },
): Promise<{ id: number }> {
  const actor = permit(visitor, 'person.edit')
  const at = now()
  const event = eventsOf(actor, 'person.edit', at)
  const submission = { id: wish.submissionId, act: 'person.add', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, ({ submissions, people, ledger, history }) =>
    submissions.once(submission, async () => {
      const { name, title, unitId } = wish
      const unit = await openUnit(people, unitId)
      if (unitId !== null && (await people.inUnit(unitId, name)) !== null)
        throw new Refusal('person.sameInUnit', { name, unit, field: 'name' })
      const [id] = await ledger.createPeople([{ name, title, unitId }])
      if (id === undefined) throw new Error('the person was not kept')
      await history.append([event('record.created', 'person', id, { after: { name, title, unit } })])
      return { id }
    }),
  )
}

/** @throws Refusal `person.sameInUnit`, `person.hasRoles` when he leaves, `unit.closed`, `record.notFound` */
export async function changePerson(
  { data, now }: Outside,
  visitor: Visitor | null,
  personId: number,
  { left, ...wish }: PersonWish & { left: boolean },
): Promise<void> {
  const actor = permit(visitor, 'person.edit')
  const today = chinaDay(now())
  const event = eventsOf(actor, 'person.edit', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ people, roles, history }) => {
    const person = await people.find(personId)
    if (person === null) throw new Refusal('record.notFound')
    const units = await people.lockUnits()
    const nameOf = (unitId: number | null) => units.find(({ id }) => id === unitId)?.name ?? null
    const unit = wish.unitId === person.unitId ? nameOf(wish.unitId) : await openUnit(people, wish.unitId)
    if (left && person.leftOn === null) {
      const held = (await roles.ofPerson(personId, today)).length
      if (held > 0) throw new Refusal('person.hasRoles', { name: person.name, count: held })
    }
    const leftOn = left ? (person.leftOn ?? today) : null
    await people.save(personId, { ...wish, leftOn }, unit ?? '')
    const before = { name: person.name, title: person.title, unit: nameOf(person.unitId) }
    const after = { name: wish.name, title: wish.title, unit }
    if (JSON.stringify(before) !== JSON.stringify(after))
      await history.append([event('record.updated', 'person', personId, { before, after })])
    if ((person.leftOn !== null) !== left)
      await history.append([event(left ? 'person.left' : 'person.cameBack', 'person', personId, { after: { leftOn } })])
  })
}

/** Name of a unit where somebody can be put. */
async function openUnit(people: People, unitId: number | null): Promise<string> {
  if (unitId === null) return ''
  const unit = (await people.lockUnits()).find(({ id }) => id === unitId)
  if (unit === undefined) throw new Refusal('record.notFound', { field: 'unitId' })
  if (unit.closedOn !== null) throw new Refusal('unit.closed', { name: unit.name, field: 'unitId' })
  return unit.name
}
