/** Sheets that somebody sends → rows of known columns, and what has to be looked up before they can be judged. */
import { Refusal } from '../../refusal.ts'
import type { Register } from '../definition.ts'
import type { Cell, Field } from '../field.ts'
import { namedBy } from '../write-value.ts'
import type { ReadSheet } from './book.ts'
import { type FoundColumn, type FoundColumns, findColumns } from './find-columns.ts'
import { layoutOf, type SheetLayout } from './layout.ts'
import { numberIn } from './name-book.ts'

export type GivenRow = {
  /** Of the sheet, from 1. */
  row: number
  cells: readonly string[]
}
export type GivenSheet = { name: string; layout: SheetLayout; found: FoundColumns; rows: readonly GivenRow[] }
export type GivenImport = {
  entries: GivenSheet
  /** Of the lists that have a sheet. A list without one stays as it is. */
  lists: readonly GivenSheet[]
  unknownColumns: readonly string[]
}

const MOST_IMPORTED = 20_000

/** @throws Refusal `sheet.…` */
export function readImport(register: Register, sheets: readonly ReadSheet[], restricted: boolean): GivenImport {
  const [main, ...lists] = layoutOf(register, restricted)
  const isNamed = ({ name }: SheetLayout, sheet: ReadSheet): boolean =>
    [name.zh, name.en].some((each) => each.trim() === sheet.name.trim())
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  const first =
    filled.find((sheet) => isNamed(main, sheet)) ??
    filled.find((sheet) => !lists.some((list) => isNamed(list, sheet)) && sheet.name.trim() !== guideName)
  if (first === undefined) throw new Refusal('sheet.empty')
  const entries = given(register, main, first)
  if (entries.rows.length > MOST_IMPORTED) throw new Refusal('sheet.tooLong', { limit: MOST_IMPORTED })
  const others = lists.flatMap((layout) => {
    const sheet = filled.find((each) => isNamed(layout, each))
    return sheet === undefined ? [] : [given(register, layout, sheet)]
  })
  return {
    entries,
    lists: others,
    unknownColumns: [
      ...entries.found.unknown,
      ...others.flatMap(({ name, found }) => found.unknown.map((column) => `${name}!${column}`)),
    ],
  }
}
export const guideName = '说明'

function given(register: Register, layout: SheetLayout, sheet: ReadSheet): GivenSheet {
  const found = findColumns(register, layout, sheet)
  // A row with a number alone has nothing to say.
  const read = found.columns.filter(({ place }) => !['id', 'version', 'line', 'shown'].includes(place.is))
  const rows = sheet.rows.flatMap((cells, index) =>
    index > found.at && read.some((column) => (cells[column.index] ?? '').trim() !== '')
      ? [{ row: index + 1, cells }]
      : [],
  )
  return { name: sheet.name, layout, found, rows }
}

export const textAt = (row: GivenRow, column: FoundColumn | undefined): string =>
  column === undefined ? '' : (row.cells[column.index] ?? '').replace(/\r\n?/g, '\n').trim()

export const columnAt = ({ found }: GivenSheet, is: FoundColumn['place']['is']): FoundColumn | undefined =>
  found.columns.find(({ place }) => place.is === is)

/** What stands in the file by name or number. */
export type Asked = {
  entryIds: readonly number[]
  people: readonly string[]
  titles: readonly { register: string; title: string }[]
  /** Of people or entries that are named by number. */
  numbers: readonly number[]
}

export function askedIn(register: Register, { entries, lists }: GivenImport): Asked {
  const ids = new Set<number>()
  const people = new Set<string>()
  const titles = new Map<string, Set<string>>()
  const numbers = new Set<number>()
  const idColumn = columnAt(entries, 'id')
  for (const row of entries.rows) {
    const text = textAt(row, idColumn)
    if (/^\d{1,15}$/.test(text)) ids.add(Number(text))
  }
  const ask = (sheet: GivenSheet, fields: Readonly<Record<string, Field | Cell>>): void => {
    for (const column of sheet.found.columns) {
      const field = column.place.is === 'field' ? fields[column.place.field] : undefined
      const kind = field === undefined ? null : namedBy(field.type)
      if (field === undefined || kind === null || kind === 'unit') continue
      const of = field.type === 'reference' ? field.register : 'project'
      const into = kind === 'person' ? people : (titles.get(of) ?? new Set())
      if (kind === 'entry') titles.set(of, into)
      for (const row of sheet.rows)
        for (const name of possibleNames(textAt(row, column), 'many' in field && field.many === true)) {
          const number = numberIn(name)
          if (number === null) into.add(name)
          else numbers.add(number)
        }
    }
  }
  ask(entries, register.fields)
  for (const list of lists) {
    const field = register.fields[list.layout.field ?? '']
    if (field?.type === 'rows') ask(list, field.columns)
  }
  return {
    entryIds: [...ids],
    people: [...new Set([...people].map((name) => name.replace(/\s*[（(].*[）)]$/, '')))],
    titles: [...titles].flatMap(([of, found]) => [...found].map((title) => ({ register: of, title }))),
    numbers: [...numbers],
  }
}

const separators = /([、；;\n])/
/** More names in one cell than this are taken one by one. */
const MOST_JOINED = 12

/** Names may have separators in them: every run of neighbours may be one. */
function possibleNames(text: string, many: boolean): string[] {
  if (text === '') return []
  if (!many) return [text]
  const parts = text.split(separators)
  const found: string[] = []
  const most = parts.length > MOST_JOINED * 2 ? 1 : parts.length
  for (let from = 0; from < parts.length; from += 2)
    for (let to = from; to < Math.min(parts.length, from + most); to += 2)
      found.push(
        parts
          .slice(from, to + 1)
          .join('')
          .trim(),
      )
  return found.filter((name) => name !== '')
}

/** The names in a cell, the longest that is somebody's first. */
export function namesIn(text: string, isKnown: (name: string) => boolean): string[] {
  const parts = text.split(separators)
  const names: string[] = []
  for (let from = 0; from < parts.length; ) {
    let to = parts.length - 1 - ((parts.length - 1 - from) % 2)
    while (
      to > from &&
      !isKnown(
        parts
          .slice(from, to + 1)
          .join('')
          .trim(),
      )
    )
      to -= 2
    const name = parts
      .slice(from, to + 1)
      .join('')
      .trim()
    if (name !== '') names.push(name)
    from = to + 2
  }
  return names
}

/** Entries that have another version than their row says. */
export function staleIn({ entries }: GivenImport, versions: ReadonlyMap<number, number>): number[] {
  const [idColumn, versionColumn] = [columnAt(entries, 'id'), columnAt(entries, 'version')]
  return entries.rows.flatMap((row) => {
    const id = Number(textAt(row, idColumn))
    const version = versions.get(id)
    return version !== undefined && textAt(row, versionColumn) !== String(version) ? [id] : []
  })
}
