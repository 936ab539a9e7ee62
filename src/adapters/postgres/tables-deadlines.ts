/** Tables of migration 0011 as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely'

type Row = { tenant_id: number }
type Json<T> = ColumnType<T, string, string>

export type DeadlineTables = {
  calendar_year: Row & { year: number; entered_by: number; entered_at: Date }
  calendar_day: Row & { day: string; working: boolean; name: string }
  message: Row & {
    message_id: Generated<number>
    person_id: number
    kind: string
    inspection_id: number | null
    record_kind: string
    record_id: number
    facts: Json<Record<string, string | number>>
    key: string | null
    at: Date
    read_at: ColumnType<Date | null, never, Date>
  }
}
