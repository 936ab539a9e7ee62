/** Somebody stands in for somebody from a first to a last day: named by the one who hands over, or by the security administrator. */
import { type Deputation, deputyConflict } from '../core/access/deputy-conflict.ts'
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

type DeputyWish = Omit<Deputation, 'principalId'> & { reason: string | null; submissionId: string }

/**
 * @param principalId null: the visitor himself
 * @throws Refusal `deputy.…` that says why it cannot be, `person.left`, `record.notFound`
 */
export function nameDeputy(
  { data, now }: Outside,
  visitor: Visitor | null,
  principalId: number | null,
  { submissionId, reason, ...wish }: DeputyWish,
): Promise<{ id: number }> {
  const action = principalId === null ? 'deputy.own' : 'deputy.name'
  const actor = permit(visitor, action)
  const at = now()
  const today = chinaDay(at)
  const deputation: Deputation = { ...wish, principalId: principalId ?? actor.personId }
  const own = actor.assignments.find(({ onBehalfOf }) => (onBehalfOf ?? null) === null) ?? null
  const event = principalId === null ? eventsOf(actor, action, at, own) : eventsOf(actor, action, at)
  const submission = { id: submissionId, act: 'deputy.name', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const { people, roles, accounts } = stores
      const both = [deputation.principalId, deputation.deputyId]
      await roles.lockPeople(both)
      const principal = await people.find(deputation.principalId)
      const deputy = await people.find(deputation.deputyId)
      if (principal === null || deputy === null) throw new Refusal('record.notFound')
      const rolesOf = async (personId: number) =>
        (await roles.ofPerson(personId, today))
          .filter(({ toOn }) => toOn === null || toOn >= deputation.fromOn)
          .filter(({ fromOn }) => fromOn <= deputation.toOn)
          .map(({ role }) => role)
      const conflict = deputyConflict(
        deputation,
        await roles.deputations(both, today),
        { principal: await rolesOf(principal.id), deputy: await rolesOf(deputy.id) },
        today,
      )
      const names = { principal: principal.name, deputy: deputy.name }
      if (conflict !== null) {
        const field = conflict === 'reversed' || conflict === 'past' ? 'toOn' : 'deputyId'
        throw new Refusal(`deputy.${conflict}`, { ...names, field })
      }
      if (deputy.leftOn !== null) throw new Refusal('person.left', { name: deputy.name, field: 'deputyId' })
      const account = await accounts.find(deputy.id)
      if (account === null || account.disabledAt !== null)
        throw new Refusal('deputy.noAccount', { ...names, field: 'deputyId' })
      const id = await roles.nameDeputy({ ...deputation, reason }, at)
      const { fromOn, toOn } = deputation
      const change = { after: { ...names, fromOn, toOn }, reason }
      await stores.history.append(both.map((personId) => event('deputy.named', 'person', personId, change)))
      await stores.messages.send([
        {
          personId: deputy.id,
          kind: 'deputy.named',
          inspectionId: null,
          recordKind: 'person',
          recordId: deputy.id,
          facts: { principal: principal.name, from: fromOn, to: toOn },
          at,
          key: `deputy ${id}`,
        },
      ])
      return { id }
    }),
  )
}

/** @throws Refusal `deputy.notYours`, `deputy.over`, `record.notFound` */
export async function endDeputation(
  { data, now }: Outside,
  visitor: Visitor | null,
  deputationId: number,
): Promise<void> {
  const actor = permit(visitor, 'deputy.own')
  const at = now()
  const administers = actor.assignments.some(({ role }) => role === 'securityAdmin')
  const event = administers ? eventsOf(actor, 'deputy.name', at) : eventsOf(actor, 'deputy.own', at)
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ roles, people, history }) => {
    const found = await roles.findDeputation(deputationId)
    const takesPart = found !== null && [found.principalId, found.deputyId].includes(actor.personId)
    // Whose it is not does not learn that there is one.
    if (found === null || (!takesPart && !administers)) throw new Refusal('record.notFound')
    if (found.principalId !== actor.personId && !administers) throw new Refusal('deputy.notYours')
    if (found.endedAt !== null || found.toOn < chinaDay(at)) throw new Refusal('deputy.over')
    await roles.endDeputation(deputationId, at)
    const { fromOn, toOn } = found
    const principal = (await people.find(found.principalId))?.name
    const deputy = (await people.find(found.deputyId))?.name
    const change = { before: { principal, deputy, fromOn, toOn } }
    await history.append(
      [found.principalId, found.deputyId].map((personId) => event('deputy.ended', 'person', personId, change)),
    )
  })
}
