/** Values in writing: what {@link readField} reads back to the same value. */
import type { Language } from '../proofread/diagnostic.ts'
import type { EntryFile, Field } from './field.ts'
import { writeMoney } from './money.ts'
import { writeDecimal, writeQuantity } from './quantity.ts'

/** Names by `unit:3`, `person:5`, `entry:7`, as the routes give them. */
export type NamesOf = Readonly<Record<string, string>>

/** Of which names a field's ids are; null for fields without. */
export const namedBy = (type: Field['type']): 'unit' | 'person' | 'entry' | null =>
  type === 'unit' || type === 'person' ? type : type === 'project' || type === 'reference' ? 'entry' : null

/**
 * For an input or a cell: without the unit, thousands not apart. Rows and files are not written into one cell; they come
 * as what there is of them (`3 行`).
 * @param value as kept; undefined gives an empty text
 */
export function writeValue(field: Field, value: unknown, language: Language, names: NamesOf = {}): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && field.type !== 'files' && field.type !== 'rows') {
    const parts = value.map((each) => one(field, each, language, names))
    return field.type === 'document' ? parts.map((title) => `《${title}》`).join('') : parts.join('、')
  }
  return one(field, value, language, names)
}

function one(field: Field, value: unknown, language: Language, names: NamesOf): string {
  switch (field.type) {
    case 'choice':
      return field.options[String(value)]?.[language] ?? String(value)
    case 'flag':
      return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'
    case 'dayRange': {
      const { from, to } = value as { from: string; to: string }
      return `${from} 至 ${to}`
    }
    case 'money':
      return writeMoney(Number(value), { grouped: false })
    case 'quantity':
    case 'area':
      return writeQuantity(Number(value))
    case 'computed':
      return writeComputed(field, Number(value))
    case 'unit':
    case 'person':
    case 'project':
    case 'reference':
      return names[`${namedBy(field.type)}:${value}`] ?? `#${value}`
    case 'files':
      return (value as readonly EntryFile[]).map(({ name }) => name).join('、')
    case 'rows': {
      const count = (value as readonly unknown[]).length
      return language === 'zh' ? `${count} 行` : `${count} ${count === 1 ? 'row' : 'rows'}`
    }
    default:
      return String(value)
  }
}

function writeComputed(field: Field & { type: 'computed' }, value: number): string {
  if (field.unit === '分') return writeMoney(value, { grouped: false })
  const places = field.decimals ?? 0
  // A share of one is kept to two places more than it is shown with.
  if (field.unit === '%') return writeDecimal(BigInt(Math.round(value * 10 ** (places + 2))), places, { fixed: true })
  return writeQuantity(value)
}
