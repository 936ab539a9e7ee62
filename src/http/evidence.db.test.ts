/** Files in and out over HTTP: as a browser sends them, as somebody with ill will sends them, and what goes out with them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { buildServer } from './build-server.ts'
import { cookieName } from './request-context.ts'

let world: World
let outside: TestOutside
let server: FastifyInstance
let measureId: number
let headers: Record<string, string>

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  const settings = { version: '0', setupCode: null, tls: false, uploadLimitMb: 1 }
  server = await buildServer(outside, settings, { web: null, logger: false })
  const tenantId = await world.aTenant()
  measureId = await world.aMeasure(tenantId, await world.anInspection(tenantId), { status: 'underway' })
  const { visitor, token } = await aVisitor(world, outside, tenantId)
  headers = { cookie: `${cookieName}=${tenantId}.${token}`, 'x-csrf-token': visitor.csrfToken }
})
afterAll(async () => {
  await server.close()
  outside.close()
  await world.close()
})

let sent = 0
function send(name: string, bytes: Uint8Array, over: { field?: string; headers?: Record<string, string> } = {}) {
  const boundary = 'yunling'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${over.field ?? 'file'}"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return server.inject({
    method: 'POST',
    url: `/api/measures/${measureId}/evidence?submissionId=http-evidence-${++sent}`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}`, ...over.headers },
    payload,
  })
}
const file = (id: number, more: Record<string, string> = {}, query = '') =>
  server.inject({ url: `/api/evidence/${id}/file${query}`, headers: { ...headers, ...more } })
const underWay = (): string[] => readdirSync(join(outside.filesFolder, 'incoming'))

test('a file goes in and comes out as it was, under a policy that lets nothing run', async () => {
  const answer = await send('清点表.txt', Buffer.from('补植 27 株'))
  expect(answer.statusCode).toBe(200)
  const { evidence } = answer.json()
  const got = await file(evidence.id, {}, '?download=original')
  expect(got.body).toBe('补植 27 株')
  expect(got.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
    'content-disposition': `attachment; filename="___.txt"; filename*=UTF-8''${encodeURIComponent('清点表.txt')}`,
  })
  const tag = String(got.headers.etag)
  expect((await file(evidence.id, { 'if-none-match': tag })).statusCode).toBe(304)
  const part = await file(evidence.id, { range: 'bytes=0-5' })
  expect([part.statusCode, part.body, part.headers['content-length']]).toEqual([206, '补植', '6'])
  expect((await file(evidence.id, { range: 'bytes=-4' })).body).toBe(' 株')
  const beyond = await file(evidence.id, { range: 'bytes=900-' })
  expect([beyond.statusCode, beyond.json().error.code]).toEqual([416, 'file.badRange'])
})

test('a file above the limit is refused in words, and nothing of it stays', async () => {
  const answer = await send('录像.mp4', Buffer.alloc(3 * 1024 * 1024, 'a'))
  expect(answer.statusCode).toBe(413)
  expect(answer.json().error.message).toContain('录像.mp4')
  expect(underWay()).toEqual([])
})

test('names from paths, with line ends or 255 Chinese characters, come out as plain names', async () => {
  const named = async (name: string): Promise<string> => {
    const answer = await send(name, Buffer.from(`内容 ${sent}`))
    const { evidence } = answer.json()
    expect((await file(evidence.id)).headers['content-disposition']).not.toMatch(/[\r\n]/)
    return evidence.name
  }
  expect(await named('../../../etc/passwd.txt')).toBe('passwd.txt')
  expect(await named('C:\\\\照片\\\\说明.txt')).toBe('说明.txt')
  const long = await named(`${'绿'.repeat(251)}.txt`)
  expect([long.length, long.slice(-5)]).toEqual([200, '绿.txt'])
})

test('what calls itself a page is judged by its bytes: a page is refused, whatever it is called', async () => {
  for (const name of ['照片.jpg', '说明.txt', '页.html'])
    expect((await send(name, Buffer.from('<!doctype html><script>alert(1)</script>'))).statusCode).toBe(415)
  const plain = await send('说明.txt', Buffer.from('alert(1)'))
  expect(plain.json().evidence.mediaType).toBe('text/plain')
})

test('without a file, with a foreign token or to a measure that is not there, nothing is taken', async () => {
  expect((await send('a.txt', Buffer.from('a'), { field: 'other' })).statusCode).toBe(400)
  expect((await send('a.txt', Buffer.from('a'), { headers: { 'x-csrf-token': 'x' } })).statusCode).toBe(403)
  const nowhere = await server.inject({
    method: 'POST',
    url: '/api/measures/999999/evidence?submissionId=http-evidence-nowhere',
    headers,
  })
  expect(nowhere.json().error.code).toBe('record.notFound')
  expect(underWay()).toEqual([])
})
