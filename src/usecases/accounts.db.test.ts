import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Role } from '../core/access/role.ts'
import { securitySettingsOf } from '../core/account/settings.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { changeSecurity } from './change-security.ts'
import { invitePeople } from './invite-people.ts'
import { listAccounts } from './list-accounts.ts'
import { manageAccount } from './manage-account.ts'
import { openSession } from './open-session.ts'
import { endOtherSessions, endOwnSession, readOwnAccount } from './own-account.ts'
import { passSecondStep } from './pass-second-step.ts'
import { permit } from './permit.ts'
import type { Visitor } from './ports.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from './second-factor.ts'
import type { OpenedSession } from './sign-in.ts'

const password = 'Yunling-2024x'
const desk = { address: '10.1.2.3', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36' }
let world: World
let outside: TestOutside
let tenantId: number
let admin: Visitor

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  admin = await as('systemAdmin')
})
afterEach(() => outside.close())
afterAll(() => world.close())

const as = async (role: Role): Promise<Visitor> =>
  (await aVisitor(world, outside, tenantId, [{ role, unitId: null, inspectionId: null }])).visitor
const later = (minutes: number): void => outside.setNow(new Date(outside.now().getTime() + minutes * 60_000))
const acts = async (personId: number): Promise<unknown[]> => {
  const sql =
    'select act from history_event where tenant_id = $1 and record_id = $2 and record_kind = $3 order by event_id'
  return (await world.asOwner(sql, [tenantId, personId, 'account'])).map((row) => row.act)
}
const stateOf = async (personId: number) =>
  (await listAccounts(outside, admin)).accounts.find(({ person }) => person.id === personId)

async function invite(personId: number, reset = false): Promise<string> {
  const [given] = await invitePeople(outside, admin, { personIds: [personId], reset })
  return given?.code ?? ''
}
const accept = (code: string, loginName?: string, chosen = password) =>
  acceptInvitation(outside, { code, tenantId, loginName, password: chosen }, 'zh', desk)
const signIn = (loginName: string, given = password) =>
  openSession(outside, { loginName, password: given, tenantId }, desk)

async function enter(loginName: string, given = password): Promise<OpenedSession> {
  const { session } = await signIn(loginName, given)
  if (session === null) throw new Error('a second step was asked for')
  return session
}
const isOpen = async ({ token }: { token: string }): Promise<boolean> =>
  (await world.data.read.visitor(tenantId, outside.secrets.digest(token), outside.now())) !== null

let count = 0
/** Somebody who opened their account by invitation, signed in. */
async function somebody(): Promise<OpenedSession & { personId: number; loginName: string }> {
  const personId = await world.aPerson(tenantId)
  const loginName = `lin${++count}`
  const { session } = await accept(await invite(personId), loginName)
  if (session === null) throw new Error('a second step was asked for')
  return { ...session, personId, loginName }
}

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: outside.now().getTime() })

async function enrol(visitor: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, ticket } = await beginSecondFactor(outside, visitor, password)
  const { recoveryCodes } = await confirmSecondFactor(outside, visitor, { ticket, code: codeOf(secret) })
  return { secret, recoveryCodes }
}

test('a person opens their account with the code, once, and is signed in', async () => {
  const personId = await world.aPerson(tenantId, { name: '林知远' })
  expect((await stateOf(personId))?.state).toBe('none')
  const code = await invite(personId)
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect((await stateOf(personId))?.state).toBe('invited')
  expect(await readInvitation(outside, { code: code.toLowerCase(), tenantId })).toMatchObject({
    name: '林知远',
    loginName: null,
  })
  const { session } = await accept(code, 'zhiyuan')
  expect(session?.visitor).toMatchObject({ personId, loginName: 'zhiyuan', pending: null })
  expect(await stateOf(personId)).toMatchObject({ state: 'active', loginName: 'zhiyuan', sessions: 1 })
  await expect(accept(code, 'lin2')).rejects.toMatchObject({ code: 'invitation.wrong' })
  expect(await acts(personId)).toEqual(['account.invited', 'account.opened', 'session.opened'])
})

test('of two who use a code at the same moment one gets in', async () => {
  const code = await invite(await world.aPerson(tenantId))
  const tries = await Promise.allSettled([accept(code, 'one'), accept(code, 'two')])
  expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a code ends after the days that are set, and with the next one', async () => {
  const personId = await world.aPerson(tenantId)
  const first = await invite(personId)
  const second = await invite(personId)
  await expect(accept(first, 'x1')).rejects.toMatchObject({ code: 'invitation.wrong' })
  later(14 * 24 * 60)
  await expect(accept(second, 'x1')).rejects.toMatchObject({ code: 'invitation.wrong' })
  admin = await as('systemAdmin')
  expect((await stateOf(personId))?.state).toBe('lapsed')
})

test('neither code nor secret nor recovery code is in the database', async () => {
  const { visitor, personId } = await somebody()
  const { secret, recoveryCodes } = await enrol(visitor)
  const code = await invite(await world.aPerson(tenantId))
  const tables = ['invitation', 'second_factor', 'recovery_code', 'account', 'session', 'history_event', 'submission']
  const dump = JSON.stringify(
    await Promise.all(tables.map((table) => world.asOwner(`select * from ${table} where tenant_id = $1`, [tenantId]))),
  )
  const bytes = Buffer.from(dump).toString()
  for (const hidden of [code, code.replaceAll('-', ''), secret, ...recoveryCodes]) expect(bytes).not.toContain(hidden)
  const [row] = await world.asOwner('select sealed_secret from second_factor where person_id = $1', [personId])
  expect(Buffer.from(row?.sealed_secret as Buffer).includes(secret)).toBe(false)
})

test('a login name that is taken or has blanks, and a weak password, leave the code good', async () => {
  const code = await invite(await world.aPerson(tenantId))
  const { loginName } = await somebody()
  await expect(accept(code, loginName.toUpperCase())).rejects.toMatchObject({
    code: 'account.loginTaken',
    facts: { field: 'loginName' },
  })
  await expect(accept(code, 'a b')).rejects.toMatchObject({ code: 'account.loginName' })
  await expect(accept(code)).rejects.toMatchObject({ code: 'account.loginName' })
  await expect(accept(code, 'good', 'short')).rejects.toMatchObject({ code: 'password.flaws' })
  expect((await accept(code, 'good')).session).not.toBeNull()
})

test('a reset takes password and sessions away, keeps the name, and refuses the passwords used before', async () => {
  const lin = await somebody()
  await expect(invite(lin.personId)).rejects.toMatchObject({ code: 'invitation.hasAccount' })
  const code = await invite(lin.personId, true)
  expect(await isOpen(lin)).toBe(false)
  await expect(signIn(lin.loginName)).rejects.toMatchObject({ code: 'session.wrong' })
  expect((await stateOf(lin.personId))?.state).toBe('invited')
  await expect(accept(code)).rejects.toMatchObject({ code: 'password.used' })
  later(1)
  expect((await accept(code, undefined, 'Another-2024y')).session?.visitor.loginName).toBe(lin.loginName)
  expect((await acts(lin.personId)).slice(-4)).toEqual([
    'account.reset',
    'session.refused',
    'password.changed',
    'session.opened',
  ])
})

test('many are invited at once; one who may not be leaves all uninvited', async () => {
  const people = await Promise.all([1, 2, 3].map(() => world.aPerson(tenantId)))
  const given = await invitePeople(outside, admin, { personIds: people, reset: false })
  expect(new Set(given.map(({ code }) => code)).size).toBe(3)
  const others = [await world.aPerson(tenantId), (await somebody()).personId]
  await expect(invitePeople(outside, admin, { personIds: others, reset: false })).rejects.toMatchObject({
    code: 'invitation.hasAccount',
  })
  expect((await stateOf(others[0] ?? 0))?.state).toBe('none')
  const elsewhere = await world.aPerson(await world.aTenant())
  await expect(invite(elsewhere)).rejects.toMatchObject({ code: 'record.notFound' })
  await expect(invite(admin.personId, true)).rejects.toMatchObject({ code: 'account.notYourself' })
})

test('a disabled account is out at once and stays out, whatever it tries, until it is enabled', async () => {
  const lin = await somebody()
  const disable = (reason: string) => manageAccount(outside, admin, lin.personId, { act: 'disable', reason })
  await expect(disable(' ')).rejects.toMatchObject({ code: 'account.reasonMissing' })
  await disable('已调离')
  expect(await isOpen(lin)).toBe(false)
  expect(await stateOf(lin.personId)).toMatchObject({ state: 'disabled', disabledReason: '已调离' })
  await expect(signIn(lin.loginName)).rejects.toMatchObject({ code: 'session.disabled' })
  await expect(signIn(lin.loginName, 'wrong')).rejects.toMatchObject({ code: 'session.wrong' })
  await expect(invite(lin.personId, true)).rejects.toMatchObject({ code: 'account.isDisabled' })
  await manageAccount(outside, admin, lin.personId, { act: 'enable' })
  expect((await enter(lin.loginName)).visitor.personId).toBe(lin.personId)
})

test('the administrator does nothing of the kind to the own account, and nothing to one that is not there', async () => {
  await expect(manageAccount(outside, admin, admin.personId, { act: 'disable', reason: 'x' })).rejects.toMatchObject({
    code: 'account.notYourself',
  })
  const personId = await world.aPerson(tenantId)
  await expect(manageAccount(outside, admin, personId, { act: 'unlock' })).rejects.toMatchObject({
    code: 'account.none',
  })
})

test('a locked account is seen as such and can be unlocked', async () => {
  const { loginName, personId } = await somebody()
  for (let n = 0; n < 5; n += 1) await expect(signIn(loginName, 'wrong')).rejects.toThrow()
  expect((await stateOf(personId))?.lockedUntil).toBe('2024-09-11T02:15:00.000Z')
  await manageAccount(outside, admin, personId, { act: 'unlock' })
  expect((await stateOf(personId))?.lockedUntil).toBeNull()
  expect((await enter(loginName)).visitor.personId).toBe(personId)
})

test('until a new password is chosen no role counts; then everything goes on', async () => {
  const lin = await somebody()
  await manageAccount(outside, admin, lin.personId, { act: 'requirePasswordChange' })
  later(1)
  const { visitor, token } = await enter(lin.loginName)
  expect(visitor).toMatchObject({ pending: 'password', roles: [] })
  expect(() => permit(visitor, 'ledger.read')).toThrow(expect.objectContaining({ code: 'session.passwordDue' }))
  const changed = await changePassword(outside, visitor, { current: password, next: 'Another-2024y', token }, 'zh')
  expect(changed.visitor.pending).toBeNull()
})

test('a password is due for a change after ninety days, or never where that is set', async () => {
  const { loginName } = await somebody()
  later(90 * 24 * 60 - 1)
  expect((await enter(loginName)).visitor.pending).toBeNull()
  later(1)
  expect((await enter(loginName)).visitor.pending).toBe('password')
  const other = await somebody()
  await changeSecurity(outside, await as('securityAdmin'), securitySettingsOf({ passwordDays: 0 }))
  later(1000 * 24 * 60)
  expect((await enter(other.loginName)).visitor.pending).toBeNull()
})

test('with a second factor the password alone opens nothing; a code opens it, once', async () => {
  const { visitor, loginName } = await somebody()
  const { secret } = await enrol(visitor)
  const step = async (code: string) => {
    const { ticket } = await signIn(loginName)
    return passSecondStep(outside, { ticket: ticket ?? '', code }, desk)
  }
  // The code that set it up is used already.
  await expect(step(codeOf(secret))).rejects.toMatchObject({ code: 'secondFactor.wrong' })
  later(1)
  const code = codeOf(secret)
  expect((await step(code)).visitor.loginName).toBe(loginName)
  await expect(step(code)).rejects.toMatchObject({ code: 'secondFactor.wrong' })
})

test('of two who send the same code at the same moment one gets in', async () => {
  const { visitor, loginName } = await somebody()
  const { secret } = await enrol(visitor)
  later(1)
  const tickets = await Promise.all([signIn(loginName), signIn(loginName)])
  const tries = await Promise.allSettled(
    tickets.map(({ ticket }) => passSecondStep(outside, { ticket: ticket ?? '', code: codeOf(secret) }, desk)),
  )
  expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('wrong codes lock the second step, and right passwords in between do not count against that', async () => {
  const { visitor, loginName, personId } = await somebody()
  const { secret } = await enrol(visitor)
  later(1)
  const step = async (code: string) =>
    passSecondStep(outside, { ticket: (await signIn(loginName)).ticket ?? '', code }, desk)
  for (let n = 0; n < 5; n += 1) await expect(step('000000')).rejects.toMatchObject({ code: 'secondFactor.wrong' })
  await expect(step(codeOf(secret))).rejects.toMatchObject({ code: 'session.locked' })
  expect((await stateOf(personId))?.lockedUntil).not.toBeNull()
  await manageAccount(outside, admin, personId, { act: 'unlock' })
  expect((await step(codeOf(secret))).visitor.personId).toBe(personId)
})

test('a ticket is good for five minutes, and for the password that it was given for', async () => {
  const { visitor, loginName, token, personId } = await somebody()
  const { secret } = await enrol(visitor)
  const ticket = (await signIn(loginName)).ticket ?? ''
  later(6)
  const late = passSecondStep(outside, { ticket, code: codeOf(secret) }, desk)
  await expect(late).rejects.toMatchObject({ code: 'session.ticketOver' })
  later(1)
  const next = (await signIn(loginName)).ticket ?? ''
  await changePassword(outside, visitor, { current: password, next: 'Another-2024y', token }, 'zh')
  const stale = passSecondStep(outside, { ticket: next, code: codeOf(secret) }, desk)
  await expect(stale).rejects.toMatchObject({ code: 'session.ticketOver' })
  const forged = passSecondStep(outside, { ticket: Buffer.from('x').toString('base64url'), code: '1' }, desk)
  await expect(forged).rejects.toMatchObject({ code: 'session.ticketOver' })
  expect((await acts(personId)).filter((act) => act === 'session.opened')).toHaveLength(1)
})

test('a recovery code stands in once; new ones make the old ones void', async () => {
  const { visitor, loginName, token } = await somebody()
  const { recoveryCodes } = await enrol(visitor)
  expect(recoveryCodes).toHaveLength(10)
  const step = async (code: string | undefined) =>
    passSecondStep(outside, { ticket: (await signIn(loginName)).ticket ?? '', code: code ?? '' }, desk)
  expect((await step(recoveryCodes[0]?.toLowerCase())).visitor.loginName).toBe(loginName)
  await expect(step(recoveryCodes[0])).rejects.toMatchObject({ code: 'secondFactor.wrong' })
  expect((await readOwnAccount(outside, visitor, token)).secondFactor?.recoveryCodesLeft).toBe(9)
  const { recoveryCodes: renewed } = await renewRecoveryCodes(outside, visitor, password)
  await expect(step(recoveryCodes[1])).rejects.toMatchObject({ code: 'secondFactor.wrong' })
  expect((await step(renewed[1])).visitor.loginName).toBe(loginName)
})

test('setting it up, renewing and giving up ask for the password; the old one holds until the new one has shown a code', async () => {
  const { visitor, loginName } = await somebody()
  await expect(beginSecondFactor(outside, visitor, 'wrong')).rejects.toMatchObject({ code: 'password.wrongCurrent' })
  const { secret: old } = await enrol(visitor)
  const { ticket } = await beginSecondFactor(outside, visitor, password)
  const wrong = confirmSecondFactor(outside, visitor, { ticket, code: '000000' })
  await expect(wrong).rejects.toMatchObject({ code: 'secondFactor.wrong' })
  later(1)
  const step = await signIn(loginName)
  expect((await passSecondStep(outside, { ticket: step.ticket ?? '', code: codeOf(old) }, desk)).token).toBeTruthy()
  const stranger = await somebody()
  const foreign = confirmSecondFactor(outside, stranger.visitor, { ticket, code: codeOf(old) })
  await expect(foreign).rejects.toMatchObject({ code: 'secondFactor.notBegun' })
  await removeSecondFactor(outside, visitor, password)
  expect((await signIn(loginName)).ticket).toBeNull()
})

test('who needs a second factor can do nothing else before it is set up, and cannot give it up', async () => {
  const security = await as('securityAdmin')
  const { loginName } = await somebody()
  await changeSecurity(outside, security, securitySettingsOf({ secondFactor: 'all' }))
  const { visitor, token } = await enter(loginName)
  expect(visitor).toMatchObject({ pending: 'secondFactor', roles: [] })
  expect(() => permit(visitor, 'ledger.read')).toThrow(expect.objectContaining({ code: 'session.secondFactorDue' }))
  await enrol(visitor)
  const now = await world.data.read.visitor(tenantId, outside.secrets.digest(token), outside.now())
  expect(now?.pending).toBeNull()
  await expect(removeSecondFactor(outside, visitor, password)).rejects.toMatchObject({ code: 'secondFactor.needed' })
  await changeSecurity(outside, security, securitySettingsOf({ secondFactor: 'off' }))
  expect((await signIn(loginName)).ticket).not.toBeNull()
  await expect(beginSecondFactor(outside, visitor, password)).rejects.toMatchObject({ code: 'secondFactor.off' })
})

test('the administrator resets a second factor: its sessions end, and the password alone opens the account', async () => {
  const lin = await somebody()
  await enrol(lin.visitor)
  await manageAccount(outside, admin, lin.personId, { act: 'resetSecondFactor' })
  expect(await isOpen(lin)).toBe(false)
  expect((await signIn(lin.loginName)).ticket).toBeNull()
  expect(await acts(lin.personId)).toContain('secondFactor.reset')
})

test('people see where they are signed in, and end one session or all others, but nobody else’s', async () => {
  const lin = await somebody()
  const [second, third] = [await enter(lin.loginName), await enter(lin.loginName)]
  const { sessions } = await readOwnAccount(outside, lin.visitor, third.token)
  expect(sessions).toHaveLength(3)
  expect(sessions.filter(({ current }) => current)).toHaveLength(1)
  expect(sessions[0]).toMatchObject({ system: 'Windows', browser: 'Chrome', address: '10.1.2.3' })
  const other = await somebody()
  const id = sessions.find(({ method }) => method === 'invitation')?.id ?? 0
  await expect(endOwnSession(outside, other.visitor, id)).rejects.toMatchObject({ code: 'session.notYours' })
  await endOwnSession(outside, lin.visitor, id)
  expect([await isOpen(lin), await isOpen(second), await isOpen(third)]).toEqual([false, true, true])
  expect(await endOtherSessions(outside, lin.visitor, third.token)).toBe(1)
  expect([await isOpen(second), await isOpen(third)]).toEqual([false, true])
})

test('times and number of sessions are as set, at once for those that are open', async () => {
  const security = await as('securityAdmin')
  const lin = await somebody()
  later(20)
  expect(await isOpen(lin)).toBe(true)
  const settings = securitySettingsOf({ sessionIdleMinutes: 10, sessionLongestHours: 1, sessionsPerPerson: 2 })
  await changeSecurity(outside, security, settings)
  later(11)
  expect(await isOpen(lin)).toBe(false)
  const sessions = [await enter(lin.loginName), await enter(lin.loginName), await enter(lin.loginName)]
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, true, true])
  for (let n = 0; n < 7; n += 1) {
    later(9)
    await Promise.all(sessions.map(isOpen))
  }
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, false, false])
})

test('what the operator at the server does is in the history as such', async () => {
  const personId = await world.aPerson(tenantId)
  const operator = { operatorOf: tenantId }
  const [given] = await invitePeople(outside, operator, { personIds: [personId], reset: false })
  await accept(given?.code ?? '', 'byoperator')
  await manageAccount(outside, operator, personId, { act: 'disable', reason: '已退休' })
  const sql =
    "select actor_id, reason from history_event where tenant_id = $1 and act in ('account.invited', 'account.disabled')"
  expect(await world.asOwner(sql, [tenantId])).toEqual([
    { actor_id: null, reason: 'operator at the server' },
    { actor_id: null, reason: 'operator at the server: 已退休' },
  ])
})
