/** Everybody of the tenant with the state of their account. */
import { blind, may } from '../core/access/policy.ts'
import { secondStepName, signInName } from '../core/account/lock-out.ts'
import { actingAs, type Operator } from './acting.ts'
import { actorOf } from './permit.ts'
import type { AccountRow, OwnSession } from './ports/accounts.ts'
import type { Outside, Visitor } from './ports.ts'

export async function listAccounts(
  { data, secrets, now }: Outside,
  who: Visitor | Operator | null,
): Promise<{ accounts: AccountRow[]; mayManage: boolean }> {
  const at = now()
  const { tenantId } = actingAs(who, 'account.list', at)
  const rows = await data.read.account.accounts(tenantId, at)
  const locks = await data.inTenant({ tenantId, sight: blind }, ({ accounts }) => accounts.locks(at))
  const until = new Map(locks.map(({ nameDigest, lockedUntil }) => [nameDigest.toString('hex'), lockedUntil]))
  // Names are digested for the few that are locked alone.
  const lockedUntil = ({ person, loginName }: AccountRow): string | null => {
    if (until.size === 0 || loginName === null) return null
    const names = [signInName(loginName), secondStepName(person.id)]
    const found = names.flatMap((name) => until.get(secrets.digest(name).toString('hex')) ?? [])
    return found.length === 0 ? null : new Date(Math.max(...found.map(Number))).toISOString()
  }
  return {
    accounts: rows.map((row) => ({ ...row, lockedUntil: lockedUntil(row) })),
    mayManage: who !== null && ('operatorOf' in who || may(actorOf(who), 'account.manage').allowed),
  }
}

/** Where somebody is signed in. @throws Refusal `record.notFound` */
export async function listSessions(
  { data, now }: Outside,
  who: Visitor | Operator | null,
  personId: number,
): Promise<OwnSession[]> {
  const at = now()
  const { tenantId } = actingAs(who, 'account.list', at)
  await data.inTenant({ tenantId, sight: blind }, ({ accounts }) => accounts.person(personId))
  return data.read.account.sessions(tenantId, personId, null, at)
}
