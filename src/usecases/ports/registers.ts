/** Registers in the database: definitions of the tenant, entries, their files. */
import type { z } from 'zod'
import type { entryPageSchema, entryRowSchema, foundEntrySchema } from '../../core/api/registers.ts'
import type { Day } from '../../core/deadline/day.ts'
import type { Register } from '../../core/registers/definition.ts'
import type { EntryQuery } from '../../core/registers/entry-query.ts'
import type { EntryFile } from '../../core/registers/field.ts'
import type { Held } from '../../core/registers/own-registers.ts'
import type { Values } from '../../core/registers/read-values.ts'
import type { References } from '../../core/registers/references-of.ts'
import type { NamesOf } from '../../core/registers/write-value.ts'
import type { Scope } from './scope.ts'

export type Period = { from: Day; to: Day }

/** What is written of an entry, worked out from its values by the use case. */
export type EntryContent = {
  kind: string | null
  unitId: number
  title: string
  on: Day | null
  values: Values
  counts: Readonly<Record<string, number>>
  projectIds: readonly number[]
  aggregate: Period | null
  definitionVersion: number
  filing: { text: string; tokens: readonly string[] }
}
export type NewEntry = EntryContent & {
  register: string
  readers: Register['readers']
  /** `{ importId, spans }`, `{ sheet, row }`; null for what was filled in. */
  source: Readonly<Record<string, unknown>> | null
  createdBy: number
  at: Date
}
export type StoredEntry = {
  id: number
  register: string
  kind: string | null
  unitId: number
  title: string
  on: Day | null
  values: Values
  counts: Readonly<Record<string, number>>
  projectIds: number[]
  aggregate: Period | null
  coveredBy: number | null
  version: number
  definitionVersion: number
  readers: Register['readers']
  withdrawn: boolean
}
/** Where aggregates and single entries meet: entries of one register, kind and unit. */
export type Meeting = { register: string; kind: string | null; unitId: number }

export type RegisterStore = {
  /** What the tenant stored last of each register. */
  latest(): Promise<Register[]>
  /** Of one register, newest first. */
  versions(register: string): Promise<Register[]>
  /** Nobody else changes the definition, and no entry is written under it, until the transaction ends. */
  lock(register: string): Promise<void>
  held(before: Register): Promise<Held>
  define(definition: Register, by: number, at: Date): Promise<void>
  /** Entries get the readers of their register, and what they count for is worked out anew. @returns those that changed */
  recount(
    register: Register,
    countsOf: (entry: StoredEntry) => Readonly<Record<string, number>>,
    at: Date,
  ): Promise<number[]>
  lastChange(register: string): Promise<{ who: string; at: Date } | null>
}

export type EntryStore = {
  /** Whoever writes an entry of this register and unit waits here; definitions stay as they are. */
  lock(register: string, unitId: number): Promise<void>
  /** So many ids for entries to come, that may refer to one another. */
  ids(count: number): Promise<number[]>
  /** Null for what is out of sight. Nothing is held: it may be another one by the time it is found. */
  place(entryId: number): Promise<{ register: string; unitId: number } | null>
  /** Those in sight, in no order; nobody else changes them until the transaction ends. */
  find(entryIds: readonly number[]): Promise<StoredEntry[]>
  /** What of this is not there, or cannot be referred to. */
  missing(references: Pick<References, 'units' | 'people' | 'entries'>): Promise<{
    units: number[]
    people: number[]
    entries: number[]
  }>
  names(references: Pick<References, 'units' | 'people' | 'entries'>): Promise<NamesOf>
  /** Which of these files this person took in, or one of these entries holds already. */
  knownFiles(sha256: readonly string[], personId: number, entryIds: readonly number[]): Promise<EntryFile[]>
  attach(files: readonly { entryId: number; sha256: string }[], personId: number): Promise<void>
  takeFile(file: EntryFile, personId: number, at: Date): Promise<void>
  /** Under the ids that they have. Which aggregate covers them is for {@link settleCover}. */
  add(entries: readonly (NewEntry & { id: number })[]): Promise<void>
  change(entries: readonly (EntryContent & { id: number; at: Date })[]): Promise<void>
  withdraw(entryId: number, by: number, reason: string, at: Date): Promise<void>
  restore(entryId: number, at: Date): Promise<void>
  /** Another aggregate that stands for some of the same. */
  overlapping(
    meeting: Meeting,
    aggregate: Period,
    projectIds: readonly number[],
    except: readonly number[],
  ): Promise<{ title: string } | null>
  /** Works out for all single entries in these periods which aggregate covers them. @returns those for which it changed */
  settleCover(meeting: Meeting, periods: readonly Period[], at: Date): Promise<number[]>
  /** Citations that stand, of all records. */
  citations(entryId: number): Promise<number>
  lastChange(entryId: number): Promise<{ who: string; at: Date } | null>
}

/** Whose entries of a register a reader gets: null for all. */
export type OfUnits = readonly number[] | null

export type StoredRow = Omit<z.infer<typeof entryRowSchema>, 'values'> & { values: Values }
export type StoredPage = StoredRow &
  Pick<
    z.infer<typeof entryPageSchema>,
    'citedBy' | 'otherCitations' | 'referredBy' | 'created' | 'withdrawal' | 'history' | 'previousId' | 'nextId'
  > & { definitionVersion: number; readers: Register['readers'] }
export type FoundEntry = z.infer<typeof foundEntrySchema>

export type ListPlace = { cursor: string | null; limit: number }

export type EntryReads = {
  /** What the tenant stored last of each register; `entries`: how many the reader sees, by register. */
  latest(scope: Scope): Promise<Register[]>
  counted(scope: Scope): Promise<Readonly<Record<string, number>>>
  versions(scope: Scope, register: string): Promise<Register[]>
  list(
    scope: Scope,
    query: EntryQuery,
    units: OfUnits,
    place: ListPlace,
  ): Promise<{ rows: StoredRow[]; nextCursor: string | null }>
  /** Titles of restricted entries are not given as names. */
  names(scope: Scope, references: Pick<References, 'units' | 'people' | 'entries'>): Promise<NamesOf>
  /** @param units of which neighbours are looked for, by register */
  page(
    scope: Scope,
    entryId: number,
    units: (register: string, readers: Register['readers']) => OfUnits,
  ): Promise<StoredPage | null>
  /** Not withdrawn ones of these registers; without words those that the person wrote or cited last. */
  find(
    scope: Scope,
    search: {
      words: readonly string[]
      registers: readonly { key: string; units: OfUnits }[]
      personId: number
      limit: number
    },
  ): Promise<FoundEntry[]>
  /** With who may read its entry. */
  file(
    scope: Scope,
    entryId: number,
    sha256: string,
  ): Promise<(EntryFile & { readers: Register['readers']; unitId: number }) | null>
}
