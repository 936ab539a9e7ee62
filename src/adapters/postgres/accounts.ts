/** Accounts, their passwords and sessions, within one transaction. */
import { type SelectQueryBuilder, sql } from 'kysely'
import { chinaDay } from '../../core/deadline/china-day.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Account, Accounts } from '../../usecases/ports.ts'
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
    ])
    .where('account.tenant_id', '=', tenantId)

  return {
    async create({ name, loginName, passwordHash, preferences, assignments, at }) {
      const { person_id: personId } = await transaction
        .insertInto('person')
        .values({ tenant_id: tenantId, name, title: null, unit_id: null })
        .returning('person_id')
        .executeTakeFirstOrThrow()
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
          })
          .execute()
      } catch (error) {
        if (isDuplicate(error, 'account_login_name')) throw new Refusal('account.loginTaken', { loginName })
        throw error
      }
      await rememberPassword(personId, passwordHash, at)
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
    findByLogin: (loginName) =>
      one(accountsWithPeople.where(sql`lower(account.login_name)`, '=', loginName.toLowerCase())),
    async get(personId) {
      const found = await one(accountsWithPeople.where('account.person_id', '=', personId))
      if (found === null) throw new Refusal('record.notFound')
      return found
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
    async storePassword(personId, passwordHash, at) {
      await update(personId, { password_hash: passwordHash })
      await rememberPassword(personId, passwordHash, at)
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
    async openSession({ personId, tokenHash, csrfToken, createdAt, idleUntil, endsAt }) {
      // Whoever signs in clears away what has ended.
      await transaction
        .deleteFrom('session')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where((is) => is.or([is('ends_at', '<', createdAt), is('idle_until', '<', createdAt)]))
        .execute()
      await transaction
        .insertInto('session')
        .values({
          tenant_id: tenantId,
          token_hash: tokenHash,
          person_id: personId,
          csrf_token: csrfToken,
          created_at: createdAt,
          idle_until: idleUntil,
          ends_at: endsAt,
        })
        .execute()
    },
    async closeSession(tokenHash) {
      await transaction
        .deleteFrom('session')
        .where('tenant_id', '=', tenantId)
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async closeOtherSessions(personId, kept) {
      let sessions = transaction
        .deleteFrom('session')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
      if (kept !== null) sessions = sessions.where('token_hash', '<>', kept)
      await sessions.execute()
    },
  }

  async function update(
    personId: number,
    fields: {
      password_hash?: string
      preferences?: string
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
