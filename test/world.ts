/**
 * A world for one test file: a database of its own, copied from the migrated template, and builders that fill in
 * whatever a test does not care about.
 *
 *     const world = await openWorld()
 *     const { tenantId } = await world.aTenant()
 *     afterAll(world.close)
 */
import pg from 'pg'
import { inject } from 'vitest'
import {
  type Connection,
  type Database,
  openDatabase,
  type Scope,
  wholeSight,
} from '../src/adapters/postgres/database.ts'
import { databaseName, roles } from '../src/adapters/postgres/embedded/create-cluster.ts'
import { socketPort } from '../src/adapters/postgres/embedded/postmaster.ts'

export type World = {
  /** As the application: bound by row-level security. */
  database: Database
  /** To this world's database as the owner of its tables, for what the application must not be able to do. */
  ownerConnection: Connection
  /** Runs SQL as the owner of the tables. */
  asOwner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** The present of tests: a Wednesday in the office. */
export const testNow = new Date('2024-09-11T02:00:00Z')

/** Sees everything of a tenant. */
export const wholeScope = (tenantId: number): Scope => ({ tenantId, sight: wholeSight })

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
  const database = openDatabase(ownerConnection, { size: 4 })
  return {
    database,
    ownerConnection,
    asOwner: (sql, values) => run(ownerConnection, sql, values),
    async close() {
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
