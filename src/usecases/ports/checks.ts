/** Checks in the database: what is due, local values, results, decisions. */
import type { CarryOver, FlagState, Standing } from '../../core/checks/carry-over.ts'
import type { CheckOutcome, Finding, Need } from '../../core/checks/check.ts'
import type { FindingFacts } from '../../core/checks/finding-facts.ts'
import type { ParameterOverride } from '../../core/checks/parameters.ts'
import type { Day } from '../../core/deadline/day.ts'
import type { StoredEntry } from './registers.ts'
import type { Scope } from './scope.ts'

export type CheckMode = 'shadow' | 'inForce' | 'off'
export type SubjectKind = 'project' | 'unit' | 'finding'
export type Subject = { kind: SubjectKind; id: number }

/** A local rule with what is kept of it. */
export type LocalValue = ParameterOverride & {
  id: number
  unit: { id: number; name: string } | null
  setBy: { id: number; name: string }
  setAt: string
  ended: { by: { id: number; name: string }; at: string } | null
}
export type NewLocalValue = {
  checkId: string
  parameter: string
  unitId: number | null
  from: Day | null
  to: Day | null
  value: number
  source: string
  by: number
  at: Date
}

/** A flag as far as deciding on it needs to know. */
export type Flag = {
  id: number
  checkId: string
  subject: Subject
  entryIds: number[]
  why: string
  numbers: Finding['numbers']
  state: FlagState
  /** Number of the finding that it became. */
  findingNumber: string | null
  ended: boolean
}

export type CheckStore = {
  modes(): Promise<ReadonlyMap<string, CheckMode>>
  /** Nobody: entered by the first run of a check. */
  setModes(modes: readonly { checkId: string; mode: CheckMode }[], by: number | null, at: Date): Promise<void>
  /** In force: not ended. */
  overrides(): Promise<ParameterOverride[]>
  /** @throws Refusal `record.notFound` for a unit that is not there */
  addLocalValue(value: NewLocalValue): Promise<number>
  /** @returns the rule; null when it has ended or there is none */
  endLocalValue(id: number, by: number, at: Date): Promise<{ checkId: string; parameter: string } | null>
  /** Takes subjects off the list: with `only`, that one, if it is there. Another run takes others. */
  takeDue(most: number, only: Subject | null): Promise<Subject[]>
  /** All projects, units that keep entries, and findings. */
  makeAllDue(): Promise<void>
  makeDue(subject: Subject): Promise<void>
  /** Not withdrawn: of a project, itself and what names it; of a unit, what it keeps. */
  entriesOf(subject: Subject): Promise<StoredEntry[]>
  findingFacts(findingId: number): Promise<FindingFacts | null>
  standing(subject: Subject): Promise<Standing[]>
  settle(subject: Subject, unitId: number | null, change: CarryOver, at: Date): Promise<void>
  /** Held until the transaction ends. */
  lockFlag(id: number): Promise<Flag | null>
  decide(
    id: number,
    decision: { state: FlagState; by: number; at: Date; reason: string | null; findingId: number | null },
  ): Promise<void>
}

/** A result as it is stored, with the names of what it is about. */
export type StoredResult = {
  id: number
  checkId: string
  subject: { kind: SubjectKind; id: number; name: string }
  unit: { id: number; name: string } | null
  outcome: CheckOutcome
  /** Of those in sight; `restricted`: for who may read restricted entries. */
  entries: { id: number; register: string; title: string; unitId: number; restricted: boolean }[]
  numbers: Finding['numbers']
  needs: Need[]
  why: string
  used: { parameter: string; value: number; version: number }[]
  since: string
  judgedAt: string
  state: FlagState | null
  by: { id: number; name: string } | null
  decidedAt: string | null
  reason: string | null
  finding: { id: number; number: string } | null
}

export type ResultQuery = {
  outcomes?: readonly CheckOutcome[]
  states?: readonly FlagState[]
  checkIds?: readonly string[]
  subject?: Subject
  entryId?: number
  unitId?: number
  /** Newest first, before this one. */
  before?: number
  limit: number
}

export type CheckReads = {
  modes(scope: Scope): Promise<ReadonlyMap<string, CheckMode>>
  /** How many are due, and whether this subject is. */
  due(scope: Scope, subject: Subject | null): Promise<{ all: number; subject: boolean }>
  /** Current ones, by check and outcome. */
  counts(scope: Scope): Promise<{ checkId: string; outcome: CheckOutcome; count: number }[]>
  /** Current flags of these checks, by state. */
  flagCounts(scope: Scope, checkIds: readonly string[]): Promise<Record<FlagState, number>>
  localValues(scope: Scope, checkId: string | null): Promise<LocalValue[]>
  results(scope: Scope, query: ResultQuery): Promise<StoredResult[]>
}
