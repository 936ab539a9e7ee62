/**
 * What each route should answer whom, worked out from the rules of the field (`ledger.md`, "Roles and what they see") and
 * not from the policy that the server uses. One file per part of the work beside this one.
 */
import type { Role } from '../../core/access/role.ts'
import type { Route } from '../../core/api/contracts.ts'

/**
 * Where the person stands to the record asked for. Roles are held for one inspection and, officer and unit head, in one unit;
 * a leader answers for the measure of `ownUnit`.
 */
export const relations = ['ownUnit', 'otherUnit', 'otherInspection', 'otherTenant'] as const
export type Relation = (typeof relations)[number]

/** Records of one relation. */
export type Target = {
  inspectionId: number
  unitId: number
  /** Somebody with an account, in the tenant of the inspection. */
  personId: number
  /** A role of an officer of the unit, in the inspection; and somebody who stands in for him. */
  roleId: number
  deputationId: number
  findingId: number
  causeId: number
  measureId: number
  evidenceId: number
  /** A target of the measure; an entry that its unit keeps, cited by the measure; and that citation. */
  targetId: number
  entryId: number
  citationId: number
  /** A project, and a round of look-back, kept by the unit. */
  projectId: number
  batchId: number
  /** A flag of a check on the project; a local value for one of the checks. */
  flagId: number
  localValueId: number
  importId: number
  /** An extension asked for by the officer of the measure. */
  requestId: number
  /** A round of review of the plan, an opinion in it, a cause taken out of the plan. */
  roundId: number
  opinionId: number
  removalId: number
  /** An escalation paper that was sent to the unit. */
  paperId: number
}

export type Expectation = {
  /** True when this role, in this relation, is given an answer or is told no for another reason than who asks. */
  allows: (role: Role | null, relation: Relation) => boolean
  /** A request that is right in every other way; `path` fills `:id` and the like. */
  request?: (target: Target) => {
    path?: Record<string, number | string>
    query?: Record<string, number | string>
    body?: object
  }
}

/** A route of these contracts without an expectation does not compile. */
export type Expectations<Some> = { readonly [R in Route & keyof Some]: Expectation }

export const everyone: Expectation['allows'] = () => true
export const anybodySignedIn: Expectation['allows'] = (role) => role !== null
const sameTenant = (relation: Relation): boolean => relation !== 'otherTenant'
const sameInspection = (relation: Relation): boolean => relation === 'ownUnit' || relation === 'otherUnit'

export const wholeReaders: readonly Role[] = ['office', 'inspector', 'leadingGroup']
const parties: readonly Role[] = [...wholeReaders, 'officer', 'unitHead', 'leader']
/** A viewer, here for the whole inspection, reads and takes no part. */
const readers: readonly Role[] = [...parties, 'viewer']
const isOneOf = (role: Role | null, roles: readonly Role[]): boolean => role !== null && roles.includes(role)

/** One record: whoever sees the inspection as a whole, and members whom it concerns. */
export const readersOfRecord: Expectation['allows'] = (role, relation) =>
  role === 'viewer' ? sameInspection(relation) : partiesToRecord(role, relation)
/** One record: who takes part in the work on it. */
export const partiesToRecord: Expectation['allows'] = (role, relation) =>
  isOneOf(role, wholeReaders) ? sameInspection(relation) : isOneOf(role, parties) && relation === 'ownUnit'
/** Lists of an inspection: every reader of that inspection. */
export const readersOfInspection: Expectation['allows'] = (role, relation) =>
  isOneOf(role, readers) && sameInspection(relation)
/** Lists of an inspection: who takes part in its work. */
export const partiesToInspection: Expectation['allows'] = (role, relation) =>
  isOneOf(role, parties) && sameInspection(relation)
/** Lists of all that somebody reads. */
export const readersSomewhere: Expectation['allows'] = (role) => isOneOf(role, readers)
/** These roles, in the inspection for which they are held. */
export const inInspection =
  (...roles: Role[]): Expectation['allows'] =>
  (role, relation) =>
    isOneOf(role, roles) && sameInspection(relation)
/** These roles, whatever is asked for within the tenant. */
export const inTenant =
  (...roles: Role[]): Expectation['allows'] =>
  (role, relation) =>
    isOneOf(role, roles) && sameTenant(relation)
/** These roles; what is asked for belongs to nobody. */
export const anywhere =
  (...roles: Role[]): Expectation['allows'] =>
  (role) =>
    isOneOf(role, roles)
