/** What the administrator does to somebody's account: one table of acts. */
import { blind } from '../core/access/policy.ts'
import { secondStepName, signInName } from '../core/account/lock-out.ts'
import type { AccountAct } from '../core/api/accounts.ts'
import type { Act } from '../core/history/acts.ts'
import { Refusal } from '../core/refusal.ts'
import { actingAs, type Operator } from './acting.ts'
import type { Account } from './ports/accounts.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

type Rule = {
  event: Act
  /** An administrator who could do it to themselves might lock themselves out, or undo what another one ordered. */
  notYourself: boolean
  work(outside: Outside, stores: Stores, account: Account, reason: string): Promise<unknown>
}

const rules: Readonly<Record<AccountAct, Rule>> = {
  disable: {
    event: 'account.disabled',
    notYourself: true,
    async work({ now }, { accounts }, { personId }, reason) {
      if (reason === '') throw new Refusal('account.reasonMissing', { field: 'reason' })
      await accounts.disable(personId, reason, now())
      await accounts.closeOtherSessions(personId, null)
    },
  },
  enable: {
    event: 'account.enabled',
    notYourself: true,
    work: (_, { accounts }, { personId }) => accounts.enable(personId),
  },
  unlock: {
    event: 'account.unlocked',
    notYourself: true,
    async work({ secrets, now }, { accounts }, { personId, loginName }) {
      for (const name of [signInName(loginName), secondStepName(personId)]) {
        const digest = secrets.digest(name)
        await accounts.lockSignInState(digest)
        await accounts.storeSignInState(digest, { failedAttempts: 0, lockedUntil: null }, now())
      }
    },
  },
  requirePasswordChange: {
    event: 'password.required',
    notYourself: false,
    work: (_, { accounts }, { personId }) => accounts.requirePasswordChange(personId),
  },
  resetSecondFactor: {
    event: 'secondFactor.reset',
    notYourself: true,
    async work(_, { accounts, secondFactors }, { personId }) {
      await secondFactors.remove(personId)
      await accounts.closeOtherSessions(personId, null)
    },
  },
  endSessions: {
    event: 'session.ended',
    notYourself: false,
    work: (_, { accounts }, { personId }) => accounts.closeOtherSessions(personId, null),
  },
}

/** @throws Refusal `record.notFound`, `account.none`, `account.notYourself`, `account.reasonMissing` */
export async function manageAccount(
  outside: Outside,
  who: Visitor | Operator | null,
  personId: number,
  { act, reason = '' }: { act: AccountAct; reason?: string | undefined },
): Promise<void> {
  const { tenantId, personId: actorId, event } = actingAs(who, 'account.manage', outside.now())
  const rule = rules[act]
  await outside.data.inTenant({ tenantId, sight: blind }, async (stores) => {
    const { name } = await stores.accounts.person(personId)
    const account = await stores.accounts.find(personId)
    if (account === null) throw new Refusal('account.none', { name })
    if (rule.notYourself && personId === actorId) throw new Refusal('account.notYourself')
    await rule.work(outside, stores, account, reason.trim())
    await stores.history.append([event(rule.event, 'account', personId, { reason: reason.trim() || null })])
  })
}
