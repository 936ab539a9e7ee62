/**
 * How a register lies in a workbook: the entries in the first sheet, and one sheet for each field that is a list of its own, whose rows
 * name their entry by its running number. Writing and reading go by the same layout, in either language.
 */
import type { Language } from '../../proofread/diagnostic.ts'
import type { Register } from '../definition.ts'
import type { Cell, Field } from '../field.ts'
import type { BookFormat } from './book.ts'

/** What stands in a column. */
export type Place =
  | { is: 'id' | 'version' | 'line' | 'kind' | 'unit' | 'aggregateFrom' | 'aggregateTo' }
  | { is: 'field'; field: string; part?: 'from' | 'to' }
  /** Written for the reader, never read again: what is worked out, names of files. */
  | { is: 'shown'; field: string }
  | { is: 'total'; count: string }

export type LayoutColumn = {
  place: Place
  /** In each language. */
  heading: Readonly<Record<Language, string>>
  /** Without unit: what the field is called. */
  name: Readonly<Record<Language, string>>
  format: BookFormat
  /** Of the cells, where a plain number means this much. */
  unit: string | null
  hidden: boolean
  required: boolean
}
export type SheetLayout = {
  name: Readonly<Record<Language, string>>
  /** The list whose rows stand here; null for the entries. */
  field: string | null
  columns: readonly LayoutColumn[]
}

/** @param restricted whether fields that are not for everybody are among them */
export function layoutOf(register: Register, restricted: boolean): readonly [SheetLayout, ...SheetLayout[]] {
  const fields = Object.entries(register.fields).filter(([, field]) => restricted || field.restricted !== true)
  const lists = fields.flatMap(([key, field]) => (field.type === 'rows' ? [{ key, field }] : []))
  const entries = distinct([
    { ...fixed('id'), hidden: true },
    { ...fixed('version'), hidden: true },
    ...(lists.length === 0 ? [] : [fixed('line')]),
    ...(register.kinds === null ? [] : [{ ...fixed('kind'), required: true }]),
    { ...fixed('unit'), required: true },
    ...fields.flatMap(([key, field]) => columnsOf(key, field)),
    ...(register.aggregates ? aggregateColumns(register) : []),
  ])
  const taken = new Set<string>()
  const main: SheetLayout = { name: sheetName(register.name, taken), field: null, columns: entries }
  return [
    main,
    ...lists.map(({ key, field }) => ({
      name: sheetName(field.name, taken),
      field: key,
      columns: distinct([
        { ...fixed('id'), hidden: true },
        { ...fixed('line'), required: true },
        ...Object.entries(field.columns).flatMap(([column, cell]) => columnsOf(column, cell)),
      ]),
    })),
  ]
}

const fixedNames = {
  id: { zh: '系统编号', en: 'Record id' },
  version: { zh: '系统版本', en: 'Record version' },
  line: { zh: '序号', en: 'No.' },
  kind: { zh: '类别', en: 'Kind' },
  unit: { zh: '登记单位', en: 'Unit' },
  aggregateFrom: { zh: '汇总期起', en: 'Total from' },
  aggregateTo: { zh: '汇总期止', en: 'Total to' },
} as const

function fixed(is: keyof typeof fixedNames): LayoutColumn {
  const name = fixedNames[is]
  const format = is === 'id' || is === 'version' ? 'whole' : is.startsWith('aggregate') ? 'day' : 'text'
  return { place: { is }, heading: name, name, format, unit: null, hidden: false, required: false }
}

const formats: Readonly<Partial<Record<Field['type'], BookFormat>>> = {
  longText: 'longText',
  day: 'day',
  dayRange: 'day',
  quantity: 'number',
  area: 'number',
  money: 'money',
}

function columnsOf(key: string, field: Field | Cell): LayoutColumn[] {
  const unit = unitOf(field)
  const format = (field.type === 'computed' ? computedFormat(field.unit) : formats[field.type]) ?? 'text'
  const plain = { name: field.name, format, unit, hidden: false, required: field.required === true }
  switch (field.type) {
    case 'rows':
      return []
    case 'files':
    case 'computed':
      return [{ ...plain, place: { is: 'shown', field: key }, heading: withUnit(field.name, unit), required: false }]
    case 'dayRange':
      return (['from', 'to'] as const).map((part) => {
        const name = { zh: `${field.name.zh}${part === 'from' ? '起' : '止'}`, en: `${field.name.en}, ${part}` }
        return { ...plain, place: { is: 'field', field: key, part }, heading: name, name }
      })
    default:
      return [{ ...plain, place: { is: 'field', field: key }, heading: withUnit(field.name, unit) }]
  }
}

const computedFormat = (unit: string): BookFormat => (unit === '分' ? 'money' : 'number')

const unitOf = (field: Field | Cell): string | null => {
  if (field.type === 'money') return '元'
  if (field.type === 'area') return '㎡'
  if (field.type === 'computed') return field.unit === '分' ? '元' : field.unit
  return field.type === 'quantity' ? field.unit : null
}

const withUnit = (name: Readonly<Record<Language, string>>, unit: string | null) =>
  unit === null ? name : { zh: `${name.zh}（${unit}）`, en: `${name.en} (${unit})` }

function aggregateColumns(register: Register): LayoutColumn[] {
  const totals = Object.entries(register.counts).map(([count, { name, unit, of }]): LayoutColumn => {
    const isMoney = countsMoney(register, of)
    const called = { zh: `汇总·${name.zh}`, en: `Total: ${name.en}` }
    return {
      place: { is: 'total', count },
      heading: withUnit(called, isMoney ? '元' : unit),
      name: called,
      format: isMoney ? 'money' : 'number',
      unit: isMoney ? '元' : unit,
      hidden: false,
      required: false,
    }
  })
  return [fixed('aggregateFrom'), fixed('aggregateTo'), ...totals]
}

/** Whether a count adds up money, which is kept in 分. */
export function countsMoney(register: Register, of: string): boolean {
  const field = register.fields[of]
  return field?.type === 'money' || (field?.type === 'computed' && field.unit === '分')
}

/** Two columns of one name are told apart by the key of their field. */
function distinct(columns: readonly LayoutColumn[]): LayoutColumn[] {
  const times = (heading: string): number => columns.filter((column) => column.heading.zh === heading).length
  return columns.map((column) => {
    if (times(column.heading.zh) === 1 || !('field' in column.place)) return column
    const mark = `〔${column.place.field}〕`
    return { ...column, heading: { zh: `${column.heading.zh}${mark}`, en: `${column.heading.en}${mark}` } }
  })
}

/** Excel takes no more than 31 signs, none of these, and no name twice. */
function sheetName(name: Readonly<Record<Language, string>>, taken: Set<string>): Readonly<Record<Language, string>> {
  const own = (text: string): string => {
    const short = text
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 28)
      .trim()
    const free = taken.has(short) ? `${short} ${taken.size}` : short
    taken.add(free)
    return free
  }
  return { zh: own(name.zh), en: own(name.en) }
}
