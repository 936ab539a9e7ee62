/** What the pages of registers read. The wall of the entries is asked by the database. */
import { marks } from '../../core/registers/entry-search.ts'
import type { EntryFile } from '../../core/registers/field.ts'
import type { EntryReads, FoundEntry, OfUnits, StoredPage, StoredRow } from '../../usecases/ports/registers.ts'
import type { Database, Scope, Statement } from './database.ts'
import { listEntries, lookupOf, patternsOf, rowColumns } from './entry-list.ts'
import { namesFrom, namesStatement } from './entry-names.ts'
import { historyRow, historyStatement } from './record-pages.ts'
import { latestStatement, versionsStatement } from './registers.ts'

/** So many that refer to an entry are told. */
const mostReferring = 200
/** Candidates of a search while typing. */
const mostFound = 2000

export function entryReads(database: Database): EntryReads {
  return {
    async latest(scope) {
      return (await database.readOne(scope, latestStatement(scope.tenantId))).map(({ definition }) => definition)
    },
    async versions(scope, register) {
      const rows = await database.readOne(scope, versionsStatement(scope.tenantId, register))
      return rows.map(({ definition }) => definition)
    },
    async counted(scope) {
      const rows = await database.readOne<{ register: string; entries: number }>(scope, {
        name: 'registers-counted',
        text: `select register, sum(singles + aggregates + covered)::bigint as entries from entry_tally
          where tenant_id = $1 and counted = '' group by register`,
        values: [scope.tenantId],
      })
      return Object.fromEntries(rows.map(({ register, entries }) => [register, entries]))
    },
    list: (scope, query, units, place) => listEntries(database, scope, query, units, place),
    async names(scope, references) {
      return namesFrom(await database.readOne(scope, namesStatement(scope.tenantId, references)))
    },
    async page(scope, entryId, unitsOf) {
      const [[row], citedBy, referring, events, [cited]] = await database.readAll(scope, [
        pageStatement(scope, entryId),
        citedByStatement(scope, entryId),
        referringStatement(scope, entryId),
        historyStatement(scope, 'entry', entryId),
        { name: 'entry-cited', text: 'select citations_of($1) as cited', values: [entryId] } as Statement<{
          cited: number
        }>,
      ] as const)
      if (row === undefined) return null
      const { createdAt, withdrawnAt, withdrawnBy, withdrawnReason, onKey, ...entry } = row
      const neighbours = await neighboursOf(scope, entry, onKey, unitsOf(entry.register, entry.readers))
      return {
        ...entry,
        ...neighbours,
        citedBy: citedBy.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
        otherCitations: (cited?.cited ?? 0) - citedBy.length,
        referredBy: referring,
        created: { by: entry.created.by, at: createdAt.toISOString() },
        withdrawal:
          withdrawnAt === null || withdrawnBy === null
            ? null
            : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: withdrawnReason ?? '' },
        history: events.map(historyRow),
      }
    },
    async find(scope, search) {
      const registers = search.registers.filter(({ units }) => units === null || units.length > 0)
      if (registers.length === 0) return []
      return patternsOf(search.words).length === 0
        ? recentlyUsed(scope, { ...search, registers })
        : found(scope, { ...search, registers })
    },
    async file(scope, entryId, sha256) {
      const [row] = await database.readOne<EntryFile & Pick<StoredPage, 'readers'> & { unitId: number }>(scope, {
        name: 'entry-file',
        text: `select sha256, name, media_type as "mediaType", size, readers, unit_id as "unitId"
          from entry_file join entry using (tenant_id, entry_id)
          where tenant_id = $1 and entry_id = $2 and sha256 = $3 limit 1`,
        values: [scope.tenantId, entryId, sha256],
      })
      return row ?? null
    },
  }

  async function neighboursOf(
    scope: Scope,
    { id, register }: { id: number; register: string },
    onKey: string,
    units: OfUnits,
  ): Promise<{ previousId: number | null; nextId: number | null }> {
    const towards = (sign: '<' | '>'): string => `select entry.entry_id as id, entry.on_key from
        ${units === null ? '' : 'unnest($5::bigint[]) lane(unit) cross join lateral'} (
        select entry_id, on_key from entry where tenant_id = $1 and register = $2 and withdrawn_at is null
          ${units === null ? '' : 'and unit_id = lane.unit'} and (on_key, entry_id) ${sign} ($3::date, $4::bigint)
        order by on_key ${sign === '<' ? 'desc' : ''}, entry_id ${sign === '<' ? 'desc' : ''} limit 1) entry
      order by entry.on_key ${sign === '<' ? 'desc' : ''}, entry.entry_id ${sign === '<' ? 'desc' : ''} limit 1`
    const values = [scope.tenantId, register, onKey, id, ...(units === null ? [] : [units])]
    const name = units === null ? 'entry' : 'entry-of-units'
    const [[newer], [older]] = await database.readAll(scope, [
      { name: `${name}-newer`, text: towards('>'), values } as Statement<{ id: number }>,
      { name: `${name}-older`, text: towards('<'), values } as Statement<{ id: number }>,
    ] as const)
    // In the order of the list: newest first.
    return { previousId: newer?.id ?? null, nextId: older?.id ?? null }
  }

  type Search = Parameters<EntryReads['find']>[1]

  /** Entries that this person wrote or cited last. */
  async function recentlyUsed(scope: Scope, { registers, personId, limit }: Search): Promise<FoundEntry[]> {
    return database.readOne<FoundEntry>(scope, {
      name: 'entries-recent',
      text: `with used as (
          (select entry_id, cited_at as at from citation where tenant_id = $1 and cited_by = $2 order by cited_at desc limit 200)
          union all
          (select record_id, at from history_event where tenant_id = $1 and actor_id = $2 and record_kind = 'entry'
            and act in ('entry.created', 'entry.changed') order by event_id desc limit 200)
        ), latest as (select entry_id, max(at) as at from used group by entry_id)
        select ${foundColumns} from latest join entry on entry.tenant_id = $1 and entry.entry_id = latest.entry_id
          join unit on unit.tenant_id = $1 and unit.unit_id = entry.unit_id
          join ${registersAsked('$3', '$4')}
        where entry.withdrawn_at is null order by latest.at desc, entry.entry_id desc limit $5`,
      values: [scope.tenantId, personId, ...lanesOf(registers), limit],
    })
  }

  /** The newest of those that have the words; what this person wrote comes first. */
  async function found(scope: Scope, { words, registers, personId, limit }: Search): Promise<FoundEntry[]> {
    const lookup = lookupOf(words, registers)
    return database.readOne<FoundEntry>(scope, {
      name: 'entries-found',
      text: `select ${foundColumns} from unnest(search_entries($6::tsquery, ${mostFound})) candidate(id)
          join entry on entry.tenant_id = $1 and entry.entry_id = candidate.id
          join unit on unit.tenant_id = $1 and unit.unit_id = entry.unit_id
          join ${registersAsked('$3', '$4')}
        where entry.withdrawn_at is null and entry.search_text like all ($7::text[])
        order by entry.created_by = $2 desc, entry.on_key desc, entry.entry_id desc limit $5`,
      values: [scope.tenantId, personId, ...lanesOf(registers), limit, lookup, patternsOf(words)],
    })
  }
}

const foundColumns = `entry.entry_id as id, entry.register, entry.kind, entry.title, entry.on_day as "on", entry.counts,
  json_build_object('id', unit.unit_id, 'name', unit.name) as unit`

/** Registers of which all is given, and for the rest pairs of register and unit. */
const registersAsked = (whole: string, pairs: string): string =>
  `(select) asked on entry.register = any (${whole}::text[]) or entry.register || ' ' || entry.unit_id = any (${pairs}::text[])`

const lanesOf = (registers: readonly { key: string; units: OfUnits }[]): [string[], string[]] => [
  registers.flatMap(({ key, units }) => (units === null ? [key] : [])),
  registers.flatMap(({ key, units }) => (units ?? []).map((unit) => `${key} ${unit}`)),
]

type PageRow = StoredRow &
  Pick<StoredPage, 'definitionVersion' | 'readers'> & {
    created: { by: { id: number; name: string } }
    createdAt: Date
    withdrawnAt: Date | null
    withdrawnBy: { id: number; name: string } | null
    withdrawnReason: string | null
    onKey: string
  }

const pageStatement = (scope: Scope, entryId: number): Statement<PageRow> => ({
  name: 'entry-page',
  text: `select ${rowColumns('$1')}, entry.definition_version as "definitionVersion", entry.readers,
      entry.on_key::text as "onKey", entry.created_at as "createdAt", entry.withdrawn_at as "withdrawnAt",
      entry.withdrawn_reason as "withdrawnReason",
      json_build_object('by', json_build_object('id', author.person_id, 'name', author.name)) as created,
      case when remover.person_id is not null then
        json_build_object('id', remover.person_id, 'name', remover.name) end as "withdrawnBy"
    from entry join unit on unit.tenant_id = $1 and unit.unit_id = entry.unit_id
      join person author on author.tenant_id = $1 and author.person_id = entry.created_by
      left join person remover on remover.tenant_id = $1 and remover.person_id = entry.withdrawn_by
    where entry.tenant_id = $1 and entry.entry_id = $2`,
  values: [scope.tenantId, entryId],
})

type CitedBy = Omit<StoredPage['citedBy'][number], 'at'> & { at: Date }

/** By records that the reader sees: the wall of each is that of its citation. */
const citedByStatement = (scope: Scope, entryId: number): Statement<CitedBy> => ({
  name: 'entry-cited-by',
  text: `select citation_id as "citationId", record_kind as "recordKind", record_id as "recordId",
      coalesce(measure.number, finding.number, '') as number, coalesce(measure.text, finding.heading, '') as text,
      target_id as "targetId", cited_at as at, json_build_object('id', person.person_id, 'name', person.name) as by,
      case when principal.person_id is not null then
        json_build_object('id', principal.person_id, 'name', principal.name) end as "onBehalfOf"
    from citation join person on person.tenant_id = $1 and person.person_id = citation.cited_by
      left join person principal on principal.tenant_id = $1 and principal.person_id = citation.on_behalf_of
      left join measure on record_kind = 'measure' and measure.tenant_id = $1 and measure.measure_id = record_id
      left join finding on record_kind = 'finding' and finding.tenant_id = $1 and finding.finding_id = record_id
    where citation.tenant_id = $1 and citation.entry_id = $2 and citation.withdrawn_at is null
    order by citation_id`,
  values: [scope.tenantId, entryId],
})

const referringStatement = (scope: Scope, entryId: number): Statement<StoredPage['referredBy'][number]> => ({
  name: 'entry-referred-by',
  text: `select entry.entry_id as id, register, title, on_day as "on"
    from unnest(search_entries($2::tsquery, ${mostReferring})) candidate(id)
      join entry on entry.tenant_id = $1 and entry.entry_id = candidate.id
    where withdrawn_at is null and readers <> 'restricted'
    order by register, on_key desc, entry.entry_id desc`,
  values: [scope.tenantId, `'${marks.entry(entryId)}'`],
})
