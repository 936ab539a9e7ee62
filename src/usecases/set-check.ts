/** The office sets a check: in force, on trial or off; and local values for its parameters, each with its source. */
import { sightOf } from '../core/access/policy.ts'
import type { Day } from '../core/deadline/day.ts'
import { Refusal } from '../core/refusal.ts'
import { type AnyCheck, enterModes, knownChecks } from './known-checks.ts'
import { eventsOf, permit } from './permit.ts'
import type { CheckMode } from './ports/checks.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

type Change = ReturnType<typeof eventsOf>

/** @throws Refusal `record.notFound`, `access.…` */
export async function setCheckMode(
  outside: Outside,
  visitor: Visitor | null,
  checkId: string,
  { mode, submissionId }: { mode: CheckMode; submissionId: string },
): Promise<void> {
  await change(outside, visitor, checkId, submissionId, async ({ stores, event, personId, at }) => {
    const before = (await enterModes(stores.checks, at)).get(checkId) ?? null
    if (before === mode) return null
    await stores.checks.setModes([{ checkId, mode }], personId, at)
    await stores.checks.makeAllDue()
    await stores.history.append([
      event('check.modeSet', 'check', 0, { before: { checkId, mode: before }, after: { checkId, mode } }),
    ])
    return null
  })
}

export type LocalValueWish = {
  parameter: string
  unitId: number | null
  from: Day | null
  to: Day | null
  value: number
  source: string
  replaces: number | null
  submissionId: string
}

/** @throws Refusal `record.notFound`, `check.wrongParameter`, `check.periodReversed`, `access.…` */
export async function setLocalValue(
  outside: Outside,
  visitor: Visitor | null,
  checkId: string,
  wish: LocalValueWish,
): Promise<{ id: number }> {
  const { parameter, unitId, from, to, value, source, replaces } = wish
  return change(outside, visitor, checkId, wish.submissionId, async ({ stores, event, check, personId, at }) => {
    if (check.parameters[parameter] === undefined)
      throw new Refusal('check.wrongParameter', { parameter, field: 'parameter' })
    if (from !== null && to !== null && from > to) throw new Refusal('check.periodReversed', { field: 'to' })
    if (replaces !== null) {
      const ended = await stores.checks.endLocalValue(replaces, personId, at)
      if (ended === null || ended.checkId !== checkId) throw new Refusal('record.notFound')
    }
    const local = { checkId, parameter, unitId, from, to, value, source }
    const id = await stores.checks.addLocalValue({ ...local, by: personId, at })
    await stores.checks.makeAllDue()
    await stores.history.append([event('check.parametersSet', 'check', id, { after: { ...local, replaces } })])
    return { id }
  })
}

/** The shipped value holds again. @throws Refusal `record.notFound`, `access.…` */
export async function endLocalValue(
  { data, now }: Outside,
  visitor: Visitor | null,
  id: number,
  { submissionId }: { submissionId: string },
): Promise<void> {
  const actor = permit(visitor, 'check.decide')
  const at = now()
  const submission = { id: submissionId, act: `check.endValue ${id}`, personId: actor.personId, at }
  await data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const ended = await stores.checks.endLocalValue(id, actor.personId, at)
      if (ended === null) throw new Refusal('record.notFound')
      await stores.checks.makeAllDue()
      const event = eventsOf(actor, 'check.decide', at)
      await stores.history.append([event('check.parametersSet', 'check', id, { before: ended })])
      return null
    }),
  )
}

type Changing = { stores: Stores; event: Change; check: AnyCheck; personId: number; at: Date }

async function change<T>(
  { data, now }: Outside,
  visitor: Visitor | null,
  checkId: string,
  submissionId: string,
  work: (changing: Changing) => Promise<T>,
): Promise<T> {
  const actor = permit(visitor, 'check.decide')
  const check = knownChecks.get(checkId)?.check
  if (check === undefined) throw new Refusal('record.notFound')
  const at = now()
  const event = eventsOf(actor, 'check.decide', at)
  const submission = { id: submissionId, act: `check.set ${checkId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, () => work({ stores, event, check, personId: actor.personId, at })),
  )
}
