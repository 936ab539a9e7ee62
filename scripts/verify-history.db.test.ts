/** The stand-alone verifier, which shares no code with the product, agrees with it. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportHistory } from '../src/usecases/export-history.ts'
import { keepCheckpoint, sealHistory } from '../src/usecases/seal-history.ts'
import { outsideOf, type TestOutside } from '../test/outside.ts'
import { openWorld, type World } from '../test/world.ts'

const script = fileURLToPath(new URL('verify-history.mjs', import.meta.url))
let world: World
let outside: TestOutside
let tenantId: number
let lines: string[]

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  for (let seal = 0; seal < 3; seal++) {
    await append(4)
    const made = await sealHistory(outside, tenantId)
    if (made !== null) await keepCheckpoint(outside, tenantId, made)
  }
  await append(1)
  lines = []
  for await (const line of exportHistory(outside, tenantId)) lines.push(line)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const append = (events: number) =>
  world.data.inTenant({ tenantId, sight: { whole: 'all', audiences: [] } }, ({ history }) =>
    history.append(
      Array.from({ length: events }, (_, at) => ({
        at: '2024-09-11T02:00:00.000Z',
        actorId: null,
        role: 'office' as const,
        unitId: null,
        onBehalfOf: null,
        act: 'record.updated' as const,
        recordKind: 'measure' as const,
        recordId: at + 1,
        before: { 期限: '2024年底前', nested: { b: [1, 2.5], a: null } },
        after: {},
        reason: '更正“期限”\n第二行',
      })),
    ),
  )

function verify(history: string[]): { status: number | null; faults: string[] } {
  const file = join(outside.filesFolder, 'history.jsonl')
  writeFileSync(file, history.join(''))
  const { status, stdout } = spawnSync(
    process.execPath,
    [script, file, '--checkpoints', join(outside.filesFolder, 'checkpoints')],
    { encoding: 'utf8' },
  )
  return { status, faults: stdout.split('\n').filter((line) => line.startsWith('✗')) }
}
const isSeal = (line: string, number: number): boolean =>
  line.includes('"kind":"seal"') && line.includes(`"number":${number},`)
const eventAt = (place: number): number => JSON.parse(lines[place] ?? '').id

test('an untouched export fits, with its unsealed event', () => {
  expect(lines).toHaveLength(1 + 13 + 3)
  expect(verify(lines)).toEqual({ status: 0, faults: [] })
})

test.each([
  [
    'changed',
    (all: string[]) => all.map((line, at) => (at === 2 ? line.replace('更正', '改正') : line)),
    /✗ 事件 \d+ 的内容被改动/,
  ],
  ['removed', (all: string[]) => all.filter((_, at) => at !== 2), /✗ 事件 \d+ 被删除/],
])('an event that was %s is named', (_, tamper, sentence) => {
  const { status, faults } = verify(tamper(lines))
  expect(status).toBe(1)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(sentence)
  expect(faults[0]).toContain(String(eventAt(2)))
})

test('a removed seal, a changed seal and a cut-off end are named', () => {
  const without = verify(lines.filter((line) => !isSeal(line, 2)))
  expect(without.status).toBe(1)
  expect(without.faults.join()).toContain('缺少第 2 号封存')
  const changed = verify(
    lines.map((line) => (isSeal(line, 2) ? line.replace('"sealedAt":"2024', '"sealedAt":"2023') : line)),
  )
  expect(changed.faults.join()).toContain('第 2 号封存被改动')
  const end = lines.findIndex((line) => isSeal(line, 2))
  expect(verify(lines.slice(0, end + 1)).faults).toEqual([expect.stringContaining('末尾被截去')])
})

test('what is no history is refused', () => {
  expect(verify(['{"kind":"other"}\n']).status).toBe(2)
  expect(verify(['not json\n']).status).toBe(2)
})
