/**
 * A world for one test file: a database of its own, copied from the migrated template, and builders that fill in
 * whatever a test does not care about.
 *
 *     const world = await openWorld()
 *     afterAll(() => world.close())
 *     const tenantId = await world.aTenant()
 *     const inspectionId = await world.anInspection(tenantId)
 *     const measureId = await world.aMeasure(tenantId, inspectionId, { status: 'signedOff' })
 */
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenChanges, openChanges } from '../src/adapters/postgres/changes.ts'
import { type Connection, type Database, openDatabase } from '../src/adapters/postgres/database.ts'
import { databaseName, roles } from '../src/adapters/postgres/embedded/create-cluster.ts'
import { socketPort } from '../src/adapters/postgres/embedded/postmaster.ts'
import { postgresData } from '../src/adapters/postgres/postgres-data.ts'
import type { Data } from '../src/usecases/ports.ts'
import { type Builders, builders, testNow } from './builders.ts'

export { wholeScope } from './builders.ts'

export type World = Builders & {
  /** As the application: bound by row-level security. */
  database: Database
  /** The port of the use cases, on that database. */
  data: Data
  /** What this world's data tells of its commits. */
  changes: OpenChanges
  /** To this world's database as the owner of its tables, for what the application must not be able to do. */
  ownerConnection: Connection
  /** To it as the application. */
  appConnection: Connection
  /** Runs SQL as the owner of the tables. */
  asOwner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Makes the database. Takes tens of milliseconds; open one per file and close it in `afterAll`. */
export async function openWorld(): Promise<World> {
  const host = inject('databaseHost')
  const name = `world_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const server = (user: string, database: string): Connection => ({
    host,
    port: socketPort,
    user,
    database,
    ssl: false,
  })
  await run(server('postgres', 'postgres'), `create database ${name} template ${databaseName} owner ${roles.owner}`)
  const ownerConnection = server(roles.owner, name)
  const database = openDatabase(server(roles.app, name), { size: 4 })
  const changes = openChanges(server(roles.app, name), database)
  const data = postgresData(database, 'sha256', changes.tell)
  const asOwner: World['asOwner'] = (sql, values) => run(ownerConnection, sql, values)
  const insertTenant = async (tenant: string): Promise<number> => {
    const insert = 'insert into tenant (name, created_at) values ($1, $2) returning tenant_id::int as id'
    const [row] = await asOwner(insert, [tenant, testNow])
    return Number(row?.id)
  }
  return {
    ...builders(data, insertTenant),
    database,
    data,
    changes,
    ownerConnection,
    appConnection: server(roles.app, name),
    asOwner,
    async close() {
      await changes.close()
      await database.close()
      await run(server('postgres', 'postgres'), `drop database ${name} with (force)`)
    },
  }
}

async function run(connection: Connection, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}
