/** Tables of evidence (`migrations/0010_evidence.sql`). */
import type { ColumnType, Generated } from 'kysely'
import type { Photo } from '../../usecases/ports/evidence.ts'
import type { Once, TenantRow } from './table-row.ts'

/** Null until somebody writes it. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export type EvidenceTables = {
  evidence: TenantRow & {
    evidence_id: Generated<number>
    measure_id: Once<number>
    cycle: Once<number>
    target_id: number | null
    sha256: Once<string>
    name: Once<string>
    media_type: Once<string>
    size: Once<number>
    caption: Later<string>
    photo: ColumnType<Photo | null, string | null, never>
    before_id: Later<number>
    uploaded_by: Once<number>
    on_behalf_of: Once<number | null>
    unit_id: Once<number | null>
    uploaded_at: Once<Date>
    withdrawn_at: Later<Date>
    withdrawn_by: Later<number>
    withdrawn_reason: Later<string>
  }
  scaled_picture: TenantRow & { sha256: Once<string>; size_name: Once<string>; scaled_sha256: Once<string> }
}
