/** The scheduler's first round over a new ledger (lights, weeks, papers): it is timed, and nothing else is while it lasts. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseName, roles } from '../../src/adapters/postgres/embedded/create-cluster.ts'
import { socketPort } from '../../src/adapters/postgres/embedded/postmaster.ts'
import type { Product } from '../e2e/run-product.ts'

const patience = 300_000

/**
 * Resolves when no job is due, for two seconds in a row.
 * @returns milliseconds until then
 */
export async function firstRound({ dataDir }: Product): Promise<number> {
  const host = join(realpathSync(join(dataDir, 'database')), 'run')
  const client = new pg.Client({ host, port: socketPort, user: roles.owner, database: databaseName, ssl: false })
  await client.connect()
  try {
    const started = Date.now()
    for (let idleSince = 0; ; await sleep(200)) {
      const { rows } = await client.query<{ due: boolean }>(
        `select exists (select from graphile_worker.jobs where run_at <= now() and attempts < max_attempts) as due`,
      )
      if (rows[0]?.due) idleSince = 0
      else if (idleSince === 0) idleSince = Date.now()
      else if (Date.now() - idleSince > 2000) return idleSince - started
      if (Date.now() - started > patience) throw new Error(`jobs are still due after ${patience / 1000} s`)
    }
  } finally {
    await client.end()
  }
}
