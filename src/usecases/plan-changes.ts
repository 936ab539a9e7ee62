/** What all changes to a plan have in common: the wall, the reason after approval, the version, what follows from them. */
import { type Actor, sightOf } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { reasonLength } from '../core/plan/edit-rules.ts'
import { Refusal } from '../core/refusal.ts'
import { followObligations } from './open-report-week.ts'
import { eventsOf, permit } from './permit.ts'
import type { PlannedMeasure } from './ports/plan.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

export type Kind = 'finding' | 'cause' | 'measure'
export type PlanWrite = { version: number; submissionId: string; reason?: string | undefined }

/** A change in the making: who, when, in which transaction. */
export type PlanChanging = {
  actor: Actor
  at: Date
  stores: Stores
  /**
   * The office of this inspection, and it may: afterwards `approved` is known.
   * @throws Refusal `access.…`, `plan.reasonNeeded`
   */
  enter(inspectionId: number): Promise<{ approved: boolean }>
  event(act: Act, kind: Kind | 'inspection', id: number, change?: { before?: object; after?: object }): HistoryEvent
}

/** One transaction for one change of a plan; a repeated submission gets the first one's answer. */
export async function changePlan<T>(
  { data, now }: Outside,
  visitor: Visitor | null,
  submission: { id: string; act: string; reason?: string | undefined },
  work: (changing: PlanChanging) => Promise<T>,
): Promise<T> {
  const actor = permit(visitor, 'plan.edit')
  const at = now()
  const event = eventsOf(actor, 'plan.edit', at)
  const reason = submission.reason?.trim() || null
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once({ id: submission.id, act: submission.act, personId: actor.personId, at }, () =>
      work({
        actor,
        at,
        stores,
        async enter(inspectionId) {
          permit(visitor, 'plan.edit', { inspectionId, audiences: null })
          const approved = await stores.plan.isApproved(inspectionId)
          if (approved && [...(reason ?? '')].length < reasonLength)
            throw new Refusal('plan.reasonNeeded', { field: 'reason' })
          return { approved }
        },
        event: (act, kind, id, { before, after } = {}) =>
          event(act, kind, id, {
            reason,
            before: before ? { ...before } : null,
            after: after ? { ...after } : null,
          }),
      }),
    ),
  )
}

/** @throws Refusal `record.changedMeanwhile` */
export async function refuseChanged(
  { plan }: Stores,
  kind: Kind,
  record: { id: number; version: number },
  shown: number,
): Promise<void> {
  if (record.version === shown) return
  const last = await plan.lastChange(kind, record.id)
  throw new Refusal('record.changedMeanwhile', { who: last?.by ?? '', at: last?.at ?? '' })
}

/** Numbers, walls, places and lights after links or whole records changed. */
export async function settleAll({ stores, at }: PlanChanging, inspectionId: number, measureIds: readonly number[]) {
  await stores.ledger.settle(inspectionId)
  if (measureIds.length > 0) await stores.lights.refresh(measureIds, chinaDay(at))
}

/** The same after changes that leave links alone. */
export async function settleSome({ stores, at }: PlanChanging, inspectionId: number, measureIds: readonly number[]) {
  await stores.ledger.settleMeasures(inspectionId, measureIds)
  await followObligations(stores, inspectionId, measureIds, at)
  await stores.lights.refresh(measureIds, chinaDay(at))
}

/** What is different, name by name; null when nothing is. */
export function difference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (names.length === 0) return null
  const side = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { before: side(before), after: side(after) }
}

/** A measure as its history shows it: names instead of ids. */
export const measureInWords = (measure: PlannedMeasure) => ({
  text: measure.text,
  kind: measure.kind,
  duePhrase: measure.duePhrase,
  dueOn: measure.dueOn,
  leadUnit: measure.leadUnit?.name ?? null,
  supportingUnits: measure.supportingUnits.map(({ name }) => name),
  responsibleLeader: measure.responsibleLeader?.name ?? null,
  responsibleOfficer: measure.responsibleOfficer?.name ?? null,
  targets: measure.targets,
  findingIds: measure.findingIds,
  causeIds: measure.causeIds,
})
