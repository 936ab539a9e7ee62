/** What a table of units would change: compared with the units there are, row by row. Pure; the preview shows it, applying writes it. */

import { unmarked } from './delimited.ts'
import { type Headings, letterOf, type UnitField } from './sheet-headings.ts'
import type { SheetProblem } from './sheet-problems.ts'

export type PlannedChange = { field: string; before: string; after: string }
export type PlannedAct = 'create' | 'update' | 'same' | 'wrong'

export type KnownUnit = {
  id: number
  name: string
  shortName: string | null
  parentId: number | null
  closed: boolean
}

export type PlannedUnit = {
  /** Number of the row in the table, from 1. */
  row: number
  act: PlannedAct
  name: string
  /** Of the unit that is there already. */
  id: number | null
  shortName: string | null
  /** Name of the unit above; null: none. */
  parent: string | null
  changes: PlannedChange[]
  problems: SheetProblem[]
}

const most = { name: 80, shortName: 40, parent: 80 } as const

/** @param mayEdit whether who imports may add and change units */
export function planUnits(
  rows: readonly (readonly string[])[],
  headings: Headings,
  known: readonly KnownUnit[],
  mayEdit: boolean,
): PlannedUnit[] {
  const byName = new Map(known.map((unit) => [unit.name, unit]))
  const named = new Map(known.map(({ id, name }) => [id, name]))
  const given = rowsBelow(rows, headings)
  const names = new Map<string, number>()
  for (const { row, text } of given) if (!names.has(text('name'))) names.set(text('name'), row)
  const parents = new Map<string, string | null>(
    known.map(({ name, parentId }) => [name, parentId === null ? null : (named.get(parentId) ?? null)]),
  )
  const has = (field: UnitField): boolean => headings.columns.has(field)

  return given.map(({ row, text, cell }): PlannedUnit => {
    const name = text('name')
    const existing = byName.get(name)
    const problems: SheetProblem[] = []
    const wrong = (field: UnitField, code: SheetProblem['code'], facts: SheetProblem['facts'] = {}): void => {
      problems.push({ cell: cell(field), code, facts })
    }
    if (name === '') wrong('name', 'nameMissing')
    for (const field of ['name', 'shortName', 'parent'] as const)
      if (text(field).length > most[field]) wrong(field, 'tooLong', { most: most[field] })
    const first = names.get(name)
    if (first !== undefined && first !== row && name !== '') wrong('name', 'sameAsRow', { row: first })

    const before = existing ? (parents.get(name) ?? null) : null
    const parent = text('parent') === '' ? before : text('parent')
    if (text('parent') !== '') {
      const above = byName.get(text('parent'))
      if (above === undefined && !names.has(text('parent'))) wrong('parent', 'noSuchUnit', { unit: text('parent') })
      else if (above?.closed) wrong('parent', 'unitClosed', { unit: text('parent') })
      else {
        // As the rows before have it: a ring shows at the row that closes it.
        for (let at: string | null = text('parent'); at !== null; at = parents.get(at) ?? null)
          if (at === name) {
            wrong('parent', 'underItself')
            break
          }
        if (problems.length === 0) parents.set(name, text('parent'))
      }
    } else if (!parents.has(name)) parents.set(name, null)

    const shortName = text('shortName') === '' ? (existing?.shortName ?? null) : text('shortName')
    const changes: PlannedChange[] = []
    const compare = (field: UnitField, old: string | null, next: string | null): void => {
      if (has(field) && old !== next) changes.push({ field, before: old ?? '', after: next ?? '' })
    }
    if (existing) {
      compare('shortName', existing.shortName, shortName)
      compare('parent', before, parent)
    }
    const act = existing === undefined ? 'create' : changes.length > 0 ? 'update' : 'same'
    if (act !== 'same' && !mayEdit && problems.length === 0) wrong('name', 'mayNotAdd')
    const planned = { row, name, id: existing?.id ?? null, shortName, parent, changes, problems }
    return { ...planned, act: problems.length > 0 ? 'wrong' : act }
  })
}

export type SheetRow<Field> = {
  row: number
  /** Of the column with this meaning; empty where there is none. */
  text: (field: Field) => string
  cell: (field: Field) => string
}

/** Rows under the headings that have something in a column that is understood. */
export function rowsBelow<Field extends UnitField | string>(
  rows: readonly (readonly string[])[],
  { at, columns }: Headings,
): SheetRow<Field>[] {
  const place = columns as ReadonlyMap<string, number>
  return rows.flatMap((cells, index) => {
    if (index <= at) return []
    const text = (field: Field): string => {
      const column = place.get(field)
      return column === undefined ? '' : unmarked((cells[column] ?? '').normalize('NFC').trim())
    }
    if ([...columns.values()].every((column) => (cells[column] ?? '').trim() === '')) return []
    const row = index + 1
    return [{ row, text, cell: (field: Field) => `${letterOf(place.get(field) ?? 0)}${row}` }]
  })
}
