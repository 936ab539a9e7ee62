/** Signing in over HTTP: cookies, the second step, rate limits, single sign-on from the button to the ledger. */
import type { FastifyInstance } from 'fastify'
import { OAuth2Server } from 'oauth2-mock-server'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { openidSignOn } from '../adapters/sso/openid-sign-on.ts'
import { setUp } from '../usecases/set-up.ts'
import { buildServer } from './build-server.ts'
import { cookieName } from './request-context.ts'

const password = 'Yunling-2024x'
const provider = new OAuth2Server()
let world: World
let outside: TestOutside
let server: FastifyInstance
let claim = 'zhou'

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    token.payload.preferred_username = claim
  })
  world = await openWorld()
  const singleSignOn = openidSignOn(
    {
      issuer: new URL(provider.issuer.url ?? ''),
      clientId: 'bihuan',
      clientSecret: 'secret',
      claim: 'preferred_username',
      name: '区统一认证',
    },
    () => undefined,
  )
  outside = { ...outsideOf(world), singleSignOn }
  server = await buildServer(
    outside,
    { version: '0', setupCode: null, tls: true, uploadLimitMb: 1 },
    { web: null, logger: false },
  )
  await setUp(outside, { district: '云岭区', personName: '周明砚', loginName: 'zhou', password }, 'zh')
})
afterAll(async () => {
  await server.close()
  outside.close()
  await world.close()
  await provider.stop()
})

let asked = 0
const post = (url: string, payload: object, headers: Record<string, string> = {}, from?: string) =>
  server.inject({ method: 'POST', url, payload, headers, remoteAddress: from ?? `10.1.0.${asked++}` })
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: 'bihuan.example.cn', ...headers }, remoteAddress: `10.2.0.${asked++}` })
const cookiesOf = ({ headers }: { headers: Record<string, unknown> }): string[] =>
  [headers['set-cookie'] ?? []].flat().map(String)

test('with a second factor the password sets no cookie; the code sets one that scripts and other sites cannot use', async () => {
  const first = await post('/api/session', { loginName: 'zhou', password })
  const [cookie = ''] = cookiesOf(first)
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  const own = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': first.json().csrfToken }
  const { secret, ticket: begun } = (await post('/api/me/second-factor', { password }, own)).json()
  const code = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: outside.now().getTime() })
  const confirmed = await server.inject({
    method: 'PUT',
    url: '/api/me/second-factor',
    payload: { ticket: begun, code: code() },
    headers: own,
    remoteAddress: '10.3.0.1',
  })
  expect(confirmed.json().recoveryCodes).toHaveLength(10)
  outside.setNow(new Date(outside.now().getTime() + 60_000))
  const half = await post('/api/session', { loginName: 'zhou', password })
  expect(Object.keys(half.json())).toEqual(['ticket'])
  expect(cookiesOf(half)).toEqual([])
  const { ticket } = half.json()
  const wrong = await post('/api/session/second-step', { ticket, code: '000000' })
  expect([wrong.statusCode, wrong.json().error.field]).toEqual([422, 'code'])
  const whole = await post('/api/session/second-step', { ticket, code: code() })
  expect(whole.json()).toMatchObject({ person: { loginName: 'zhou' }, pending: null })
  expect(cookiesOf(whole)[0]).toContain(`${cookieName}=`)
  await post('/api/me/second-factor/removal', { password }, own)
})

test('changing the password goes on under another cookie; the one before opens nothing', async () => {
  const first = await post('/api/session', { loginName: 'zhou', password })
  const before = cookiesOf(first)[0]?.split(';')[0] ?? ''
  const changed = await server.inject({
    method: 'PUT',
    url: '/api/me/password',
    payload: { current: password, next: 'Another-2024y' },
    headers: { cookie: before, 'x-csrf-token': first.json().csrfToken },
    remoteAddress: '10.3.0.2',
  })
  const after = cookiesOf(changed)[0]?.split(';')[0] ?? ''
  const account = (cookie: string) => get('/api/me/account', { cookie })
  expect([(await account(before)).statusCode, (await account(after)).statusCode]).toEqual([401, 200])
})

test('guesses at codes are limited per address', async () => {
  const tries = []
  for (let n = 0; n < 21; n += 1)
    tries.push((await post('/api/invitation', { code: `2222-2222-22${n}` }, {}, '10.9.9.9')).statusCode)
  expect(tries.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422))
  expect(tries[20]).toBe(429)
})

/** What a browser does between the button and the page it wanted. */
async function signOn(next: string) {
  const begun = await get(`/api/single-sign-on?next=${encodeURIComponent(next)}`)
  const address = String(begun.headers.location)
  expect(new URL(address).searchParams.get('redirect_uri')).toBe('https://bihuan.example.cn/api/single-sign-on/return')
  const [kept = ''] = cookiesOf(begun)
  expect(kept).toMatch(/; Path=\/api\/single-sign-on; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/)
  const there = await fetch(address, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  return { back: back.pathname + back.search, cookie: kept.split(';')[0] ?? '' }
}

test('single sign-on leads to the page that was wanted, within this site alone', async () => {
  for (const [wanted, given] of [
    ['/ledger?view=flat', '/ledger?view=flat'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
  ] as const) {
    const { back, cookie } = await signOn(wanted)
    const done = await get(back, { cookie })
    expect([done.statusCode, done.headers.location]).toEqual([302, given])
    expect(cookiesOf(done).some((each) => each.startsWith(`${cookieName}=`))).toBe(true)
  }
})

test('coming back without the cookie, with another one, or as somebody without an account, leads to the page to sign in', async () => {
  const refused = async (back: string, cookie: string) => {
    const answer = await get(back, { cookie })
    expect(cookiesOf(answer).some((each) => each.startsWith(`${cookieName}=`))).toBe(false)
    return answer.headers.location
  }
  const first = await signOn('/')
  expect(await refused(first.back, '')).toBe('/login?signOn=failed')
  const other = await signOn('/')
  expect(await refused(first.back, other.cookie)).toBe('/login?signOn=failed')
  claim = 'stranger'
  const stranger = await signOn('/')
  expect(await refused(stranger.back, stranger.cookie)).toBe('/login?signOn=noAccount')
})
