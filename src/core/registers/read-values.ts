/**
 * Values of an entry as forms, sheets and programs send them, judged by the definition of the register: exactly what was
 * written, or a sentence that says what is wrong with it. Texts are read as people write them (`12.5万元`, `2024年7月5日`,
 * 是); numbers are taken as they are kept (money in 分, areas in ㎡, ids).
 */
import { type Day, dayOf } from '../deadline/day.ts'
import type { Register } from './definition.ts'
import type { Cell, EntryFile, Field, Words } from './field.ts'
import { yuan } from './money.ts'
import { type AmountFault, readArea, readQuantity } from './quantity.ts'
import { sentences as say } from './value-sentences.ts'

/** What is wrong, where: `$kind` and `$aggregate` are no fields of the register, but of the entry as a whole. */
export type Problem = {
  readonly field: string
  /** Of a field with rows: which, from 0, and which column. */
  readonly row?: number
  readonly column?: string
  readonly message: Words
}

/** Ids that a name may stand for; several where it does not say which. `register` for references and projects. */
export type FindIds = (kind: 'unit' | 'person' | 'entry', name: string, register: string | null) => readonly number[]

export type Values = Readonly<Record<string, unknown>>
type Options = {
  /** Without it, units, people, projects and references are ids. */
  findIds?: FindIds
  /** An entry that stands for many: nothing is required of it, and its period takes the place of the date. */
  aggregate?: boolean
}

/** What is read of one cell, or why not. `undefined`: nothing was filled in. */
type Outcome<T> = { value: T | undefined } | { message: Words }
const nothing = { value: undefined }

/** @param raw by field; what is empty (`''`, null, `[]`) was not filled in */
export function readValues(
  register: Register,
  kind: string | null,
  raw: Readonly<Record<string, unknown>>,
  { findIds, aggregate = false }: Options = {},
): { values: Values; problems?: undefined } | { values?: undefined; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  const wrongKind = kindProblem(register, kind)
  if (wrongKind !== null) problems.push({ field: '$kind', message: wrongKind })

  for (const [key, given] of Object.entries(raw)) {
    const field = Object.hasOwn(register.fields, key) ? register.fields[key] : undefined
    if (isEmpty(given)) continue
    if (field === undefined) problems.push({ field: key, message: say.unknownField(key) })
    else if (!isOfKind(field, kind))
      problems.push({ field: key, message: say.otherKind(field.name, register.kinds?.[kind ?? '']) })
    else if (aggregate && key === register.dateField)
      problems.push({ field: key, message: say.periodInstead(field.name) })
    else if (field.type === 'rows') {
      const rows = readRows(key, field, given, findIds)
      problems.push(...rows.problems)
      if (rows.value.length > 0) values[key] = rows.value
    } else {
      const read = readField(field, given, findIds)
      if ('message' in read) problems.push({ field: key, message: read.message })
      else if (read.value !== undefined) values[key] = read.value
    }
  }

  if (!aggregate)
    for (const [key, field] of Object.entries(register.fields)) {
      const isMissing = values[key] === undefined && !problems.some((problem) => problem.field === key)
      if (field.required && isMissing && isOfKind(field, kind))
        problems.push({ field: key, message: say.required(field.name) })
    }
  return problems.length > 0 ? { problems } : { values }
}

/** What the counts of an aggregate come to. Money in 分, or as typed. */
export function readTotals(
  register: Register,
  kind: string | null,
  totals: Readonly<Record<string, unknown>>,
): { totals: Record<string, number>; problems?: undefined } | { totals?: undefined; problems: readonly Problem[] } {
  const read: Record<string, number> = {}
  const problems: Problem[] = []
  for (const [key, given] of Object.entries(totals)) {
    const count = Object.hasOwn(register.counts, key) ? register.counts[key] : undefined
    if (isEmpty(given)) continue
    if (count === undefined || !countsFor(count, kind)) {
      problems.push({ field: '$aggregate', column: key, message: say.unknownCount(key) })
      continue
    }
    const counted = count.of === 'entries' ? undefined : register.fields[count.of]
    const field: Cell =
      counted === undefined ? { type: 'quantity', name: count.name, unit: count.unit } : asTotal(counted, count.name)
    const outcome = readField(field, given, undefined)
    if ('message' in outcome) problems.push({ field: '$aggregate', column: key, message: outcome.message })
    else if (typeof outcome.value === 'number') read[key] = outcome.value
  }
  if (Object.keys(read).length === 0 && problems.length === 0)
    problems.push({ field: '$aggregate', message: say.totalsMissing })
  return problems.length > 0 ? { problems } : { totals: read }
}

/** A total may be larger than any single amount, and what is computed was computed elsewhere. */
function asTotal(field: Field, name: Words): Cell {
  if (field.type === 'money' || field.type === 'area') return { ...field, name }
  if (field.type === 'quantity') {
    const { most: _, ...rest } = field
    return { ...rest, name }
  }
  if (field.type === 'computed' && field.unit === '分') return { type: 'money', name, signed: true }
  return { type: 'quantity', name, unit: 'unit' in field ? field.unit : '', decimals: 3 }
}

export const isOfKind = (field: Field, kind: string | null): boolean =>
  field.kinds === undefined || (kind !== null && field.kinds.includes(kind))
export const countsFor = (count: Register['counts'][string], kind: string | null): boolean =>
  count.kinds === undefined || (kind !== null && count.kinds.includes(kind))

function kindProblem({ kinds, name }: Register, kind: string | null): Words | null {
  if (kinds === null) return kind === null ? null : say.noKinds(name)
  if (kind === null || kind === '') return say.kindMissing
  return Object.hasOwn(kinds, kind) ? null : say.unknownKind(kind, name)
}

const isEmpty = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  (typeof given === 'string' && given.trim() === '') ||
  (Array.isArray(given) && given.length === 0)

function readRows(
  key: string,
  field: Field & { type: 'rows' },
  given: unknown,
  findIds: FindIds | undefined,
): { value: Values[]; problems: Problem[] } {
  const problems: Problem[] = []
  const value: Values[] = []
  if (!Array.isArray(given)) return { value, problems: [{ field: key, message: say.notRows(field.name) }] }
  for (const [row, cells] of given.entries()) {
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) {
      problems.push({ field: key, row, message: say.notRows(field.name) })
      continue
    }
    const filled = Object.entries(cells).filter(([, cell]) => !isEmpty(cell))
    // A row in which nothing stands is no row.
    if (filled.length === 0) continue
    const read: Record<string, unknown> = {}
    for (const [column, cell] of filled) {
      const definition = Object.hasOwn(field.columns, column) ? field.columns[column] : undefined
      const outcome =
        definition === undefined ? { message: say.unknownField(column) } : readField(definition, cell, findIds)
      if ('message' in outcome) problems.push({ field: key, row, column, message: outcome.message })
      else if (outcome.value !== undefined) read[column] = outcome.value
    }
    for (const [column, definition] of Object.entries(field.columns)) {
      const isMissing =
        read[column] === undefined && !problems.some((problem) => problem.row === row && problem.column === column)
      if (definition.required && isMissing)
        problems.push({ field: key, row, column, message: say.required(definition.name) })
    }
    value.push(read)
  }
  return { value, problems }
}

/** One field, read on its own: a cell of a sheet, an input of a form. Rows are read by {@link readValues}. */
export function readField(
  field: Exclude<Field, { type: 'rows' }>,
  given: unknown,
  findIds: FindIds | undefined,
): Outcome<unknown> {
  if (isEmpty(given)) return nothing
  if (!('many' in field && field.many)) return readOne(field, given, findIds)
  const parts = Array.isArray(given) ? given : typeof given === 'string' ? partsOf(field, given) : [given]
  const values: unknown[] = []
  for (const part of parts) {
    const read = readOne(field, part, findIds)
    if ('message' in read) return read
    // The same one named twice is named once.
    if (read.value !== undefined && !values.includes(read.value)) values.push(read.value)
  }
  return { value: values.length === 0 ? undefined : values }
}

/** Several in one cell: names apart by `、；` or on lines of their own, titles of documents in their 《》. */
const partsOf = (field: Cell, text: string): string[] =>
  field.type === 'document' && text.includes('《')
    ? text.split(/(?<=》)[、，,；;\s]*/).filter((part) => part !== '')
    : text.split(/[、；;\n]/).filter((part) => part.trim() !== '')

function readOne(
  field: Exclude<Field, { type: 'rows' }>,
  given: unknown,
  findIds: FindIds | undefined,
): Outcome<unknown> {
  const { name } = field
  if (isEmpty(given)) return nothing
  switch (field.type) {
    case 'text':
      return readText(given, name, field.most ?? 200, false)
    case 'longText':
      return readText(given, name, 20_000, true)
    case 'document':
      return readTitle(given, name)
    case 'choice':
      return readChoice(field, given)
    case 'flag':
      return readFlag(given, name)
    case 'day': {
      const day = typeof given === 'string' ? readDay(given) : null
      return day === null ? { message: say.notADay(name) } : { value: day }
    }
    case 'dayRange':
      return readRange(given, name)
    case 'quantity':
      return readNumber(field, given)
    case 'money': {
      const fen =
        typeof given === 'number' ? (Number.isSafeInteger(given) ? given : 'tooManyPlaces') : yuan(String(given))
      if (typeof fen === 'string') return { message: say.notMoney(name, fen) }
      return fen < 0 && !field.signed ? { message: say.negative(name) } : { value: fen }
    }
    case 'area': {
      const area = typeof given === 'boolean' ? 'notANumber' : readArea(String(given))
      if (typeof area === 'string') return { message: say.notAnArea(name, area) }
      return area < 0 ? { message: say.negative(name) } : { value: area }
    }
    case 'unit':
      return readId(given, name, (text) => findIds?.('unit', text, null))
    case 'person':
      return readId(given, name, (text) => findIds?.('person', text, null))
    case 'project':
      return readId(given, name, (text) => findIds?.('entry', text, 'project'))
    case 'reference':
      return readId(given, name, (text) => findIds?.('entry', text, field.register))
    case 'files':
      return readFiles(given, name)
    case 'computed':
      return { message: say.computed(name) }
  }
}

function readText(given: unknown, name: Words, most: number, lines: boolean): Outcome<string> {
  if (typeof given !== 'string') return { message: say.notText(name) }
  const text = given.trim()
  if (!lines && /[\r\n]/.test(text)) return { message: say.oneLine(name) }
  return [...text].length > most ? { message: say.tooLong(name, most) } : { value: text }
}

/** A title without its 《》: the outermost pair alone, titles name titles. */
function readTitle(given: unknown, name: Words): Outcome<string> {
  const read = readText(given, name, 300, false)
  if ('message' in read || read.value === undefined) return read
  const inner = /^《(.+)》$/.exec(read.value)?.[1]
  const isOnePair = inner !== undefined && !/》[^《]*《/.test(inner.replace(/《[^《》]*》/g, ''))
  return { value: (isOnePair ? inner : read.value).trim() }
}

function readChoice(field: Field & { type: 'choice' }, given: unknown): Outcome<string> {
  const text = typeof given === 'string' ? label(given) : ''
  const found = Object.entries(field.options).find(
    ([key, words]) => label(key) === text || label(words.zh) === text || label(words.en) === text,
  )
  return found === undefined ? { message: say.notAnOption(field.name, field.options) } : { value: found[0] }
}
const label = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const yes = new Set(['是', '有', '对', 'true', 'yes', 'y', '1', '√', '✓'])
const no = new Set(['否', '无', '错', 'false', 'no', 'n', '0', '×', '✗'])
function readFlag(given: unknown, name: Words): Outcome<boolean> {
  if (typeof given === 'boolean') return { value: given }
  const text = typeof given === 'string' ? label(given) : ''
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { message: say.notAFlag(name) }
}

/** `2024-07-05`, `2024/7/5`, `2024.7.5`, `2024年7月5日`, `20240705`; null for anything else. */
export function readDay(text: string): Day | null {
  const plain = text.normalize('NFKC').trim()
  const [, year, month, day] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain)?.filter((_, place) => place !== 2) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    []
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day))
}

function readRange(given: unknown, name: Words): Outcome<{ from: Day; to: Day }> {
  const [first, last] =
    typeof given === 'string'
      ? given.split(/\s*(?:至|到|~|～|—+|–|\s-\s)\s*/)
      : typeof given === 'object' && given !== null && 'from' in given && 'to' in given
        ? [given.from, given.to]
        : []
  const from = typeof first === 'string' ? readDay(first) : null
  const to = typeof last === 'string' ? readDay(last) : null
  if (from === null || to === null) return { message: say.notARange(name) }
  return from > to ? { message: say.reversed(name) } : { value: { from, to } }
}

function readNumber(field: Field & { type: 'quantity' }, given: unknown): Outcome<number> {
  const { name, unit, decimals = 0, least = 0, most } = field
  const read: number | AmountFault =
    typeof given === 'number' || typeof given === 'string' ? readQuantity(String(given), unit, decimals) : 'notANumber'
  if (typeof read === 'string') return { message: say.notAQuantity(name, read, unit, decimals) }
  if (read < least) return { message: say.tooLittle(name, least, unit) }
  return most !== undefined && read > most ? { message: say.tooMuch(name, most, unit) } : { value: read }
}

function readId(given: unknown, name: Words, find: (text: string) => readonly number[] | undefined): Outcome<number> {
  if (typeof given === 'number')
    return Number.isSafeInteger(given) && given > 0 ? { value: given } : { message: say.notChosen(name) }
  if (typeof given !== 'string') return { message: say.notChosen(name) }
  const text = given.trim()
  const ids = find(text)
  if (ids === undefined) return { message: say.notChosen(name) }
  const [id] = ids
  if (id === undefined) return { message: say.noSuchName(name, text) }
  return ids.length > 1 ? { message: say.severalOfName(name, text, ids.length) } : { value: id }
}

function readFiles(given: unknown, name: Words): Outcome<readonly EntryFile[]> {
  if (!Array.isArray(given)) return { message: say.notFiles(name) }
  const files: EntryFile[] = []
  for (const each of given) {
    if (typeof each !== 'object' || each === null) return { message: say.notFiles(name) }
    const { sha256, name: fileName, mediaType, size } = each as Readonly<Record<string, unknown>>
    if (
      typeof sha256 !== 'string' ||
      !/^[0-9a-f]{64}$/.test(sha256) ||
      typeof fileName !== 'string' ||
      typeof mediaType !== 'string' ||
      typeof size !== 'number'
    )
      return { message: say.notFiles(name) }
    if (!files.some((file) => file.sha256 === sha256)) files.push({ sha256, name: fileName, mediaType, size })
  }
  return { value: files }
}
