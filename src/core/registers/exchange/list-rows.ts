/**
 * Rows of the sheets that belong to entries, by the running number of their entry. A row whose record was taken out of the first sheet
 * is passed over: a record that is not there is not touched.
 */
import type { Register } from '../definition.ts'
import type { Field, Words } from '../field.ts'
import { readDecimal } from '../quantity.ts'
import type { Values } from '../read-values.ts'
import { namedBy } from '../write-value.ts'
import { type ExchangedEntry, rowCellText } from './cell-text.ts'
import type { FoundColumn } from './find-columns.ts'
import type { NameBook } from './name-book.ts'
import { columnAt, type GivenImport, type GivenRow, type GivenSheet, namesIn, textAt } from './read-import.ts'
import { rowSentences as say } from './sentences.ts'

type CellProblem = { cell: string; message: Words }
type ListChange = { field: string; before: string; after: string; rows: readonly Values[] }
export type ListRows = {
  /** What is wrong with the number by which an entry's rows are found. */
  problemsOf(row: GivenRow): readonly CellProblem[]
  /** The lists that differ from what the record has. */
  changedIn(row: GivenRow, current: ExchangedEntry | null): readonly ListChange[]
  /** @param index of the entry's rows in that list */
  cellOf(row: GivenRow, field: string, index: number, column: string | undefined): string
  /** Rows that belong to no entry. */
  strays: readonly { row: number; sheet: string; problem: CellProblem }[]
}

export function listRows(register: Register, { entries, lists }: GivenImport, book: NameBook): ListRows {
  const lineColumn = columnAt(entries, 'line')
  const idColumn = columnAt(entries, 'id')
  const byLine = new Map<string, GivenRow>()
  const byId = new Map<string, GivenRow>()
  const twice = new Map<GivenRow, GivenRow>()
  for (const row of entries.rows) {
    const [line, id] = [textAt(row, lineColumn), textAt(row, idColumn)]
    const first = byLine.get(line)
    if (line !== '' && first !== undefined) twice.set(row, first)
    if (line !== '' && first === undefined) byLine.set(line, row)
    if (id !== '') byId.set(id, row)
  }
  const strays: ListRows['strays'][number][] = []
  const rowsOf = new Map(lists.map((list) => [list, groupsOf(list)]))

  return {
    strays,
    problemsOf(row) {
      const first = lists.length === 0 ? undefined : twice.get(row)
      if (first === undefined || lineColumn === undefined) return []
      const message = say.lineTwice(textAt(row, lineColumn), first.row)
      return [{ cell: `${lineColumn.letter}${row.row}`, message }]
    },
    changedIn: (row, current) => lists.flatMap((list) => changeOf(list, rowsOf.get(list)?.get(row) ?? [], current)),
    cellOf(row, field, index, column) {
      const list = lists.find(({ layout }) => layout.field === field)
      const given = list === undefined ? undefined : rowsOf.get(list)?.get(row)?.[index]
      if (list === undefined || given === undefined) return `${row.row}:${row.row}`
      const found = list.found.columns.find(({ place }) => place.is === 'field' && place.field === column)
      return `${list.name}!${found === undefined ? `${given.row}:${given.row}` : `${found.letter}${given.row}`}`
    },
  }

  function groupsOf(list: GivenSheet): Map<GivenRow, GivenRow[]> {
    const groups = new Map<GivenRow, GivenRow[]>()
    const [ownLine, ownId] = [columnAt(list, 'line'), columnAt(list, 'id')]
    for (const row of list.rows) {
      const [line, id] = [textAt(row, ownLine), textAt(row, ownId)]
      const owner = line === '' || lineColumn === undefined ? byId.get(id) : byLine.get(line)
      if (owner !== undefined) {
        groups.set(owner, [...(groups.get(owner) ?? []), row])
        continue
      }
      if (id !== '' && !byId.has(id)) continue
      const cell = `${list.name}!${ownLine === undefined ? `${row.row}:${row.row}` : `${ownLine.letter}${row.row}`}`
      strays.push({
        row: row.row,
        sheet: list.name,
        problem: { cell, message: line === '' ? say.lineMissing : say.lineUnknown(line) },
      })
    }
    return groups
  }

  function changeOf(list: GivenSheet, rows: readonly GivenRow[], current: ExchangedEntry | null): ListChange[] {
    const key = list.layout.field ?? ''
    const field = register.fields[key]
    if (field?.type !== 'rows') return []
    const { columns } = field
    const held = (current?.values[key] ?? []) as readonly Values[]
    let isSame = held.length === rows.length
    const raw = rows.map((row, index): Values => {
      const before = held[index] ?? {}
      const read: Record<string, unknown> = { ...before }
      for (const column of list.found.columns) {
        if (column.place.is !== 'field') continue
        const text = textAt(row, column)
        const isUnchanged = (['zh', 'en'] as const).some(
          (language) =>
            text === rowCellText(columns, column, before, book.names, language).replace(/\r\n?/g, '\n').trim(),
        )
        if (isUnchanged) continue
        isSame = false
        read[column.place.field] = rawOf(columns[column.place.field], amount(text, column), book)
      }
      return read
    })
    return isSame ? [] : [{ field: key, before: countOf(held.length), after: countOf(rows.length), rows: raw }]
  }
}

const countOf = (count: number): string => (count === 0 ? '' : `${count} 行`)

/** A plain number under a heading with another unit is so many of these. */
export const amount = (text: string, { headingUnit }: FoundColumn): string =>
  headingUnit !== null && text !== '' && readDecimal(text) !== null ? `${text}${headingUnit}` : text

/** As `readValues` takes it: the text, or the names in it where there may be several. */
export function rawOf(field: Field | undefined, text: string, { findIds }: NameBook): unknown {
  const kind = field === undefined ? null : namedBy(field.type)
  if (field === undefined || kind === null || !('many' in field && field.many)) return text
  const of = field.type === 'reference' ? field.register : field.type === 'project' ? 'project' : null
  return namesIn(text, (name) => findIds(kind, name, of).length > 0)
}
