import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const notice = readFileSync(new URL('../../../fixtures/notices/sample/云岭区通报.txt', import.meta.url), 'utf8').split(
  '\n',
)
let folder: string
let worker: URL

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-reading-'))
  const outfile = join(folder, 'reading-worker.mjs')
  const entry = fileURLToPath(new URL('./reading-worker.ts', import.meta.url))
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' })
  worker = pathToFileURL(outfile)
})
afterAll(() => rm(folder, { recursive: true }))

test('a long text is read in a thread of its own, as it would be read here, while others go on', async () => {
  const lines = Array.from({ length: 12 }, () => notice).flat()
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 5)
  const apart = await readNotice(lines, worker)
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(5)
  expect(apart).toEqual(await readNotice(lines, null))
})

test('however many come at once, each gets its own reading', async () => {
  const texts = [10, 11, 12, 13].map((times) => Array.from({ length: times }, () => notice).flat())
  const readings = await Promise.all(texts.map((lines) => readNotice(lines, worker)))
  expect(readings.map((reading) => reading.notice.findings.length)).toEqual(
    (await Promise.all(texts.map((lines) => readNotice(lines, null)))).map((reading) => reading.notice.findings.length),
  )
})

test('a thread that fails is an error, not an endless wait', async () => {
  const lines = Array.from({ length: 12 }, () => notice).flat()
  await expect(readNotice(lines, new URL('file:///nowhere/worker.mjs'))).rejects.toThrow()
})
