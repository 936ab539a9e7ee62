/** A person changes their own password; their other sessions end. */
import { blind } from '../core/access/policy.ts'
import { afterFailure, minutesLocked } from '../core/account/lock-out.ts'
import { rememberedPasswords } from '../core/account/password.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { choosePassword } from './choose-password.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/**
 * @param wish.token of the session that asks, which stays open
 * @throws Refusal `password.wrongCurrent`, `password.flaws`, `password.used`, `session.locked`
 */
export async function changePassword(
  { data, secrets, now }: Outside,
  visitor: Visitor | null,
  wish: { current: string; next: string; token: string },
  language: Language,
): Promise<void> {
  const actor = permit(visitor, 'account.changeOwn')
  const scope = { tenantId: actor.tenantId, sight: blind }
  const { account, recent } = await data.inTenant(scope, async ({ accounts }) => ({
    account: await accounts.get(actor.personId),
    recent: await accounts.recentPasswords(actor.personId, rememberedPasswords),
  }))
  const nameDigest = secrets.digest(account.loginName.toLowerCase())
  const right = await secrets.verifyPassword(wish.current, account.passwordHash)
  const at = now()
  // Guessing here is guessing too: it counts as a failed sign-in.
  const refused = await data.inTenant(scope, async ({ accounts }) => {
    const state = await accounts.lockSignInState(nameDigest)
    const minutes = minutesLocked(state, at)
    if (minutes > 0) return new Refusal('session.locked', { minutes })
    await accounts.storeSignInState(
      nameDigest,
      right ? { failedAttempts: 0, lockedUntil: null } : afterFailure(state, at),
      at,
    )
    return right ? null : new Refusal('password.wrongCurrent', { field: 'current' })
  })
  if (refused !== null) throw refused
  choosePassword(wish.next, account.loginName, language)
  for (const hash of recent) {
    if (await secrets.verifyPassword(wish.next, hash))
      throw new Refusal('password.used', { count: rememberedPasswords, field: 'next' })
  }
  const passwordHash = await secrets.hashPassword(wish.next)
  const event = eventsOf(actor, 'account.changeOwn', at)
  await data.inTenant(scope, async ({ accounts, history }) => {
    await accounts.storePassword(actor.personId, passwordHash, at)
    await accounts.closeOtherSessions(actor.personId, secrets.digest(wish.token))
    await history.append([event('password.changed', 'account', actor.personId)])
  })
}
