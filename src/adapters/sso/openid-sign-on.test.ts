import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isAcceptableIssuer, openidSignOn } from './openid-sign-on.ts'

const callback = 'http://localhost:4000/api/single-sign-on/return'
const provider = new OAuth2Server()
const reported: unknown[] = []
let claims: Record<string, unknown>

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims)
  })
})
beforeEach(() => {
  reported.length = 0
  claims = { preferred_username: 'linzhiyuan' }
})
afterAll(() => provider.stop())

const signOn = (issuer = provider.issuer.url ?? '', clientSecret: string | null = 'secret') =>
  openidSignOn(
    { issuer: new URL(issuer), clientId: 'bihuan', clientSecret, claim: 'preferred_username', name: '统一身份认证' },
    (error) => reported.push(error),
  )

/** What the browser does: goes to the provider and follows it back. */
async function back(address: string): Promise<URL> {
  const answer = await fetch(address, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

test('the provider names who signed in there, asked with PKCE, state and nonce', async () => {
  const place = signOn()
  const { address, kept } = await place.begin(callback)
  const asked = new URL(address).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('state')).toBe(kept.state)
  expect(asked.get('nonce')).toBe(kept.nonce)
  expect(asked.get('redirect_uri')).toBe(callback)
  expect(await place.finish(await back(address), kept)).toEqual({ loginName: 'linzhiyuan' })
  const open = signOn(undefined, null)
  const again = await open.begin(callback)
  expect(await open.finish(await back(again.address), again.kept)).toEqual({ loginName: 'linzhiyuan' })
})

test('another state, nonce or verifier, a token without the claim or for somebody else, are refused', async () => {
  const place = signOn()
  const begun = async () => {
    const { address, kept } = await place.begin(callback)
    return { returned: await back(address), kept }
  }
  for (const wrong of [{ state: 'x' }, { nonce: 'x' }, { verifier: 'x'.repeat(43) }]) {
    const { returned, kept } = await begun()
    await expect(place.finish(returned, { ...kept, ...wrong })).rejects.toMatchObject({ code: 'singleSignOn.failed' })
  }
  claims = { preferred_username: undefined }
  const nameless = await begun()
  await expect(place.finish(nameless.returned, nameless.kept)).rejects.toMatchObject({ code: 'singleSignOn.failed' })
  claims = { preferred_username: 'linzhiyuan', aud: 'another' }
  const foreign = await begun()
  await expect(place.finish(foreign.returned, foreign.kept)).rejects.toMatchObject({ code: 'singleSignOn.failed' })
  const refused = new URL(`${callback}?error=access_denied&state=${foreign.kept.state}`)
  await expect(place.finish(refused, foreign.kept)).rejects.toMatchObject({ code: 'singleSignOn.failed' })
  expect(reported).toHaveLength(6)
})

test('a provider that is away is told as such, and asked again by the next person', async () => {
  const other = new OAuth2Server()
  await other.issuer.keys.generate('RS256')
  await other.start(0, 'localhost')
  const issuer = other.issuer.url ?? ''
  await other.stop()
  const place = signOn(issuer)
  await expect(place.begin(callback)).rejects.toMatchObject({ code: 'singleSignOn.away' })
  await other.start(Number(new URL(issuer).port), 'localhost')
  expect((await place.begin(callback)).address).toContain(issuer)
  await other.stop()
})

test('plain http is for this machine alone', () => {
  const accepted = ['https://id.example.cn', 'http://localhost:8080', 'http://127.0.0.1/x', 'http://[::1]:1']
  for (const issuer of accepted) expect(isAcceptableIssuer(new URL(issuer))).toBe(true)
  for (const issuer of ['http://id.example.cn', 'http://localhost.example.cn', 'ftp://localhost'])
    expect(isAcceptableIssuer(new URL(issuer))).toBe(false)
})
