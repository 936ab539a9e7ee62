/** Figures in the database: what a query comes to, the records behind it, and the definitions that have a name. */
import type { Day } from '../../core/deadline/day.ts'
import type { Dictionary } from '../../core/figures/dictionary.ts'
import type { Counting, FigureQuery } from '../../core/figures/query.ts'
import type { Subject } from '../../core/figures/subjects.ts'
import type { Words } from '../../core/registers/field.ts'
import type { Scope } from './scope.ts'

/** One thing counted, with the subject that it names. */
export type Asked = {
  counting: Counting
  subject: Subject
  /** Before this instant; null: as things stand. */
  before: Date | null
  /** Entries of these units alone; null: of all that the reader sees. */
  ofUnits: readonly number[] | null
}

/** Sums as kept: money in 分, areas in ㎡. */
export type Come = {
  value: number
  singles: number
  aggregates: number
  covered: number
  unknown: number
  cut: number
  undated: number
}
export type FigureRow = {
  id: number
  title: string
  on: Day | null
  unit: string | null
  amount: number | null
  part: 'single' | 'aggregate' | 'covered'
  /** Where the next page begins. */
  place: string
}
export type StoredFigure = {
  id: number
  key: string
  version: number
  name: Words
  query: FigureQuery
  reason: string | null
  retired: boolean
  changedBy: string
  changedAt: string
}

export type FigureReads = {
  /** Registers in force, and the names of units, projects and inspections that the reader sees. */
  dictionary(scope: Scope): Promise<Omit<Dictionary, 'today'>>
  come(scope: Scope, asked: Asked): Promise<Come>
  /** Newest first. @param after `place` of the last row of the page before */
  rows(scope: Scope, asked: Asked, after: string | null, limit: number): Promise<FigureRow[]>
  /** The newest version of each. */
  stored(scope: Scope): Promise<StoredFigure[]>
  /** Measures with a target that counts this register by this count. */
  targets(scope: Scope, counting: Counting): Promise<{ id: number; number: string; text: string }[]>
}

export type Figures = {
  /** Nobody else defines figures until the transaction ends. The newest version; null when there is none. */
  lock(key: string): Promise<StoredFigure | null>
  /** @returns number of the record, for its history */
  define(
    figure: Pick<StoredFigure, 'key' | 'version' | 'name' | 'query' | 'reason' | 'retired'>,
    by: number,
    at: Date,
  ): Promise<number>
  /** Puts rows of the tally together that belong together. */
  gather(): Promise<void>
}
