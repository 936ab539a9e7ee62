/**
 * Who may ask for what: one table of actions and roles (`ledger.md`, "Roles and what they see"). Server, pages and
 * command line all ask {@link may}; row-level security in the database denies the same set once more.
 */
import type { Role } from './role.ts'

/** A role held in a unit, for an inspection (null: for all of the tenant's). */
export type Assignment = {
  role: Role
  unitId: number | null
  inspectionId: number | null
  /** The person whose role it is, when a deputy holds it. */
  onBehalfOf?: number | null
}

/** Somebody who asks. `subordinateIds` has, for each unit that the person heads, that unit and those below it. */
export type Actor = {
  tenantId: number
  personId: number
  assignments: readonly Assignment[]
  subordinateIds: ReadonlyMap<number, readonly number[]>
}

/** What an action is done to. */
export type Subject = { inspectionId: number | null; audiences: readonly number[] | null }

export type Answer = { allowed: true } | { allowed: false; reason: Denial }
export type Denial = 'signInFirst' | 'roleMissing' | 'otherUnit' | 'otherInspection'

/** `everyone`: before signing in too. `signedIn`: whatever the role. `whole`: roles that see an inspection as a whole. */
type Rule = 'everyone' | 'signedIn' | { whole: readonly Role[]; members?: readonly Role[] }

/** Roles that read an inspection as a whole; all others read what concerns them. */
const readers = ['office', 'inspector', 'leadingGroup'] as const satisfies readonly Role[]
const members = ['officer', 'unitHead', 'leader'] as const satisfies readonly Role[]
/** A viewer reads the whole of an inspection, or, where he holds the role in a unit, what concerns that unit. */
const readLedger = { whole: [...readers, 'viewer'], members: [...members, 'viewer'] } satisfies Rule
/** Who takes part in the work on a measure that concerns him; what each may do there is for the transitions to say. */
const takePart = { whole: ['office', 'inspector', 'leadingGroup'], members } satisfies Rule
/** Rectification office alone: imports hold the whole text, other units' parts included. */
const officeAlone = { whole: ['office'] } satisfies Rule

/** What can be asked for, and who may. Every route names one of these actions. */
export const policy = {
  'page.open': 'everyone',
  // Who sets up is judged by the set-up code; afterwards nobody may.
  'tenant.setUp': 'everyone',
  'session.open': 'everyone',
  'session.close': 'signedIn',
  'account.readOwn': 'signedIn',
  'account.changeOwn': 'signedIn',
  'account.list': { whole: ['systemAdmin', 'securityAdmin'] },
  'account.manage': { whole: ['systemAdmin'] },
  'security.read': { whole: ['systemAdmin', 'securityAdmin'] },
  'security.change': { whole: ['securityAdmin'] },
  'sample.load': officeAlone,
  'import.create': officeAlone,
  'import.read': officeAlone,
  'import.edit': officeAlone,
  'import.apply': officeAlone,
  'import.discard': officeAlone,
  'inspection.list': readLedger,
  'ledger.read': readLedger,
  'live.read': readLedger,
  'finding.read': readLedger,
  'measure.read': readLedger,
  'unit.list': readLedger,
  'person.search': 'signedIn',
  'unit.tree': 'signedIn',
  'person.read': { whole: ['office', 'systemAdmin', 'securityAdmin'] },
  'unit.edit': { whole: ['systemAdmin'] },
  'person.edit': { whole: ['systemAdmin'] },
  // Row by row it is judged whether this administrator may add people, or give that role.
  'person.import': { whole: ['systemAdmin', 'securityAdmin', 'office'] },
  // Which role, in which inspection: `giveDenial` in may-give-role.ts.
  'role.read': { whole: ['office', 'systemAdmin', 'securityAdmin', 'auditAdmin'] },
  'role.give': { whole: ['office', 'systemAdmin', 'securityAdmin'] },
  'role.handOver': { whole: ['systemAdmin'] },
  'deputy.own': 'signedIn',
  'deputy.name': { whole: ['securityAdmin'] },
  'policy.read': { whole: ['securityAdmin', 'auditAdmin'] },
  'audit.read': { whole: ['auditAdmin'] },
  'audit.verify': { whole: ['auditAdmin'] },
  'record.readStates': readLedger,
  'measure.act': takePart,
  'measure.request': takePart,
  'measure.decide': takePart,
  'measure.urge': { whole: ['office', 'leadingGroup'], members: ['leader'] },
  'finding.act': { whole: ['office', 'inspector', 'leadingGroup'], members: ['leader'] },
  'approval.list': takePart,
  'week.read': { whole: [], members: ['officer'] },
  'report.file': { whole: [], members: ['officer'] },
  'report.excuse': officeAlone,
  'board.read': { whole: readers, members: ['unitHead'] },
  'plan.read': { whole: readers },
  'plan.edit': officeAlone,
  // A body's own person, or the office that enters it from paper.
  'plan.opine': { whole: ['office', 'inspector'] },
  // Approved or returned by the leading group, withdrawn by the office.
  'plan.decide': { whole: ['office', 'leadingGroup'] },
  'plan.docket': officeAlone,
  'inspection.read': readLedger,
  'inspection.create': officeAlone,
  'inspection.edit': officeAlone,
  'message.read': 'signedIn',
  'calendar.read': 'signedIn',
  'calendar.edit': { whole: ['office', 'systemAdmin'] },
  // The address itself is the permission.
  'feed.read': 'everyone',
  'robot.manage': { whole: ['systemAdmin'] },
  // Between the office and the unit addressed; others who read the ledger do not read these.
  'paper.read': { whole: readers, members: ['officer', 'unitHead'] },
  'paper.draft': officeAlone,
  'paper.act': { whole: ['office', 'leadingGroup'], members: ['officer', 'unitHead'] },
  // Not published, and not for the units concerned to read of one another.
  'accountability.read': { whole: readers },
  'accountability.enter': officeAlone,
  'leader.read': { whole: [], members: ['leader'] },
  'evidence.read': readLedger,
  // Who checks does not add to what is checked.
  'evidence.attach': { whole: ['office'], members: ['officer'] },
  // Which entries: row-level security, and `readers` of the register.
  'register.read': readLedger,
  'register.define': officeAlone,
  'entry.read': readLedger,
  'entry.readRestricted': { whole: ['office'], members: ['officer', 'unitHead'] },
  'entry.write': { whole: ['office'], members: ['officer', 'unitHead'] },
  'citation.read': readLedger,
  'citation.write': { whole: ['office'], members: ['officer', 'unitHead'] },
  'figure.read': readLedger,
  'figure.define': officeAlone,
  'project.read': readLedger,
  'check.read': { whole: readers, members },
  // Parameters, shadow mode, what becomes of a flag.
  'check.decide': officeAlone,
} as const satisfies Record<string, Rule>
export type Action = keyof typeof policy
export const actions = Object.keys(policy) as Action[]

/** Numbers under which a person's part of a ledger is filed: unit ids, and the person's own id negated for a leader. */
export function audiencesOf(
  actor: Actor,
  inspectionId: number | null,
  roles: readonly Role[] = readLedger.members,
): number[] {
  const found = new Set<number>()
  for (const assignment of actor.assignments) {
    if (!roles.includes(assignment.role) || !covers(assignment, inspectionId)) continue
    if (assignment.role === 'leader') found.add(-(assignment.onBehalfOf ?? actor.personId))
    else if (assignment.unitId !== null) {
      found.add(assignment.unitId)
      if (assignment.role === 'unitHead')
        for (const below of actor.subordinateIds.get(assignment.unitId) ?? []) found.add(below)
    }
  }
  return [...found]
}

/** What a person may see of an inspection, or of the tenant when null is asked for: the wall between units. */
export type Sight = { whole: 'all' | readonly number[]; audiences: readonly number[] }

/** Nothing of any ledger, as before signing in. */
export const blind: Sight = { whole: [], audiences: [] }
/** Everything of the tenant's ledgers. */
export const wholeSight: Sight = { whole: 'all', audiences: [] }

/** @param inspectionId narrows what the person sees as an ordinary member to this inspection */
export function sightOf(actor: Actor, inspectionId: number | null = null): Sight {
  const whole = actor.assignments.filter((assignment) => isWhole(readLedger, assignment))
  if (whole.some((assignment) => assignment.inspectionId === null)) return { whole: 'all', audiences: [] }
  const inspections = whole.flatMap((assignment) => assignment.inspectionId ?? [])
  return { whole: inspections, audiences: audiencesOf(actor, inspectionId) }
}

/** True when the person sees this inspection as a whole. */
export const seesWhole = (sight: Sight, inspectionId: number): boolean =>
  sight.whole === 'all' || sight.whole.includes(inspectionId)

/**
 * May this person do this? Without a subject: somewhere at all (navigation is drawn from that).
 * @param actor null before signing in
 */
export function may(actor: Actor | null, action: Action, subject?: Subject): Answer {
  const rule: Rule = policy[action]
  if (rule === 'everyone') return { allowed: true }
  if (actor === null) return { allowed: false, reason: 'signInFirst' }
  if (rule === 'signedIn') return { allowed: true }
  const rulingRoles: readonly Role[] = [...rule.whole, ...(rule.members ?? [])]
  const held = actor.assignments.filter((assignment) => rulingRoles.includes(assignment.role))
  if (held.length === 0) return { allowed: false, reason: 'roleMissing' }
  if (subject === undefined) return { allowed: true }
  const here = held.filter((assignment) => covers(assignment, subject.inspectionId))
  if (here.length === 0) return { allowed: false, reason: 'otherInspection' }
  if (here.some((assignment) => isWhole(rule, assignment)) || subject.audiences === null) return { allowed: true }
  const own = audiencesOf(actor, subject.inspectionId, rule.members)
  return subject.audiences.some((audience) => own.includes(audience))
    ? { allowed: true }
    : { allowed: false, reason: 'otherUnit' }
}

/** The assignment under which a person does something: history names its role and unit. */
export function assignmentFor(actor: Actor, action: Action): Assignment | null {
  const rule: Rule = policy[action]
  if (typeof rule === 'string') return actor.assignments[0] ?? null
  const roles: readonly Role[] = [...rule.whole, ...(rule.members ?? [])]
  return actor.assignments.find((assignment) => roles.includes(assignment.role)) ?? null
}

/** A role that may be held either way is held as a whole where it names no unit. */
const isWhole = (rule: Exclude<Rule, string>, { role, unitId }: Assignment): boolean =>
  rule.whole.includes(role) && (unitId === null || !rule.members?.includes(role))

const covers = (assignment: Assignment, inspectionId: number | null): boolean =>
  assignment.inspectionId === null || inspectionId === null || assignment.inspectionId === inspectionId
