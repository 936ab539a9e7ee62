/** Records as they were, told from the states that the database keeps with each transaction. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import { readStates } from './read-states.ts'

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const change = (measureId: number, text: string, at: string) =>
  world.data.inTenant(wholeScope(tenantId), async ({ ledger, history }) => {
    await ledger.updateMeasure(measureId, { text })
    await ledger.settle(inspectionId)
    await history.append([
      {
        at,
        actorId: null,
        role: 'office',
        unitId: null,
        onBehalfOf: null,
        act: 'record.updated',
        recordKind: 'measure',
        recordId: measureId,
        before: null,
        after: { text },
        reason: null,
      },
    ])
  })

test('every state of a record is there, newest first, with the moment of the act that made it', async () => {
  const findingId = await world.aFinding(tenantId, inspectionId, { number: '13' })
  const measureId = await world.aMeasure(tenantId, inspectionId, { text: '补植苗木', findingIds: [findingId] })
  await change(measureId, '补植苗木 1186 株', '2024-09-12T01:00:00.000Z')
  await change(measureId, '补植苗木 1200 株', '2024-09-20T01:00:00.000Z')
  const { visitor } = await aVisitor(world, outside, tenantId)
  const states = await readStates(outside, visitor, 'measure', measureId)
  expect(states.map(({ at, fields }) => [at, fields.text])).toEqual([
    ['2024-09-20T01:00:00.000Z', '补植苗木 1200 株'],
    ['2024-09-12T01:00:00.000Z', '补植苗木 1186 株'],
    [null, '补植苗木'],
  ])
  expect(states[0]?.fields).toMatchObject({ number: '13-1', status: 'planned' })
})

test('a write that changes nothing that was said leaves no state', async () => {
  const findingId = await world.aFinding(tenantId, inspectionId)
  const measureId = await world.aMeasure(tenantId, inspectionId, { findingIds: [findingId] })
  await world.asOwner("update measure set last_report_on = '2024-09-13' where measure_id = $1", [measureId])
  const { visitor } = await aVisitor(world, outside, tenantId)
  expect(await readStates(outside, visitor, 'measure', measureId)).toHaveLength(1)
})

test('who may not read the record now does not read what it was', async () => {
  const unitId = await world.aUnit(tenantId)
  const findingId = await world.aFinding(tenantId, inspectionId)
  const measureId = await world.aMeasure(tenantId, inspectionId, { leadUnitId: unitId, findingIds: [findingId] })
  const officerOf = async (unit: number) =>
    (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId: unit, inspectionId }])).visitor
  expect(await readStates(outside, await officerOf(unitId), 'measure', measureId)).toHaveLength(1)
  const other = await officerOf(await world.aUnit(tenantId))
  for (const [kind, id] of [
    ['measure', measureId],
    ['finding', findingId],
    ['measure', 999_999],
  ] as const)
    await expect(readStates(outside, other, kind, id)).rejects.toMatchObject({ code: 'record.notFound' })
})
