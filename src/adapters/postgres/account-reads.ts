/** Accounts as lists and one's own page show them. */
import { blind } from '../../core/access/policy.ts'
import { accountState, noPassword } from '../../core/account/account-state.ts'
import { deviceOf } from '../../core/account/device.ts'
import { Refusal } from '../../core/refusal.ts'
import type { AccountReads, OwnSession } from '../../usecases/ports/accounts.ts'
import type { Database, Scope } from './database.ts'

type AccountLine = {
  id: number
  name: string
  title: string | null
  unitId: number | null
  unitName: string | null
  loginName: string | null
  hasPassword: boolean
  mustChange: boolean
  disabledAt: Date | null
  disabledReason: string | null
  invitationEndsAt: Date | null
  secondFactor: boolean
  sessions: number
  signedInAt: Date | null
}

const accountsText = `
  select person.person_id as id, person.name, person.title, unit.unit_id as "unitId", unit.name as "unitName",
    account.login_name as "loginName", coalesce(account.password_hash <> '${noPassword}', false) as "hasPassword",
    coalesce(account.must_change_password, false) as "mustChange", account.disabled_at as "disabledAt",
    account.disabled_reason as "disabledReason", invitation.ends_at as "invitationEndsAt",
    second_factor.confirmed_at is not null as "secondFactor", coalesce(open.sessions, 0) as sessions,
    account.signed_in_at as "signedInAt"
  from person
    left join unit on unit.tenant_id = $1 and unit.unit_id = person.unit_id
    left join account on account.tenant_id = $1 and account.person_id = person.person_id
    left join invitation on invitation.tenant_id = $1 and invitation.person_id = person.person_id and invitation.used_at is null
    left join second_factor on second_factor.tenant_id = $1 and second_factor.person_id = person.person_id
    left join (select person_id, count(*) as sessions from session
      where tenant_id = $1 and idle_until > $2 and ends_at > $2 group by person_id) open on open.person_id = person.person_id
  where person.tenant_id = $1
  order by unit.position nulls last, unit.unit_id, person.person_id`

const ownText = `
  select account.login_name as "loginName", account.password_changed_at as "passwordChangedAt",
    second_factor.confirmed_at as "confirmedAt",
    (select count(*) from recovery_code where tenant_id = $1 and person_id = $2 and used_at is null) as "codesLeft"
  from account
    left join second_factor on second_factor.tenant_id = $1 and second_factor.person_id = account.person_id
  where account.tenant_id = $1 and account.person_id = $2`
type OwnLine = { loginName: string; passwordChangedAt: Date; confirmedAt: Date | null; codesLeft: number }

const sessionsText = `
  select session_id as id, token_hash as "tokenHash", address, user_agent as "userAgent", method,
    created_at as "openedAt", last_seen_at as "lastSeenAt"
  from session
  where tenant_id = $1 and person_id = $2 and idle_until > $3 and ends_at > $3
  order by last_seen_at desc, session_id desc`
type SessionLine = {
  id: number
  tokenHash: Buffer
  address: string | null
  userAgent: string | null
  method: OwnSession['method']
  openedAt: Date
  lastSeenAt: Date
}

export function accountReads(database: Database): AccountReads {
  const scopeOf = (tenantId: number): Scope => ({ tenantId, sight: blind })
  return {
    async accounts(tenantId, now) {
      const statement = { name: 'accounts', text: accountsText, values: [tenantId, now] }
      const rows = await database.readOne<AccountLine>(scopeOf(tenantId), statement)
      return rows.map((row) => ({
        person: { id: row.id, name: row.name },
        title: row.title,
        unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
        loginName: row.loginName,
        state: accountState({ ...row, hasAccount: row.loginName !== null, disabled: row.disabledAt !== null }, now),
        disabledReason: row.disabledReason,
        invitationEndsAt: row.invitationEndsAt?.toISOString() ?? null,
        lockedUntil: null,
        secondFactor: row.secondFactor,
        sessions: row.sessions,
        signedInAt: row.signedInAt?.toISOString() ?? null,
      }))
    },
    async ownAccount(tenantId, personId) {
      const statement = { name: 'own-account', text: ownText, values: [tenantId, personId] }
      const [row] = await database.readOne<OwnLine>(scopeOf(tenantId), statement)
      if (row === undefined) throw new Refusal('record.notFound')
      return {
        loginName: row.loginName,
        passwordChangedAt: row.passwordChangedAt.toISOString(),
        secondFactor:
          row.confirmedAt === null
            ? null
            : { confirmedAt: row.confirmedAt.toISOString(), recoveryCodesLeft: row.codesLeft },
      }
    },
    async sessions(tenantId, personId, current, now) {
      const statement = { name: 'sessions', text: sessionsText, values: [tenantId, personId, now] }
      const rows = await database.readOne<SessionLine>(scopeOf(tenantId), statement)
      return rows.map(({ tokenHash, userAgent, openedAt, lastSeenAt, ...row }) => ({
        ...row,
        ...deviceOf(userAgent),
        current: current?.equals(tokenHash) ?? false,
        openedAt: openedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }))
    },
  }
}
