/** Tables of migration 0011 that Kysely builds statements for; the others are written and read in SQL. */
type Row = { tenant_id: number }

export type DeadlineTables = {
  calendar_day: Row & { day: string; working: boolean; name: string }
}
