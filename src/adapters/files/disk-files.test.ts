import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diskFiles } from './disk-files.ts'

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

test('where nothing can be written it says so and leaves nothing', async () => {
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, '')
  chmodSync(blocked, 0o400)
  await expect(diskFiles(blocked).keep(Buffer.from('x'))).rejects.toThrow(/ENOTDIR/)
})
