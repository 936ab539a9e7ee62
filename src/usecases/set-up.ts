/**
 * The first visit: names the tenant and makes the first account. It is the office's, and it also administers accounts
 * until there is somebody else for that (docs/decisions/0050-first-account.md).
 */
import type { HistoryEvent } from '../core/history/history-event.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { choosePassword } from './choose-password.ts'
import { newSession, type OpenedSession } from './open-session.ts'
import type { Outside } from './ports.ts'

export type SetUp = { district: string; personName: string; loginName: string; password: string }

/** @throws Refusal `setup.alreadyDone`, `password.flaws`, `account.loginName` */
export async function setUp(outside: Outside, wish: SetUp, language: Language): Promise<OpenedSession> {
  const { data, secrets } = outside
  if ((await data.findTenant()) !== null) throw new Refusal('setup.alreadyDone')
  const loginName = wish.loginName.normalize('NFKC')
  if (!/^[\p{L}\p{N}._-]+$/u.test(loginName)) throw new Refusal('account.loginName', { field: 'loginName' })
  choosePassword(wish.password, loginName, language)
  const at = outside.now()
  const passwordHash = await secrets.hashPassword(wish.password)
  const session = newSession(outside)
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
    await stores.accounts.openSession({ ...session.stored, personId })
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
  const visitor = await data.read.visitor(tenantId, session.stored.tokenHash, at)
  if (visitor === null) throw new Error('the session was not kept')
  return { visitor, token: session.token }
}
