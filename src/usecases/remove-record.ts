/** The office takes a record out of the plan while it is only planned, and puts it back. History keeps both. */
import { removalDenial } from '../core/plan/edit-rules.ts'
import { Refusal } from '../core/refusal.ts'
import { changePlan, type Kind, measureInWords, type PlanWrite, refuseChanged, settleAll } from './plan-changes.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

/** @throws Refusal `record.notFound`, `record.changedMeanwhile`, `plan.notPlanned`, `plan.referredTo`, `plan.reasonNeeded` */
export function removeRecord(
  outside: Outside,
  visitor: Visitor | null,
  record: { kind: Kind; id: number },
  { version, submissionId, reason }: PlanWrite,
): Promise<{ removalId: number }> {
  const { kind, id } = record
  const submission = { id: submissionId, act: `plan.remove ${kind} ${id}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores, at, actor } = changing
    const { inspectionId, version: stored, words } = await lockRecord(stores, kind, id)
    await changing.enter(inspectionId)
    await refuseChanged(stores, kind, { id, version: stored }, version)
    const removalId = await stores.plan.remove({ kind, id, inspectionId }, actor.personId, at)
    await settleAll(changing, inspectionId, [])
    await stores.history.append([changing.event('record.removed', kind, id, { before: words })])
    return { removalId }
  })
}

/** @throws Refusal `record.notFound`, `plan.removedAlready` */
export function restoreRecord(
  outside: Outside,
  visitor: Visitor | null,
  removalId: number,
  submissionId: string,
): Promise<{ id: number }> {
  return changePlan(outside, visitor, { id: submissionId, act: `plan.restore ${removalId}` }, async (changing) => {
    const { stores, at, event } = changing
    const restored = await stores.plan.restore(removalId, at)
    if (restored === null) throw new Refusal('record.notFound')
    const { kind, id, inspectionId } = restored
    await settleAll(changing, inspectionId, kind === 'measure' ? [id] : [])
    await stores.history.append([event('record.restored', kind, id)])
    return { id }
  })
}

/** A finding goes when none of its measures is docketed: they would lose what they answer. */
async function lockRecord({ plan }: Stores, kind: Kind, id: number) {
  if (kind === 'measure') {
    const [measure] = await plan.measures([id], 'lock')
    if (measure === undefined) throw new Refusal('record.notFound')
    const denial = removalDenial(measure)
    if (denial !== null) throw new Refusal(denial, { number: measure.number })
    return { ...measure, words: measureInWords(measure) }
  }
  const record = kind === 'finding' ? await plan.finding(id, 'lock') : await plan.cause(id, 'lock')
  if (record === null) throw new Refusal('record.notFound')
  if (kind === 'finding') {
    const content = await plan.content(record.inspectionId)
    const linked = content.findings.find((finding) => finding.id === id)?.measureIds ?? []
    const docketed = (await plan.measures(linked)).find((measure) => removalDenial(measure) !== null)
    if (docketed !== undefined) throw new Refusal('plan.notPlanned', { number: docketed.number })
  }
  return { ...record, words: record }
}
