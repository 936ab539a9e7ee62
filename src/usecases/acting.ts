/**
 * Whoever acts on accounts: somebody signed in, whom the policy judges, or the operator at the server, who has the database
 * anyway. History names the first, and of the second says that it was the operator.
 */
import type { Action } from '../core/access/policy.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent, RecordKind } from '../core/history/history-event.ts'
import { eventsOf, permit } from './permit.ts'
import type { Visitor } from './ports.ts'

export type Operator = { operatorOf: number }
export type Acting = {
  tenantId: number
  /** Null for the operator. */
  personId: number | null
  event: ReturnType<typeof eventsOf>
}

/** Stands in the reason of what the operator did. */
export const operatorReason = 'operator at the server'

/** @throws Refusal `access.…` */
export function actingAs(who: Visitor | Operator | null, action: Action, at: Date): Acting {
  if (who === null || !('operatorOf' in who)) {
    const actor = permit(who, action)
    return { tenantId: actor.tenantId, personId: actor.personId, event: eventsOf(actor, action, at) }
  }
  return { tenantId: who.operatorOf, personId: null, event: operatorEvents(at) }
}

const operatorEvents =
  (at: Date) =>
  (
    act: Act,
    recordKind: RecordKind,
    recordId: number,
    change: Partial<Pick<HistoryEvent, 'before' | 'after' | 'reason'>> = {},
  ): HistoryEvent => ({
    at: at.toISOString(),
    actorId: null,
    role: null,
    unitId: null,
    onBehalfOf: null,
    act,
    recordKind,
    recordId,
    before: null,
    after: null,
    ...change,
    reason: change.reason ? `${operatorReason}: ${change.reason}` : operatorReason,
  })
