/** Accounts, their passwords and sessions, within one transaction. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import { noPassword } from '../../core/account/account-state.ts'
import { chinaDay } from '../../core/deadline/china-day.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Account, Accounts } from '../../usecases/ports/accounts.ts'
import type { Transaction } from './database.ts'
import { isDuplicate } from './duplicate.ts'

export function accounts(transaction: Transaction, tenantId: number): Accounts {
  const accountsWithPeople = transaction
    .selectFrom('account')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'account.tenant_id').onRef('person.person_id', '=', 'account.person_id'),
    )
    .select([
      'account.person_id as personId',
      'person.name as name',
      'account.login_name as loginName',
      'account.password_hash as passwordHash',
      'account.password_changed_at as passwordChangedAt',
      'account.must_change_password as mustChangePassword',
      'account.disabled_at as disabledAt',
    ])
    .where('account.tenant_id', '=', tenantId)

  return {
    async create({ name, loginName, passwordHash, preferences, assignments, at }) {
      const { person_id: personId } = await transaction
        .insertInto('person')
        .values({ tenant_id: tenantId, name, title: null, unit_id: null })
        .returning('person_id')
        .executeTakeFirstOrThrow()
      await open({ personId, loginName, passwordHash, preferences, at })
      await transaction
        .insertInto('assignment')
        .values(
          assignments.map(({ role, unitId, inspectionId }) => ({
            tenant_id: tenantId,
            person_id: personId,
            role,
            unit_id: unitId,
            inspection_id: inspectionId,
            from_on: chinaDay(at),
            to_on: null,
          })),
        )
        .execute()
      return personId
    },
    open,
    findByLogin: (loginName) =>
      one(accountsWithPeople.where(sql`lower(account.login_name)`, '=', loginName.toLowerCase())),
    find,
    async get(personId) {
      return (await find(personId)) ?? notFound()
    },
    async person(personId) {
      const found = await transaction
        .selectFrom('person')
        .leftJoin('unit', (join) =>
          join.onRef('unit.tenant_id', '=', 'person.tenant_id').onRef('unit.unit_id', '=', 'person.unit_id'),
        )
        .select(['person.name as name', 'unit.name as unit'])
        .where('person.tenant_id', '=', tenantId)
        .where('person.person_id', '=', personId)
        .executeTakeFirst()
      return found ?? notFound()
    },
    async rolesOf(personId, today) {
      const rows = await transaction
        .selectFrom('assignment')
        .select('role')
        .distinct()
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('from_on', '<=', today)
        .where((is) => is.or([is('to_on', 'is', null), is('to_on', '>=', today)]))
        .execute()
      return rows.map((row) => row.role as Role)
    },
    async lockSignInState(nameDigest) {
      // The row is made first, so that there is one to lock.
      await transaction
        .insertInto('sign_in_failure')
        .values({
          tenant_id: tenantId,
          name_digest: nameDigest,
          failed_attempts: 0,
          locked_until: null,
          last_at: sql`now()`,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return transaction
        .selectFrom('sign_in_failure')
        .select(['failed_attempts as failedAttempts', 'locked_until as lockedUntil'])
        .where('tenant_id', '=', tenantId)
        .where('name_digest', '=', nameDigest)
        .forUpdate()
        .executeTakeFirstOrThrow()
    },
    async storeSignInState(nameDigest, { failedAttempts, lockedUntil }, at) {
      await transaction
        .updateTable('sign_in_failure')
        .set({ failed_attempts: failedAttempts, locked_until: lockedUntil, last_at: at })
        .where('tenant_id', '=', tenantId)
        .where('name_digest', '=', nameDigest)
        .execute()
      await transaction
        .deleteFrom('sign_in_failure')
        .where('tenant_id', '=', tenantId)
        .where((is) =>
          is.or([is('failed_attempts', '=', 0), is('last_at', '<', new Date(at.getTime() - 24 * 3_600_000))]),
        )
        .execute()
    },
    async locks(now) {
      const rows = await transaction
        .selectFrom('sign_in_failure')
        .select(['name_digest as nameDigest', 'locked_until as lockedUntil'])
        .where('tenant_id', '=', tenantId)
        .where('locked_until', '>', now)
        .execute()
      return rows.flatMap(({ nameDigest, lockedUntil }) => (lockedUntil === null ? [] : [{ nameDigest, lockedUntil }]))
    },
    async storePassword(personId, passwordHash, at) {
      await update(personId, { password_hash: passwordHash, password_changed_at: at, must_change_password: false })
      await rememberPassword(personId, passwordHash, at)
    },
    async dropPassword(personId) {
      await update(personId, { password_hash: noPassword })
    },
    async requirePasswordChange(personId) {
      await update(personId, { must_change_password: true })
    },
    async rehash(personId, passwordHash) {
      await update(personId, { password_hash: passwordHash })
    },
    async recentPasswords(personId, count) {
      const rows = await transaction
        .selectFrom('password_history')
        .select('password_hash')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .orderBy('changed_at', 'desc')
        .limit(count)
        .execute()
      return rows.map((row) => row.password_hash)
    },
    async storePreferences(personId, preferences) {
      await update(personId, { preferences: JSON.stringify(preferences) })
    },
    async disable(personId, reason, at) {
      await update(personId, { disabled_at: at, disabled_reason: reason })
    },
    async enable(personId) {
      await update(personId, { disabled_at: null, disabled_reason: null })
    },
    async openSession(session, most) {
      const { personId, createdAt, device } = session
      await transaction
        .insertInto('session')
        .values({
          tenant_id: tenantId,
          token_hash: session.tokenHash,
          person_id: personId,
          csrf_token: session.csrfToken,
          created_at: createdAt,
          last_seen_at: createdAt,
          idle_minutes: session.idleMinutes,
          idle_until: new Date(createdAt.getTime() + session.idleMinutes * 60_000),
          ends_at: session.endsAt,
          address: device.address,
          user_agent: device.userAgent?.slice(0, 400) ?? null,
          method: session.method,
          must_enrol: session.mustEnrol,
        })
        .execute()
      await update(personId, { signed_in_at: createdAt })
      // Whoever signs in clears away what has ended, and the oldest of what is too many.
      await sql`delete from session where tenant_id = ${tenantId} and person_id = ${personId} and (
        ends_at < ${createdAt} or idle_until < ${createdAt} or session_id in (
          select session_id from session where tenant_id = ${tenantId} and person_id = ${personId}
          order by session_id desc offset ${most}))`.execute(transaction)
    },
    async closeSession(tokenHash) {
      await transaction
        .deleteFrom('session')
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async closeSessionOf(personId, sessionId) {
      const { numDeletedRows } = await sessionsOf(personId).where('session_id', '=', sessionId).executeTakeFirst()
      return numDeletedRows > 0n
    },
    async closeOtherSessions(personId, kept) {
      const sessions = sessionsOf(personId)
      const { numDeletedRows } = await (kept === null
        ? sessions
        : sessions.where('token_hash', '<>', kept)
      ).executeTakeFirst()
      return Number(numDeletedRows)
    },
    async renewSession(tokenHash, next) {
      await transaction
        .updateTable('session')
        .set({ token_hash: next })
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async releaseSessions(personId) {
      await transaction
        .updateTable('session')
        .set({ must_enrol: false })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
    },
    async applySessionTimes({ sessionIdleMinutes, sessionLongestHours }) {
      await sql`update session set idle_minutes = ${sessionIdleMinutes},
          idle_until = least(idle_until, last_seen_at + make_interval(mins => ${sessionIdleMinutes})),
          ends_at = least(ends_at, created_at + make_interval(hours => ${sessionLongestHours}))
        where tenant_id = ${tenantId}`.execute(transaction)
    },
  }

  function find(personId: number): Promise<Account | null> {
    return one(accountsWithPeople.where('account.person_id', '=', personId))
  }

  function sessionsOf(personId: number) {
    return transaction.deleteFrom('session').where('tenant_id', '=', tenantId).where('person_id', '=', personId)
  }

  async function open({ personId, loginName, passwordHash, preferences, at }: Parameters<Accounts['open']>[0]) {
    try {
      await transaction
        .insertInto('account')
        .values({
          tenant_id: tenantId,
          person_id: personId,
          login_name: loginName,
          password_hash: passwordHash,
          preferences: JSON.stringify(preferences),
          created_at: at,
          password_changed_at: at,
        })
        .execute()
    } catch (error) {
      if (isDuplicate(error, 'account_login_name'))
        throw new Refusal('account.loginTaken', { loginName, field: 'loginName' })
      throw error
    }
    await rememberPassword(personId, passwordHash, at)
  }

  async function update(
    personId: number,
    fields: {
      password_hash?: string
      password_changed_at?: Date
      must_change_password?: boolean
      preferences?: string
      disabled_at?: Date | null
      disabled_reason?: string | null
      signed_in_at?: Date
    },
  ): Promise<void> {
    await transaction
      .updateTable('account')
      .set(fields)
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .execute()
  }

  async function rememberPassword(personId: number, passwordHash: string, at: Date): Promise<void> {
    await transaction
      .insertInto('password_history')
      .values({ tenant_id: tenantId, person_id: personId, changed_at: at, password_hash: passwordHash })
      .execute()
  }
}

async function one<DB, TB extends keyof DB>(query: SelectQueryBuilder<DB, TB, Account>): Promise<Account | null> {
  return (await query.executeTakeFirst()) ?? null
}

function notFound(): never {
  throw new Refusal('record.notFound')
}
