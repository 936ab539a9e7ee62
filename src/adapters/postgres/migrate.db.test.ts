import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/world.ts'
import { MigrationProblem, migrate } from './migrate.ts'

let world: World
const folder = mkdtempSync(join(tmpdir(), 'bihuan-migrations-'))
const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql)

beforeAll(async () => {
  world = await openWorld()
  await world.asOwner('drop table migration')
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('each file is applied once, in order, also by servers that start at the same moment', async () => {
  write('0002_second.sql', 'insert into tried values (2)')
  write('0001_first.sql', 'create table tried (n integer)')
  write('notes.txt', 'not a migration')
  const done = await Promise.all([migrate(world.ownerConnection, folder), migrate(world.ownerConnection, folder)])
  expect(done.flat()).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await world.asOwner('select n from tried')).toEqual([{ n: 2 }])
  expect(await migrate(world.ownerConnection, folder)).toEqual([])
})

test('a file that fails leaves nothing of itself behind', async () => {
  write('0003_broken.sql', 'create table half (n integer); select nonsense')
  await expect(migrate(world.ownerConnection, folder)).rejects.toThrow(/0003_broken.sql.*nonsense/)
  expect(await world.asOwner("select to_regclass('half') as half")).toEqual([{ half: null }])
  write('0003_broken.sql', 'create table half (n integer)')
  expect(await migrate(world.ownerConnection, folder)).toEqual(['0003_broken.sql'])
})

test('a file changed after it was applied is refused by name; other line ends are no change', async () => {
  write('0001_first.sql', 'create table tried (n integer)\r\n')
  await expect(migrate(world.ownerConnection, folder)).rejects.toThrow(/0001_first.sql/)
  write('0001_first.sql', 'create table tried (n integer)')
  write('0002_second.sql', 'insert into tried values (3)')
  await expect(migrate(world.ownerConnection, folder)).rejects.toBeInstanceOf(MigrationProblem)
  expect(await world.asOwner('select n from tried')).toEqual([{ n: 2 }])
  write('0002_second.sql', 'insert into tried values (2)')
})

test('a database made by a newer version is left alone', async () => {
  await world.asOwner("insert into migration (name, checksum) values ('9999_later.sql', 'x')")
  await expect(migrate(world.ownerConnection, folder)).rejects.toThrow(/9999_later.sql/)
})

test('a database that is not there is said in words', async () => {
  const nowhere = { connectionString: 'postgres://bihuan@localhost:9/bihuan' }
  await expect(migrate(nowhere, folder)).rejects.toThrow(/连不上数据库（.*ECONNREFUSED.*DATABASE_URL/)
})
