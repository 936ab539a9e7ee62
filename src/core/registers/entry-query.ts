/** What a list of entries is asked for, read from an address and judged by the definition of its register. */
import type { z } from 'zod'
import type { entryQuerySchema } from '../api/registers.ts'
import { Refusal } from '../refusal.ts'
import type { Register } from './definition.ts'
import { isFiled } from './entry-search.ts'
import type { Field } from './field.ts'
import { readField } from './read-values.ts'

/** Values of one field: any of them will do. */
export type FieldIs = { readonly field: string; readonly values: readonly (string | number | boolean)[] }
/** Both ends included; a range of days matches when it overlaps. */
export type FieldRange = {
  readonly field: string
  readonly type: 'number' | 'day' | 'dayRange'
  readonly from: string | number | null
  readonly to: string | number | null
}
export type EntryQuery = {
  readonly register: string
  readonly kinds: readonly string[]
  readonly unitIds: readonly number[]
  readonly project: number | null
  readonly from: string | null
  readonly to: string | null
  readonly is: readonly FieldIs[]
  readonly ranges: readonly FieldRange[]
  readonly words: readonly string[]
  readonly withdrawn: boolean
  readonly sort: 'on' | 'changed' | 'title'
  readonly descending: boolean
}

/** @throws Refusal `request.invalid` naming what is not known */
export function entryQueryOf(register: Register, query: z.infer<typeof entryQuerySchema>): EntryQuery {
  const kinds = list(query.kind)
  for (const kind of kinds)
    if (register.kinds === null || !Object.hasOwn(register.kinds, kind)) throw unknown('kind', kind)
  return {
    register: register.key,
    kinds,
    unitIds: list(query.unit).map((text) => {
      if (!/^[1-9]\d{0,14}$/.test(text)) throw unknown('unit', text)
      return Number(text)
    }),
    project: query.project ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    ...conditions(register, query.where),
    words: (query.q ?? '').split(/\s+/).filter((word) => word !== ''),
    withdrawn: query.withdrawn === 'true',
    sort: query.sort,
    descending: query.descending === 'true',
  }
}

const list = (text: string | undefined): string[] => [...new Set((text ?? '').split(',').filter((part) => part !== ''))]

function unknown(field: string, value: string): Refusal {
  const words = { zh: `没有“${value}”这个筛选条件`, en: `there is no filter “${value}”` }
  return new Refusal('request.invalid', { field, detail: words })
}

function conditions(register: Register, where: string | undefined): Pick<EntryQuery, 'is' | 'ranges'> {
  if (where === undefined || where === '') return { is: [], ranges: [] }
  const is = new Map<string, (string | number | boolean)[]>()
  const ranges = new Map<string, FieldRange>()
  for (const condition of parsed(where)) {
    const [key, operator, given] = Array.isArray(condition) ? condition : []
    const field = typeof key === 'string' && Object.hasOwn(register.fields, key) ? register.fields[key] : undefined
    // A restricted field is filed nowhere; in a restricted register nothing but its fields is asked for.
    if (typeof key !== 'string' || field === undefined || field.restricted) throw unknown('where', String(key))
    if (operator === 'is' && isFiled(field)) {
      is.set(key, [...(is.get(key) ?? []), valueFor(key, field, given) as string | number | boolean])
      continue
    }
    const type = rangeType(field)
    if (type === null || (operator !== 'from' && operator !== 'to')) throw unknown('where', `${key} ${operator}`)
    const end = valueFor(key, type === 'dayRange' ? { ...field, type: 'day' } : field, given) as string | number
    const held = ranges.get(key) ?? { field: key, type, from: null, to: null }
    ranges.set(key, { ...held, [operator]: end })
  }
  return { is: [...is].map(([field, values]) => ({ field, values })), ranges: [...ranges.values()] }
}

function parsed(where: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(where)
    if (Array.isArray(value)) return value
  } catch {
    // Said below.
  }
  throw unknown('where', where)
}

function rangeType(field: Field): FieldRange['type'] | null {
  if (field.type === 'day' || field.type === 'dayRange') return field.type
  return field.type === 'quantity' || field.type === 'money' || field.type === 'area' ? 'number' : null
}

/** As the field itself would be read; a bound may lie outside of what the field allows. */
function valueFor(key: string, field: Field, given: unknown): unknown {
  if (field.type === 'rows') throw unknown('where', key)
  const { least: _, most: __, ...free } = field as Field & { least?: number; most?: number }
  const one = 'many' in free ? { ...free, many: undefined } : free
  const read = readField(one as Exclude<Field, { type: 'rows' }>, given, undefined)
  if ('message' in read || read.value === undefined) throw unknown('where', `${key} ${String(given)}`)
  return read.value
}
