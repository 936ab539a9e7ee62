/** Units, people, roles and deputies as pages show them, with what the reader may do there. */
import type { z } from 'zod'
import { actionWords } from '../core/access/action-words.ts'
import { giveDenial } from '../core/access/may-give-role.ts'
import { type Actor, may, policy, sightOf } from '../core/access/policy.ts'
import { type Role, roles } from '../core/access/role.ts'
import type { deputationSchema, holderSchema, peopleContracts, personPageSchema } from '../core/api/people.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { PersonListQuery, StoredDeputation, StoredHolder } from './ports/people.ts'
import type { Outside, Visitor } from './ports.ts'

type Answer<R extends keyof typeof peopleContracts> = z.infer<(typeof peopleContracts)[R]['response']>

/** More are found by typing more. */
const mostPeople = 300

export async function listPeople(
  { data, now }: Outside,
  visitor: Visitor | null,
  query: Pick<PersonListQuery, 'unit' | 'q'>,
): Promise<Answer<'GET /api/people/list'>> {
  const actor = permit(visitor, 'person.read')
  const found = await data.read.people.list(actor, { ...query, on: chinaDay(now()), limit: mostPeople + 1 })
  return {
    people: found.slice(0, mostPeople),
    more: found.length > mostPeople,
    mayEdit: may(actor, 'person.edit').allowed,
  }
}

/** @throws Refusal `record.notFound` */
export async function readPerson(
  { data, now }: Outside,
  visitor: Visitor | null,
  personId: number,
): Promise<z.infer<typeof personPageSchema>> {
  const actor = permit(visitor, 'person.read')
  const today = chinaDay(now())
  const found = await data.read.people.page(actor, personId, today)
  if (found === null) throw new Refusal('record.notFound')
  const [history, securityAdmins] = await Promise.all([
    data.read.historyOf({ tenantId: actor.tenantId, sight: sightOf(actor) }, 'person', personId),
    data.read.people.securityAdmins(actor, today),
  ])
  return {
    ...found,
    roles: found.roles.map((held) => ({ ...held, mayEnd: mayEnd(actor, personId, held, securityAdmins) })),
    deputations: found.deputations.map((each) => withEnd(actor, each, today)),
    history,
    mayEdit: may(actor, 'person.edit').allowed,
    mayNameDeputy: may(actor, 'deputy.name').allowed && personId !== actor.personId,
    mayGive: found.leftOn === null ? roles.filter((role) => mayGive(actor, personId, role, securityAdmins)) : [],
  }
}

/** Somewhere: which inspection is judged when it is named. */
function mayGive(actor: Actor, personId: number, role: Role, securityAdmins: number): boolean {
  const somewhere = [null, ...actor.assignments.map(({ inspectionId }) => inspectionId)]
  return somewhere.some((inspectionId) => giveDenial(actor, { personId, role, inspectionId }, securityAdmins) === null)
}

function mayEnd(
  actor: Actor,
  personId: number,
  { role, inspection, over }: Pick<StoredHolder, 'role' | 'inspection' | 'over'>,
  securityAdmins: number,
): boolean {
  if (over || !may(actor, 'role.give').allowed) return false
  return giveDenial(actor, { personId, role, inspectionId: inspection?.id ?? null }, securityAdmins) === null
}

function withEnd(actor: Actor, each: StoredDeputation, today: string): z.infer<typeof deputationSchema> {
  const open = each.endedAt === null && each.toOn >= today
  return { ...each, mayEnd: open && (each.principal.id === actor.personId || may(actor, 'deputy.name').allowed) }
}

/** Who holds which role, today and later. */
export async function readRoles(
  { data, now }: Outside,
  visitor: Visitor | null,
  inspectionId: number | null,
): Promise<Answer<'GET /api/roles'>> {
  const actor = permit(visitor, 'role.read', inspectionId === null ? undefined : { inspectionId, audiences: null })
  const today = chinaDay(now())
  const securityAdmins = await data.read.people.securityAdmins(actor, today)
  const holders = await data.read.people.holders(actor, inspectionId, today)
  const own = actor.assignments.filter(({ onBehalfOf }) => (onBehalfOf ?? null) === null).map(({ role }) => role)
  return {
    holders: holders.map(
      (each): z.infer<typeof holderSchema> => ({
        ...each,
        mayEnd: mayEnd(actor, each.person.id, each, securityAdmins),
      }),
    ),
    handOverDue: own.includes('systemAdmin') && own.includes('office'),
    securityAdmins,
  }
}

/** What the visitor has handed over, and for whom he stands in. */
export async function readOwnDeputies(
  { data, now }: Outside,
  visitor: Visitor | null,
): Promise<Answer<'GET /api/me/deputies'>> {
  const actor = permit(visitor, 'deputy.own')
  const today = chinaDay(now())
  const found = await data.read.people.deputations(actor, actor.personId, today)
  return {
    deputations: found.map((each) => withEnd(actor, each, today)),
    hasRoles: actor.assignments.some(
      ({ role, onBehalfOf }) => (onBehalfOf ?? null) === null && !role.endsWith('Admin'),
    ),
  }
}

/** The table that server, pages and command line ask, as it is. */
export function readPolicy(visitor: Visitor | null, language: Language): Answer<'GET /api/policy'> {
  permit(visitor, 'policy.read')
  return Object.entries(policy).map(([action, rule]) => ({
    action,
    words: actionWords[action as keyof typeof policy][language],
    whole: typeof rule === 'string' ? null : [...rule.whole],
    members: typeof rule !== 'string' && 'members' in rule ? [...rule.members] : [],
    everybody: typeof rule === 'string' ? rule : null,
  }))
}
