/** Definitions of registers that a tenant made or changed, within a transaction. What is shipped is not in the database. */
import { type RawBuilder, sql } from 'kysely'
import type { Register } from '../../core/registers/definition.ts'
import type { RegisterStore, StoredEntry } from '../../usecases/ports/registers.ts'
import type { Statement, Transaction } from './database.ts'
import { lockOf, raw, storedColumns } from './entries.ts'

export type DefinitionRow = { definition: Register }

export const latestStatement = (tenantId: number): Statement<DefinitionRow> => ({
  name: 'registers-latest',
  text: `select distinct on (register) definition from register_definition where tenant_id = $1
    order by register, version desc`,
  values: [tenantId],
})
export const versionsStatement = (tenantId: number, register: string): Statement<DefinitionRow> => ({
  name: 'register-versions',
  text: 'select definition from register_definition where tenant_id = $1 and register = $2 order by version desc',
  values: [tenantId, register],
})

/** So many entries are worked out anew at a time. */
const batch = 5000

export function registerStore(transaction: Transaction, tenantId: number): RegisterStore {
  const all = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(transaction)).rows
  const definitions = async ({ text, values }: Statement<DefinitionRow>): Promise<Register[]> =>
    (await all(raw<DefinitionRow>(text, values))).map(({ definition }) => definition)
  return {
    latest: () => definitions(latestStatement(tenantId)),
    versions: (register) => definitions(versionsStatement(tenantId, register)),
    async lock(register) {
      await sql`select pg_advisory_xact_lock(${lockOf(tenantId, register)})`.execute(transaction)
    },
    async held({ key, fields, kinds }) {
      const choices = Object.entries(fields).flatMap(([field, definition]) =>
        definition.type === 'choice' ? Object.keys(definition.options).map((option) => ({ field, option })) : [],
      )
      const of = sql`tenant_id = ${tenantId} and register = ${key}`
      const [row] = await all(sql<{ entries: boolean; fields: string[]; kinds: string[]; options: string[] }>`select
        exists (select from entry where ${of}) as entries,
        array(select asked from unnest(${await everHeld(key, fields)}::text[]) asked
          where exists (select from entry where ${of} and fields ? asked)) as fields,
        array(select asked from unnest(${Object.keys(kinds ?? {})}::text[]) asked
          where exists (select from entry where ${of} and kind = asked)) as kinds,
        array(select field || '=' || option from unnest(${choices.map(({ field }) => field)}::text[],
            ${choices.map(({ option }) => option)}::text[]) asked(field, option)
          where exists (select from entry where ${of} and fields->field in (to_jsonb(option), jsonb_build_array(option)))
        ) as options`)
      return {
        entries: row?.entries ?? false,
        fields: new Set(row?.fields),
        kinds: new Set(row?.kinds),
        options: new Set(row?.options),
      }
    },
    async define(definition, by, at) {
      await sql`insert into register_definition (tenant_id, register, version, definition, changed_by, changed_at)
        values (${tenantId}, ${definition.key}, ${definition.version}, ${JSON.stringify(definition)}::json, ${by}, ${at})`.execute(
        transaction,
      )
    },
    async recount(register, countsOf, at) {
      const changed: number[] = []
      await sql`update entry set readers = ${register.readers}, changed_at = ${at}
        where tenant_id = ${tenantId} and register = ${register.key} and readers <> ${register.readers}`.execute(
        transaction,
      )
      for (let after = 0; ; ) {
        const entries = await all(sql<StoredEntry>`select ${sql.raw(storedColumns)} from entry
          where tenant_id = ${tenantId} and register = ${register.key} and entry_id > ${after}
          order by entry_id limit ${batch}`)
        const rows = entries
          .map((entry) => ({ id: entry.id, counts: countsOf(entry), before: entry.counts }))
          .filter(({ counts, before }) => !sameCounts(counts, before))
        if (rows.length > 0)
          await sql`update entry set counts = row.counts, changed_at = ${at}
            from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, counts jsonb)
            where entry.tenant_id = ${tenantId} and entry.entry_id = row.id`.execute(transaction)
        changed.push(...rows.map(({ id }) => id))
        const last = entries.at(-1)
        if (last === undefined || entries.length < batch) return changed
        after = last.id
      }
    },
    async lastChange(register) {
      const [row] = await all(sql<{ who: string; at: Date }>`select person.name as who, changed_at as at
        from register_definition definition
          join person on person.tenant_id = ${tenantId} and person.person_id = definition.changed_by
        where definition.tenant_id = ${tenantId} and register = ${register} order by version desc limit 1`)
      return row ?? null
    },
  }

  /** Fields of this definition and of all before it. */
  async function everHeld(key: string, fields: Register['fields']): Promise<string[]> {
    const earlier = await definitions(versionsStatement(tenantId, key))
    return [...new Set([...Object.keys(fields), ...earlier.flatMap((definition) => Object.keys(definition.fields))])]
  }
}

const sameCounts = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value)
