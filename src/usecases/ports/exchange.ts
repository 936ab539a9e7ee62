/** What registers through Excel need of the database. */
import type { Register } from '../../core/registers/definition.ts'
import type { Named } from '../../core/registers/exchange/name-book.ts'
import type { CurrentEntry, EntryWrite } from '../../core/registers/exchange/plan-import.ts'
import type { Asked } from '../../core/registers/exchange/read-import.ts'
import type { References } from '../../core/registers/references-of.ts'

/** What an import would write, kept for a day. */
export type KeptImport = {
  register: string
  definitionVersion: number
  fileName: string
  writes: readonly (EntryWrite & { row: number })[]
  same: number
}

export type Exchange = {
  /**
   * All units; the people and entries named or referred to, with all who share their names. Entries of restricted registers, and
   * those beyond the wall, are not among them.
   */
  named(
    asked: Pick<Asked, 'people' | 'titles' | 'numbers'>,
    references: Pick<References, 'people' | 'entries'>,
  ): Promise<Named>
  /** Those of the register that are in sight. `changed` is empty; see {@link Exchange.lastChanges}. */
  current(register: Register['key'], entryIds: readonly number[]): Promise<Omit<CurrentEntry, 'changed'>[]>
  lastChanges(entryIds: readonly number[]): Promise<{ id: number; by: string; at: Date }[]>
  /** Takes the place of earlier ones of the same person that have run out. */
  keep(tokenHash: Buffer, kept: KeptImport & { personId: number; at: Date; expiresAt: Date }): Promise<void>
  /** Not yet applied, not run out; it can be had once. */
  take(tokenHash: Buffer, personId: number, now: Date): Promise<KeptImport | null>
}
