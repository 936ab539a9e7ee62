/**
 * The connections of the application. Each serves as role `bihuan_app`, which can neither change history nor see a row
 * outside the tenant of the running transaction.
 */
import type { Duplex } from 'node:stream'
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Sight, wholeSight } from '../../core/access/policy.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tables } from './tables.ts'

/** What `pg` needs to connect: the embedded server's socket, or `{ connectionString }` of DATABASE_URL. */
export type Connection = pg.ClientConfig

/** Whose transaction it is: settings that row-level security reads. */
export type Scope = { tenantId: number; sight: Sight }

export type Transaction = KyselyTransaction<Tables>

/**
 * A statement prepared and planned once per connection under its name; without a name it is planned for its values
 * each time, which suits counting: how many rows there are decides the way.
 */
export type Statement<Row extends pg.QueryResultRow = pg.QueryResultRow> = {
  name?: string
  text: string
  values: unknown[]
  /** For types alone. */
  row?: Row
}
type RowsOf<Statements extends readonly Statement[]> = {
  [Index in keyof Statements]: Statements[Index] extends Statement<infer Row> ? Row[] : never
}

export type Database = {
  /** Runs `work` in one transaction of the tenant; rolled back when it throws. */
  inTenant<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Reads in a transaction of their own, in a single trip to the server. */
  readAll<Statements extends readonly Statement[]>(scope: Scope, statements: Statements): Promise<RowsOf<Statements>>
  readOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement<Row>): Promise<Row[]>
  /** One writing statement in a transaction of its own, in a single trip to the server; durable when it resolves. */
  writeOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement<Row>): Promise<Row[]>
  /** Makes the first tenant and runs `work` in it, all in one transaction; null when there is a tenant already. */
  setUp<T>(
    tenant: { name: string; at: Date },
    work: (tenantId: number, transaction: Transaction) => Promise<T>,
  ): Promise<T | null>
  /** Outside any tenant: only names of tenants can be seen. */
  outside: Kysely<Tables>
  close(): Promise<void>
}

const arrayOf = (ids: readonly number[]): string => `{${ids.join(',')}}`

const settingsOf = ({ tenantId, sight }: Scope): [string, string, string] => [
  String(tenantId),
  sight.whole === 'all' ? 'all' : arrayOf(sight.whole),
  arrayOf(sight.audiences),
]

/** As `enter`, in words without parameters: they are numbers, and this way they travel with `begin`. */
function enterLocally(scope: Scope): string {
  const [tenant, whole, audiences] = settingsOf(scope)
  return `set local bihuan.tenant = '${tenant}'; set local bihuan.whole = '${whole}'; set local bihuan.audiences = '${audiences}'`
}

const planOnce = "; set local plan_cache_mode = 'force_generic_plan'"

/** SQLSTATE classes and system errors that say: the server is not there, or is going away. */
const away = /^(?:08|57P0|ECONN|ENOENT|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)/

/**
 * The result of work with the database.
 * @throws Refusal `system.databaseAway` when it could not be reached
 */
export async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Refusal) throw error
    const code = 'code' in error ? String(error.code) : ''
    if (away.test(code) || /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message))
      throw new Refusal('system.databaseAway')
    throw error
  }
}

/** Sends queries that do not wait for one another as one packet; answers when all are answered, well or badly. */
function together<Result>(
  client: pg.PoolClient,
  send: () => Promise<Result>[],
): Promise<PromiseSettledResult<Result>[]> {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Duplex } }).connection
  stream.cork()
  const results = send()
  stream.uncork()
  return Promise.allSettled(results)
}

const setUpLock = 0x73657475 // "setu"

async function enter(transaction: Transaction, scope: Scope): Promise<void> {
  const [tenant, whole, audiences] = settingsOf(scope)
  await sql`select set_config('bihuan.tenant', ${tenant}, true), set_config('bihuan.whole', ${whole}, true),
    set_config('bihuan.audiences', ${audiences}, true)`.execute(transaction)
}

/** Number of the type bigint[] in PostgreSQL, which the driver's list of types leaves out. */
const int8Array = 1016 as (typeof pg.types.builtins)['INT8']

/** Ids and counts are numbers, days are strings as written. */
function readers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  const { builtins } = pg.types
  types.setTypeParser(builtins.INT8, Number)
  types.setTypeParser(builtins.NUMERIC, Number)
  types.setTypeParser(builtins.DATE, (text: string) => text)
  types.setTypeParser<number[]>(int8Array, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)))
  return types
}

/**
 * @param options.size connections kept at most
 * @param options.statementTimeoutMs after which one statement is given up; 0 for never
 * @param options.onError connections that break while idle are reported here; the next query opens another
 */
export function openDatabase(
  connection: Connection,
  options: { size?: number; statementTimeoutMs?: number; onError?: (error: Error) => void } = {},
): Database {
  const settings: pg.PoolConfig & { pipeline: true } = {
    ...connection,
    max: options.size ?? 10,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    options: `-c role=bihuan_app -c statement_timeout=${options.statementTimeoutMs ?? 60_000} -c idle_in_transaction_session_timeout=60000`,
    application_name: 'bihuan',
    // Queries that do not wait for one another travel together.
    pipeline: true,
    types: readers(),
  }
  const pool = new pg.Pool(settings)
  // A connection can break at work too, when the pool does not listen: its query fails, and nothing else.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
  // The pool says once more what an idle connection said.
  pool.on('error', () => {})
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

  return {
    outside: kysely,
    inTenant: (scope, work) =>
      reached(
        kysely.transaction().execute(async (transaction) => {
          await enter(transaction, scope)
          return work(transaction)
        }),
      ),
    setUp: ({ name, at }, work) =>
      reached(
        kysely.transaction().execute(async (transaction) => {
          // Two who set up at the same moment: the second waits, and finds that it is done.
          await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(transaction)
          const held = await transaction.selectFrom('tenant').select('tenant_id').limit(1).executeTakeFirst()
          if (held !== undefined) return null
          const { tenant_id: tenantId } = await transaction
            .insertInto('tenant')
            .values({ name, created_at: at })
            .returning('tenant_id')
            .executeTakeFirstOrThrow()
          await enter(transaction, { tenantId, sight: wholeSight })
          return work(tenantId, transaction)
        }),
      ),
    readAll: (scope, statements) => reached(inOneTrip(scope, statements, 'begin read only')),
    async readOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement<Row>) {
      const [rows] = await reached(inOneTrip(scope, [statement] as const, 'begin read only'))
      return rows
    },
    async writeOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement<Row>) {
      const [rows] = await reached(inOneTrip(scope, [statement] as const, 'begin'))
      return rows
    },
    async close() {
      await kysely.destroy()
      // Kysely closes the pool only when it has used it itself.
      if (!pool.ending) await pool.end()
    },
  }

  async function inOneTrip<Statements extends readonly Statement[]>(
    scope: Scope,
    statements: Statements,
    begin: 'begin' | 'begin read only',
  ): Promise<RowsOf<Statements>> {
    const client = await pool.connect()
    const named = statements.every((statement) => statement.name !== undefined)
    const answers = await together(client, () => [
      client.query(`${begin}; ${enterLocally(scope)}${named ? planOnce : ''}`),
      ...statements.map((statement) => client.query(statement)),
      client.query('commit'),
    ])
    // After a failed statement the commit is a rollback, and the connection as good as before; one that is gone is dropped.
    client.release(answers.at(-1)?.status === 'rejected')
    const results = answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason
      return answer.value
    })
    return results.slice(1, -1).map((result) => result.rows) as RowsOf<Statements>
  }
}
