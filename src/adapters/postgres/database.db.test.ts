import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World, wholeScope } from '../../../test/world.ts'
import { openDatabase } from './database.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('settings of a transaction end with it, on the same connection too', async () => {
  const database = openDatabase(world.ownerConnection, { size: 1 })
  const tenantId = await world.aTenant()
  const setting = async (): Promise<unknown> =>
    (await sql<{ tenant: string }>`select current_setting('bihuan.tenant', true) as tenant`.execute(database.outside))
      .rows[0]?.tenant
  await database.inTenant(wholeScope(tenantId), async () => undefined)
  expect(await setting()).toBeFalsy()
  await database.readOne(wholeScope(tenantId), { name: 'one', text: 'select 1 as one', values: [] })
  expect(await setting()).toBeFalsy()
  await expect(
    database.readOne(wholeScope(tenantId), { name: 'broken', text: 'select 1 / 0', values: [] }),
  ).rejects.toThrow(/division by zero/)
  expect(await setting()).toBeFalsy()
  await database.close()
})

test('a read cannot write', async () => {
  const tenantId = await world.aTenant()
  await expect(
    world.database.readOne(wholeScope(tenantId), { text: 'delete from session', values: [] }),
  ).rejects.toThrow(/read-only transaction/)
})

test('a database that is not there is told in words', async () => {
  const nowhere = openDatabase({ host: '/nowhere', port: 5432, user: 'x', database: 'x', ssl: false })
  const scope = wholeScope(1)
  await expect(nowhere.readOne(scope, { text: 'select 1', values: [] })).rejects.toMatchObject({
    code: 'system.databaseAway',
  })
  await expect(nowhere.inTenant(scope, async () => undefined)).rejects.toMatchObject({ code: 'system.databaseAway' })
  await nowhere.close()
})

test('connections cut while idle are replaced, and those cut in the middle of work say so', async () => {
  const errors: Error[] = []
  const database = openDatabase(world.ownerConnection, { size: 3, onError: (error) => errors.push(error) })
  const tenantId = await world.aTenant()
  const cut = () =>
    world.asOwner(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bihuan' and pid <> pg_backend_pid() and datname = current_database()",
    )
  await database.readOne(wholeScope(tenantId), { text: 'select 1', values: [] })
  const working = database.readOne(wholeScope(tenantId), { text: 'select pg_sleep(5)', values: [] })
  const told = expect(working).rejects.toMatchObject({ code: 'system.databaseAway' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await cut()
  await told
  await expect
    .poll(() => database.readOne(wholeScope(tenantId), { text: 'select 1 as one', values: [] }).catch(() => null))
    .toEqual([{ one: 1 }])
  await database.close()
})

test('closing ends connections that were used for reads alone, so that a command can end', async () => {
  const database = openDatabase(world.appConnection, { size: 1 })
  const backend = await database.readOne<{ pid: number }>(wholeScope(await world.aTenant()), {
    text: 'select pg_backend_pid() as pid',
    values: [],
  })
  await database.close()
  const alive = () => world.asOwner('select from pg_stat_activity where pid = $1', [backend[0]?.pid])
  await expect.poll(alive).toEqual([])
})
