/** Signing out: the token opens nothing any more. */
import { blind } from '../core/access/policy.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

export async function closeSession(
  { data, secrets, now }: Outside,
  visitor: Visitor | null,
  token: string,
): Promise<void> {
  const actor = permit(visitor, 'session.close')
  const event = eventsOf(actor, 'session.close', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: blind }, async ({ accounts, history }) => {
    await accounts.closeSession(secrets.digest(token))
    await history.append([event('session.closed', 'account', actor.personId)])
  })
}
