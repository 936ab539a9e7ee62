/** Docketing (挂号): measures of the approved plan get their numbers, and are tracked from here. */
import { sightOf } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import type { MeasureStatus } from '../core/measure/status.ts'
import { transitions } from '../core/measure/transitions.ts'
import { planChanges } from '../core/plan/plan-changes.ts'
import { type PlanContent, type PlanMeasure, thawedPlan } from '../core/plan/plan-content.ts'
import { Refusal } from '../core/refusal.ts'
import { followObligations } from './open-report-week.ts'
import { eventsOf, permit } from './permit.ts'
import type { PlannedMeasure, StoredRound } from './ports/plan.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

export type Docketed = { docketed: { id: number; number: string; docketNumber: string }[] }

/** All or nothing. @throws Refusal `record.notFound`, `plan.nothingToDocket`, `plan.notToDocket` */
export async function docketMeasures(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: { inspectionId: number; measureIds: number[] | null; submissionId: string },
): Promise<Docketed> {
  const { inspectionId, measureIds, submissionId } = wish
  const actor = permit(visitor, 'plan.docket', { inspectionId, audiences: null })
  const at = now()
  const today = chinaDay(at)
  const event = eventsOf(actor, 'plan.docket', at)
  const submission = { id: submissionId, act: `plan.docket ${inspectionId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const inspection = await stores.inspections.lock(inspectionId)
      if (inspection === null) throw new Refusal('record.notFound')
      const content = await stores.plan.content(inspectionId)
      const rounds = await stores.plan.rounds(inspectionId)
      const wanted = measuresToDocket(content, rounds, await stores.plan.statuses(inspectionId)).map(({ id }) => id)
      // Under their locks once more: a status may have moved in between.
      const held = new Map((await stores.plan.measures(wanted, 'lock')).map((measure) => [measure.id, measure]))
      const ready = wanted.flatMap((id) => {
        const measure = held.get(id)
        return measure?.status === docketing.from ? [measure] : []
      })
      const chosen = measureIds === null ? ready : ready.filter(({ id }) => measureIds.includes(id))
      if (chosen.length === 0) throw new Refusal('plan.nothingToDocket')
      await refuseOthers(stores, chosen, measureIds ?? [])
      const { docketTemplate } = settingsOf(inspection.settings)
      const year = Number(today.slice(0, 4))
      const drawn = await stores.plan.drawDocketNumbers(inspectionId, docketTemplate, year, chosen.length)
      const numbered = chosen.map((measure, index) => ({ ...measure, docket: drawn[index] ?? '' }))
      await stores.plan.docket(
        numbered.map(({ id, docket }) => ({ id, number: docket })),
        at,
      )
      const ids = chosen.map(({ id }) => id)
      await stores.ledger.settleMeasures(inspectionId, ids)
      await followObligations(stores, inspectionId, ids, at)
      await stores.lights.refresh(ids, today)
      await stores.history.append(
        numbered.map(({ id, docket, status, dueOn }) =>
          event('measure.docketed', 'measure', id, {
            before: { status },
            after: { status: docketing.to, docketNumber: docket, dueOn },
          }),
        ),
      )
      await tellResponsible(stores, inspectionId, numbered, at)
      return { docketed: numbered.map(({ id, number, docket }) => ({ id, number, docketNumber: docket })) }
    }),
  )
}

const docketing = findDocketing()

function findDocketing() {
  const found = transitions.find(({ act }) => act === 'docket')
  if (found === undefined) throw new Error('the table of transitions has no docketing')
  return found
}

/** Planned measures that stand as the approved plan has them, in the order of the ledger. */
export function measuresToDocket(
  content: PlanContent,
  rounds: readonly StoredRound[],
  statuses: ReadonlyMap<number, MeasureStatus>,
): PlanMeasure[] {
  const approved = rounds.find(({ state }) => state === 'approved')
  if (approved === undefined) return []
  const frozen = thawedPlan(approved.snapshot)
  const changed = new Set(planChanges(frozen, content).flatMap(({ record, id }) => (record === 'measure' ? [id] : [])))
  const inPlan = new Set(frozen.measures.map(({ id }) => id))
  return content.measures.filter(({ id }) => inPlan.has(id) && !changed.has(id) && statuses.get(id) === docketing.from)
}

async function refuseOthers(
  stores: Stores,
  chosen: readonly PlannedMeasure[],
  asked: readonly number[],
): Promise<void> {
  const taken = new Set(chosen.map(({ id }) => id))
  const others = asked.filter((id) => !taken.has(id))
  if (others.length === 0) return
  const numbers = (await stores.plan.measures(others)).map(({ number }) => number)
  throw new Refusal('plan.notToDocket', { count: others.length, numbers: numbers.slice(0, 10).join('、') })
}

async function tellResponsible(
  stores: Stores,
  inspectionId: number,
  numbered: readonly (PlannedMeasure & { docket: string })[],
  at: Date,
): Promise<void> {
  await stores.messages.send(
    numbered.flatMap(({ id, number, docket, dueOn, duePhrase, responsibleOfficer }) =>
      responsibleOfficer === null
        ? []
        : [
            {
              personId: responsibleOfficer.id,
              kind: 'measure.assigned' as const,
              inspectionId,
              recordKind: 'measure' as const,
              recordId: id,
              facts: { number, docket, due: dueOn ?? duePhrase ?? '' },
              at,
              key: `measure.assigned ${id} ${docket}`,
            },
          ],
    ),
  )
}
