/** The second step of signing in: a code of the authenticator, or a recovery code. Wrong ones are counted by themselves. */
import { blind } from '../core/access/policy.ts'
import { afterFailure, minutesLocked, secondStepName } from '../core/account/lock-out.ts'
import { plainCode } from '../core/account/one-time-code.ts'
import type { Act } from '../core/history/acts.ts'
import { Refusal } from '../core/refusal.ts'
import type { Device } from './ports/accounts.ts'
import type { Outside, Stores } from './ports.ts'
import { openSecret, recoveryPurpose } from './second-factor.ts'
import { accountEvent, letIn, type OpenedSession, opened, readTicket } from './sign-in.ts'

/** @throws Refusal `session.ticketOver`, `secondFactor.wrong`, `secondFactor.unreadable`, `session.locked`, `session.disabled` */
export async function passSecondStep(
  outside: Outside,
  { ticket, code }: { ticket: string; code: string },
  device: Device,
): Promise<OpenedSession> {
  const { tenantId, personId, changedAt } = readTicket(outside, ticket)
  const now = outside.now()
  const nameDigest = outside.secrets.digest(secondStepName(personId))
  const passed = await outside.data.inTenant<Refusal | string>({ tenantId, sight: blind }, async (stores) => {
    const { accounts, history } = stores
    const account = await accounts.find(personId)
    // A password changed meanwhile: what the ticket was given for holds no more.
    if (account === null || account.passwordChangedAt.getTime() !== changedAt) return new Refusal('session.ticketOver')
    const state = await accounts.lockSignInState(nameDigest)
    const minutes = minutesLocked(state, now)
    if (minutes > 0) return new Refusal('session.locked', { minutes })
    const way = await judge(outside, stores, { tenantId, personId, code: plainCode(code) })
    if (way === null) {
      const after = afterFailure(state, now)
      await accounts.storeSignInState(nameDigest, after, now)
      const acts: Act[] =
        after.lockedUntil === null ? ['secondFactor.refused'] : ['secondFactor.refused', 'account.locked']
      await history.append(acts.map((act) => accountEvent(personId, act, now, { address: device.address })))
      return new Refusal('secondFactor.wrong', { field: 'code' })
    }
    await accounts.storeSignInState(nameDigest, { failedAttempts: 0, lockedUntil: null }, now)
    if (way.recoveryCodesLeft !== null)
      await history.append([
        accountEvent(personId, 'secondFactor.recovered', now, { recoveryCodesLeft: way.recoveryCodesLeft }),
      ])
    const { token } = await letIn(outside, tenantId, stores, account, { method: 'secondFactor', device })
    if (token === null) throw new Error('the second step was asked for twice')
    return token
  })
  if (passed instanceof Refusal) throw passed
  return opened(outside, tenantId, passed)
}

/** Null when the code is wrong or was used before. */
async function judge(
  outside: Outside,
  { secondFactors }: Stores,
  { tenantId, personId, code }: { tenantId: number; personId: number; code: string },
): Promise<{ recoveryCodesLeft: number | null } | null> {
  const factor = await secondFactors.lock(personId)
  if (factor === null) throw new Refusal('session.ticketOver')
  if (/^\d{6}$/.test(code)) {
    const step = outside.timeCodes.stepOf(openSecret(outside, tenantId, personId, factor), code, outside.now())
    if (step === null || step <= factor.lastStep) return null
    await secondFactors.spend(personId, step)
    return { recoveryCodesLeft: null }
  }
  const digest = outside.vault.digest(code, recoveryPurpose(tenantId, personId))
  const left = await secondFactors.spendRecoveryCode(personId, digest, outside.now())
  return left === null ? null : { recoveryCodesLeft: left }
}
