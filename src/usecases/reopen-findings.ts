/** A finding that was done is open again as soon as one of its measures is. */
import type { Assignment } from '../core/access/policy.ts'
import type { MeasureLife } from '../core/measure/life.ts'
import type { Entered } from './on-measure.ts'
import { eventsOf } from './permit.ts'
import { tellParties } from './tell-people.ts'

export async function reopenFindings(
  measure: MeasureLife,
  reason: string,
  entered: Entered,
  assignment: Assignment,
): Promise<void> {
  const { actor, stores, at, today } = entered
  const event = eventsOf(actor, 'measure.act', at, assignment)
  for (const findingId of await stores.life.doneFindingsOf(measure.id)) {
    const finding = await stores.life.lockFinding(findingId, today)
    if (finding === null) continue
    const by = { personId: actor.personId, onBehalfOf: assignment.onBehalfOf ?? null, at }
    await stores.life.moveFinding(findingId, { ...by, act: 'reopen', reason }, [])
    await stores.history.append([
      event('finding.reopened', 'finding', findingId, {
        before: { state: finding.state, cycle: finding.cycle },
        after: { state: 'open', cycle: finding.cycle + 1, measureId: measure.id },
        reason,
      }),
    ])
    await tellParties(entered, measure, ['responsible'], 'finding.reopened', { number: finding.number, reason })
  }
}
