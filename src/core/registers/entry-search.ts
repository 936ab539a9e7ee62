/**
 * Under what an entry is filed for search and filters, all in one index: pairs of neighbouring characters of its texts, and
 * marks that begin with `@` (longer than any pair, so that the two never meet): `@r:meeting` its register, `@u3` its unit,
 * `@k:topical` its kind, `@e12` an entry that it refers to, `@f:result=flagged` a field that can be filtered by its value.
 */
import { searchText, searchTokens } from '../finding/search-text.ts'
import type { Register } from './definition.ts'
import type { Field } from './field.ts'
import type { Values } from './read-values.ts'
import { referencesOf } from './references-of.ts'
import { type NamesOf, namedBy } from './write-value.ts'

export const marks = {
  register: (key: string): string => `@r:${key}`,
  unit: (id: number): string => `@u${id}`,
  kind: (key: string): string => `@k:${key}`,
  entry: (id: number): string => `@e${id}`,
  field: (key: string, value: string | number | boolean): string => `@f:${key}=${filed(value)}`,
}
const filed = (value: string | number | boolean): string =>
  typeof value === 'string' ? searchText(value).slice(0, 100) : String(value)

/** Fields that can be filtered by one of their values. */
export const isFiled = (field: Field): boolean =>
  ['choice', 'flag', 'unit', 'person', 'project', 'reference', 'document'].includes(field.type)

/** A long text is found by what stands in its beginning. */
const mostOfOne = 2000

/**
 * Restricted fields are left out: whoever may not read them does not find by them either.
 * @param names of what the entry refers to
 */
export function filing(
  register: Register,
  entry: { kind: string | null; unitId: number; title: string; values: Values },
  names: NamesOf,
): { text: string; tokens: string[] } {
  const { kind, unitId, title, values } = entry
  const open = Object.entries(register.fields).filter(([, field]) => !field.restricted)
  const fields = Object.fromEntries(open)
  const text = searchText(title, ...open.flatMap(([key, field]) => textsOf(field, values[key], names)))
  const own = open.flatMap(([key, field]) =>
    isFiled(field) ? many(values[key]).map((value) => marks.field(key, value as string | number | boolean)) : [],
  )
  const tokens = [
    ...searchTokens(text),
    marks.register(register.key),
    marks.unit(unitId),
    ...(kind === null ? [] : [marks.kind(kind)]),
    ...referencesOf({ fields }, values).entries.map(({ id }) => marks.entry(id)),
    ...own,
  ]
  return { text, tokens: [...new Set(tokens)].filter((token) => token !== '') }
}

const many = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

function textsOf(field: Field, value: unknown, names: NamesOf): string[] {
  if (field.type === 'rows')
    return many(value).flatMap((row) =>
      Object.entries(field.columns).flatMap(([column, cell]) =>
        cell.restricted ? [] : textsOf(cell, (row as Values)[column], names),
      ),
    )
  const named = namedBy(field.type)
  return many(value).flatMap((one) => {
    if (named !== null) return names[`${named}:${one}`] ?? []
    const isText = field.type === 'text' || field.type === 'longText' || field.type === 'document'
    return isText && typeof one === 'string' ? one.slice(0, mostOfOne) : []
  })
}
