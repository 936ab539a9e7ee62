/** Tables of `migrations/0012_history.sql`. */
import type { Generated } from 'kysely'
import type { Once, TenantRow } from './table-row.ts'

export type HistoryTables = {
  history_waiting: TenantRow & { event_id: Once<number> }
  history_seal: TenantRow & {
    seal_number: Once<number>
    algorithm: Once<string>
    sealed_at: Once<Date>
    event_ids: Once<number[]>
    digests: Once<Buffer[]>
    previous: Once<Buffer | null>
    head: Once<Buffer>
    key_id: Once<string>
    signature: Once<Buffer>
  }
  record_state: TenantRow & {
    record_kind: Once<string>
    record_id: Once<number>
    transaction_id: Generated<string>
    state_id: Generated<number>
    inspection_id: Once<number>
    fields: Once<unknown>
  }
}
