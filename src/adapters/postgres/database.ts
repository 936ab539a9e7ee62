/**
 * The connections of the application. Each serves as role `bihuan_app`, which can neither change history nor see a row
 * outside the tenant of the running transaction.
 */
import { Kysely, PostgresDialect, type Transaction as KyselyTransaction, sql } from 'kysely'
import pg from 'pg'
import type { Sight } from '../../core/access/policy.ts'
import type { Tables } from './tables.ts'

/** What `pg` needs to connect: the embedded server's socket, or `{ connectionString }` of DATABASE_URL. */
export type Connection = pg.ClientConfig

/** Whose transaction it is: settings that row-level security reads. */
export type Scope = { tenantId: number; sight: Sight }

export type Transaction = KyselyTransaction<Tables>

/** A statement prepared once per connection under its name. */
export type Statement = { name: string; text: string; values: unknown[] }

export type Database = {
  /** Runs `work` in one transaction of the tenant; rolled back when it throws. */
  inTenant<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** One read in a transaction of its own, in a single trip to the server. */
  readOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement): Promise<Row[]>
  /** Outside any tenant: only names of tenants can be seen. */
  outside: Kysely<Tables>
  close(): Promise<void>
}

/** Nothing of any ledger, as before signing in. */
export const blind: Sight = { whole: [], audiences: [] }
/** Everything of the tenant's ledgers. */
export const wholeSight: Sight = { whole: 'all', audiences: [] }

const arrayOf = (ids: readonly number[]): string => `{${ids.join(',')}}`

const settings = ({ tenantId, sight }: Scope): [string, string, string] => [
  String(tenantId),
  sight.whole === 'all' ? 'all' : arrayOf(sight.whole),
  arrayOf(sight.audiences),
]

const setScope = `select set_config('bihuan.tenant', $1, true), set_config('bihuan.whole', $2, true),
  set_config('bihuan.audiences', $3, true)`

/** Ids and counts are numbers, days are strings as written. */
function readers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  const { builtins } = pg.types
  types.setTypeParser(builtins.INT8, Number)
  types.setTypeParser(builtins.NUMERIC, Number)
  types.setTypeParser(builtins.DATE, (text: string) => text)
  const readTextArray = pg.types.getTypeParser(1009, 'text') as (text: string) => string[]
  types.setTypeParser(1016 as number, (text: string) => readTextArray(text).map(Number))
  return types
}

/**
 * @param options.size connections kept at most
 * @param options.onError connections that break while idle are reported here; the next query opens another
 */
export function openDatabase(
  connection: Connection,
  options: { size?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: options.size ?? 10,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    options: '-c role=bihuan_app -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
    application_name: 'bihuan',
    // Queries that do not wait for one another travel together.
    pipeline: true,
    types: readers(),
  })
  pool.on('error', (error) => options.onError?.(error))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

  return {
    outside: kysely,
    inTenant: (scope, work) =>
      kysely.transaction().execute(async (transaction) => {
        const [tenant, whole, audiences] = settings(scope)
        await sql`select set_config('bihuan.tenant', ${tenant}, true), set_config('bihuan.whole', ${whole}, true),
          set_config('bihuan.audiences', ${audiences}, true)`.execute(transaction)
        return work(transaction)
      }),
    async readOne<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement): Promise<Row[]> {
      const client = await pool.connect()
      try {
        const [, , result] = await Promise.all([
          client.query('begin read only'),
          client.query({ name: 'scope', text: setScope, values: settings(scope) }),
          client.query<Row>(statement),
          client.query('commit'),
        ])
        client.release()
        return result.rows
      } catch (error) {
        // What was already sent is still being answered: the connection is given up rather than reused half-way.
        client.release(true)
        throw error
      }
    },
    close: () => kysely.destroy(),
  }
}
