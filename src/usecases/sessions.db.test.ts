import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { changePassword } from './change-password.ts'
import { closeSession } from './close-session.ts'
import { openSession } from './open-session.ts'
import { setPreferences } from './set-preferences.ts'
import { setUp } from './set-up.ts'
import type { OpenedSession } from './sign-in.ts'

const password = 'Yunling-2024x'
const wish = { district: '云岭区', personName: '周明砚', loginName: 'zhou', password }
let world: World
let outside: TestOutside

beforeAll(async () => {
  world = await openWorld()
})
// Each test begins before the first visit.
beforeEach(async () => {
  await world.asOwner('truncate tenant cascade')
  outside = outsideOf(world)
})
afterEach(() => outside.close())
afterAll(() => world.close())

async function signIn(given: string, loginName = 'zhou'): Promise<OpenedSession> {
  const { session } = await openSession(outside, { loginName, password: given })
  if (session === null) throw new Error('a second step was asked for')
  return session
}
const later = (minutes: number): void => outside.setNow(new Date(outside.now().getTime() + minutes * 60_000))
const acts = async (): Promise<unknown[]> =>
  (await world.asOwner('select act from history_event order by event_id')).map((row) => row.act)

test('the first visit makes the tenant and the office’s account, and signs it in', async () => {
  const { visitor } = await setUp(outside, wish, 'zh')
  expect(visitor).toMatchObject({ name: '周明砚', loginName: 'zhou' })
  expect(visitor.roles.map((held) => held.role)).toEqual(['office', 'systemAdmin'])
  expect(await world.data.findTenant()).toMatchObject({ name: '云岭区' })
  expect(await acts()).toEqual(['tenant.setUp'])
})

test('it is made once, however many try at the same moment', async () => {
  const tries = await Promise.allSettled([1, 2, 3].map((n) => setUp(outside, { ...wish, loginName: `zhou${n}` }, 'zh')))
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await world.asOwner('select * from tenant')).toHaveLength(1)
  await expect(setUp(outside, wish, 'zh')).rejects.toMatchObject({ code: 'setup.alreadyDone' })
})

test('a password that is not good enough is refused with all that is wrong with it, and nothing is made', async () => {
  await expect(setUp(outside, { ...wish, password: 'abc' }, 'zh')).rejects.toMatchObject({
    code: 'password.flaws',
    facts: { flaws: expect.stringMatching(/10 个字符.*至少三种/) },
  })
  await expect(setUp(outside, { ...wish, loginName: 'zhou ming' }, 'en')).rejects.toMatchObject({
    code: 'account.loginName',
  })
  expect(await world.data.findTenant()).toBeNull()
})

test('neither password nor token is kept, only what they are checked against', async () => {
  const { token } = await setUp(outside, wish, 'zh')
  const dump = JSON.stringify([
    await world.asOwner('select * from account'),
    await world.asOwner('select * from session'),
  ])
  expect(dump).not.toContain(password)
  expect(dump).not.toContain(token)
  expect(dump).toContain('scrypt$ln=')
})

test('five wrong passwords close the account for fifteen minutes, and a restart does not open it', async () => {
  await setUp(outside, wish, 'zh')
  for (let n = 0; n < 5; n += 1) await expect(signIn('wrong')).rejects.toMatchObject({ code: 'session.wrong' })
  await expect(signIn(password)).rejects.toMatchObject({ code: 'session.locked', facts: { minutes: 15 } })
  const restarted = outsideOf(world)
  await expect(openSession(restarted, { loginName: 'zhou', password })).rejects.toMatchObject({
    code: 'session.locked',
  })
  restarted.close()
  later(16)
  expect((await signIn(password)).visitor.name).toBe('周明砚')
  expect((await acts()).filter((act) => act === 'account.locked')).toHaveLength(1)
})

test('of many wrong passwords at the same moment each one counts', async () => {
  await setUp(outside, wish, 'zh')
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => signIn('wrong')))
  const codes = tries.map((each) => (each.status === 'rejected' ? each.reason.code : 'in'))
  expect(codes.filter((code) => code === 'session.wrong')).toHaveLength(5)
  expect(codes.filter((code) => code === 'session.locked')).toHaveLength(7)
})

test('a name without an account is answered and locked like any other', async () => {
  await setUp(outside, wish, 'zh')
  for (let n = 0; n < 5; n += 1)
    await expect(signIn('wrong', 'nobody')).rejects.toMatchObject({ code: 'session.wrong' })
  await expect(signIn('wrong', 'nobody')).rejects.toMatchObject({ code: 'session.locked', facts: { minutes: 15 } })
  expect((await signIn(password)).visitor.name).toBe('周明砚')
})

test('a right password forgets the wrong ones before it; names are the same in capitals and full width', async () => {
  await setUp(outside, wish, 'zh')
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) await expect(signIn('wrong')).rejects.toMatchObject({ code: 'session.wrong' })
    expect((await signIn(password, 'ＺＨＯＵ')).visitor.loginName).toBe('zhou')
  }
})

test('a session ends after thirty minutes without a request, after twelve hours in any case, and by signing out', async () => {
  const { visitor, token } = await setUp(outside, wish, 'zh')
  const find = () => world.data.read.visitor(visitor.tenantId, outside.secrets.digest(token), outside.now())
  for (let n = 0; n < 23; n += 1) {
    later(29)
    expect(await find()).not.toBeNull()
  }
  later(60)
  expect(await find()).toBeNull()

  const second = await signIn(password)
  for (let n = 0; n < 25; n += 1) {
    later(29)
    await world.data.read.visitor(visitor.tenantId, outside.secrets.digest(second.token), outside.now())
  }
  const open = () => world.data.read.visitor(visitor.tenantId, outside.secrets.digest(second.token), outside.now())
  expect(await open()).toBeNull()

  const third = await signIn(password)
  await closeSession(outside, third.visitor, third.token)
  expect(await world.data.read.visitor(visitor.tenantId, outside.secrets.digest(third.token), outside.now())).toBeNull()
})

test('changing the password asks for the current one, remembers the last five, and ends the other sessions', async () => {
  const first = await setUp(outside, wish, 'zh')
  let second = await signIn(password)
  const change = (current: string, next: string) =>
    changePassword(outside, second.visitor, { current, next, token: second.token }, 'zh')
  await expect(change('wrong', 'Another-2024y')).rejects.toMatchObject({ code: 'password.wrongCurrent' })
  await expect(change(password, 'short')).rejects.toMatchObject({ code: 'password.flaws' })
  await expect(change(password, password)).rejects.toMatchObject({ code: 'password.used' })
  const passwords = [1, 2, 3, 4, 5].map((n) => `Another-${n}024y`)
  let current = password
  for (const next of passwords) {
    later(1)
    second = await change(current, next)
    current = next
  }
  await expect(change(current, passwords[0] ?? '')).rejects.toMatchObject({ code: 'password.used' })
  later(1)
  const before = second.token
  second = await change(current, password)
  const { tenantId } = first.visitor
  const find = (token: string) => world.data.read.visitor(tenantId, outside.secrets.digest(token), outside.now())
  expect([await find(first.token), await find(before)]).toEqual([null, null])
  expect(await find(second.token)).not.toBeNull()
})

test('guessing the current password closes the account as guessing at sign-in does', async () => {
  const { visitor, token } = await setUp(outside, wish, 'zh')
  const guess = () => changePassword(outside, visitor, { current: 'wrong', next: 'Another-2024y', token }, 'zh')
  for (let n = 0; n < 5; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'password.wrongCurrent' })
  await expect(signIn(password)).rejects.toMatchObject({ code: 'session.locked' })
})

test('preferences are kept with the account', async () => {
  const { visitor } = await setUp(outside, wish, 'zh')
  await setPreferences(outside, visitor, { language: 'en', textSize: 'large', ledgerColumns: ['status'] })
  expect((await signIn(password)).visitor.preferences).toEqual({
    language: 'en',
    textSize: 'large',
    ledgerColumns: ['status'],
  })
})
