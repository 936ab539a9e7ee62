/** Citations in the database, and what is reached by them. */
import type { z } from 'zod'
import type { citationSchema, countingTargetSchema } from '../../core/api/citations.ts'
import type { CitingRecord } from '../../core/registers/citing.ts'
import type { Counted, Scale } from '../../core/registers/counted.ts'
import type { Register } from '../../core/registers/definition.ts'
import type { Scope } from './scope.ts'

type Readers = Register['readers']
export type CitingKind = CitingRecord['kind']

/** An entry as far as citing it depends on it. */
export type CitableEntry = {
  id: number
  register: string
  unitId: number
  title: string
  readers: Readers
  withdrawn: boolean
}
export type StoredCitation = {
  id: number
  entryId: number
  record: { kind: CitingKind; id: number }
  targetId: number | null
  cycle: number
  withdrawn: boolean
  endorsed: boolean
}
export type NewCitation = {
  entryId: number
  record: CitingRecord
  targetId: number | null
  by: number
  onBehalfOf: number | null
  at: Date
}
/** A target whose progress came out differently. */
export type Recounted = { measureId: number; targetId: number; before: number | null; after: number }
export type CountingTarget = Omit<z.infer<typeof countingTargetSchema>, 'proposed'> & { measureId: number }

export type CitationStore = {
  /**
   * In sight, and as it is until the transaction ends. To be called before {@link lockRecord}: whoever changes an entry
   * goes from the entry to the measures that cite it.
   */
  lockEntry(entryId: number): Promise<CitableEntry | null>
  /** Nobody else changes its citations until the transaction ends. Null when there is none in sight. */
  lockRecord(kind: CitingKind, id: number): Promise<CitingRecord | null>
  target(targetId: number): Promise<CountingTarget | null>
  /** In their order. */
  targets(measureId: number): Promise<CountingTarget[]>
  /** @returns null when the record cites the entry already, for this target */
  cite(citation: NewCitation): Promise<number | null>
  /** Many at once, none of which is there already. */
  citeMany(citations: readonly NewCitation[]): Promise<void>
  /** The one that stands, in the record's cycle. */
  findSame(record: CitingRecord, entryId: number): Promise<number | null>
  find(citationId: number): Promise<StoredCitation | null>
  withdraw(citationId: number, by: number, at: Date): Promise<void>
  /** Of the measure. */
  words(measureId: number): Promise<string>
  /** As it is now; null when there is none. */
  register(key: string): Promise<Register | null>
  setCounted(targetId: number, counted: (Counted & Scale) | null): Promise<void>
  /** Works out anew what the targets of these measures reached. To be called after their citations or targets changed. */
  settleMeasures(measureIds: readonly number[]): Promise<Recounted[]>
  /** The same for all measures that cite these entries. To be called after entries changed. */
  settle(entryIds: readonly number[]): Promise<Recounted[]>
}

/** A citation as it is kept; whether its reader sees the entry is for the use case to say. */
export type ReadCitation = Omit<z.infer<typeof citationSchema>, 'remove' | 'open'> & {
  /** The wall lets the entry through. */
  inSight: boolean
  readers: Readers
  endorsed: boolean
}
export type CitationReads = {
  record(scope: Scope, kind: CitingKind, id: number): Promise<CitingRecord | null>
  /** Those that stand, of all cycles, oldest first. */
  ofRecord(scope: Scope, kind: CitingKind, id: number): Promise<ReadCitation[]>
  /** With the words of their measure. */
  targets(scope: Scope, measureId: number): Promise<(Omit<CountingTarget, 'measureId'> & { measure: string })[]>
}
