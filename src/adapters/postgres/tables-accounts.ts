/** Tables of accounts, how they are opened, and sessions. */
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
/** Written once, when the row is made. */
type Once<T> = ColumnType<T, T, never>
type WithDefault<T> = ColumnType<T, T | undefined, T>
type PersonRow = { tenant_id: Once<number>; person_id: Once<number> }

export type AccountTables = {
  account: PersonRow & {
    login_name: string
    password_hash: string
    preferences: Json<unknown>
    created_at: Once<Date>
    disabled_at: WithDefault<Date | null>
    disabled_reason: WithDefault<string | null>
    must_change_password: WithDefault<boolean>
    password_changed_at: Date
    signed_in_at: WithDefault<Date | null>
  }
  sign_in_failure: {
    tenant_id: Once<number>
    name_digest: Once<Buffer>
    failed_attempts: number
    locked_until: Date | null
    last_at: Date
  }
  password_history: PersonRow & { changed_at: Once<Date>; password_hash: Once<string> }
  session: PersonRow & {
    token_hash: Buffer
    session_id: Generated<number>
    csrf_token: Once<string>
    created_at: Once<Date>
    last_seen_at: Date
    idle_minutes: number
    idle_until: Date
    ends_at: Date
    address: Once<string | null>
    user_agent: Once<string | null>
    method: Once<string>
    must_enrol: boolean
  }
  tenant_settings: { tenant_id: Once<number>; security: Json<unknown> }
  invitation: PersonRow & { code_digest: Buffer; invited_at: Date; ends_at: Date; used_at: Date | null }
  second_factor: PersonRow & { sealed_secret: Buffer; confirmed_at: Date; last_step: number }
  recovery_code: PersonRow & { code_digest: Once<Buffer>; used_at: Date | null }
}
