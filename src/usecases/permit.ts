/** Asks the policy, and says no in words. */
import type { Action } from '../core/access/policy.ts'
import { type Actor, assignmentFor, may, type Subject } from '../core/access/policy.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent, RecordKind } from '../core/history/history-event.ts'
import { Refusal } from '../core/refusal.ts'
import type { Visitor } from './ports.ts'

/** The visitor as the policy sees one. */
export const actorOf = (visitor: Visitor): Actor => ({
  tenantId: visitor.tenantId,
  personId: visitor.personId,
  assignments: visitor.roles.map(({ role, unit, inspectionId, onBehalfOf }) => ({
    role,
    unitId: unit?.id ?? null,
    inspectionId,
    onBehalfOf: onBehalfOf?.id ?? null,
  })),
  subordinateIds: visitor.subordinateIds,
})

/**
 * @returns the actor, who may do it
 * @throws Refusal `access.…` with the reason
 */
export function permit(visitor: Visitor | null, action: Action, subject?: Subject): Actor {
  const actor = visitor === null ? null : actorOf(visitor)
  const answer = may(actor, action, subject)
  if (!answer.allowed) {
    // Until that is done no role counts; the reason is not that the role is missing.
    if (visitor !== null && visitor.pending !== null) throw new Refusal(`session.${visitor.pending}Due`)
    throw new Refusal(`access.${answer.reason}`)
  }
  if (actor === null) throw new Refusal('access.signInFirst')
  return actor
}

/**
 * Events of one act: who did it, in which role, when.
 * @param assignment where the rules say under which one; otherwise the first that allows the action
 */
export function eventsOf(actor: Actor, action: Action, at: Date, assignment = assignmentFor(actor, action)) {
  return (
    act: Act,
    recordKind: RecordKind,
    recordId: number,
    change: Partial<Pick<HistoryEvent, 'before' | 'after' | 'reason'>> = {},
  ): HistoryEvent => ({
    at: at.toISOString(),
    actorId: actor.personId,
    role: assignment?.role ?? null,
    unitId: assignment?.unitId ?? null,
    onBehalfOf: assignment?.onBehalfOf ?? null,
    act,
    recordKind,
    recordId,
    before: null,
    after: null,
    reason: null,
    ...change,
  })
}
