/** What the rows of all tables have in common. */
import type { ColumnType } from 'kysely'

/** Written once, when the row is made. */
export type Once<T> = ColumnType<T, T, never>

export type TenantRow = { tenant_id: Once<number> }
