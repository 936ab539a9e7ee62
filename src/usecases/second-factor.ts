/** A person's own second factor: set up with a first code, given up, recovery codes made anew. Each asks for the password. */
import { blind } from '../core/access/policy.ts'
import { plainCode, recoveryCodes, recoveryLength, shownCode } from '../core/account/one-time-code.ts'
import { needsSecondFactor } from '../core/account/settings.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { Refusal } from '../core/refusal.ts'
import { confirmPassword } from './confirm-password.ts'
import { eventsOf, permit } from './permit.ts'
import type { SecondFactor } from './ports/accounts.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

const secretPurpose = (tenantId: number, personId: number): string => `second factor of ${tenantId} ${personId}`
export const recoveryPurpose = (tenantId: number, personId: number): string =>
  `recovery code of ${tenantId} ${personId}`
const ticketPurpose = (tenantId: number, personId: number): string => `setting up for ${tenantId} ${personId}`
const ticketLifeMs = 15 * 60_000

/** @throws Refusal `secondFactor.unreadable` when the server's key is another one */
export function openSecret(outside: Outside, tenantId: number, personId: number, factor: SecondFactor): string {
  const secret = outside.vault.open(factor.sealedSecret, secretPurpose(tenantId, personId))
  if (secret === null) throw new Refusal('secondFactor.unreadable')
  return secret
}

/**
 * Gives a new secret for the authenticator. It is stored when a first code shows that it arrived; one in force stays until then.
 * @throws Refusal `secondFactor.off`, `password.wrongCurrent`, `session.locked`
 */
export async function beginSecondFactor(
  outside: Outside,
  visitor: Visitor | null,
  password: string,
): Promise<{ secret: string; address: string; ticket: string }> {
  const { tenantId, personId } = permit(visitor, 'account.changeOwn')
  const { secondFactor } = await outside.data.inTenant({ tenantId, sight: blind }, ({ security }) =>
    security.settings(),
  )
  if (secondFactor === 'off') throw new Refusal('secondFactor.off')
  const { loginName } = await confirmPassword(outside, tenantId, personId, password)
  const secret = outside.timeCodes.newSecret()
  const ticket = outside.vault.seal(
    JSON.stringify({ secret, at: outside.now().getTime() }),
    ticketPurpose(tenantId, personId),
  )
  const district = (await outside.data.tenants()).find((tenant) => tenant.tenantId === tenantId)?.name ?? ''
  return {
    secret,
    address: outside.timeCodes.address(secret, { loginName, issuer: `闭环 ${district}` }),
    ticket: ticket.toString('base64url'),
  }
}

/**
 * @returns recovery codes, shown once
 * @throws Refusal `secondFactor.notBegun`, `secondFactor.wrong`, `secondFactor.off`
 */
export async function confirmSecondFactor(
  outside: Outside,
  visitor: Visitor | null,
  { ticket, code }: { ticket: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  const actor = permit(visitor, 'account.changeOwn')
  const { tenantId, personId } = actor
  const at = outside.now()
  const text = outside.vault.open(Buffer.from(ticket, 'base64url'), ticketPurpose(tenantId, personId))
  const begun: { secret: string; at: number } | null = text === null ? null : JSON.parse(text)
  if (begun === null || at.getTime() - begun.at > ticketLifeMs) throw new Refusal('secondFactor.notBegun')
  const step = outside.timeCodes.stepOf(begun.secret, plainCode(code), at)
  if (step === null) throw new Refusal('secondFactor.wrong', { field: 'code' })
  const event = eventsOf(actor, 'account.changeOwn', at)
  return outside.data.inTenant({ tenantId, sight: blind }, async (stores) => {
    if ((await stores.security.settings()).secondFactor === 'off') throw new Refusal('secondFactor.off')
    const sealed = outside.vault.seal(begun.secret, secretPurpose(tenantId, personId))
    await stores.secondFactors.store(personId, sealed, step, at)
    const codes = await newRecoveryCodes(outside, stores, tenantId, personId)
    await stores.accounts.releaseSessions(personId)
    await stores.history.append([event('secondFactor.enrolled', 'account', personId)])
    return { recoveryCodes: codes }
  })
}

/** The codes there were open nothing any more. @throws Refusal `secondFactor.notBegun`, `password.wrongCurrent`, `session.locked` */
export async function renewRecoveryCodes(
  outside: Outside,
  visitor: Visitor | null,
  password: string,
): Promise<{ recoveryCodes: string[] }> {
  const actor = permit(visitor, 'account.changeOwn')
  const { tenantId, personId } = actor
  await confirmPassword(outside, tenantId, personId, password)
  const event = eventsOf(actor, 'account.changeOwn', outside.now())
  return outside.data.inTenant({ tenantId, sight: blind }, async (stores) => {
    if ((await stores.secondFactors.lock(personId)) === null) throw new Refusal('secondFactor.notBegun')
    const codes = await newRecoveryCodes(outside, stores, tenantId, personId)
    await stores.history.append([event('secondFactor.codesRenewed', 'account', personId)])
    return { recoveryCodes: codes }
  })
}

/** @throws Refusal `secondFactor.needed`, `password.wrongCurrent`, `session.locked` */
export async function removeSecondFactor(outside: Outside, visitor: Visitor | null, password: string): Promise<void> {
  const actor = permit(visitor, 'account.changeOwn')
  const { tenantId, personId } = actor
  await confirmPassword(outside, tenantId, personId, password)
  const at = outside.now()
  const event = eventsOf(actor, 'account.changeOwn', at)
  await outside.data.inTenant({ tenantId, sight: blind }, async ({ accounts, security, secondFactors, history }) => {
    if (needsSecondFactor(await security.settings(), await accounts.rolesOf(personId, chinaDay(at))))
      throw new Refusal('secondFactor.needed')
    if ((await secondFactors.lock(personId)) === null) return
    await secondFactors.remove(personId)
    await history.append([event('secondFactor.removed', 'account', personId)])
  })
}

async function newRecoveryCodes(
  { secrets, vault }: Outside,
  { secondFactors }: Stores,
  tenantId: number,
  personId: number,
): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => secrets.code(recoveryLength))
  const purpose = recoveryPurpose(tenantId, personId)
  await secondFactors.storeRecoveryCodes(
    personId,
    codes.map((code) => vault.digest(code, purpose)),
  )
  return codes.map(shownCode)
}
