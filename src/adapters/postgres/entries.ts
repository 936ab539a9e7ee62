/** Entries of registers within a transaction. What an entry comes to was worked out by the use case; here it is kept. */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { EntryContent, EntryStore, Meeting, StoredEntry } from '../../usecases/ports/registers.ts'
import type { Transaction } from './database.ts'
import { type NameRow, namesFrom, namesStatement } from './entry-names.ts'

export function entryStore(transaction: Transaction, tenantId: number): EntryStore {
  const all = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(transaction)).rows
  const run = async (query: RawBuilder<unknown>): Promise<void> => {
    await query.execute(transaction)
  }
  const draw = async (count: number): Promise<number[]> => {
    const rows = await all(sql<{ id: number }>`
      select nextval(pg_get_serial_sequence('entry', 'entry_id')) as id from generate_series(1, ${count}::integer)`)
    return rows.map(({ id }) => id)
  }
  return {
    async lock(register, unitId) {
      await run(sql`select pg_advisory_xact_lock_shared(${lockOf(tenantId, register)}),
        pg_advisory_xact_lock(${lockOf(tenantId, register, unitId)})`)
    },
    ids: draw,
    async place(entryId) {
      const [row] = await all(sql<{ register: string; unitId: number }>`select register, unit_id as "unitId" from entry
        where tenant_id = ${tenantId} and entry_id = ${entryId}`)
      return row ?? null
    },
    async find(entryIds) {
      if (entryIds.length === 0) return []
      // In one order, whoever locks.
      return all(sql<StoredEntry>`select ${sql.raw(storedColumns)} from entry
        where tenant_id = ${tenantId} and entry_id = any (${[...entryIds]}::bigint[]) order by entry_id for update`)
    },
    async missing({ units, people, entries }) {
      const [row] = await all(sql<{ units: number[]; people: number[]; entries: number[] }>`select
        array(select id from unnest(${[...units]}::bigint[]) asked(id)
          where not exists (select from unit where tenant_id = ${tenantId} and unit_id = asked.id)) as units,
        array(select id from unnest(${[...people]}::bigint[]) asked(id)
          where not exists (select from person where tenant_id = ${tenantId} and person_id = asked.id)) as people,
        array(select id from unnest(${entries.map(({ id }) => id)}::bigint[],
            ${entries.map(({ register }) => register)}::text[]) asked(id, register)
          where not exists (select from entry where tenant_id = ${tenantId} and entry_id = asked.id
            and entry.register = asked.register and withdrawn_at is null)) as entries`)
      return row ?? { units: [], people: [], entries: [] }
    },
    async names(references) {
      const { text, values } = namesStatement(tenantId, references)
      return namesFrom(await all(raw<NameRow>(text, values)))
    },
    async knownFiles(hashes, personId, entryIds) {
      if (hashes.length === 0) return []
      return all(sql<{ sha256: string; name: string; mediaType: string; size: number }>`
        select distinct on (sha256) sha256, name, media_type as "mediaType", size from entry_file
        where tenant_id = ${tenantId} and sha256 = any (${[...hashes]}::text[])
          and (entry_id is null and uploaded_by = ${personId} or entry_id = any (${[...entryIds]}::bigint[]))
        order by sha256, file_id desc`)
    },
    async attach(files, personId) {
      if (files.length === 0) return
      await run(sql`update entry_file set entry_id = found.entry_id from (
          select distinct on (asked.entry_id, asked.sha256) asked.entry_id, free.file_id
          from unnest(${files.map(({ entryId }) => entryId)}::bigint[], ${files.map(({ sha256 }) => sha256)}::text[])
              asked(entry_id, sha256)
            join entry_file free on free.tenant_id = ${tenantId} and free.sha256 = asked.sha256 and free.entry_id is null
              and free.uploaded_by = ${personId}
          where not exists (select from entry_file held where held.tenant_id = ${tenantId}
            and held.entry_id = asked.entry_id and held.sha256 = asked.sha256)
          order by asked.entry_id, asked.sha256, free.file_id desc) found
        where entry_file.tenant_id = ${tenantId} and entry_file.file_id = found.file_id`)
    },
    async takeFile({ sha256, name, mediaType, size }, personId, at) {
      await run(sql`insert into stored_file (tenant_id, sha256, name, size, media_type, stored_at)
        values (${tenantId}, ${sha256}, ${name}, ${size}, ${mediaType}, ${at}) on conflict do nothing`)
      await run(sql`insert into entry_file (tenant_id, sha256, entry_id, uploaded_by, uploaded_at, name, media_type, size)
        values (${tenantId}, ${sha256}, null, ${personId}, ${at}, ${name}, ${mediaType}, ${size})`)
    },
    async add(entries) {
      if (entries.length === 0) return
      const rows = entries.map((entry) => ({
        ...contentRow(entry),
        id: entry.id,
        register: entry.register,
        readers: entry.readers,
        source: entry.source,
        author: entry.createdBy,
        at: entry.at,
      }))
      await run(sql`insert into entry (tenant_id, entry_id, register, definition_version, kind, unit_id, title, on_day, fields,
          counts, project_ids, aggregate_from, aggregate_to, readers, search, search_text, source, created_by, created_at,
          changed_at)
        select ${tenantId}::bigint, id, register, definition, kind, unit, title, "on", fields, counts, projects, "from", "to",
          readers, array_to_tsvector(tokens), text, source, author, at, at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(${contentShape}, register text, readers text,
          source jsonb, author bigint, at timestamptz)`)
    },
    async change(entries) {
      if (entries.length === 0) return
      const rows = entries.map((entry) => ({ ...contentRow(entry), id: entry.id, at: entry.at }))
      await run(sql`update entry set version = version + 1, changed_at = at, definition_version = definition, kind = row.kind,
          unit_id = unit, title = row.title, on_day = "on", fields = row.fields, counts = row.counts, project_ids = projects,
          aggregate_from = "from", aggregate_to = "to", covered_by = null, search = array_to_tsvector(tokens),
          search_text = text
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(${contentShape}, at timestamptz)
        where entry.tenant_id = ${tenantId} and entry.entry_id = row.id`)
    },
    async withdraw(entryId, by, reason, at) {
      await run(sql`update entry set version = version + 1, changed_at = ${at}, withdrawn_at = ${at}, withdrawn_by = ${by},
          withdrawn_reason = ${reason}, covered_by = null
        where tenant_id = ${tenantId} and entry_id = ${entryId}`)
    },
    async restore(entryId, at) {
      await run(sql`update entry set version = version + 1, changed_at = ${at}, withdrawn_at = null, withdrawn_by = null,
          withdrawn_reason = null
        where tenant_id = ${tenantId} and entry_id = ${entryId}`)
    },
    async overlapping(meeting, { from, to }, projectIds, except) {
      const [row] = await all(sql<{ title: string }>`select title from entry
        where ${meets(meeting)} and aggregate_from <= ${to} and aggregate_to >= ${from} and withdrawn_at is null
          and entry_id <> all (${[...except]}::bigint[])
          and (project_ids = '{}' or ${[...projectIds]}::bigint[] = '{}' or project_ids && ${[...projectIds]}::bigint[])
        order by aggregate_from limit 1`)
      return row ?? null
    },
    async settleCover(meeting, periods, at) {
      if (periods.length === 0) return []
      const rows = await all(sql<{ id: number }>`with single as (
          select entry.entry_id, entry.covered_by, (select whole.entry_id from entry whole
            where whole.tenant_id = entry.tenant_id and whole.register = entry.register and whole.unit_id = entry.unit_id
              and whole.kind is not distinct from entry.kind and whole.withdrawn_at is null
              and entry.on_day between whole.aggregate_from and whole.aggregate_to
              and (whole.project_ids = '{}' or whole.project_ids && entry.project_ids)
            order by whole.entry_id limit 1) as covering
          from entry where ${meets(meeting)} and aggregate_from is null and withdrawn_at is null
            and (${sql.join(
              periods.map(({ from, to }) => sql`on_key between ${from}::date and ${to}::date`),
              sql` or `,
            )}))
        update entry set covered_by = covering, changed_at = ${at} from single
        where entry.tenant_id = ${tenantId} and entry.entry_id = single.entry_id
          and single.covering is distinct from single.covered_by
        returning entry.entry_id as id`)
      return rows.map(({ id }) => id)
    },
    async citations(entryId) {
      const [row] = await all(sql<{ cited: number }>`select citations_of(${entryId}) as cited`)
      return row?.cited ?? 0
    },
    async lastChange(entryId) {
      const [row] = await all(sql<{
        who: string
        at: Date
      }>`select person.name as who, event.at from history_event event
          join person on person.tenant_id = ${tenantId} and person.person_id = event.actor_id
        where event.tenant_id = ${tenantId} and event.record_kind = 'entry' and event.record_id = ${entryId}
          and event.act <> 'entry.read'
        order by event.event_id desc limit 1`)
      return row ?? null
    },
  }

  function meets({ register, kind, unitId }: Meeting): RawBuilder<boolean> {
    return sql<boolean>`entry.tenant_id = ${tenantId} and entry.register = ${register} and entry.unit_id = ${unitId}
      and entry.kind is not distinct from ${kind}`
  }
}

export const storedColumns = `entry_id as id, register, kind, unit_id as "unitId", title, on_day as "on", fields as values,
  counts, project_ids as "projectIds", covered_by as "coveredBy", version, definition_version as "definitionVersion", readers,
  case when aggregate_from is not null then json_build_object('from', aggregate_from, 'to', aggregate_to) end as aggregate,
  withdrawn_at is not null as withdrawn`

/** A statement of text and values, for {@link Transaction} as for a single trip. */
export function raw<Row>(text: string, values: readonly unknown[]): RawBuilder<Row> {
  const parts = text.split(/\$(\d+)\b/)
  const pieces = parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`))
  return sql<Row>`${sql.join(pieces, sql.raw(''))}`
}

/** Locks of a register, and of a register's entries of one unit, as PostgreSQL numbers them. */
export const lockOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256')
    .update(`entry ${parts.join(' ')}`)
    .digest()
    .readBigInt64BE()
    .toString()

const contentRow = (content: EntryContent) => ({
  definition: content.definitionVersion,
  kind: content.kind,
  unit: content.unitId,
  title: content.title,
  on: content.on,
  fields: content.values,
  counts: content.counts,
  projects: content.projectIds,
  from: content.aggregate?.from ?? null,
  to: content.aggregate?.to ?? null,
  tokens: content.filing.tokens,
  text: content.filing.text,
})
const contentShape =
  sql.raw(`id bigint, definition integer, kind text, unit bigint, title text, "on" date, fields jsonb,
  counts jsonb, projects bigint[], "from" date, "to" date, tokens text[], text text`)
