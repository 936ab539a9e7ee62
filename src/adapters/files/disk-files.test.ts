import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { diskFiles } from './disk-files.ts'
import { storeProblem } from './store-problem.ts'

const folder = mkdtempSync(join(tmpdir(), 'bihuan-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2))

test('bytes are kept once, under their digest, readable by nobody else', async () => {
  const files = diskFiles(folder)
  const bytes = Buffer.from('补植苗木27株')
  const [one, two] = await Promise.all([files.keep(bytes), files.keep(bytes)])
  expect(one).toEqual(two)
  expect(one.size).toBe(bytes.length)
  const place = placeOf(one.sha256)
  expect(readFileSync(place).equals(bytes)).toBe(true)
  expect(statSync(place).mode & 0o077).toBe(0)
  expect(readdirSync(join(folder, one.sha256.slice(0, 2)))).toHaveLength(1)
})

test('a file that was cut short is written again', async () => {
  const files = diskFiles(folder)
  const { sha256 } = await files.keep(Buffer.from('整改通报'))
  truncateSync(placeOf(sha256), 3)
  await files.keep(Buffer.from('整改通报'))
  expect(readFileSync(placeOf(sha256), 'utf8')).toBe('整改通报')
})

test('where nothing can be written it says so in words and leaves nothing', async () => {
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, '')
  await expect(diskFiles(blocked).keep(Buffer.from('x'))).rejects.toMatchObject({ code: 'file.storeAway' })
})

test('a full disk is said in words', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  expect(storeProblem(full)).toMatchObject({ code: 'file.storeFull' })
})

test('what flows in comes back whole and in parts; a sender who stops leaves nothing', async () => {
  const files = diskFiles(folder)
  const received = await files.receive(Readable.from([Buffer.from('补植 '), Buffer.from('1186 trees')]))
  await received.keep()
  const text = async (part?: { start: number; end: number }): Promise<string> => {
    const parts: Uint8Array[] = []
    for await (const chunk of await files.open(received.sha256, part)) parts.push(chunk)
    return Buffer.concat(parts).toString()
  }
  expect(await text()).toBe('补植 1186 trees')
  expect(await text({ start: 7, end: 10 })).toBe('1186')

  async function* stops(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half')
    throw new Error('the line broke')
  }
  await expect(files.receive(stops())).rejects.toThrow('the line broke')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  await expect(files.open('0'.repeat(64))).rejects.toMatchObject({ code: 'file.missing' })
})
