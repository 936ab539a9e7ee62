/** How a person wants their pages: language, size of text, columns. */
import { blind } from '../core/access/policy.ts'
import { permit } from './permit.ts'
import type { Outside, Preferences, Visitor } from './ports.ts'

export async function setPreferences(
  { data }: Outside,
  visitor: Visitor | null,
  preferences: Preferences,
): Promise<Preferences> {
  const actor = permit(visitor, 'account.changeOwn')
  await data.inTenant({ tenantId: actor.tenantId, sight: blind }, ({ accounts }) =>
    accounts.storePreferences(actor.personId, preferences),
  )
  return preferences
}
