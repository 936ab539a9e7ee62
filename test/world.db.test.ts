import { afterAll, expect, it } from 'vitest'
import { openWorld, type World, wholeScope } from './world.ts'

const opened: World[] = []
afterAll(async () => {
  for (const world of opened) await world.close()
})

it('gives each test file an empty, migrated database of its own', async () => {
  const [one, two] = [await openWorld(), await openWorld()]
  opened.push(one, two)
  await one.asOwner("insert into tenant (name, created_at) values ('云岭区', now())")
  expect(await one.asOwner('select name from tenant')).toEqual([{ name: '云岭区' }])
  expect(await two.asOwner('select name from tenant')).toEqual([])
})

it('lets the application read and write as a role that cannot change history', async () => {
  const world = await openWorld()
  opened.push(world)
  const denied = world.database.outside.deleteFrom('tenant').execute()
  await expect(denied).rejects.toThrow(/permission denied/)
})

it('builds a ledger in which a test says only what it is about', async () => {
  const world = await openWorld()
  opened.push(world)
  const tenantId = await world.aTenant('云岭区')
  const inspectionId = await world.anInspection(tenantId)
  const findingId = await world.aFinding(tenantId, inspectionId, { number: '13' })
  const leadUnitId = await world.aUnit(tenantId, { name: '区城管局' })
  const measureId = await world.aMeasure(tenantId, inspectionId, {
    findingIds: [findingId],
    status: 'signedOff',
    leadUnitId,
    responsibleOfficerId: await world.aPerson(tenantId, { unitId: leadUnitId }),
  })
  const measure = await world.data.read.measurePage(wholeScope(tenantId), measureId, '2024-09-11')
  expect(measure).toMatchObject({ number: '13-1', status: 'signedOff', leadUnit: { name: '区城管局' } })
  await world.aCause(tenantId, inspectionId, { findingIds: [findingId] })
  const finding = await world.data.read.findingPage(wholeScope(tenantId), findingId, '2024-09-11')
  expect(finding?.causeList).toHaveLength(1)
  expect(await world.anAccount(tenantId, { loginName: 'wang' })).toBeGreaterThan(0)
})
