/** A person's own account: what is set up, and where they are signed in. */
import { blind } from '../core/access/policy.ts'
import { needsSecondFactor, passwordEndsAt } from '../core/account/settings.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { OwnAccount, OwnSession } from './ports/accounts.ts'
import type { Outside, Visitor } from './ports.ts'

export type OwnAccountPage = OwnAccount & {
  passwordEndsAt: string | null
  secondFactorRule: 'off' | 'optional' | 'needed'
  sessions: OwnSession[]
}

/** @param token of the session that asks */
export async function readOwnAccount(
  { data, secrets, now }: Outside,
  visitor: Visitor | null,
  token: string,
): Promise<OwnAccountPage> {
  const { tenantId, personId } = permit(visitor, 'account.readOwn')
  const at = now()
  const own = await data.read.account.ownAccount(tenantId, personId)
  const sessions = await data.read.account.sessions(tenantId, personId, secrets.digest(token), at)
  return data.inTenant({ tenantId, sight: blind }, async ({ accounts, security }) => {
    const settings = await security.settings()
    const needed = needsSecondFactor(settings, await accounts.rolesOf(personId, chinaDay(at)))
    return {
      ...own,
      passwordEndsAt: passwordEndsAt(settings, new Date(own.passwordChangedAt))?.toISOString() ?? null,
      secondFactorRule: needed ? 'needed' : settings.secondFactor === 'off' ? 'off' : 'optional',
      sessions,
    }
  })
}

/** Ends one of one's own sessions. @throws Refusal `session.notYours` */
export async function endOwnSession({ data, now }: Outside, visitor: Visitor | null, sessionId: number): Promise<void> {
  const actor = permit(visitor, 'account.changeOwn')
  const event = eventsOf(actor, 'account.changeOwn', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: blind }, async ({ accounts, history }) => {
    if (!(await accounts.closeSessionOf(actor.personId, sessionId))) throw new Refusal('session.notYours')
    await history.append([event('session.ended', 'account', actor.personId, { after: { sessions: 1 } })])
  })
}

/** Ends all of one's own sessions but the one that asks. @returns how many */
export async function endOtherSessions(
  { data, secrets, now }: Outside,
  visitor: Visitor | null,
  token: string,
): Promise<number> {
  const actor = permit(visitor, 'account.changeOwn')
  const event = eventsOf(actor, 'account.changeOwn', now())
  return data.inTenant({ tenantId: actor.tenantId, sight: blind }, async ({ accounts, history }) => {
    const ended = await accounts.closeOtherSessions(actor.personId, secrets.digest(token))
    if (ended > 0)
      await history.append([event('session.ended', 'account', actor.personId, { after: { sessions: ended } })])
    return ended
  })
}
