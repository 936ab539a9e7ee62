/**
 * What a check of a project looks at: its entries, by register, typed. Aggregate entries are left out: they stand for many
 * and say nothing about one contract, one payment, one point.
 */
import type { Entry } from '../registers/definition.ts'
import { type ShippedRegisters, shippedRegisters } from '../registers/registers.ts'

export type EntriesByRegister = {
  readonly [K in keyof ShippedRegisters]: readonly Entry<ShippedRegisters[K]>[]
}

/** Entries alone: for checks that hold of a project as of a unit. */
export type RecordFacts = { readonly entries: EntriesByRegister }

export type ProjectFacts = RecordFacts & { readonly projectId: number }

type Kept = Pick<Entry, 'id' | 'register' | 'kind' | 'unitId' | 'title' | 'on' | 'aggregate'> & {
  readonly values: object
}

const inOrder = (a: Kept, b: Kept): number => ((a.on ?? '') < (b.on ?? '') ? -1 : a.on === b.on ? a.id - b.id : 1)

/** Entries by register, in the order of their days, whatever order they come in. Registers that are not shipped are left out. */
export function entriesByRegister(entries: readonly Kept[]): EntriesByRegister {
  const found: Record<string, Kept[]> = Object.fromEntries(Object.keys(shippedRegisters).map((key) => [key, []]))
  for (const entry of entries) {
    if (entry.aggregate === null) found[entry.register]?.push(entry)
  }
  for (const list of Object.values(found)) list.sort(inOrder)
  // Each list holds entries of the register it is named after: that is what the loop above puts there.
  return found as unknown as EntriesByRegister
}

/** The facts of a project: its own entry, and every entry that names it. */
export const projectFactsOf = (projectId: number, entries: readonly Kept[]): ProjectFacts => ({
  projectId,
  entries: entriesByRegister(entries),
})

/** The entry of the project itself. */
export const projectOf = ({ projectId, entries }: ProjectFacts) =>
  entries.project.find(({ id }) => id === projectId) ?? null
