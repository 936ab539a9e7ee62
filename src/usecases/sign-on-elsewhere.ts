/** Signing in at the identity provider: the browser is sent there, and let in when it comes back with a name that has an account. */
import { blind } from '../core/access/policy.ts'
import { noPassword } from '../core/account/account-state.ts'
import { signInName } from '../core/account/lock-out.ts'
import { Refusal } from '../core/refusal.ts'
import type { Device, SignOnKept } from './ports/accounts.ts'
import type { Outside } from './ports.ts'
import { letIn, type OpenedSession, opened } from './sign-in.ts'

type Kept = SignOnKept & { tenantId: number; next: string; at: number }

const purpose = 'single sign-on'
const lifeMs = 10 * 60_000

/** What the page to sign in must know. */
export async function waysToSignIn({ data, singleSignOn }: Outside) {
  const tenants = await data.tenants()
  return {
    tenants: tenants.map(({ tenantId, name }) => ({ id: tenantId, name })),
    singleSignOn: singleSignOn?.name ?? null,
  }
}

/**
 * @param wish.next address within this site to go on to
 * @returns where the browser goes, and what its cookie keeps meanwhile
 * @throws Refusal `singleSignOn.off`, `singleSignOn.away`
 */
export async function beginSignOn(
  outside: Outside,
  wish: { tenantId?: number | undefined; next: string; callback: string },
): Promise<{ address: string; kept: string }> {
  const { data, vault, singleSignOn, now } = outside
  const tenantId = wish.tenantId ?? (await data.findTenant())?.tenantId
  if (singleSignOn === null || tenantId === undefined) throw new Refusal('singleSignOn.off')
  const { address, kept } = await singleSignOn.begin(wish.callback)
  const all: Kept = { ...kept, tenantId, next: wish.next, at: now().getTime() }
  return { address, kept: vault.seal(JSON.stringify(all), purpose).toString('base64url') }
}

/**
 * @param returned the address that the browser came back with
 * @throws Refusal `singleSignOn.failed`, `singleSignOn.noAccount`, `session.disabled`, `singleSignOn.away`
 */
export async function finishSignOn(
  outside: Outside,
  { returned, kept }: { returned: URL; kept: string },
  device: Device,
): Promise<{ session: OpenedSession; next: string }> {
  const { data, vault, singleSignOn, now } = outside
  if (singleSignOn === null) throw new Refusal('singleSignOn.off')
  const text = vault.open(Buffer.from(kept, 'base64url'), purpose)
  const all: Kept | null = text === null ? null : JSON.parse(text)
  if (all === null || now().getTime() - all.at > lifeMs) throw new Refusal('singleSignOn.failed')
  const { loginName } = await singleSignOn.finish(returned, all)
  const { tenantId, next } = all
  const { token } = await data.inTenant({ tenantId, sight: blind }, async (stores) => {
    const account = await stores.accounts.findByLogin(signInName(loginName))
    if (account === null || account.passwordHash === noPassword)
      throw new Refusal('singleSignOn.noAccount', { loginName: loginName.slice(0, 80) })
    return letIn(outside, tenantId, stores, account, { method: 'singleSignOn', device })
  })
  if (token === null) throw new Error('the identity provider answers for the second step')
  return { session: await opened(outside, tenantId, token), next }
}
