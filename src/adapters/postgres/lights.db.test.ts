import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow, wholeScope } from '../../../test/builders.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { parseDay } from '../../core/deadline/day.ts'
import { refreshLights } from '../../usecases/refresh-lights.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const day = (text: string) => {
  const read = parseDay(text)
  if (read === null) throw new Error(text)
  return read
}

test('lights follow the day; row of the ledger, place and counts follow the light', async () => {
  const tenantId = await world.aTenant()
  const inspectionId = await world.anInspection(tenantId)
  const findingId = await world.aFinding(tenantId, inspectionId)
  const ids: number[] = []
  for (const dueOn of ['2024-09-10', '2024-09-12', '2025-09-12'])
    ids.push(await world.aMeasure(tenantId, inspectionId, { findingIds: [findingId], status: 'underway', dueOn }))
  const scope = wholeScope(tenantId)
  const all = (today: string) =>
    refreshLights({ data: world.data, now: () => new Date(`${today}T02:00:00Z`) }, tenantId)
  const shown = () =>
    world.asOwner(
      `select measure.light, ledger_row ->> 'light' as row, light_rank from measure
       join measure_place using (tenant_id, measure_id) where tenant_id = $1 order by measure_id`,
      [tenantId],
    )
  await world.data.inTenant(scope, ({ lights }) => lights.refresh(ids, day('2024-09-11')))
  expect(await shown()).toEqual([
    { light: 'red', row: 'red', light_rank: 0 },
    { light: 'yellow', row: 'yellow', light_rank: 1 },
    { light: 'green', row: 'green', light_rank: 2 },
  ])
  expect(await all('2024-09-11')).toEqual({ looked: 3, changed: 0 })
  expect(await all('2024-09-13')).toEqual({ looked: 3, changed: 1 })
  const counts = await world.asOwner(
    `select status_rank as rank, records::int from ledger_count
     where tenant_id = $1 and audience = 0 and record_kind = 'light' and records > 0 order by 1`,
    [tenantId],
  )
  expect(counts).toEqual([
    { rank: 0, records: 2 },
    { rank: 2, records: 1 },
  ])
})

test('a message with the same key reaches a person once', async () => {
  const tenantId = await world.aTenant()
  const personId = await world.aPerson(tenantId)
  const message = {
    personId,
    kind: 'measure.urged' as const,
    inspectionId: null,
    recordKind: 'measure' as const,
    recordId: 1,
    facts: { number: '1-1', by: '云某' },
    at: testNow,
  }
  const send = (key: string | null) =>
    world.data.inTenant(wholeScope(tenantId), ({ messages }) => messages.send([{ ...message, key }]))
  await send('once')
  await send('once')
  await send(null)
  await send(null)
  expect(await world.asOwner('select key, facts from message where tenant_id = $1 order by 1', [tenantId])).toEqual([
    { key: 'once', facts: { number: '1-1', by: '云某' } },
    { key: null, facts: { number: '1-1', by: '云某' } },
    { key: null, facts: { number: '1-1', by: '云某' } },
  ])
})
