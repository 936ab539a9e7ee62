/** Entries as the pages of projects read them. The wall of the entries is asked by the database. */
import type { Day } from '../../core/deadline/day.ts'
import type { Aggregate, Register } from '../../core/registers/definition.ts'
import type { NamesOf } from '../../core/registers/write-value.ts'
import type { Scope } from './scope.ts'

export type ProjectEntry = {
  id: number
  register: string
  kind: string | null
  unitId: number
  unit: string
  title: string
  on: Day | null
  values: Readonly<Record<string, unknown>>
  counts: Readonly<Record<string, number>>
  aggregate: Aggregate | null
  projectIds: readonly number[]
}
export type CitingOfProject = {
  recordKind: 'measure' | 'finding'
  recordId: number
  number: string
  text: string
  entries: number
}

export type ProjectReads = {
  /** Not withdrawn, the oldest first. @param after id of the last one of the page before */
  projects(scope: Scope, after: number | null, limit: number): Promise<ProjectEntry[]>
  project(scope: Scope, id: number): Promise<ProjectEntry | null>
  /** What is recorded of these projects, but for restricted registers: reading those is logged, and is not done by the way. */
  entriesOf(scope: Scope, projectIds: readonly number[], registers: readonly string[] | null): Promise<ProjectEntry[]>
  /** Findings and measures that cite them, by number. */
  citing(scope: Scope, entryIds: readonly number[]): Promise<CitingOfProject[]>
  /** Entries of a register, the newest first. */
  ofRegister(scope: Scope, register: string, limit: number): Promise<ProjectEntry[]>
  names(scope: Scope, of: { units: number[]; people: number[] }): Promise<NamesOf>
  /** Registers that the tenant made or changed. */
  ownRegisters(scope: Scope): Promise<Register[]>
  /** Entries that refer to one of these. */
  referringTo(scope: Scope, register: string, entryIds: readonly number[]): Promise<ProjectEntry[]>
}
