/** The office writes a measure of the plan: a new one, or changes to one. */
import type { z } from 'zod'
import type { measureChangeSchema } from '../core/api/plan.ts'
import { changeDenial } from '../core/plan/edit-rules.ts'
import { Refusal } from '../core/refusal.ts'
import { scaled } from './cite-entry.ts'
import {
  changePlan,
  difference,
  measureInWords,
  type PlanChanging,
  type PlanWrite,
  refuseChanged,
  settleAll,
  settleSome,
} from './plan-changes.ts'
import type { MeasureChange, PlannedMeasure } from './ports/plan.ts'
import type { Outside, Visitor } from './ports.ts'

type Change = z.infer<typeof measureChangeSchema>
type Written = { id: number; version: number }

/** @throws Refusal `access.…`, `plan.reasonNeeded`, `plan.foreignLink`, `plan.noSuchUnit`, `plan.noSuchPerson` */
export function createMeasure(
  outside: Outside,
  visitor: Visitor | null,
  wish: Change & { inspectionId: number; text: string; reason?: string | undefined; submissionId: string },
): Promise<Written> {
  const { inspectionId, reason, submissionId, ...fields } = wish
  const submission = { id: submissionId, act: `plan.measure in ${inspectionId}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores, at } = changing
    await changing.enter(inspectionId)
    const id = await stores.plan.createMeasure(inspectionId, fields.text, at)
    await stores.plan.changeMeasure({ id, inspectionId, docketNumber: null }, changeOf(fields))
    await countTargets(changing, id, changeOf(fields))
    await settleAll(changing, inspectionId, [id])
    const made = await measureOf(changing, id)
    await stores.history.append([changing.event('record.created', 'measure', id, { after: measureInWords(made) })])
    return { id, version: made.version }
  })
}

/** @throws Refusal `record.notFound`, `record.changedMeanwhile`, `plan.closed`, `plan.dueByExtension`, and those of creating */
export function changeMeasure(
  outside: Outside,
  visitor: Visitor | null,
  id: number,
  wish: Change & PlanWrite,
): Promise<Written> {
  const { version, submissionId, reason, ...fields } = wish
  const submission = { id: submissionId, act: `plan.measure ${id}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores } = changing
    const before = await measureOf(changing, id, 'lock')
    const { inspectionId } = before
    await changing.enter(inspectionId)
    await refuseChanged(stores, 'measure', before, version)
    const approved = (await stores.plan.approvedMeasures(inspectionId, [id])).has(id)
    const denial = changeDenial(before, approved, fields.dueOn)
    if (denial !== null)
      throw new Refusal(denial, { number: before.number, ...(denial === 'plan.dueByExtension' && { field: 'dueOn' }) })
    await stores.plan.changeMeasure(before, changeOf(fields))
    await countTargets(changing, id, changeOf(fields))
    if (fields.findingIds === undefined) await settleSome(changing, inspectionId, [id])
    else await settleAll(changing, inspectionId, [id])
    const after = await measureOf(changing, id)
    const changed = difference(measureInWords(before), measureInWords(after))
    if (changed !== null) await stores.history.append([changing.event('record.updated', 'measure', id, changed)])
    return { id, version: after.version }
  })
}

/** What the targets count, where the change says it; what they reached follows. @throws Refusal `citation.otherUnit` */
async function countTargets({ stores }: PlanChanging, measureId: number, { targets }: MeasureChange): Promise<void> {
  if (targets === undefined) return
  const held = await stores.citations.targets(measureId)
  for (const [index, { counts, unit }] of targets.entries()) {
    const target = held[index]
    if (target === undefined || counts === undefined) continue
    await stores.citations.setCounted(target.id, counts && (await scaled(stores, counts, unit)))
  }
  await stores.citations.settleMeasures([measureId])
}

/** @throws Refusal `record.notFound` */
export async function measureOf({ stores }: PlanChanging, id: number, lock?: 'lock'): Promise<PlannedMeasure> {
  const [measure] = await stores.plan.measures([id], lock)
  if (measure === undefined) throw new Refusal('record.notFound')
  return measure
}

/** Empty targets are none; a name that is not given stays out of the change. */
function changeOf(fields: Change): MeasureChange {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  const change: MeasureChange = Object.fromEntries(given)
  if (change.targets === undefined) return change
  return {
    ...change,
    targets: change.targets
      .map((target) => ({ ...target, unit: target.unit || null, expectedProof: target.expectedProof || null }))
      .filter(({ words, quantity, expectedProof }) => words !== '' || quantity !== null || expectedProof !== null),
  }
}
