/**
 * What a sheet would write: each row compared with the record as it is now. A cell that still says what the record says changes nothing,
 * whatever the rules have become since; what differs is read as a form would be. Nothing is written that was not seen here.
 */
import type { Day } from '../../deadline/day.ts'
import type { Register } from '../definition.ts'
import type { Words } from '../field.ts'
import { type Problem, readDay, readTotals, readValues, type Values } from '../read-values.ts'
import { titleOf } from '../title-of.ts'
import { cellText, type ExchangedEntry } from './cell-text.ts'
import type { FoundColumn } from './find-columns.ts'
import { amount, type ListRows, listRows, rawOf } from './list-rows.ts'
import type { NameBook } from './name-book.ts'
import { columnAt, type GivenImport, type GivenRow, textAt } from './read-import.ts'
import { rowSentences as say } from './sentences.ts'

export type CurrentEntry = ExchangedEntry & {
  title: string
  withdrawn: boolean
  /** Who changed it last, and when. */
  changed: { by: string; on: string }
}
export type ImportFacts = {
  current: ReadonlyMap<number, CurrentEntry>
  book: NameBook
  mayWrite(unitId: number): boolean
  /** Of new rows that name none. */
  ownUnitId: number | null
}

/** An entry as the import wants it; `id` null: a new one. */
export type EntryWrite = Omit<ExchangedEntry, 'id' | 'version'> & { id: number | null; version: number | null }
export type PlannedRow = {
  row: number
  change: 'create' | 'update' | 'same' | 'refused'
  entryId: number | null
  title: string
  fields: readonly { field: string; name: Words; before: string; after: string }[]
  /** `cell`: `C14`, `议定事项!B3`, or `14:14` for a row as a whole. */
  problems: readonly { cell: string; message: Words }[]
  write: EntryWrite | null
}

/** Row by row, so that whoever has other things to do may do them between two. */
export function* planImport(register: Register, given: GivenImport, facts: ImportFacts): Generator<PlannedRow> {
  const idColumn = columnAt(given.entries, 'id')
  const firstOf = new Map<string, number>()
  const lists = listRows(register, given, facts.book)
  for (const row of given.entries.rows) {
    const id = textAt(row, idColumn)
    const first = firstOf.get(id)
    if (id !== '' && first === undefined) firstOf.set(id, row.row)
    yield planRow(row, id, id === '' ? undefined : first)
  }
  for (const { row, sheet, problem } of lists.strays)
    yield { row, change: 'refused', entryId: null, title: sheet, fields: [], problems: [problem], write: null }

  function planRow(row: GivenRow, idText: string, sameAs: number | undefined): PlannedRow {
    const at = (column: FoundColumn | undefined): string =>
      column === undefined ? `${row.row}:${row.row}` : `${column.letter}${row.row}`
    const current = idText === '' ? null : (facts.current.get(Number(idText)) ?? null)
    const refuse = (message: Words): PlannedRow => ({
      row: row.row,
      change: 'refused',
      entryId: current?.id ?? null,
      title: current?.title ?? '',
      fields: [],
      problems: [{ cell: at(idColumn), message }],
      write: null,
    })
    if (idText !== '') {
      if (!/^\d{1,15}$/.test(idText)) return refuse(say.badId)
      if (sameAs !== undefined) return refuse(say.idTwice(sameAs))
      if (current === null) return refuse(say.notFound)
    }
    return judge(row, current, at)
  }

  function judge(
    row: GivenRow,
    current: CurrentEntry | null,
    at: (column: FoundColumn | undefined) => string,
  ): PlannedRow {
    const problems: { cell: string; message: Words }[] = [...lists.problemsOf(row)]
    const fields: { field: string; name: Words; before: string; after: string }[] = []
    const changed = new Set<FoundColumn>()
    for (const column of given.entries.found.columns) {
      if (['id', 'version', 'line', 'shown'].includes(column.place.is)) continue
      const text = textAt(row, column)
      const before = current === null ? '' : written(column, current, 'zh')
      if (text === before || (current !== null && text === written(column, current, 'en'))) continue
      changed.add(column)
      if (/^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(text))
        problems.push({ cell: at(column), message: say.errorValue(text) })
      fields.push({ field: keyOf(column), name: column.name, before, after: text })
    }
    const changedLists = lists.changedIn(row, current)
    for (const { field, before, after } of changedLists)
      fields.push({ field, name: register.fields[field]?.name ?? { zh: field, en: field }, before, after })
    const title = current?.title ?? ''
    const plain = { row: row.row, entryId: current?.id ?? null }
    if (current !== null && changed.size === 0 && changedLists.length === 0 && problems.length === 0)
      return { ...plain, change: 'same', title, fields: [], problems: [], write: null }
    if (problems.length > 0) return { ...plain, change: 'refused', title, fields, problems, write: null }

    const read = readRow(row, current, changed, changedLists)
    const write = 'problems' in read ? null : read.write
    if (current !== null && write !== null && isSame(write, current))
      return { ...plain, change: 'same', title, fields: [], problems: [], write: null }
    if ('problems' in read) problems.push(...read.problems)
    const stale = current === null ? null : staleness(row, current)
    if (stale !== null) problems.push({ cell: at(columnAt(given.entries, 'version')), message: stale })
    if (current !== null) {
      if (current.withdrawn) problems.push({ cell: at(undefined), message: say.withdrawn })
      else if (!facts.mayWrite(current.unitId)) problems.push({ cell: at(undefined), message: say.notYours })
    }
    if (problems.length > 0 || write === null)
      return { ...plain, change: 'refused', title: title || guessedTitle(row), fields, problems, write: null }
    return {
      ...plain,
      change: current === null ? 'create' : 'update',
      title: titleOf(register, write.kind, write.values, write.aggregate, facts.book.names),
      fields,
      problems: [],
      write,
    }

    function readRow(
      row: GivenRow,
      current: CurrentEntry | null,
      changed: ReadonlySet<FoundColumn>,
      changedLists: ReturnType<ListRows['changedIn']>,
    ): { write: EntryWrite } | { problems: { cell: string; message: Words }[] } {
      const problems: { cell: string; message: Words }[] = []
      const column = (is: FoundColumn['place']['is']) => columnAt(given.entries, is)
      const changedText = (is: FoundColumn['place']['is']): string | null => {
        const found = column(is)
        return found === undefined || !changed.has(found) ? null : textAt(row, found)
      }
      const kindText = changedText('kind')
      const kind = kindText === null ? (current?.kind ?? null) : kindOf(kindText)
      const unit = unitOf(changedText('unit'), current)
      if ('message' in unit) problems.push({ cell: at(column('unit')), message: unit.message })
      const period = periodOf(changedText('aggregateFrom'), changedText('aggregateTo'), current)
      if ('message' in period) problems.push({ cell: at(column(period.of)), message: period.message })
      const isAggregate = !('message' in period) && period.value !== null

      const totals: Record<string, unknown> = { ...current?.aggregate?.totals }
      const raw: Record<string, unknown> = {}
      for (const [key, value] of Object.entries(current?.values ?? {}))
        if (Object.hasOwn(register.fields, key)) raw[key] = value
      for (const each of changed) {
        const text = amount(textAt(row, each), each)
        if (each.place.is === 'total') totals[each.place.count] = text
        if (each.place.is !== 'field') continue
        const field = register.fields[each.place.field]
        raw[each.place.field] =
          each.place.part === undefined
            ? rawOf(field, text, facts.book)
            : withPart(raw[each.place.field], each.place.part, text)
      }
      for (const { field, rows } of changedLists) raw[field] = rows
      for (const [key, value] of Object.entries(raw)) if (isEmptyRange(value)) delete raw[key]

      const read = readValues(register, kind, raw, { findIds: facts.book.findIds, aggregate: isAggregate })
      for (const problem of read.problems ?? []) problems.push({ cell: cellOf(problem), message: problem.message })
      let aggregate: EntryWrite['aggregate'] = null
      if (isAggregate && period.value !== null) {
        const counted = readTotals(register, kind, totals)
        for (const problem of counted.problems ?? []) problems.push({ cell: cellOf(problem), message: problem.message })
        if (counted.totals !== undefined) aggregate = { ...period.value, totals: counted.totals }
      } else if (
        !('message' in period) &&
        [...changed].some((each) => each.place.is === 'total' && textAt(row, each) !== '')
      )
        problems.push({ cell: at(column('aggregateFrom')), message: say.totalsWithoutPeriod })
      if (problems.length > 0 || read.values === undefined || 'message' in unit) return { problems }
      return {
        write: {
          id: current?.id ?? null,
          version: current?.version ?? null,
          kind,
          unitId: unit.value,
          values: read.values,
          aggregate,
        },
      }
    }

    function cellOf({ field, row: index, column }: Problem): string {
      if (index !== undefined) return lists.cellOf(row, field, index, column)
      if (field === '$kind') return at(columnAt(given.entries, 'kind'))
      return at(
        given.entries.found.columns.find(({ place }) =>
          field === '$aggregate'
            ? place.is === (column === undefined ? 'aggregateFrom' : 'total') &&
              (!('count' in place) || place.count === column)
            : place.is === 'field' && place.field === field,
        ),
      )
    }
  }

  function written(column: FoundColumn, current: CurrentEntry, language: 'zh' | 'en'): string {
    const text = cellText(register, column, current, { line: 0, names: facts.book.names, language })
    return text.replace(/\r\n?/g, '\n').trim()
  }

  /** The key, or what was written: that it is no kind is for the rules to say. */
  function kindOf(text: string): string | null {
    if (text === '') return null
    const same = (other: string): boolean =>
      other.normalize('NFKC').toLowerCase() === text.normalize('NFKC').toLowerCase()
    const found = Object.entries(register.kinds ?? {}).find(([key, { zh, en }]) => [key, zh, en].some(same))
    return found?.[0] ?? text
  }

  function unitOf(text: string | null, current: CurrentEntry | null): { value: number } | { message: Words } {
    if (text === null && current !== null) return { value: current.unitId }
    if (text === null || text === '')
      return current === null && facts.ownUnitId !== null ? { value: facts.ownUnitId } : { message: say.unitMissing }
    const [id, ...others] = facts.book.findIds('unit', text, null)
    if (id === undefined) return { message: say.noSuchUnit(text) }
    if (others.length > 0) return { message: say.severalUnits(text) }
    return facts.mayWrite(id) ? { value: id } : { message: say.otherUnit(text) }
  }

  function staleness(row: GivenRow, current: CurrentEntry): Words | null {
    const version = textAt(row, columnAt(given.entries, 'version'))
    if (version === '') return say.versionMissing
    return version === String(current.version) ? null : say.changedMeanwhile(current.changed.by, current.changed.on)
  }

  /** Of a row that could not be read: the first words in it. */
  function guessedTitle(row: GivenRow): string {
    const texts = given.entries.found.columns.filter(({ place, format }) => place.is === 'field' && format === 'text')
    return texts.map((column) => textAt(row, column)).find((text) => text !== '') ?? ''
  }
}

type Period = { value: { from: Day; to: Day } | null } | { of: 'aggregateFrom' | 'aggregateTo'; message: Words }
function periodOf(fromText: string | null, toText: string | null, current: CurrentEntry | null): Period {
  const from = fromText ?? current?.aggregate?.from ?? ''
  const to = toText ?? current?.aggregate?.to ?? ''
  if (from === '' && to === '') return { value: null }
  if (from === '' || to === '') return { of: from === '' ? 'aggregateFrom' : 'aggregateTo', message: say.halfPeriod }
  const [first, last] = [readDay(from), readDay(to)]
  if (first === null) return { of: 'aggregateFrom', message: say.badDay }
  if (last === null) return { of: 'aggregateTo', message: say.badDay }
  if (first > last) return { of: 'aggregateFrom', message: say.reversedPeriod }
  return { value: { from: first, to: last } }
}

function withPart(held: unknown, part: 'from' | 'to', text: string): unknown {
  const { from = '', to = '' } = (typeof held === 'object' && held !== null ? held : {}) as {
    from?: string
    to?: string
  }
  return { from, to, [part]: text }
}

const isEmptyRange = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'to' in value &&
  value.from === '' &&
  value.to === ''

const keyOf = ({ place }: FoundColumn): string =>
  place.is === 'field' ? place.field : place.is === 'total' ? `$total.${place.count}` : `$${place.is}`

function isSame(write: EntryWrite, { kind, unitId, values, aggregate }: CurrentEntry): boolean {
  return (
    write.kind === kind &&
    write.unitId === unitId &&
    canonical(write.values) === canonical(values) &&
    canonical(write.aggregate) === canonical(aggregate)
  )
}

/** JSON with its keys in order; what is not there is left out. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each as Values).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
