/** What the values of an entry refer to: units, people, projects, other entries, files. */
import type { Register } from './definition.ts'
import type { EntryFile, Field } from './field.ts'
import type { Values } from './read-values.ts'

export type References = {
  readonly units: readonly number[]
  readonly people: readonly number[]
  /** Each with the register it must be of; projects among them. */
  readonly entries: readonly { readonly id: number; readonly register: string; readonly field: string }[]
  /** The projects alone, each once, in order. */
  readonly projects: readonly number[]
  readonly files: readonly EntryFile[]
}

/** @param register the definition under which the values were written */
export function referencesOf(register: Pick<Register, 'fields'>, values: Values): References {
  const units = new Set<number>()
  const people = new Set<number>()
  const projects = new Set<number>()
  const entries = new Map<string, References['entries'][number]>()
  const files = new Map<string, EntryFile>()
  const note = (top: string, field: Field, value: unknown): void => {
    if (value === undefined || value === null) return
    if (field.type === 'rows') {
      for (const row of value as readonly Values[])
        for (const [column, cell] of Object.entries(field.columns)) note(top, cell, row[column])
      return
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      if (field.type === 'files') files.set((one as EntryFile).sha256, one as EntryFile)
      if (typeof one !== 'number') continue
      if (field.type === 'unit') units.add(one)
      if (field.type === 'person') people.add(one)
      if (field.type === 'project') projects.add(one)
      if (field.type === 'project' || field.type === 'reference') {
        const other = field.type === 'project' ? 'project' : field.register
        entries.set(`${other}:${one}`, { id: one, register: other, field: top })
      }
    }
  }
  for (const [key, field] of Object.entries(register.fields)) note(key, field, values[key])
  const sorted = (ids: ReadonlySet<number>): number[] => [...ids].sort((a, b) => a - b)
  return {
    units: sorted(units),
    people: sorted(people),
    entries: [...entries.values()],
    projects: sorted(projects),
    files: [...files.values()],
  }
}
