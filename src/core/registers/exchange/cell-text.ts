/** Values as they stand in the cells of a sheet: what is read back is the same value. */
import type { Day } from '../../deadline/day.ts'
import type { Language } from '../../proofread/diagnostic.ts'
import { computedValue } from '../compute.ts'
import type { Register } from '../definition.ts'
import type { Cell, Field } from '../field.ts'
import { writeDecimal, writeQuantity } from '../quantity.ts'
import type { Values } from '../read-values.ts'
import { type NamesOf, writeValue } from '../write-value.ts'
import { countsMoney, type LayoutColumn } from './layout.ts'

/** An entry with what stands around its values. */
export type ExchangedEntry = {
  id: number
  version: number
  kind: string | null
  unitId: number
  values: Values
  aggregate: { from: Day; to: Day; totals: Readonly<Record<string, number>> } | null
}

/** @param names so that each of them means one alone (`王强（区财政局）` where there are two) */
export function cellText(
  register: Register,
  { place }: LayoutColumn,
  entry: ExchangedEntry,
  { line, names, language }: { line: number; names: NamesOf; language: Language },
): string {
  switch (place.is) {
    case 'id':
      return String(entry.id)
    case 'version':
      return String(entry.version)
    case 'line':
      return String(line)
    case 'kind':
      return entry.kind === null ? '' : (register.kinds?.[entry.kind]?.[language] ?? entry.kind)
    case 'unit':
      return names[`unit:${entry.unitId}`] ?? `#${entry.unitId}`
    case 'aggregateFrom':
      return entry.aggregate?.from ?? ''
    case 'aggregateTo':
      return entry.aggregate?.to ?? ''
    case 'total':
      return totalText(register, place.count, entry.aggregate?.totals[place.count])
    case 'shown': {
      const field = register.fields[place.field]
      if (field?.type !== 'computed') return valueText(field, entry.values[place.field], names, language)
      return computedText(field, computedValue(place.field, register.fields, entry.values))
    }
    case 'field':
      return partText(register.fields[place.field], entry.values[place.field], place.part, names, language)
  }
}

/** One cell of a row of a list. */
export const rowCellText = (
  columns: Readonly<Record<string, Cell>>,
  { place }: LayoutColumn,
  row: Values,
  names: NamesOf,
  language: Language,
): string => (place.is === 'field' ? valueText(columns[place.field], row[place.field], names, language) : '')

function partText(
  field: Field | undefined,
  value: unknown,
  part: 'from' | 'to' | undefined,
  names: NamesOf,
  language: Language,
): string {
  if (part === undefined) return valueText(field, value, names, language)
  return typeof value === 'object' && value !== null && part in value ? String((value as Values)[part]) : ''
}

/** Spreadsheets drop the last noughts of a number: here too, so that both are one text. */
function valueText(field: Field | undefined, value: unknown, names: NamesOf, language: Language): string {
  if (field === undefined || value === undefined || value === null) return ''
  return field.type === 'money' ? writeDecimal(BigInt(Number(value)), 2) : writeValue(field, value, language, names)
}

function totalText(register: Register, count: string, total: number | undefined): string {
  if (total === undefined) return ''
  const isMoney = countsMoney(register, register.counts[count]?.of ?? '')
  return isMoney ? writeDecimal(BigInt(total), 2) : writeQuantity(total)
}

function computedText(field: Field & { type: 'computed' }, value: number | null): string {
  if (value === null) return ''
  return field.unit === '分' ? writeDecimal(BigInt(value), 2) : writeValue(field, value, 'zh')
}
