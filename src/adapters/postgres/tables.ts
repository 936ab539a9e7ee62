/** The tables as Kysely sees them. Shapes follow `migrations/`; days are `YYYY-MM-DD`, instants are `Date`. */
import type { ColumnType, Generated } from 'kysely'
import type { Once, TenantRow } from './table-row.ts'
import type { AccountTables } from './tables-accounts.ts'
import type { DeadlineTables } from './tables-deadlines.ts'
import type { EvidenceTables } from './tables-evidence.ts'
import type { FigureTables } from './tables-figures.ts'
import type { HistoryTables } from './tables-history.ts'
import type { PlanTables } from './tables-plan.ts'

type Json<T> = ColumnType<T, string, string>
type WithDefault<T> = ColumnType<T, T | undefined, T>

/** All tables; those of each part of the work stand in a file of their own. */
export type Tables = LedgerTables &
  AccountTables &
  HistoryTables &
  DeadlineTables &
  EvidenceTables &
  FigureTables &
  PlanTables

type LedgerTables = {
  tenant: { tenant_id: Generated<number>; name: string; created_at: Once<Date> }
  unit: TenantRow & {
    unit_id: Generated<number>
    name: string
    short_name: string | null
    parent_id: number | null
    path: string
    position: number
    closed_on: WithDefault<string | null>
  }
  person: TenantRow & {
    person_id: Generated<number>
    name: string
    title: string | null
    unit_id: number | null
    left_on: WithDefault<string | null>
  }
  submission: TenantRow & {
    submission_id: Once<string>
    person_id: Once<number>
    act: Once<string>
    result: ColumnType<unknown, string | null, string>
    submitted_at: Once<Date>
  }
  inspection: TenantRow & {
    inspection_id: Generated<number>
    name: string
    body: string | null
    team: string[]
    kind: string | null
    theme: string | null
    on_site_from: string | null
    on_site_to: string | null
    feedback_on: string | null
    basis: string[]
    ledger_version: WithDefault<number>
    version: WithDefault<number>
    settings: ColumnType<unknown, never, unknown>
    assessed_on: ColumnType<string | null, never, string | null>
    published_on: ColumnType<string | null, never, string | null>
    created_at: Once<Date>
  }
  assignment: TenantRow & {
    assignment_id: Generated<number>
    person_id: number
    role: string
    unit_id: number | null
    inspection_id: number | null
    from_on: string
    to_on: string | null
  }
  finding: TenantRow & {
    finding_id: Generated<number>
    inspection_id: Once<number>
    number: string
    number_key: string
    path: string[]
    aspect: string | null
    heading: string
    original: string | null
    reported_status: string | null
    reported_bucket: string | null
    self_found: WithDefault<boolean>
    widened_from: WithDefault<number | null>
    version: WithDefault<number>
    audiences: WithDefault<number[]>
    search_text: string
    search_tokens: ColumnType<unknown, never, never>
    created_at: Once<Date>
  }
  cause: TenantRow & {
    cause_id: Generated<number>
    inspection_id: Once<number>
    text: string
    audiences: WithDefault<number[]>
    search_text: string
    search_tokens: ColumnType<unknown, never, never>
    created_at: Once<Date>
  }
  measure: TenantRow & {
    measure_id: Generated<number>
    inspection_id: Once<number>
    number: WithDefault<string>
    number_key: WithDefault<string>
    first_finding_id: WithDefault<number | null>
    finding_numbers: WithDefault<string[]>
    text: string
    marker: string | null
    implied: boolean
    status: string
    kind: string | null
    target: string | null
    target_quantity: number | null
    target_unit: string | null
    due_on: string | null
    due_phrase: string | null
    documents: string[]
    lead_unit_id: number | null
    responsible_leader_id: number | null
    responsible_officer_id: number | null
    docket_number: string | null
    audiences: WithDefault<number[]>
    search_text: string
    search_tokens: ColumnType<unknown, never, never>
    created_at: Once<Date>
    ledger_row: ColumnType<unknown, never, never>
  }
  finding_cause: TenantRow & { finding_id: number; cause_id: number; position: number }
  finding_measure: TenantRow & { finding_id: number; measure_id: number; position: number }
  cause_measure: TenantRow & { cause_id: number; measure_id: number }
  measure_unit: TenantRow & { measure_id: number; unit_id: number }
  stored_file: TenantRow & { sha256: string; name: string; size: number; media_type: string; stored_at: Date }
  import: TenantRow & {
    import_id: Generated<number>
    source_name: string
    format: string
    encoding: string | null
    sha256: string
    lines: string[]
    reading: Buffer
    parser_version: string
    edits: Json<unknown>
    edits_version: Generated<number>
    created_by: number
    created_at: Once<Date>
    applied_at: Date | null
    inspection_id: number | null
  }
  source_link: TenantRow & { record_kind: string; record_id: number; import_id: number; spans: Json<unknown> }
  history_event: TenantRow & {
    event_id: Generated<number>
    at: Once<Date>
    actor_id: Once<number | null>
    role: Once<string | null>
    unit_id: Once<number | null>
    on_behalf_of: Once<number | null>
    act: Once<string>
    record_kind: Once<string>
    record_id: Once<number>
    before: ColumnType<Record<string, unknown> | null, string | null, never>
    after: ColumnType<Record<string, unknown> | null, string | null, never>
    reason: Once<string | null>
    digest_algorithm: Once<string>
    digest: Once<Buffer>
  }
}
