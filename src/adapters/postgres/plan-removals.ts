/**
 * Taking out what is only planned, and putting it back. The rows are kept as JSON by table, so that a column that a later
 * migration adds comes back too.
 */
import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import type { PlanStore } from '../../usecases/ports/plan.ts'
import type { Transaction } from './database.ts'
import { referred } from './plan-records.ts'

type Kind = 'finding' | 'cause' | 'measure'

/** The record's own table first; then what hangs on it, in an order in which rows can be put back. */
const tablesOf = {
  finding: ['finding', 'finding_cause', 'finding_measure'],
  cause: ['cause', 'finding_cause', 'cause_measure'],
  measure: ['measure', 'finding_measure', 'cause_measure', 'measure_unit', 'measure_target'],
} as const satisfies Record<Kind, readonly string[]>

/** Worked out again by triggers and by settling. */
const derived = { finding: [], cause: [], measure: ['ledger_row'] } as const

export function planRemovals(transaction: Transaction, tenantId: number): Pick<PlanStore, 'remove' | 'restore'> {
  const ownRows = (table: string, kind: Kind, id: number) =>
    sql`${sql.table(table)} where ${sql.ref(`${table}.tenant_id`)} = ${tenantId}
      and ${sql.ref(`${table}.${kind}_id`)} = ${id}`

  return {
    async remove({ kind, id, inspectionId }, by, at) {
      const tables = tablesOf[kind]
      const content: Record<string, unknown> = {}
      for (const table of tables) {
        const { rows } = await sql<{ row: unknown }>`select to_jsonb(${sql.table(table)}.*) as row
          from ${ownRows(table, kind, id)}`.execute(transaction)
        content[table] = rows.map(({ row }) => row)
      }
      const { rows } = await sql<{ id: number }>`
        insert into removed_record (tenant_id, inspection_id, record_kind, record_id, content, removed_by, removed_at)
        values (${tenantId}, ${inspectionId}, ${kind}, ${id}, ${JSON.stringify(content)}, ${by}, ${at})
        returning removal_id as id`.execute(transaction)
      if (kind === 'measure') await sql`delete from ${ownRows('measure_place', kind, id)}`.execute(transaction)
      for (const table of [...tables].reverse())
        await referred(sql`delete from ${ownRows(table, kind, id)}`.execute(transaction))
      const [row] = rows
      if (row === undefined) throw new Error('a removal was inserted and not returned')
      return row.id
    },

    async restore(removalId, at) {
      const { rows } = await sql<{
        kind: Kind
        id: number
        inspectionId: number
        content: Record<string, unknown[]>
        restored: boolean
      }>`select record_kind as kind, record_id as id, inspection_id as "inspectionId", content,
          restored_at is not null as restored
        from removed_record where tenant_id = ${tenantId} and removal_id = ${removalId} for update`.execute(transaction)
      const [removed] = rows
      if (removed === undefined) return null
      if (removed.restored) throw new Refusal('plan.removedAlready')
      const { kind, id, inspectionId } = removed
      for (const table of tablesOf[kind]) await putBack(table, kind, removed.content[table] ?? [])
      await sql`update removed_record set restored_at = ${at}
        where tenant_id = ${tenantId} and removal_id = ${removalId}`.execute(transaction)
      return { kind, id, inspectionId }
    },
  }

  /** A link whose other end is gone in the meantime stays away. */
  async function putBack(table: string, kind: Kind, rows: readonly unknown[]): Promise<void> {
    if (rows.length === 0) return
    const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'
        and column_name <> all (${[...derived[kind]]}::text[])`.execute(transaction)
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    const target = sql.table(table)
    const ends = columns.map(({ name }) => name).filter((name) => /^(finding|cause|measure|unit)_id$/.test(name))
    const there = ends
      .filter((end) => table !== kind && end !== `${kind}_id`)
      .map((end) => {
        const other = end.slice(0, -3)
        return sql`and exists (select from ${sql.table(other)} where ${sql.ref(`${other}.tenant_id`)} = ${tenantId}
          and ${sql.ref(`${other}.${end}`)} = row.${sql.ref(end)})`
      })
    await referred(
      sql`insert into ${target} (${names}) select ${names}
        from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb) row
        where true ${sql.join(there, sql` `)} on conflict do nothing`.execute(transaction),
    )
  }
}
