/** Asks for the password again before something that weighs. Guessing here is guessing too: it counts as a failed sign-in. */
import { blind } from '../core/access/policy.ts'
import { afterFailure, minutesLocked, signInName } from '../core/account/lock-out.ts'
import { Refusal } from '../core/refusal.ts'
import type { Account } from './ports/accounts.ts'
import type { Outside } from './ports.ts'

/** @throws Refusal `password.wrongCurrent` about the field given, `session.locked` */
export async function confirmPassword(
  { data, secrets, now }: Outside,
  tenantId: number,
  personId: number,
  password: string,
  field = 'password',
): Promise<Account> {
  const scope = { tenantId, sight: blind }
  const account = await data.inTenant(scope, ({ accounts }) => accounts.get(personId))
  const right = await secrets.verifyPassword(password, account.passwordHash)
  const at = now()
  const nameDigest = secrets.digest(signInName(account.loginName))
  const refused = await data.inTenant(scope, async ({ accounts }) => {
    const state = await accounts.lockSignInState(nameDigest)
    const minutes = minutesLocked(state, at)
    if (minutes > 0) return new Refusal('session.locked', { minutes })
    const next = right ? { failedAttempts: 0, lockedUntil: null } : afterFailure(state, at)
    await accounts.storeSignInState(nameDigest, next, at)
    return right ? null : new Refusal('password.wrongCurrent', { field })
  })
  if (refused !== null) throw refused
  return account
}
