/** A person changes their own password; their other sessions end, and this one goes on under a new token. */
import { blind } from '../core/access/policy.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { choosePassword, refuseUsed } from './choose-password.ts'
import { confirmPassword } from './confirm-password.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { type OpenedSession, opened } from './sign-in.ts'

/**
 * @param wish.token of the session that asks
 * @throws Refusal `password.wrongCurrent`, `password.flaws`, `password.used`, `session.locked`
 */
export async function changePassword(
  outside: Outside,
  visitor: Visitor | null,
  wish: { current: string; next: string; token: string },
  language: Language,
): Promise<OpenedSession> {
  const { data, secrets, now } = outside
  const actor = permit(visitor, 'account.changeOwn')
  const { tenantId, personId } = actor
  const { loginName } = await confirmPassword(outside, tenantId, personId, wish.current, 'current')
  choosePassword(wish.next, loginName, language)
  await refuseUsed(outside, tenantId, personId, wish.next)
  const passwordHash = await secrets.hashPassword(wish.next)
  const at = now()
  const event = eventsOf(actor, 'account.changeOwn', at)
  const token = secrets.token()
  await data.inTenant({ tenantId, sight: blind }, async ({ accounts, history }) => {
    await accounts.storePassword(personId, passwordHash, at)
    await accounts.closeOtherSessions(personId, secrets.digest(wish.token))
    await accounts.renewSession(secrets.digest(wish.token), secrets.digest(token))
    await history.append([event('password.changed', 'account', personId)])
  })
  return opened(outside, tenantId, token)
}
