/** Somebody with an invitation opens their account, or chooses a new password, and is signed in. */
import { blind } from '../core/access/policy.ts'
import { signInName } from '../core/account/lock-out.ts'
import { loginNameFlaw } from '../core/account/login-name.ts'
import { plainCode } from '../core/account/one-time-code.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { choosePassword, refuseUsed } from './choose-password.ts'
import { invitationPurpose } from './invite-people.ts'
import type { Account, Device } from './ports/accounts.ts'
import type { Outside } from './ports.ts'
import { accountEvent, letIn, type SignIn, signInOf } from './sign-in.ts'

type Code = { code: string; tenantId?: number | undefined }

/** Whose invitation it is. @throws Refusal `invitation.wrong` */
export async function readInvitation(
  outside: Outside,
  code: Code,
): Promise<{ name: string; district: string; loginName: string | null }> {
  const { district, name, account } = await find(outside, code)
  return { district, name, loginName: account?.loginName ?? null }
}

/**
 * @param wish.loginName of a new account
 * @throws Refusal `invitation.wrong`, `account.loginName`, `account.loginTaken`, `password.flaws`, `password.used`
 */
export async function acceptInvitation(
  outside: Outside,
  wish: Code & { loginName?: string | undefined; password: string },
  language: Language,
  device: Device,
): Promise<SignIn> {
  const { data, secrets, now } = outside
  const { tenantId, personId, account, digest } = await find(outside, wish)
  const loginName = account?.loginName ?? (wish.loginName ?? '').normalize('NFKC')
  if (account === null && loginNameFlaw(loginName)) throw new Refusal('account.loginName', { field: 'loginName' })
  choosePassword(wish.password, loginName, language)
  if (account !== null) await refuseUsed(outside, tenantId, personId, wish.password)
  const passwordHash = await secrets.hashPassword(wish.password)
  const at = now()
  const done = await data.inTenant({ tenantId, sight: blind }, async (stores) => {
    const { accounts, invitations, history } = stores
    // Once more, under lock: the code opens one account, once.
    const open = await invitations.lockOpen(digest, at)
    if (open?.personId !== personId) throw wrong()
    await invitations.markUsed(personId, at)
    if (account === null) {
      const preferences = { language, textSize: 'normal' as const, ledgerColumns: [] }
      await accounts.open({ personId, loginName, passwordHash, preferences, at })
    } else {
      await accounts.storePassword(personId, passwordHash, at)
      const nameDigest = secrets.digest(signInName(loginName))
      await accounts.lockSignInState(nameDigest)
      await accounts.storeSignInState(nameDigest, { failedAttempts: 0, lockedUntil: null }, at)
    }
    await history.append([accountEvent(personId, account === null ? 'account.opened' : 'password.changed', at)])
    return letIn(outside, tenantId, stores, await accounts.get(personId), { method: 'invitation', device })
  })
  return signInOf(outside, tenantId, done)
}

const wrong = (): Refusal => new Refusal('invitation.wrong', { field: 'code' })

type Found = {
  tenantId: number
  district: string
  personId: number
  name: string
  account: Account | null
  digest: Buffer
}

async function find({ data, vault, now }: Outside, { code, tenantId: asked }: Code): Promise<Found> {
  const tenants = await data.tenants()
  const tenant = asked === undefined ? tenants[0] : tenants.find((each) => each.tenantId === asked)
  if (tenant === undefined) throw wrong()
  const { tenantId, name: district } = tenant
  const digest = vault.digest(plainCode(code), invitationPurpose(tenantId))
  return data.inTenant({ tenantId, sight: blind }, async ({ accounts, invitations }) => {
    const open = await invitations.lockOpen(digest, now())
    if (open === null) throw wrong()
    const { personId } = open
    const account = await accounts.find(personId)
    if (account !== null && account.disabledAt !== null) throw new Refusal('session.disabled')
    return { tenantId, district, personId, digest, account, name: (await accounts.person(personId)).name }
  })
}
