/**
 * The state of a register's list as it stands in the address. What an address says wrongly is dropped, never an error:
 * addresses are edited by hand and outlive definitions.
 */
import { isDay } from '../parts/day-distance.ts'

export const whereWays = ['is', 'from', 'to'] as const
/** One condition on a field: `["amount", "from", 100]`. */
export type Where = readonly [field: string, way: (typeof whereWays)[number], value: string | number | boolean]

export type RegisterSearch = {
  kind?: string
  unit?: string
  project?: number
  from?: string
  to?: string
  /** Conditions on fields, as JSON. */
  where?: string
  q?: string
  withdrawn?: 'true'
  sort?: 'changed' | 'title'
  descending?: 'false'
  /** Columns shown, when other than the register's own. */
  columns?: string
}
export type SearchChange = { [K in keyof RegisterSearch]?: RegisterSearch[K] | undefined }

/** Parts that choose entries. */
export const filterKeys = ['kind', 'unit', 'project', 'from', 'to', 'where', 'q', 'withdrawn'] as const

export function registerSearchOf(raw: Record<string, unknown>): RegisterSearch {
  const search: RegisterSearch = {}
  for (const key of ['kind', 'unit', 'q', 'columns'] as const) {
    const value = raw[key]
    if (value !== undefined && String(value).trim() !== '') search[key] = String(value)
  }
  const project = Number(raw.project)
  if (Number.isInteger(project) && project > 0) search.project = project
  for (const key of ['from', 'to'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && isDay(value)) search[key] = value
  }
  const where = textOfWhere(whereOf(typeof raw.where === 'string' ? raw.where : undefined))
  if (where) search.where = where
  if (String(raw.withdrawn) === 'true') search.withdrawn = 'true'
  if (raw.sort === 'changed' || raw.sort === 'title') search.sort = raw.sort
  if (String(raw.descending) === 'false') search.descending = 'false'
  return search
}

/** What the server is asked for these entries; the same value names them in the cache. */
export function entryQueryOf(search: RegisterSearch): Record<string, string> {
  const query: Record<string, string> = {}
  for (const key of [...filterKeys, 'sort', 'descending'] as const) {
    const value = search[key]
    if (value !== undefined) query[key] = String(value)
  }
  return query
}

export function whereOf(text: string | undefined): Where[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text ?? '[]')
  } catch {
    return []
  }
  return Array.isArray(parsed) ? parsed.filter(isWhere) : []
}

const isWhere = (one: unknown): one is Where =>
  Array.isArray(one) &&
  one.length === 3 &&
  typeof one[0] === 'string' &&
  (whereWays as readonly unknown[]).includes(one[1]) &&
  ['string', 'number', 'boolean'].includes(typeof one[2])

export const textOfWhere = (where: readonly Where[]): string | undefined =>
  where.length === 0 ? undefined : JSON.stringify(where)

/** The conditions with those on one field replaced. */
export const whereWith = (text: string | undefined, field: string, conditions: readonly Where[]): string | undefined =>
  textOfWhere([...whereOf(text).filter(([one]) => one !== field), ...conditions])

export const listOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : [])
