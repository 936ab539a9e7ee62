/** The office writes a finding or a cause of the plan: a new one, or changes to one. */
import type { z } from 'zod'
import type { causeChangeSchema, findingChangeSchema } from '../core/api/plan.ts'
import { Refusal } from '../core/refusal.ts'
import { changePlan, difference, type PlanChanging, type PlanWrite, refuseChanged, settleAll } from './plan-changes.ts'
import type { CauseChange, FindingChange } from './ports/plan.ts'
import type { Outside, Visitor } from './ports.ts'

type Written = { id: number; version: number }
type New = { inspectionId: number; reason?: string | undefined; submissionId: string }

const given = <Fields extends object, Change>(fields: Fields): Change =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Change

/** @throws Refusal `access.…`, `plan.reasonNeeded`, `plan.numberTaken`, `plan.foreignLink` */
export async function createFinding(
  outside: Outside,
  visitor: Visitor | null,
  wish: z.infer<typeof findingChangeSchema> & New & { heading: string },
): Promise<Written> {
  const { inspectionId, reason, submissionId, ...fields } = wish
  refuseNumber(fields.number)
  const submission = { id: submissionId, act: `plan.finding in ${inspectionId}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    await changing.enter(inspectionId)
    return addFinding(changing, inspectionId, given<typeof fields, NewFinding>(fields))
  })
}

type NewFinding = FindingChange & { heading: string }

/** Within a change of the plan that has entered the inspection. */
export async function addFinding(changing: PlanChanging, inspectionId: number, change: NewFinding): Promise<Written> {
  const { stores, at } = changing
  const id = await stores.plan.createFinding(inspectionId, change, at)
  const { number: _, ...others } = change
  await stores.plan.changeFinding({ id, inspectionId }, others)
  await settleAll(changing, inspectionId, [])
  const made = await stores.plan.finding(id)
  if (made === null) throw new Refusal('record.notFound')
  await stores.history.append([changing.event('record.created', 'finding', id, { after: made })])
  return { id, version: made.version }
}

/** @throws Refusal `record.notFound`, `record.changedMeanwhile`, and those of creating */
export async function changeFinding(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  wish: z.infer<typeof findingChangeSchema> & PlanWrite,
): Promise<Written> {
  const { version, submissionId, reason, ...fields } = wish
  refuseNumber(fields.number)
  return changePlan(outside, visitor, { id: submissionId, act: `plan.finding ${id}`, reason }, async (changing) => {
    const { stores } = changing
    const before = await stores.plan.finding(id, 'lock')
    if (before === null) throw new Refusal('record.notFound')
    await changing.enter(before.inspectionId)
    await refuseChanged(stores, 'finding', before, version)
    await stores.plan.changeFinding(before, given(fields))
    // The number of a finding is in the numbers of its measures.
    if (fields.number !== undefined) await settleAll(changing, before.inspectionId, [])
    const after = await stores.plan.finding(id)
    if (after === null) throw new Refusal('record.notFound')
    const { version: _, ...shown } = after
    const changed = difference(before, shown)
    if (changed !== null) await stores.history.append([changing.event('record.updated', 'finding', id, changed)])
    return { id, version: after.version }
  })
}

/** @throws Refusal `access.…`, `plan.reasonNeeded`, `plan.foreignLink` */
export function createCause(
  outside: Outside,
  visitor: Visitor | null,
  wish: z.infer<typeof causeChangeSchema> & New & { text: string },
): Promise<Written> {
  const { inspectionId, reason, submissionId, ...fields } = wish
  const submission = { id: submissionId, act: `plan.cause in ${inspectionId}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores, at } = changing
    await changing.enter(inspectionId)
    const id = await stores.plan.createCause(inspectionId, fields.text, at)
    const { text: _, ...links } = given<typeof fields, CauseChange>(fields)
    await stores.plan.changeCause({ id, inspectionId }, links)
    await settleAll(changing, inspectionId, [])
    const made = await stores.plan.cause(id)
    if (made === null) throw new Refusal('record.notFound')
    await stores.history.append([changing.event('record.created', 'cause', id, { after: made })])
    return { id, version: made.version }
  })
}

/** @throws Refusal `record.notFound`, `record.changedMeanwhile`, and those of creating */
export function changeCause(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  wish: z.infer<typeof causeChangeSchema> & PlanWrite,
): Promise<Written> {
  const { version, submissionId, reason, ...fields } = wish
  return changePlan(outside, visitor, { id: submissionId, act: `plan.cause ${id}`, reason }, async (changing) => {
    const { stores } = changing
    const before = await stores.plan.cause(id, 'lock')
    if (before === null) throw new Refusal('record.notFound')
    await changing.enter(before.inspectionId)
    await refuseChanged(stores, 'cause', before, version)
    await stores.plan.changeCause(before, given(fields))
    await settleAll(changing, before.inspectionId, [])
    const after = await stores.plan.cause(id)
    if (after === null) throw new Refusal('record.notFound')
    const { version: _, ...shown } = after
    const changed = difference(before, shown)
    if (changed !== null) await stores.history.append([changing.event('record.updated', 'cause', id, changed)])
    return { id, version: after.version }
  })
}

/** A number sorts by its digits: one without any would stand nowhere. */
function refuseNumber(number: string | undefined): void {
  if (number !== undefined && !/\d|[一二三四五六七八九十]/.test(number))
    throw new Refusal('plan.numberWanted', { field: 'number' })
}
