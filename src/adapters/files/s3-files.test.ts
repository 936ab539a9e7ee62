import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Files } from '../../usecases/ports/evidence.ts'
import { s3Files } from './s3-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'bihuan-s3-'))
const incoming = join(folder, 'incoming')
let store: S3rver
let files: Files
let endpoint: string

const settings = { bucket: 'bihuan', key: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' }
beforeAll(async () => {
  store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'store'),
    configureBuckets: [{ name: 'bihuan', configs: [] }],
  })
  const { port } = await store.run()
  endpoint = `http://127.0.0.1:${port}`
  files = s3Files({ ...settings, endpoint }, incoming)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return Buffer.concat(parts).toString()
}

test('what flows in is kept by its digest and comes back whole and in parts', async () => {
  const received = await files.receive(Readable.from([Buffer.from('补植 '), Buffer.from('1186 trees')]))
  expect(received.type).toBe('txt')
  await received.keep()
  expect(await whole(await files.open(received.sha256))).toBe('补植 1186 trees')
  expect(await whole(await files.open(received.sha256, { start: 7, end: 10 }))).toBe('1186')
  expect(readdirSync(incoming)).toEqual([])
  expect(await files.keep(Buffer.from('补植 1186 trees'))).toEqual({ sha256: received.sha256, size: received.size })
})

test('a file that is dropped, or not there, leaves and gives nothing', async () => {
  const received = await files.receive(Readable.from([Buffer.from('不要了')]))
  await received.drop()
  await expect(files.open(received.sha256)).rejects.toMatchObject({ code: 'file.missing' })
  expect(readdirSync(incoming)).toEqual([])
})

test('a wrong key and a store that is away are said in words, and nothing stays behind', async () => {
  const refused = s3Files({ ...settings, endpoint, secret: 'wrong' }, incoming)
  await expect(refused.keep(Buffer.from('x'))).rejects.toMatchObject({ code: 'file.storeAway' })
  const away = s3Files({ ...settings, endpoint: 'http://127.0.0.1:1' }, incoming)
  await expect(away.keep(Buffer.from('x'))).rejects.toMatchObject({ code: 'file.storeAway' })
  await expect(away.open('0'.repeat(64))).rejects.toMatchObject({ code: 'file.storeAway' })
  expect(readdirSync(incoming)).toEqual([])
})
