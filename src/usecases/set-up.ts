/**
 * The first visit: names the tenant and makes the first account. It is the office's, and it also administers accounts
 * until there is somebody else for that (docs/decisions/0050-first-account.md).
 */
import { loginNameFlaw } from '../core/account/login-name.ts'
import { securitySettingsOf } from '../core/account/settings.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { choosePassword } from './choose-password.ts'
import type { Device } from './ports/accounts.ts'
import type { Outside } from './ports.ts'
import { newSession, type OpenedSession, opened } from './sign-in.ts'

export type SetUp = { district: string; personName: string; loginName: string; password: string }

/** @throws Refusal `setup.alreadyDone`, `password.flaws`, `account.loginName` */
export async function setUp(
  outside: Outside,
  wish: SetUp,
  language: Language,
  device: Device = { address: null, userAgent: null },
): Promise<OpenedSession> {
  const { data, secrets } = outside
  if ((await data.findTenant()) !== null) throw new Refusal('setup.alreadyDone')
  const loginName = wish.loginName.normalize('NFKC')
  if (loginNameFlaw(loginName)) throw new Refusal('account.loginName', { field: 'loginName' })
  choosePassword(wish.password, loginName, language)
  const at = outside.now()
  const passwordHash = await secrets.hashPassword(wish.password)
  const settings = securitySettingsOf(null)
  const session = newSession(outside, settings, { method: 'password', device, mustEnrol: false })
  const tenantId = await data.setUp({ name: wish.district, at }, async (tenant, stores) => {
    const personId = await stores.accounts.create({
      name: wish.personName,
      loginName,
      passwordHash,
      preferences: { language, textSize: 'normal', ledgerColumns: [] },
      assignments: [
        { role: 'office', unitId: null, inspectionId: null },
        { role: 'systemAdmin', unitId: null, inspectionId: null },
      ],
      at,
    })
    await stores.accounts.openSession({ ...session.stored, personId }, settings.sessionsPerPerson)
    const event: HistoryEvent = {
      at: at.toISOString(),
      actorId: personId,
      role: 'office',
      unitId: null,
      onBehalfOf: null,
      act: 'tenant.setUp',
      recordKind: 'tenant',
      recordId: tenant,
      before: null,
      after: { name: wish.district },
      reason: null,
    }
    await stores.history.append([event])
    return tenant
  })
  if (tenantId === null) throw new Refusal('setup.alreadyDone')
  return opened(outside, tenantId, session.token)
}
