/** An earlier cycle of a measure, as it was frozen when the measure was opened again. */
import type { z } from 'zod'
import { may, sightOf } from '../core/access/policy.ts'
import type { lifeContracts } from '../core/api/life.ts'
import type { Step } from '../core/measure/life.ts'
import { Refusal } from '../core/refusal.ts'
import { applicationView } from './life-view.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

type CycleView = z.infer<(typeof lifeContracts)['GET /api/measures/:id/cycles/:cycle']['response']>

/** @throws Refusal `record.notFound` */
export async function readCycle(
  { data }: Outside,
  visitor: Visitor | null,
  measureId: number,
  cycle: number,
): Promise<CycleView> {
  const actor = permit(visitor, 'measure.read')
  const frozen = await data.read.life.cycle({ tenantId: actor.tenantId, sight: sightOf(actor) }, measureId, cycle)
  if (frozen === null || !may(actor, 'measure.read', frozen).allowed) throw new Refusal('record.notFound')
  const { measure, targets, steps } = frozen.snapshot
  const byApplication = new Map<number, Step[]>()
  for (const step of steps)
    byApplication.set(step.applicationId, [...(byApplication.get(step.applicationId) ?? []), step])
  return {
    cycle: frozen.cycle,
    measure,
    targets,
    applications: [...byApplication.values()].flatMap((each) => applicationView(each) ?? []),
    history: frozen.history,
    reason: frozen.reason,
    endedAt: frozen.endedAt,
  }
}
