/** The worker on a real queue: everything once at the start, as the application's role, and never twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { installJobQueue, openJobQueue } from '../adapters/postgres/job-queue.ts'
import { startWorker } from './start-worker.ts'

let world: World
let outside: TestOutside
let tenantId: number
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  await installJobQueue(world.ownerConnection)
  // A second server on the same database.
  await installJobQueue(world.ownerConnection)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const problems: string[] = []
const log = {
  debug: () => undefined,
  warn: (text: string) => problems.push(text),
  error: (text: string) => problems.push(text),
}

/** Starts a worker, waits until its queue is empty, and stops it. */
async function runOnce(): Promise<void> {
  const queue = openJobQueue(world.appConnection, (error) => problems.push(error.message))
  const worker = await startWorker(outside, queue, log)
  await expect
    .poll(() => world.asOwner('select task_identifier from graphile_worker.jobs'), { timeout: 120_000, interval: 50 })
    .toEqual([])
  await worker.stop()
  await queue.end()
}

test('a server that was away for three days catches up once, whatever it missed', async () => {
  const inspectionId = await world.anInspection(tenantId)
  const officer = await world.aPerson(tenantId)
  await world.aMeasure(tenantId, inspectionId, {
    status: 'underway',
    dueOn: '2024-09-05',
    responsibleOfficerId: officer,
    findingIds: [await world.aFinding(tenantId, inspectionId)],
  })
  await runOnce()
  const state = () =>
    world.asOwner(
      `select (select array_agg(light) from measure where tenant_id = $1) as lights,
        (select count(*)::int from message where tenant_id = $1 and person_id = $2) as messages`,
      [tenantId, officer],
    )
  expect(await state()).toEqual([{ lights: ['red'], messages: 1 }])
  // As if the queue had last been looked at three days ago, with a day's jobs still to be made up for.
  await world.asOwner(`update graphile_worker._private_known_crontabs
    set known_since = now() - interval '9 days', last_execution = now() - interval '3 days'`)
  outside.setNow(new Date('2024-09-14T02:00:00Z'))
  await runOnce()
  await runOnce()
  expect(await state()).toEqual([{ lights: ['red'], messages: 1 }])
  expect(problems).toEqual([])
})
