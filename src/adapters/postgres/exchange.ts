/** Registers through Excel: names in sheets, entries as they are, previews that are kept. */
import { type RawBuilder, sql } from 'kysely'
import type { Named } from '../../core/registers/exchange/name-book.ts'
import type { CurrentEntry } from '../../core/registers/exchange/plan-import.ts'
import type { Exchange, KeptImport } from '../../usecases/ports/exchange.ts'
import type { Transaction } from './database.ts'

export function exchangeStore(transaction: Transaction, tenantId: number): Exchange {
  const all = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(transaction)).rows
  return {
    async named(asked, references) {
      const ids = (numbers: readonly number[]): number[] => [...new Set([...numbers, ...asked.numbers])]
      const entryIds = ids(references.entries.map(({ id }) => id))
      const units = await all(sql<Named['units'][number]>`
        select unit_id as id, name, short_name as "shortName", closed_on is not null as closed
        from unit where tenant_id = ${tenantId}`)
      const people = await all(sql<Named['people'][number]>`
        select person_id as id, person.name, unit.name as unit, left_on is not null as left
        from person left join unit on unit.tenant_id = person.tenant_id and unit.unit_id = person.unit_id
        where person.tenant_id = ${tenantId} and person.name = any (array(
          select unnest(${[...asked.people]}::text[])
          union select name from person where tenant_id = ${tenantId} and person_id = any (${ids(references.people)}::bigint[])))`)
      const entries = await all(sql<Named['entries'][number]>`
        select entry_id as id, entry.register, entry.title
        from entry join (
          select register, title from unnest(${asked.titles.map(({ register }) => register)}::text[],
            ${asked.titles.map(({ title }) => title)}::text[]) named(register, title)
          union select register, title from entry
            where tenant_id = ${tenantId} and entry_id = any (${entryIds}::bigint[]) and readers <> 'restricted') wanted
          on entry.register = wanted.register and entry.title = wanted.title
        where entry.tenant_id = ${tenantId} and readers <> 'restricted'
          and (withdrawn_at is null or entry_id = any (${entryIds}::bigint[]))`)
      return { units, people, entries }
    },
    current: (register, entryIds) =>
      all(sql<Omit<CurrentEntry, 'changed'>>`
        select entry_id as id, version, kind, unit_id as "unitId", fields as values, title, withdrawn_at is not null as withdrawn,
          case when aggregate_from is not null
            then json_build_object('from', aggregate_from, 'to', aggregate_to, 'totals', counts) end as aggregate
        from entry where tenant_id = ${tenantId} and register = ${register} and entry_id = any (${[...entryIds]}::bigint[])`),
    lastChanges: (entryIds) =>
      all(sql<{ id: number; by: string; at: Date }>`
        select distinct on (record_id) record_id as id, coalesce(person.name, '') as by, event.at
        from history_event event left join person on person.tenant_id = ${tenantId} and person.person_id = event.actor_id
        where event.tenant_id = ${tenantId} and event.record_kind = 'entry' and event.record_id = any (${[...entryIds]}::bigint[])
          and event.act <> 'entry.read'
        order by record_id, event.event_id desc`),
    async keep(tokenHash, { personId, at, expiresAt, ...kept }) {
      await all(sql`delete from entry_import
        where tenant_id = ${tenantId} and person_id = ${personId} and expires_at < ${at}`)
      await all(sql`insert into entry_import (tenant_id, token_hash, person_id, register, definition_version, file_name, writes,
          same, created_at, expires_at)
        values (${tenantId}, ${tokenHash}, ${personId}, ${kept.register}, ${kept.definitionVersion}, ${kept.fileName},
          ${JSON.stringify(kept.writes)}::jsonb, ${kept.same}, ${at}, ${expiresAt})`)
    },
    async take(tokenHash, personId, now) {
      const [row] = await all(sql<KeptImport>`delete from entry_import
        where tenant_id = ${tenantId} and token_hash = ${tokenHash} and person_id = ${personId} and expires_at >= ${now}
        returning register, definition_version as "definitionVersion", file_name as "fileName", writes, same`)
      return row ?? null
    },
  }
}
