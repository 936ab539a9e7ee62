/** Local rules of signing in: read and changed. Sessions that are open get the new times at once. */
import { blind } from '../core/access/policy.ts'
import type { SecuritySettings } from '../core/account/settings.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

export function readSecurity({ data }: Outside, visitor: Visitor | null): Promise<SecuritySettings> {
  const { tenantId } = permit(visitor, 'security.read')
  return data.inTenant({ tenantId, sight: blind }, ({ security }) => security.settings())
}

export async function changeSecurity(
  { data, now }: Outside,
  visitor: Visitor | null,
  settings: SecuritySettings,
): Promise<SecuritySettings> {
  const actor = permit(visitor, 'security.change')
  const { tenantId } = actor
  const event = eventsOf(actor, 'security.change', now())
  await data.inTenant({ tenantId, sight: blind }, async ({ accounts, security, history }) => {
    const before = await security.settings()
    await security.store(settings)
    await accounts.applySessionTimes(settings)
    await history.append([event('security.changed', 'tenant', tenantId, { before, after: settings })])
  })
  return settings
}
