/**
 * Signing in. Names without an account are treated like any other: the same work, the same sentences, the same lock.
 */
import { blind } from '../core/access/policy.ts'
import { afterFailure, allowedFailures, lockedForMs, minutesLocked } from '../core/account/lock-out.ts'
import { sessionIdleMs, sessionLongestMs } from '../core/account/session-times.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { Refusal } from '../core/refusal.ts'
import type { NewSession, Outside, Visitor } from './ports.ts'

/** `token` goes to the browser's cookie and is kept nowhere else. */
export type OpenedSession = { visitor: Visitor; token: string }

type Attempt = { refused: Refusal } | { refused: null; session: ReturnType<typeof newSession> }

/** @throws Refusal `session.wrong`, `session.locked` */
export async function openSession(
  outside: Outside,
  credentials: { loginName: string; password: string },
  tenantId?: number,
): Promise<OpenedSession> {
  const { data, secrets } = outside
  const tenant = tenantId ?? (await data.findTenant())?.tenantId
  if (tenant === undefined) throw wrong()
  const scope = { tenantId: tenant, sight: blind }
  const loginName = credentials.loginName.normalize('NFKC')
  const nameDigest = secrets.digest(loginName.toLowerCase())
  const account = await data.inTenant(scope, ({ accounts }) => accounts.findByLogin(loginName))
  const right = await secrets.verifyPassword(credentials.password, account?.passwordHash ?? (await decoy(outside)))
  const now = outside.now()
  const newHash =
    right && account !== null && secrets.isOutdated(account.passwordHash)
      ? await secrets.hashPassword(credentials.password)
      : null

  // Decided under lock: of many attempts in parallel only the first five are judged.
  const attempt = await data.inTenant<Attempt>(scope, async ({ accounts, history }) => {
    const state = await accounts.lockSignInState(nameDigest)
    const minutes = minutesLocked(state, now)
    if (minutes > 0) return { refused: new Refusal('session.locked', { minutes }) }
    if (!right || account === null) {
      const after = afterFailure(state, now)
      await accounts.storeSignInState(nameDigest, after, now)
      if (account !== null) {
        const acts: Act[] = after.lockedUntil === null ? ['session.refused'] : ['session.refused', 'account.locked']
        await history.append(acts.map((act) => eventOn(account.personId, act, now)))
      }
      return { refused: wrong() }
    }
    await accounts.storeSignInState(nameDigest, { failedAttempts: 0, lockedUntil: null }, now)
    if (newHash !== null) await accounts.rehash(account.personId, newHash)
    const session = newSession(outside)
    await accounts.openSession({ ...session.stored, personId: account.personId })
    await history.append([eventOn(account.personId, 'session.opened', now)])
    return { refused: null, session }
  })
  if (attempt.refused !== null) throw attempt.refused
  const { session } = attempt
  const visitor = await data.read.visitor(tenant, session.stored.tokenHash, now)
  if (visitor === null) throw new Error('the session was not kept')
  return { visitor, token: session.token }
}

/** A session not yet stored, and the token that opens it. */
export function newSession({ now, secrets }: Outside): { token: string; stored: Omit<NewSession, 'personId'> } {
  const token = secrets.token()
  const createdAt = now()
  return {
    token,
    stored: {
      tokenHash: secrets.digest(token),
      csrfToken: secrets.token(),
      createdAt,
      idleUntil: new Date(createdAt.getTime() + sessionIdleMs),
      endsAt: new Date(createdAt.getTime() + sessionLongestMs),
    },
  }
}

const wrong = (): Refusal => new Refusal('session.wrong', { allowed: allowedFailures, minutes: lockedForMs / 60_000 })

const eventOn = (personId: number, act: Act, at: Date): HistoryEvent => ({
  at: at.toISOString(),
  actorId: personId,
  role: null,
  unitId: null,
  onBehalfOf: null,
  act,
  recordKind: 'account',
  recordId: personId,
  before: null,
  after: null,
  reason: null,
})

const decoys = new WeakMap<Outside, Promise<string>>()

/** The hash of a password nobody has, so that an unknown name takes as long as a known one. */
function decoy(outside: Outside): Promise<string> {
  const made = decoys.get(outside) ?? outside.secrets.hashPassword(outside.secrets.token())
  decoys.set(outside, made)
  return made
}
