/** Changes as they happen, over a real connection: who hears of what. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import type { Assignment } from '../core/access/policy.ts'
import type { Change } from '../core/api/live.ts'
import { buildServer } from './build-server.ts'
import { cookieName } from './request-context.ts'

let world: World
let outside: TestOutside
let server: FastifyInstance
let address: string
let tenantId: number
let inspectionId: number
let own: { unitId: number; measureId: number }
let foreign: { unitId: number; measureId: number }
const streams: (() => void)[] = []

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  server = await buildServer(
    outside,
    { version: '0', setupCode: null, tls: false, uploadLimitMb: 1 },
    { web: null, logger: false },
  )
  address = await server.listen({ host: '127.0.0.1', port: 0 })
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  own = await aUnitAtWork(inspectionId)
  foreign = await aUnitAtWork(inspectionId)
})
afterAll(async () => {
  for (const end of streams) end()
  await server.close()
  outside.close()
  await world.close()
})

async function aUnitAtWork(inspection: number) {
  const unitId = await world.aUnit(tenantId)
  const findingId = await world.aFinding(tenantId, inspection)
  return {
    unitId,
    measureId: await world.aMeasure(tenantId, inspection, { leadUnitId: unitId, findingIds: [findingId] }),
  }
}

type Listener = { status: number; next(): Promise<Change[] | null | 'ended'> }

async function listen(assignment: Assignment, inspection = inspectionId): Promise<Listener> {
  const { token } = await aVisitor(world, outside, tenantId, [assignment])
  const stop = new AbortController()
  streams.push(() => stop.abort())
  const response = await fetch(`${address}/api/live?inspection=${inspection}`, {
    headers: { cookie: `${cookieName}=${tenantId}.${token}` },
    signal: stop.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let held = ''
  return {
    status: response.status,
    async next() {
      for (;;) {
        const at = held.indexOf('\n\n')
        if (at >= 0) {
          const message = held.slice(0, at)
          held = held.slice(at + 2)
          if (message.startsWith('data: ')) return JSON.parse(message.slice(6))
          continue
        }
        const read = await reader?.read()
        if (read === undefined || read.done) return 'ended'
        held += read.value
      }
    },
  }
}

const change = (measureId: number, actorId: number | null = null): Promise<void> =>
  world.data.inTenant(wholeScope(tenantId), ({ history }) =>
    history.append([
      {
        at: outside.now().toISOString(),
        actorId,
        role: null,
        unitId: null,
        onBehalfOf: null,
        act: 'record.updated',
        recordKind: 'measure',
        recordId: measureId,
        before: null,
        after: null,
        reason: null,
      },
    ]),
  )

const ids = (changes: Change[] | null | 'ended') => (Array.isArray(changes) ? changes.map(({ id }) => id) : changes)

test('the office hears of every measure; a unit of its own alone, with who and what', async () => {
  const office = await listen({ role: 'office', unitId: null, inspectionId })
  const officer = await listen({ role: 'officer', unitId: own.unitId, inspectionId })
  const actorId = await world.aPerson(tenantId, { name: '张某' })
  await change(foreign.measureId)
  expect(ids(await office.next())).toEqual([foreign.measureId])
  await change(own.measureId, actorId)
  expect(ids(await office.next())).toEqual([own.measureId])
  // The change of the other unit was told before this one to whom it was told at all.
  expect(await officer.next()).toEqual([
    {
      kind: 'measure',
      id: own.measureId,
      act: 'record.updated',
      actorId,
      actor: '张某',
      at: outside.now().toISOString(),
    },
  ])
})

test('a change in another inspection is not told', async () => {
  const elsewhere = await aUnitAtWork(await world.anInspection(tenantId))
  const office = await listen({ role: 'office', unitId: null, inspectionId: null })
  await change(elsewhere.measureId)
  await change(own.measureId)
  expect(ids(await office.next())).toEqual([own.measureId])
})

test('what was written and undone is not told', async () => {
  const office = await listen({ role: 'office', unitId: null, inspectionId })
  await world.data
    .inTenant(wholeScope(tenantId), async ({ history }) => {
      await history.append([])
      throw new Error('undone')
    })
    .catch(() => {})
  await change(own.measureId)
  expect(ids(await office.next())).toEqual([own.measureId])
})

test('who reads no ledger, or not this one, is refused', async () => {
  expect((await listen({ role: 'auditAdmin', unitId: null, inspectionId: null })).status).toBe(403)
  const other = await world.anInspection(tenantId)
  expect((await listen({ role: 'office', unitId: null, inspectionId: other })).status).toBe(403)
})

test('one person may listen eight times, and not a ninth', async () => {
  const { token } = await aVisitor(world, outside, tenantId, [{ role: 'office', unitId: null, inspectionId }])
  const statuses: number[] = []
  for (let time = 0; time < 9; time += 1) {
    const stop = new AbortController()
    streams.push(() => stop.abort())
    const { status } = await fetch(`${address}/api/live?inspection=${inspectionId}`, {
      headers: { cookie: `${cookieName}=${tenantId}.${token}` },
      signal: stop.signal,
    })
    statuses.push(status)
  }
  expect(statuses).toEqual([...Array(8).fill(200), 429])
})

test('after the listening connection was lost everything is to be read again, and changes are told as before', async () => {
  const office = await listen({ role: 'office', unitId: null, inspectionId })
  await world.asOwner(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bihuan-changes' and datname = current_database()",
  )
  expect(await office.next()).toBe(null)
  await change(own.measureId)
  expect(ids(await office.next())).toEqual([own.measureId])
})

test('closing the server ends the streams at once', async () => {
  const office = await listen({ role: 'office', unitId: null, inspectionId })
  await server.close()
  expect(await office.next()).toBe('ended')
})
