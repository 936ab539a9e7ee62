/** Tables of the plan as Kysely sees them (`migrations/0008_plan.sql`). */
import type { ColumnType, Generated } from 'kysely'

type Once<T> = ColumnType<T, T, never>
type TenantRow = { tenant_id: Once<number> }

export type PlanTables = {
  plan_round: TenantRow & {
    round_id: Generated<number>
    inspection_id: Once<number>
    round: Once<number>
    state: string
    snapshot: Once<string>
    digest: Once<Buffer>
    bodies: Once<string[]>
    words: Once<string | null>
    submitted_by: Once<number>
    submitted_on_behalf_of: Once<number | null>
    submitted_at: Once<Date>
    decided_by: ColumnType<number | null, null | undefined, number>
    decided_on_behalf_of: ColumnType<number | null, null | undefined, number | null>
    decided_at: ColumnType<Date | null, null | undefined, Date>
    decision_words: ColumnType<string | null, null | undefined, string | null>
  }
  plan_opinion: TenantRow & {
    opinion_id: Generated<number>
    round_id: Once<number>
    body: Once<string>
    opinion: Once<string>
    words: Once<string | null>
    given_on: Once<string>
    given_by: Once<number>
    on_behalf_of: Once<number | null>
    paper: Once<string | null>
    given_at: Once<Date>
    answer: ColumnType<string | null, null | undefined, string>
    answered_by: ColumnType<number | null, null | undefined, number>
    answered_at: ColumnType<Date | null, null | undefined, Date>
  }
}
