/**
 * Gives people codes with which they open their account, or choose a new password. The administrator never sees a password.
 * Asked again, people get new codes and the ones before open nothing: no submission id is needed, and none may be, for what
 * it keeps could be read.
 */
import { blind } from '../core/access/policy.ts'
import { noPassword } from '../core/account/account-state.ts'
import { invitationLength, shownCode } from '../core/account/one-time-code.ts'
import { invitationEndsAt } from '../core/account/settings.ts'
import { Refusal } from '../core/refusal.ts'
import { actingAs, type Operator } from './acting.ts'
import type { Outside, Visitor } from './ports.ts'

export type Invitation = {
  person: { id: number; name: string }
  unit: string | null
  /** In groups of four; shown now and never again. */
  code: string
  endsAt: string
}

export const invitationPurpose = (tenantId: number): string => `invitation of ${tenantId}`

/**
 * @param wish.reset people who have a password lose it and all sessions; without it they are refused
 * @throws Refusal `record.notFound`, `invitation.hasAccount`, `account.isDisabled`, `account.notYourself`
 */
export async function invitePeople(
  outside: Outside,
  who: Visitor | Operator | null,
  wish: { personIds: readonly number[]; reset: boolean },
): Promise<Invitation[]> {
  const { data, secrets, vault, now } = outside
  const at = now()
  const { tenantId, personId: inviter, event } = actingAs(who, 'account.manage', at)
  return data.inTenant({ tenantId, sight: blind }, async ({ accounts, invitations, security, history }) => {
    const endsAt = invitationEndsAt(await security.settings(), at)
    const given: Invitation[] = []
    for (const id of new Set(wish.personIds)) {
      const { name, unit } = await accounts.person(id)
      if (id === inviter) throw new Refusal('account.notYourself')
      const account = await accounts.find(id)
      if (account !== null && account.disabledAt !== null) throw new Refusal('account.isDisabled', { name })
      const isOpen = account !== null && account.passwordHash !== noPassword
      if (isOpen && !wish.reset) throw new Refusal('invitation.hasAccount', { name })
      const code = secrets.code(invitationLength)
      const codeDigest = vault.digest(code, invitationPurpose(tenantId))
      await invitations.store({ personId: id, codeDigest, at, endsAt })
      if (isOpen) {
        await accounts.dropPassword(id)
        await accounts.closeOtherSessions(id, null)
      }
      const after = { endsAt: endsAt.toISOString() }
      await history.append([event(isOpen ? 'account.reset' : 'account.invited', 'account', id, { after })])
      given.push({ person: { id, name }, unit, code: shownCode(code), endsAt: endsAt.toISOString() })
    }
    return given
  })
}
