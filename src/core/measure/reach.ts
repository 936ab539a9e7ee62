/**
 * What could wait for somebody, worked out from the tables alone: so that a database looks only at what he may decide. It may
 * be too wide (who signs is a rule of the inspection; four eyes are judged one by one), never too narrow.
 */
import type { Actor } from '../access/policy.ts'
import { type Role, roles } from '../access/role.ts'
import type { RequestKind } from './acts.ts'
import type { MeasureStatus } from './status.ts'
import { type Party, requestRules, transitions } from './transitions.ts'

/** For these units, for these leaders, or (both null) for all of the inspection. */
export type Reach = { unitIds: readonly number[] | null; leaderIds: readonly number[] | null }

export const awaitingStatuses = ['applied', 'endorsed', 'verified'] as const satisfies readonly MeasureStatus[]

export function measuresAwaiting(actor: Actor, inspectionId: number): (Reach & { status: MeasureStatus })[] {
  return transitions
    .filter(({ act, from, shortChain }) => act !== 'return' && shortChain !== true && isAwaiting(from))
    .flatMap(({ from, who }) =>
      who.flatMap((party) => reachesAs(party, actor, inspectionId)).map((reach) => ({ ...reach, status: from })),
    )
}

const isAwaiting = (status: MeasureStatus): boolean => awaitingStatuses.some((each) => each === status)

export function requestsAwaiting(
  actor: Actor,
  inspectionId: number,
): (Reach & { kind: RequestKind; state: 'raised' | 'endorsed' })[] {
  return requestRules.flatMap(({ kind, endorse, approve }) =>
    (
      [
        ['raised', endorse],
        ['endorsed', approve],
      ] as const
    ).flatMap(([state, who]) =>
      who.flatMap((party) => reachesAs(party, actor, inspectionId)).map((reach) => ({ ...reach, kind, state })),
    ),
  )
}

function reachesAs(party: Party, actor: Actor, inspectionId: number): Reach[] {
  const wanted: readonly Role[] =
    party === 'signer' ? ['leader', 'inspector', 'leadingGroup'] : roles.filter((role) => role === party)
  const held = actor.assignments.filter(
    (each) => wanted.includes(each.role) && (each.inspectionId === null || each.inspectionId === inspectionId),
  )
  if (held.some(({ role }) => role !== 'unitHead' && role !== 'leader')) return [{ unitIds: null, leaderIds: null }]
  const unitIds = held.flatMap(({ role, unitId }) =>
    role === 'unitHead' && unitId !== null ? [unitId, ...(actor.subordinateIds.get(unitId) ?? [])] : [],
  )
  return [
    ...(unitIds.length > 0 ? [{ unitIds: [...new Set(unitIds)], leaderIds: null }] : []),
    ...(held.some(({ role }) => role === 'leader')
      ? [{ unitIds: null, leaderIds: leaderIdsOf(actor, inspectionId) }]
      : []),
  ]
}

/** Those as whom somebody reads what leaders answer for: himself, and whom he stands in for. */
export const leaderIdsOf = (actor: Actor, inspectionId: number): number[] => [
  ...new Set(
    actor.assignments.flatMap(({ role, inspectionId: of, onBehalfOf }) =>
      role === 'leader' && (of === null || of === inspectionId) ? [onBehalfOf ?? actor.personId] : [],
    ),
  ),
]
