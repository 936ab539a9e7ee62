/** What an import left behind: its measures with their places, and the entries that were made of it. */
import { sql } from 'kysely'
import type { ImportedMeasure, ProposalStore } from '../../usecases/ports/proposals.ts'
import type { Transaction } from './database.ts'

export function proposalStore(transaction: Transaction, tenantId: number): ProposalStore {
  return {
    async inspection(inspectionId) {
      const { rows } = await sql<NonNullable<Awaited<ReturnType<ProposalStore['inspection']>>>>`
        select inspection_id as id, name, feedback_on as "feedbackOn", published_on as "publishedOn" from inspection
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId}`.execute(transaction)
      return rows[0] ?? null
    },
    async measures(importId) {
      const { rows } = await sql<ImportedMeasure>`
        select measure.measure_id as id, measure.number, measure.text, measure.ledger_row->'leadUnit' as "leadUnit",
          link.spans
        from source_link link join measure on measure.tenant_id = ${tenantId} and measure.measure_id = link.record_id
        where link.tenant_id = ${tenantId} and link.import_id = ${importId} and link.record_kind = 'measure'
        order by measure.measure_id`.execute(transaction)
      return rows
    },
    async taken(importId) {
      const { rows } = await sql<{ key: string; entryId: number }>`
        select source->>'key' as key, entry_id as "entryId" from entry
        where tenant_id = ${tenantId} and source ? 'importId' and source->>'importId' = ${String(importId)}
          and withdrawn_at is null order by entry_id`.execute(transaction)
      return rows
    },
    async units() {
      const { rows } = await sql<{ id: number; name: string; shortName: string | null }>`
        select unit_id as id, name, short_name as "shortName" from unit where tenant_id = ${tenantId}
        order by position, unit_id`.execute(transaction)
      return rows
    },
  }
}
