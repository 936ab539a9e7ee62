/**
 * Many measures at once: units, people, deadline, kind. One transaction, one event each; what cannot be changed is left and
 * said why, the rest goes through. Undoing is the same act with the values of before.
 */
import type { z } from 'zod'
import type { assignmentChangeSchema } from '../core/api/plan.ts'
import { changeDenial } from '../core/plan/edit-rules.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { type Facts, type RefusalCode, refusalSentence } from '../core/refusal.ts'
import { changePlan, difference, measureInWords, settleSome } from './plan-changes.ts'
import type { AssignmentChange, PlannedMeasure } from './ports/plan.ts'
import type { Outside, Visitor } from './ports.ts'

export type AssignWish = {
  inspectionId: number
  changes: { id: number; version: number; set: z.infer<typeof assignmentChangeSchema> }[]
  reason?: string | undefined
  submissionId: string
}
export type Assigned = {
  changed: { id: number; version: number; before: AssignmentChange }[]
  left: { id: number; number: string; reason: string }[]
  same: number
}

/** @throws Refusal `access.…`, `plan.reasonNeeded`, `plan.noSuchUnit`, `plan.noSuchPerson` */
export function assignMeasures(
  outside: Outside,
  visitor: Visitor | null,
  { inspectionId, changes, reason, submissionId }: AssignWish,
  language: Language,
): Promise<Assigned> {
  const submission = { id: submissionId, act: `plan.assign in ${inspectionId}`, reason }
  return changePlan(outside, visitor, submission, async (changing) => {
    const { stores } = changing
    await changing.enter(inspectionId)
    const wanted = new Map(changes.map((change) => [change.id, change]))
    const before = await stores.plan.measures([...wanted.keys()], 'lock')
    const approved = await stores.plan.approvedMeasures(inspectionId, [...wanted.keys()])
    const left: Assigned['left'] = []
    const leave = (id: number, number: string, code: RefusalCode, facts: Facts = {}) =>
      left.push({ id, number, reason: refusalSentence(code, { number, ...facts }, language) })
    const taken: { measure: PlannedMeasure; set: AssignmentChange }[] = []
    let same = 0
    for (const [id, { version, set: asked }] of wanted) {
      const measure = before.find((each) => each.id === id && each.inspectionId === inspectionId)
      if (measure === undefined) {
        leave(id, '', 'record.notFound')
        continue
      }
      const set = movingFields(measure, asked)
      const denial = changeDenial(measure, approved.has(id), set.dueOn)
      if (Object.keys(set).length === 0) same += 1
      else if (denial !== null) leave(id, measure.number, denial)
      else if (measure.version !== version) {
        const last = await stores.plan.lastChange('measure', id)
        leave(id, measure.number, 'record.changedMeanwhile', { who: last?.by ?? '', at: last?.at ?? '' })
      } else taken.push({ measure, set })
    }
    if (taken.length === 0) return { changed: [], left, same }
    const ids = taken.map(({ measure }) => measure.id)
    await stores.plan.assign(
      inspectionId,
      taken.map(({ measure, set }) => ({ id: measure.id, set })),
    )
    await settleSome(changing, inspectionId, ids)
    const after = new Map((await stores.plan.measures(ids)).map((measure) => [measure.id, measure]))
    const events = taken.flatMap(({ measure }) => {
      const now = after.get(measure.id)
      const changed = now && difference(measureInWords(measure), measureInWords(now))
      return changed ? [changing.event('record.updated', 'measure', measure.id, changed)] : []
    })
    await stores.history.append(events)
    return {
      changed: taken.map(({ measure, set }) => ({
        id: measure.id,
        version: after.get(measure.id)?.version ?? measure.version,
        before: picked(valuesOf(measure), set),
      })),
      left,
      same,
    }
  })
}

const valuesOf = (measure: PlannedMeasure): Required<AssignmentChange> => ({
  leadUnitId: measure.leadUnit?.id ?? null,
  supportingUnitIds: measure.supportingUnits.map(({ id }) => id),
  responsibleLeaderId: measure.responsibleLeader?.id ?? null,
  responsibleOfficerId: measure.responsibleOfficer?.id ?? null,
  kind: measure.kind,
  duePhrase: measure.duePhrase,
  dueOn: measure.dueOn,
})

/** Of what is asked for, what the measure does not have yet. */
function movingFields(measure: PlannedMeasure, asked: AssignWish['changes'][number]['set']): AssignmentChange {
  const held: Readonly<Record<string, unknown>> = valuesOf(measure)
  const comparable = (value: unknown): string =>
    JSON.stringify(Array.isArray(value) ? [...value].sort((one, other) => one - other) : value)
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([name, value]) => value !== undefined && comparable(value) !== comparable(held[name]),
    ),
  )
}

const picked = (values: AssignmentChange, names: AssignmentChange): AssignmentChange =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in names))
