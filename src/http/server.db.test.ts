import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { openDatabase } from '../adapters/postgres/database.ts'
import { postgresData } from '../adapters/postgres/postgres-data.ts'
import { contracts, type Route } from '../core/api/contracts.ts'
import { errorSchema } from '../core/api/records.ts'
import { buildServer } from './build-server.ts'

const password = 'Yunling-2024x'
const webFolder = mkdtempSync(join(tmpdir(), 'bihuan-web-'))
writeFileSync(join(webFolder, 'index.html'), 'without what the page needs')
writeFileSync(join(webFolder, 'main-abc.js'), 'start()')

let world: World
let outside: TestOutside
let server: FastifyInstance
let cookie = ''
let csrf = ''
let inspectionId = 0
let asked = 0

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  server = await buildServer(
    outside,
    { version: '0.1.0', setupCode: 'ABCD2345', tls: false, uploadLimitMb: 1 },
    {
      web: { folder: webFolder, html: '<!doctype html><html><body><div id="root"></div></body></html>' },
      logger: false,
    },
  )
})
afterAll(async () => {
  await server.close()
  outside.close()
  await world.close()
  rmSync(webFolder, { recursive: true, force: true })
})

type Ask = { body?: object; headers?: Record<string, string>; from?: string; signedIn?: boolean }

/** As the page asks: signed in, with its token; each from an address of its own, so that limits do not meet. */
function ask(method: string, url: string, { body, headers = {}, from, signedIn = true }: Ask = {}) {
  asked += 1
  const options: InjectOptions = {
    method: method as 'GET',
    url,
    headers: { ...(signedIn && cookie !== '' ? { cookie, 'x-csrf-token': csrf } : {}), ...headers },
    remoteAddress: from ?? `10.1.${Math.floor(asked / 250)}.${asked % 250}`,
  }
  return server.inject(body === undefined ? options : { ...options, payload: body })
}

/** Answers of a route, checked against its contract. */
async function answer(route: Route, url: string, body?: object) {
  const [method = 'GET'] = route.split(' ')
  const response = await ask(method, url, body === undefined ? {} : { body })
  expect(response.statusCode, `${route}: ${response.body.slice(0, 300)}`).toBe(200)
  return contracts[route].response.parse(response.json())
}

function form(bytes: Buffer, name: string): { payload: Buffer; type: string } {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
    type: 'multipart/form-data; boundary=x',
  }
}

const wish = { district: '云岭区', personName: '周明砚', loginName: 'zhou', password }

test('set-up from another computer asks for the code, from the machine itself it does not', async () => {
  expect((await ask('GET', '/api/boot')).json()).toMatchObject({ setUp: false, setupCodeNeeded: true })
  expect((await ask('GET', '/api/boot', { from: '127.0.0.1' })).json().setupCodeNeeded).toBe(false)
  const proxied = await ask('GET', '/api/boot', { from: '127.0.0.1', headers: { 'x-forwarded-for': '10.9.9.9' } })
  expect(proxied.json().setupCodeNeeded).toBe(true)
  for (const setupCode of [undefined, 'ABCD2346']) {
    const refused = await ask('POST', '/api/setup', { body: { ...wish, setupCode } })
    expect(refused.json().error).toMatchObject({ code: 'setup.codeWrong', field: 'setupCode' })
  }
  const done = await ask('POST', '/api/setup', { body: { ...wish, setupCode: 'ABCD2345' } })
  expect(done.statusCode).toBe(200)
  const set = String(done.headers['set-cookie'])
  expect(set).toMatch(/^bihuan_session=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  cookie = set.split(';')[0] ?? ''
  csrf = done.json().csrfToken
  expect((await ask('POST', '/api/setup', { body: { ...wish, setupCode: 'ABCD2345' } })).json().error.code).toBe(
    'setup.alreadyDone',
  )
})

test('every route answers in the shape of its contract', async () => {
  const sample = await answer('POST /api/sample', '/api/sample', { submissionId: 'shape-sample' })
  inspectionId = (sample as { inspectionId: number }).inspectionId
  const boot = await answer('GET /api/boot', '/api/boot')
  expect(boot).toMatchObject({ district: '云岭区', session: { person: { loginName: 'zhou' } } })
  await answer('GET /api/inspections', '/api/inspections')
  await answer('GET /api/ledger', `/api/ledger?inspection=${inspectionId}&limit=500`)
  await answer('GET /api/ledger', `/api/ledger?inspection=${inspectionId}&view=flat&limit=500`)
  await answer('GET /api/ledger/counts', `/api/ledger/counts?inspection=${inspectionId}&status=underway`)
  await answer('GET /api/units', `/api/units?inspection=${inspectionId}`)
  await answer('GET /api/aspects', `/api/aspects?inspection=${inspectionId}`)
  for (const { id } of await world.asOwner('select finding_id::int as id from finding'))
    await answer('GET /api/findings/:id', `/api/findings/${id}`)
  for (const { id } of await world.asOwner('select measure_id::int as id from measure'))
    await answer('GET /api/measures/:id', `/api/measures/${id}`)
  const text = '1.补植不到位。一是补植27株。二是落实养护。'
  const { id } = (await answer('POST /api/imports/text', '/api/imports/text', { text })) as { id: number }
  await answer('GET /api/imports', '/api/imports')
  await answer('GET /api/imports/:id', `/api/imports/${id}`)
  await answer('PUT /api/imports/:id/edits', `/api/imports/${id}/edits`, { edits: [], basedOn: 0 })
  const preview = await answer('POST /api/imports/:id/preview', `/api/imports/${id}/preview`, { inspectionId: null })
  const { ledgerVersion } = preview as { ledgerVersion: string }
  await answer('POST /api/imports/:id/apply', `/api/imports/${id}/apply`, {
    inspectionId: null,
    inspectionName: '</script><script>alert(1)</script>',
    edits: [],
    ledgerVersion,
    submissionId: 'shape-apply',
  })
  const draft = (await answer('POST /api/imports/text', '/api/imports/text', { text })) as { id: number }
  await answer('DELETE /api/imports/:id', `/api/imports/${draft.id}`)
  await answer('PUT /api/me/preferences', '/api/me/preferences', {
    language: 'zh',
    textSize: 'large',
    ledgerColumns: [],
  })
  expect(await answer('GET /api/boot', '/api/boot')).toMatchObject({ session: { preferences: { textSize: 'large' } } })
})

test('a file is taken with its Chinese name; one that is too large, missing or not readable is refused by its sentence', async () => {
  const send = (bytes: Buffer, name: string) => {
    const { payload, type } = form(bytes, name)
    return server.inject({
      method: 'POST',
      url: '/api/imports',
      headers: { cookie, 'x-csrf-token': csrf, 'content-type': type },
      payload,
    })
  }
  const taken = await send(Buffer.from('1.补植不到位。一是补植27株。'), '整改通报（定稿）.txt')
  expect(taken.statusCode).toBe(200)
  expect((await ask('GET', `/api/imports/${taken.json().id}`)).json().sourceName).toBe('整改通报（定稿）.txt')
  const large = await send(Buffer.alloc(1024 * 1024 + 1, 65), '大.txt')
  expect([large.statusCode, large.json().error.code]).toEqual([413, 'document.tooLarge'])
  expect(large.json().error.message).toContain('大.txt')
  const empty = await send(Buffer.alloc(0), '空.txt')
  expect([empty.statusCode, empty.json().error.code]).toEqual([422, 'document.empty'])
  const none = await ask('POST', '/api/imports', { body: {} })
  expect(none.json().error.code).toBe('request.invalid')
})

describe('a write', () => {
  const body = { language: 'zh', textSize: 'large', ledgerColumns: [] }
  const code = async (headers: Record<string, string>): Promise<string> =>
    (await ask('PUT', '/api/me/preferences', { body, headers })).json().error?.code ?? ''

  test('needs the token of its session', async () => {
    expect(await code({ 'x-csrf-token': '' })).toBe('request.foreignOrigin')
    expect(await code({ 'x-csrf-token': `${csrf.slice(0, -1)}~` })).toBe('request.foreignOrigin')
    expect(await code({})).toBe('')
  })

  test('must come from a page of this server, signing in too', async () => {
    expect(await code({ origin: 'http://evil.example', host: 'bihuan.local' })).toBe('request.foreignOrigin')
    expect(await code({ origin: 'null', host: 'bihuan.local' })).toBe('request.foreignOrigin')
    expect(await code({ 'sec-fetch-site': 'cross-site' })).toBe('request.foreignOrigin')
    expect(await code({ origin: 'http://bihuan.local:3000', host: 'bihuan.local:3000' })).toBe('')
    const signIn = await ask('POST', '/api/session', {
      signedIn: false,
      body: { loginName: 'zhou', password },
      headers: { origin: 'http://evil.example', host: 'bihuan.local' },
    })
    expect(signIn.json().error.code).toBe('request.foreignOrigin')
  })

  test('with a character that cannot be kept is refused, not cut', async () => {
    for (const text of ['补\0植', '补\ud800植']) {
      const refused = await ask('POST', '/api/imports/text', { body: { text } })
      expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'request.controlCharacter'])
    }
  })
})

describe('a refusal', () => {
  test('is told in the language of the page, with the field it is about and the number of the request', async () => {
    const url = `/api/ledger?inspection=${inspectionId}&dueFrom=2024-02-30`
    const zh = (await ask('GET', url, { headers: { 'accept-language': 'zh-CN,en;q=0.5' } })).json()
    expect(errorSchema.parse(zh.error)).toMatchObject({ code: 'request.invalid', field: 'dueFrom' })
    expect(zh.error.message).toMatch(/期限起.*2024-12-31/)
    const response = await ask('GET', url, { headers: { 'accept-language': 'en' } })
    expect(response.json().error.message).toMatch(/dueFrom is not a day/)
    expect(response.headers['x-request-id']).toBe(response.json().error.requestId)
  })

  test('names the place in a list', async () => {
    const edits = [
      { do: 'leaveOut', key: 'f1', leaveOut: true },
      { do: 'merge', keys: ['m1.1'] },
    ]
    const refused = await ask('PUT', '/api/imports/1/edits', { body: { edits, basedOn: 0 } })
    expect(refused.json().error).toMatchObject({ code: 'request.invalid', field: 'edits.1.keys' })
    expect(refused.json().error.message).toMatch(/改动第 2 项/)
  })

  test('of what is not known names the value', async () => {
    const refused = await ask('GET', `/api/ledger?inspection=${inspectionId}&status=planned,lost`)
    expect(refused.json().error).toMatchObject({ code: 'request.invalid', field: 'status' })
    expect(refused.json().error.message).toContain('lost')
  })

  test('of a broken body is a sentence, too', async () => {
    const refused = await server.inject({
      method: 'PUT',
      url: '/api/me/preferences',
      headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' },
      payload: '{"language":',
    })
    expect([refused.statusCode, refused.json().error.code]).toEqual([400, 'request.invalid'])
  })

  test('comes after too many tries to sign in from one address, and only there', async () => {
    const body = { loginName: 'nobody', password: 'x' }
    const tries = []
    for (let n = 0; n < 25; n += 1)
      tries.push((await ask('POST', '/api/session', { body, from: '10.9.0.1', signedIn: false })).statusCode)
    expect(tries.at(-1)).toBe(429)
    expect((await ask('GET', '/api/boot', { from: '10.9.0.1' })).statusCode).toBe(200)
    expect(
      (await ask('POST', '/api/session', { body: { loginName: 'zhou', password }, from: '10.9.0.2' })).statusCode,
    ).toBe(200)
  })
})

test('a fault shows its number and nothing of itself', async () => {
  await world.asOwner('alter table unit rename to unit_gone')
  const broken = await ask('GET', `/api/units?inspection=${inspectionId}`)
  await world.asOwner('alter table unit_gone rename to unit')
  expect(broken.statusCode).toBe(500)
  const { error } = broken.json()
  expect(error.message).toContain(error.requestId)
  expect(broken.body).not.toMatch(/unit_gone|relation|select/)
})

describe('pages', () => {
  const boot = (html: string) => JSON.parse(/id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? 'null')

  test('come with what they need to begin, and no text in it can leave its place', async () => {
    const page = await ask('GET', '/welcome')
    expect(page.headers['content-type']).toMatch(/text\/html/)
    expect(page.body).not.toContain('<script>alert')
    expect(boot(page.body)).toMatchObject({ district: '云岭区', ledger: null })
    expect(boot(page.body).inspections[0].name).toBe('</script><script>alert(1)</script>')
    expect(boot((await ask('GET', '/welcome', { signedIn: false })).body)).toMatchObject({
      session: null,
      inspections: [],
    })
  })

  test('are never served without it; scripts and styles may be kept for a year', async () => {
    expect(boot((await ask('GET', '/')).body)).toMatchObject({ district: '云岭区' })
    expect((await ask('GET', '/index.html')).statusCode).toBe(404)
    const script = await ask('GET', '/main-abc.js')
    expect([script.body, script.headers['cache-control']]).toEqual(['start()', 'public, max-age=31536000, immutable'])
    const zipped = await ask('GET', '/', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(boot(gunzipSync(zipped.rawPayload).toString())).toMatchObject({ district: '云岭区' })
  })

  test('of the ledger come with their first rows: those that the page would ask for', async () => {
    const search = `inspection=${inspectionId}&status=underway,planned&view=tree&sort=number&row=f3`
    const { ledger } = boot((await ask('GET', `/ledger?${search}`)).body)
    expect(ledger.query).toEqual({ inspection: String(inspectionId), status: 'underway,planned' })
    const rows = (await ask('GET', `/api/ledger?${new URLSearchParams(ledger.query)}`)).json()
    expect(ledger.page).toEqual(rows)
    expect(boot((await ask('GET', `/ledger?inspection=${inspectionId}&status=lost`)).body).ledger).toBeNull()
    expect(boot((await ask('GET', `/ledger?inspection=${inspectionId}`, { signedIn: false })).body).ledger).toBeNull()
  })

  test('load nothing from elsewhere, and do not lock out a plain http intranet', async () => {
    const { headers } = await ask('GET', '/ledger')
    expect(headers['content-security-policy']).toMatch(/default-src 'self'/)
    expect(headers['content-security-policy']).not.toMatch(/https?:|upgrade-insecure/)
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('say so in plain words while the database is away', async () => {
    const away = openDatabase({ host: '/nowhere', port: 5432, user: 'x', database: 'x', ssl: false })
    const without = await buildServer(
      { ...outside, data: postgresData(away) },
      { version: '0', setupCode: null, tls: false, uploadLimitMb: 1 },
      { web: null, logger: false },
    )
    const page = await without.inject({ url: '/ledger', headers: { 'accept-language': 'zh-CN' } })
    expect([page.statusCode, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(page.body).toContain('数据库暂时连不上')
    expect((await without.inject('/api/boot')).json().error.code).toBe('system.databaseAway')
    expect((await without.inject('/healthz')).statusCode).toBe(503)
    await without.close()
    await away.close()
  })

  test('that do not exist are answered as what they were asked as', async () => {
    expect((await ask('GET', '/api/nothing')).json().error.code).toBe('request.noSuchPage')
    expect((await ask('GET', '/assets/gone.js')).statusCode).toBe(404)
    expect((await ask('POST', '/ledger')).statusCode).toBe(404)
    for (const path of ['/no/such/page', '//', '/%zz', '/ledger?%'])
      expect((await ask('GET', path)).statusCode, path).toBeLessThan(500)
  })
})

test('the description of the API is OpenAPI 3.1 with every route, and its page loads nothing', async () => {
  const { openapi, paths } = (await ask('GET', '/api/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(described.sort()).toEqual(Object.keys(contracts).sort())
  const page = await ask('GET', '/api/docs')
  expect(page.body).toContain('/api/ledger')
  expect(page.body).not.toMatch(/<script|<link|src=/)
})

test('health is told to anybody, and by nothing but a working database', async () => {
  expect((await ask('GET', '/healthz', { signedIn: false })).json()).toEqual({ ok: true, version: '0.1.0' })
})

test('after signing out the cookie is gone and opens nothing', async () => {
  expect((await ask('GET', '/api/imports')).statusCode).toBe(200)
  const out = await ask('DELETE', '/api/session')
  expect(String(out.headers['set-cookie'])).toMatch(/Max-Age=0/)
  expect((await ask('GET', '/api/imports')).statusCode).toBe(401)
})
