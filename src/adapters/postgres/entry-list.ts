/**
 * A page of a register, in one order, from where the page before ended. First a short walk along an index, past rows that do
 * not fit; when too few of those fit, the index of words and marks gives candidates, and where even they are many, the walk
 * goes on to the end.
 */
import { searchFor } from '../../core/finding/search-text.ts'
import { Refusal } from '../../core/refusal.ts'
import type { EntryQuery } from '../../core/registers/entry-query.ts'
import { marks } from '../../core/registers/entry-search.ts'
import type { ListPlace, OfUnits, StoredRow } from '../../usecases/ports/registers.ts'
import type { Database, Scope, Statement } from './database.ts'
import { type StatementBuilder, statement } from './statement.ts'

/** Columns of `entry` that make each order, as its index has them. */
const keysOf = {
  on: ['on_key', 'entry_id'],
  changed: ['changed_at', 'entry_id'],
  title: ['title', 'entry_id'],
} as const satisfies Record<EntryQuery['sort'], readonly string[]>
const keyTypes = { on_key: 'date', changed_at: 'timestamptz', title: 'text', entry_id: 'bigint' } as const

/** Rows that the first walk looks at. */
const firstWalk = 1500
/** More candidates than this are not worth having. */
const most = 20_000
/** Numbers of rows asked for are rounded up to these, so that few statements are prepared. */
const pageSizes = [50, 100, 250, 500]

type ListRow = StoredRow & { key: string; looked: number }

/** @param units whose entries the reader gets; null for all that the wall lets through */
export async function listEntries(
  database: Database,
  scope: Scope,
  query: EntryQuery,
  units: OfUnits,
  { cursor, limit }: ListPlace,
): Promise<{ rows: StoredRow[]; nextCursor: string | null }> {
  const wanted = limit + 1
  const asked = unitsAsked(units, query.unitIds)
  const after = cursor === null ? null : readCursor(query, cursor)
  const page = (how: How): Promise<ListRow[]> =>
    database.readOne(
      scope,
      listStatement(scope, query, asked, after, pageSizes.find((size) => size >= limit) ?? limit, how),
    )
  let rows = await page(isFiltered(query, asked) ? 'short' : 'whole')
  const looked = rows[0]?.looked ?? 0
  if (isFiltered(query, asked) && rows.length < wanted && (rows.length === 0 || looked >= firstWalk)) {
    const candidates = await candidatesOf(database, scope, query, asked)
    rows = await page(candidates ?? 'whole')
  }
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ key: _, looked: __, ...row }) => row),
    nextCursor: last === undefined ? null : writeCursor(query, [last.key, last.id]),
  }
}

/** A walk past so many rows, to the end, or over candidates. */
type How = 'short' | 'whole' | readonly number[]

function unitsAsked(units: OfUnits, wanted: readonly number[]): OfUnits {
  if (wanted.length === 0) return units
  return units === null ? wanted : wanted.filter((id) => units.includes(id))
}

/** True when an index in the order of the list does not give just the rows that fit. */
const isFiltered = (query: EntryQuery, units: OfUnits): boolean =>
  query.words.length > 0 ||
  query.is.length > 0 ||
  query.ranges.length > 0 ||
  query.project !== null ||
  (query.kinds.length > 0 && (units !== null || query.sort !== 'on')) ||
  (units !== null && query.sort !== 'on')

/** Ids of all entries with the words and marks; null when there are too many, or nothing to look up. */
async function candidatesOf(
  database: Database,
  scope: Scope,
  query: EntryQuery,
  units: OfUnits,
): Promise<readonly number[] | null> {
  const lookup = [...marksOf(query, units), ...wordsOf(query)]
  if (lookup.length === 0) return null
  const search = [quoted(marks.register(query.register)), ...lookup].join(' & ')
  const [row] = await database.readOne<{ ids: number[] }>(scope, {
    name: 'search-entries',
    text: 'select search_entries($1::tsquery, $2) as ids',
    values: [search, most + 1],
  })
  const ids = row?.ids ?? []
  return ids.length > most ? null : ids
}

const quoted = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const anyOf = (tokens: readonly string[]): string => `(${tokens.map(quoted).join(' | ')})`

function marksOf(query: EntryQuery, units: OfUnits): string[] {
  return [
    ...(units === null || units.length === 0 ? [] : [anyOf(units.map(marks.unit))]),
    ...(query.kinds.length === 0 ? [] : [anyOf(query.kinds.map(marks.kind))]),
    ...(query.project === null ? [] : [quoted(marks.entry(query.project))]),
    ...query.is.map(({ field, values }) => anyOf(values.map((value) => marks.field(field, value)))),
  ]
}

const wordsOf = ({ words }: Pick<EntryQuery, 'words'>): string[] =>
  words
    .map(searchFor)
    .flatMap((search) => search?.tokens.map((token) => `${quoted(token)}${search.beginning ? ':*' : ''}`) ?? [])

/** For `like all`. */
export const patternsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => searchFor(word)?.text ?? []).map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`)

/** Words in registers, of some of which certain units' entries alone are looked for, as a query of the search index. */
export function lookupOf(words: readonly string[], registers: readonly { key: string; units: OfUnits }[]): string {
  const lanes = registers.map(({ key, units }) =>
    units === null ? quoted(marks.register(key)) : `(${quoted(marks.register(key))} & ${anyOf(units.map(marks.unit))})`,
  )
  return [`(${lanes.join(' | ')})`, ...wordsOf({ words })].join(' & ')
}

function listStatement(
  scope: Scope,
  query: EntryQuery,
  units: OfUnits,
  after: readonly [string, number] | null,
  size: number,
  how: How,
): Statement<ListRow> {
  const builder = statement('entries')
  const tenant = `${builder.value(scope.tenantId)}::bigint`
  const keys = keysOf[query.sort]
  const direction = query.descending ? ' desc' : ''
  const ordered = (table: string): string => keys.map((key) => `${table}.${key}${direction}`).join(', ')
  const along = [
    `entry.tenant_id = ${tenant}`,
    `entry.register = ${builder.value(query.register)}`,
    ...(query.withdrawn ? [] : ['entry.withdrawn_at is null']),
    ...(query.from === null ? [] : [`entry.on_key >= ${builder.value(query.from)}::date`]),
    ...(query.to === null ? [] : [`entry.on_key <= ${builder.value(query.to)}::date`, 'entry.on_day is not null']),
    ...(after === null
      ? []
      : [
          `(${keys.map((key) => `entry.${key}`).join(', ')}) ${query.descending ? '<' : '>'} (${keys
            .map((key, index) => `${builder.value(after[index])}::${keyTypes[key]}`)
            .join(', ')})`,
        ]),
  ]
  const fits = fitsOf(builder, query, units)
  const columns = `entry.entry_id, entry.${keys[0]}, ${fits.length === 0 ? 'true' : fits.join(' and ')} as fits`
  const inLane = how === 'short' ? firstWalk : size + 1
  const isCandidates = typeof how !== 'string'
  const walk = isCandidates
    ? `select ${columns} from entry
        where entry.entry_id = any (${builder.value(how)}::bigint[]) and ${[...along, ...fits].join(' and ')}`
    : inLanes()
  return builder.build(`
    with walk as materialized (
      select * from (${walk}) walked order by ${ordered('walked')} limit ${isCandidates ? size + 1 : inLane}
    ), hit as (select * from walk where fits order by ${ordered('walk')} limit ${size + 1})
    select ${rowColumns(tenant)}, entry.${keys[0]}::text as key, (select count(*) from walk)::integer as looked
    from hit join entry on entry.tenant_id = ${tenant} and entry.entry_id = hit.entry_id
      join unit on unit.tenant_id = ${tenant} and unit.unit_id = entry.unit_id
    order by ${ordered('hit')}`)

  /** A walk for each unit along its own index; without units one for each kind, or one for all. */
  function inLanes(): string {
    const where = how === 'short' ? along : [...along, ...fits]
    const lane = (from: string, also: readonly string[]): string => `select walked.* from ${from} (
        select ${columns} from entry where ${[...where, ...also].join(' and ')} order by ${ordered('entry')} limit ${inLane}) walked`
    if (units !== null && query.sort === 'on')
      return lane(`unnest(${builder.value(units)}::bigint[]) lane(id) cross join lateral`, ['entry.unit_id = lane.id'])
    if (units === null && query.kinds.length > 0 && query.sort === 'on')
      return lane(`unnest(${builder.value(query.kinds)}::text[]) lane(key) cross join lateral`, [
        'entry.kind = lane.key',
      ])
    return lane('', [])
  }
}

/** What no index in the order of the list answers. */
function fitsOf(builder: StatementBuilder, query: EntryQuery, units: OfUnits): string[] {
  const lookup = marksOf(
    {
      ...query,
      // Said by the index itself.
      kinds: units === null && query.sort === 'on' ? [] : query.kinds,
    },
    query.sort === 'on' ? null : units,
  )
  // Of no unit nothing is read, whatever the wall would let through.
  return [
    ...(units !== null && units.length === 0 ? ['false'] : []),
    ...(lookup.length === 0 ? [] : [`entry.search @@ ${builder.value(lookup.join(' & '))}::tsquery`]),
    ...(query.words.length === 0
      ? []
      : [`entry.search_text like all (${builder.value(patternsOf(query.words))}::text[])`]),
    ...query.ranges.flatMap(({ field, type, from, to }) => {
      const as = type === 'number' ? 'numeric' : 'text'
      // A range of days fits where it overlaps.
      const end = (which: 'from' | 'to'): string =>
        `(entry.fields#>>${builder.value(type === 'dayRange' ? [field, which] : [field])}::text[])::${as}`
      return [
        ...(from === null ? [] : [`${end('to')} >= ${builder.value(from)}::${as}`]),
        ...(to === null ? [] : [`${end('from')} <= ${builder.value(to)}::${as}`]),
      ]
    }),
  ]
}

/** A row as lists and pages show it; `entry` and `unit` are joined. */
export const rowColumns = (tenant: string): string => `entry.entry_id as id, entry.register, entry.kind,
    json_build_object('id', unit.unit_id, 'name', unit.name) as unit, entry.title, entry.on_day as "on", entry.fields as values,
    case when entry.aggregate_from is not null then json_build_object('from', entry.aggregate_from, 'to', entry.aggregate_to,
      'totals', entry.counts) end as aggregate,
    entry.covered_by as "coveredBy", entry.version, entry.withdrawn_at is not null as withdrawn,
    (select count(*) from citation where citation.tenant_id = ${tenant} and citation.entry_id = entry.entry_id
      and citation.withdrawn_at is null)::integer as citations`

const writeCursor = (query: EntryQuery, keys: readonly [string, number]): string =>
  Buffer.from(JSON.stringify([query.sort, query.descending, ...keys])).toString('base64url')

/** @throws Refusal `ledger.badCursor` for anything that this order did not write */
function readCursor(query: EntryQuery, cursor: string): [string, number] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 4) {
      const [sort, descending, key, id] = value
      const fits = sort === query.sort && descending === query.descending && typeof key === 'string'
      const isKey =
        sort === 'title' ||
        (sort === 'on' && /^(?:-infinity|\d{4}-\d\d-\d\d)$/.test(key)) ||
        !Number.isNaN(Date.parse(key))
      if (fits && isKey && Number.isSafeInteger(id)) return [key, id]
    }
  } catch {
    // Said below.
  }
  throw new Refusal('ledger.badCursor')
}
