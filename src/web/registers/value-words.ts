/** Values of entries as people read them in lists and on pages: the figure, and its unit apart. */
import type { Language } from '../../core/proofread/diagnostic.ts'
import { computedValue } from '../../core/registers/compute.ts'
import type { Field } from '../../core/registers/field.ts'
import { writeMoney } from '../../core/registers/money.ts'
import { writeQuantity } from '../../core/registers/quantity.ts'
import { type NamesOf, writeValue } from '../../core/registers/write-value.ts'

type Fields = Readonly<Record<string, Field>>

/** Without the unit, thousands apart; empty for what is absent. */
export function valueWords(field: Field, value: unknown, language: Language, names: NamesOf): string {
  if (typeof value === 'number') {
    if (field.type === 'money' || (field.type === 'computed' && field.unit === '分')) return writeMoney(value)
    if (field.type === 'quantity' || field.type === 'area') return writeQuantity(value, true)
  }
  const words = writeValue(field, value, language, names)
  return field.type === 'document' && typeof value === 'string' ? `《${words}》` : words
}

/** What stands behind the figure. */
export function unitOf(field: Field): string {
  if (field.type === 'money') return '元'
  if (field.type === 'area') return '㎡'
  if (field.type === 'computed') return field.unit === '分' ? '元' : field.unit
  return field.type === 'quantity' ? field.unit : ''
}

/** The entry's value of a field; computed ones are worked out. */
export const valueIn = (fields: Fields, key: string, values: Readonly<Record<string, unknown>>): unknown =>
  fields[key]?.type === 'computed' ? (computedValue(key, fields, values) ?? undefined) : values[key]

/** Figures stand to the right, under each other. */
export const isFigure = ({ type }: Field): boolean =>
  type === 'money' || type === 'area' || type === 'quantity' || type === 'computed'
