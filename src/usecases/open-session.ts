/**
 * Signing in by password. Names without an account are treated like any other: the same work, the same sentences, the same
 * lock.
 */
import { blind } from '../core/access/policy.ts'
import { noPassword } from '../core/account/account-state.ts'
import { afterFailure, allowedFailures, lockedForMs, minutesLocked, signInName } from '../core/account/lock-out.ts'
import type { Act } from '../core/history/acts.ts'
import { Refusal } from '../core/refusal.ts'
import type { Device } from './ports/accounts.ts'
import type { Outside } from './ports.ts'
import { accountEvent, type LetIn, letIn, type SignIn, signInOf } from './sign-in.ts'

type Attempt = { refused: Refusal } | { refused: null; letIn: LetIn }

/**
 * @param credentials.tenantId the first tenant when not given
 * @throws Refusal `session.wrong`, `session.locked`, and after the right password `session.disabled`
 */
export async function openSession(
  outside: Outside,
  credentials: { loginName: string; password: string; tenantId?: number | undefined },
  device: Device = { address: null, userAgent: null },
): Promise<SignIn> {
  const { data, secrets } = outside
  const tenantId = credentials.tenantId ?? (await data.findTenant())?.tenantId
  if (tenantId === undefined) throw wrong()
  const scope = { tenantId, sight: blind }
  const loginName = signInName(credentials.loginName)
  const nameDigest = secrets.digest(loginName)
  const account = await data.inTenant(scope, ({ accounts }) => accounts.findByLogin(loginName))
  const hash = account === null || account.passwordHash === noPassword ? await decoy(outside) : account.passwordHash
  const right = (await secrets.verifyPassword(credentials.password, hash)) && account !== null
  const now = outside.now()
  const newHash = right && secrets.isOutdated(hash) ? await secrets.hashPassword(credentials.password) : null

  // Decided under lock: of many attempts in parallel only the first five are judged.
  const attempt = await data.inTenant<Attempt>(scope, async (stores) => {
    const { accounts, history } = stores
    const state = await accounts.lockSignInState(nameDigest)
    const minutes = minutesLocked(state, now)
    if (minutes > 0) return { refused: new Refusal('session.locked', { minutes }) }
    if (!right) {
      const after = afterFailure(state, now)
      await accounts.storeSignInState(nameDigest, after, now)
      if (account !== null) {
        const acts: Act[] = after.lockedUntil === null ? ['session.refused'] : ['session.refused', 'account.locked']
        await history.append(acts.map((act) => accountEvent(account.personId, act, now, { address: device.address })))
      }
      return { refused: wrong() }
    }
    await accounts.storeSignInState(nameDigest, { failedAttempts: 0, lockedUntil: null }, now)
    if (newHash !== null) await accounts.rehash(account.personId, newHash)
    return { refused: null, letIn: await letIn(outside, tenantId, stores, account, { method: 'password', device }) }
  })
  if (attempt.refused !== null) throw attempt.refused
  return signInOf(outside, tenantId, attempt.letIn)
}

const wrong = (): Refusal => new Refusal('session.wrong', { allowed: allowedFailures, minutes: lockedForMs / 60_000 })

const decoys = new WeakMap<Outside, Promise<string>>()

/** The hash of a password nobody has, so that an unknown name takes as long as a known one. */
function decoy(outside: Outside): Promise<string> {
  const made = decoys.get(outside) ?? outside.secrets.hashPassword(outside.secrets.token())
  decoys.set(outside, made)
  return made
}
