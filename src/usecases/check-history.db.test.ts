/** Tampering with the history, as the application and as the owner of the tables: what is refused, and what is named. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { outsideOf, sealingIn, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import { postgresData } from '../adapters/postgres/postgres-data.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { checkHistory } from './check-history.ts'
import { keepSealing } from './keep-sealing.ts'
import { keepCheckpoint, sealHistory } from './seal-history.ts'

let world: World
let outside: TestOutside
let tenantId: number
let count = 0

const anEvent = (): HistoryEvent => ({
  at: '2024-09-11T02:00:00.000Z',
  actorId: null,
  role: null,
  unitId: null,
  onBehalfOf: null,
  act: 'record.updated',
  recordKind: 'measure',
  recordId: ++count,
  before: { text: '补植27株' },
  after: { text: '补植 27 株，验收', share: 0.1 },
  reason: '笔误',
})
const write = (events: number) =>
  world.data.inTenant(wholeScope(tenantId), ({ history }) => history.append(Array.from({ length: events }, anEvent)))

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

/** Three seals of three events, each copied outside. */
beforeEach(async () => {
  tenantId = await world.aTenant()
  for (let seal = 0; seal < 3; seal++) {
    await write(3)
    const made = await sealHistory(outside, tenantId)
    if (made === null) throw new Error('nothing was sealed')
    await keepCheckpoint(outside, tenantId, made)
  }
})

const owner = (text: string) => world.asOwner(text.replaceAll('$tenant', String(tenantId)))
const faults = async () => (await checkHistory(outside, tenantId)).faults
/** Ids of the tenant's events, oldest first. */
const ids = async (): Promise<number[]> =>
  (await owner('select event_id::integer as id from history_event where tenant_id = $tenant order by event_id')).map(
    ({ id }) => Number(id),
  )

test('an untouched history has no fault; what is not sealed yet is counted', async () => {
  await write(2)
  expect(await checkHistory(outside, tenantId)).toMatchObject({
    events: 11,
    seals: 3,
    waiting: 2,
    checkpoints: 3,
    faults: [],
    faultCount: 0,
  })
})

test('the application can neither change, remove nor empty history and seals', async () => {
  const attempts = [
    "update history_event set reason = 'x'",
    'delete from history_event',
    'truncate history_event',
    "update history_seal set head = 'x'",
    'delete from history_seal',
    'truncate history_seal',
    'insert into history_waiting values (1, 1)',
    "update record_state set fields = '{}'",
    'delete from record_state',
    'alter table history_event disable trigger all',
    'drop table history_seal',
  ]
  for (const text of attempts)
    await expect(
      world.database.inTenant(wholeScope(tenantId), (transaction) => transaction.executeQuery(raw(text))),
    ).rejects.toThrow(/permission denied|must be owner/)
})
const raw = (text: string) =>
  ({ sql: text, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: text } }) as never

test.each([
  ['actor', 'actor_id = 7'],
  ['time', "at = at + interval '1 second'"],
  ['act', "act = 'record.created'"],
  ['record', 'record_id = record_id + 1000'],
  ['what was before', `before = '{"text":"补植28株"}'`],
  ['what came after', `after = after - 'share'`],
  ['reason', 'reason = null'],
  ['digest', "digest = sha256('x')"],
])('a changed %s of one event is named', async (_, change) => {
  const [, second = 0] = await ids()
  await owner(`update history_event set ${change} where tenant_id = $tenant and event_id = ${second}`)
  expect(await faults()).toEqual([{ code: 'eventChanged', event: second, seal: 1 }])
})

test('a removed event is named', async () => {
  const fifth = (await ids())[4] ?? 0
  await owner(`delete from history_event where tenant_id = $tenant and event_id = ${fifth}`)
  expect(await faults()).toEqual([{ code: 'eventMissing', event: fifth, seal: 2 }])
})

test('an event that was slipped in past the product is named', async () => {
  const [first = 0] = await ids()
  await owner('alter table history_event disable trigger seal_awaited')
  await owner(`insert into history_event (tenant_id, at, act, record_kind, record_id, digest_algorithm, digest)
    select tenant_id, at, act, record_kind, record_id, digest_algorithm, digest from history_event
    where tenant_id = $tenant and event_id = ${first}`)
  await owner('alter table history_event enable trigger seal_awaited')
  const added = (await ids()).at(-1)
  expect(await faults()).toEqual([
    { code: 'eventUnsealed', event: added },
    { code: 'eventChanged', event: added, seal: null },
  ])
})

test('two events that changed places are named', async () => {
  const [first = 0, second = 0] = await ids()
  await owner(`update history_event set event_id = case event_id when ${first} then -1 else -2 end
    where tenant_id = $tenant and event_id in (${first}, ${second})`)
  await owner(`update history_event set event_id = case event_id when -1 then ${second} else ${first} end
    where tenant_id = $tenant and event_id in (-1, -2)`)
  expect(await faults()).toEqual([
    { code: 'eventChanged', event: first, seal: 1 },
    { code: 'eventChanged', event: second, seal: 1 },
  ])
})

test('a seal that was rewritten to fit a changed event is named, by its head and by its signature', async () => {
  await owner(
    "update history_seal set sealed_at = sealed_at + interval '1 day' where tenant_id = $tenant and seal_number = 2",
  )
  expect(await faults()).toEqual([{ code: 'sealChanged', seal: 2 }])
  await owner(
    "update history_seal set sealed_at = sealed_at - interval '1 day', signature = decode('00', 'hex') where tenant_id = $tenant and seal_number = 2",
  )
  expect(await faults()).toEqual([{ code: 'sealSignature', seal: 2 }])
})

test('a removed seal leaves a gap and events without a seal', async () => {
  await owner('delete from history_seal where tenant_id = $tenant and seal_number = 2')
  const unsealed = (await ids()).slice(3, 6)
  expect(await faults()).toEqual([
    { code: 'sealMissing', seal: 2 },
    ...unsealed.map((event) => ({ code: 'eventUnsealed', event })),
  ])
})

test('seals that changed places are named', async () => {
  await owner('update history_seal set seal_number = -seal_number where tenant_id = $tenant and seal_number in (2, 3)')
  await owner('update history_seal set seal_number = 5 + seal_number where tenant_id = $tenant and seal_number < 0')
  const found = (await faults()).map(({ code, ...rest }) => [code, 'seal' in rest ? rest.seal : null])
  expect(found).toContainEqual(['sealChanged', 2])
  expect(found).toContainEqual(['sealMoved', 2])
  expect(found).toContainEqual(['sealChanged', 3])
})

test('what was cut off at the end is shown by a checkpoint, and by nothing else', async () => {
  const cut = (await ids()).slice(6)
  await owner('delete from history_seal where tenant_id = $tenant and seal_number = 3')
  await owner(`delete from history_event where tenant_id = $tenant and event_id in (${cut.join(',')})`)
  expect(await faults()).toEqual([{ code: 'truncated', seal: 3, last: 2 }])
  const blind = {
    ...outside,
    sealing: { ...outside.sealing, checkpoints: { append: async () => {}, read: async () => [] } },
  }
  expect((await checkHistory(blind, tenantId)).faults).toEqual([])
})

test('a chain that was made anew with another key does not fit the checkpoints', async () => {
  await owner('insert into history_waiting select tenant_id, event_id from history_event where tenant_id = $tenant')
  await owner('delete from history_seal where tenant_id = $tenant')
  const forger = { ...outside, sealing: sealingIn(join(outside.filesFolder, 'forger')) }
  await sealHistory(forger, tenantId)
  expect(await faults()).toEqual([
    { code: 'checkpointDiffers', seal: 1 },
    { code: 'truncated', seal: 3, last: 1 },
  ])
})

test('a forged line among the checkpoints is named; half a line is none', async () => {
  const file = join(outside.filesFolder, 'checkpoints', `tenant-${tenantId}.jsonl`)
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  const forged = { ...JSON.parse(lines[1] ?? ''), sealedAt: '2024-01-01T00:00:00.000Z' }
  await writeFile(file, `${[lines[0], JSON.stringify(forged), lines[2]].join('\n')}\n{"tenantId":`)
  expect(await faults()).toEqual([{ code: 'checkpointSignature', seal: 2 }])
})

test('the sealer takes every event once, whoever writes meanwhile, and copies its last head when it stops', async () => {
  const errors: unknown[] = []
  const sealer = keepSealing(outside, (error) => errors.push(error))
  await Promise.all(Array.from({ length: 40 }, () => write(2)))
  await sealer.stop()
  const report = await checkHistory(outside, tenantId)
  expect(report).toMatchObject({ events: 89, waiting: 0, faults: [] })
  expect((await outside.sealing.checkpoints.read(tenantId)).at(-1)?.head).toBe(report.head)
  expect(errors).toEqual([])
})

test('a history can be digested with SM3, also from some day on', async () => {
  const chinese = {
    ...outside,
    data: postgresData(world.database, 'sm3'),
    sealing: { ...outside.sealing, algorithm: 'sm3' as const },
  }
  await chinese.data.inTenant(wholeScope(tenantId), ({ history }) => history.append([anEvent()]))
  expect((await sealHistory(chinese, tenantId))?.algorithm).toBe('sm3')
  expect(await faults()).toEqual([])
  const last = (await ids()).at(-1)
  await owner(`update history_event set reason = 'x' where tenant_id = $tenant and event_id = ${last}`)
  expect(await faults()).toEqual([{ code: 'eventChanged', event: last, seal: 4 }])
})
