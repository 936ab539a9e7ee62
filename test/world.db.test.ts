import { afterAll, expect, it } from 'vitest'
import { openWorld, type World } from './world.ts'

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
