/**
 * Where `graphile-worker` keeps its jobs: a schema of its own in the same database. The owner installs it; the worker serves
 * as the application's role, which may work the queue and nothing else besides what it may anyhow.
 */
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Connection } from './database.ts'

const quiet = new Logger(() => () => undefined)

/** Two at most: one listens for new jobs, one works. */
const connections = 2

const grants = `
  do $$
  declare relation text;
  begin
    grant usage on schema graphile_worker to bihuan_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to bihuan_app;
    grant usage on all sequences in schema graphile_worker to bihuan_app;
    for relation in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
      if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = relation
          and policyname = 'bihuan') then
        execute format('create policy bihuan on graphile_worker.%I to bihuan_app using (true)', relation);
      end if;
    end loop;
  end
  $$`

/** @param owner of the tables, not the application */
export async function installJobQueue(owner: Connection): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 1 })
  // The schema stays as it is when a server goes away in the middle of this; nothing else uses the pool.
  forgive(pool, () => undefined)
  try {
    await runMigrations({ pgPool: pool, logger: quiet })
    await pool.query(grants)
  } finally {
    await pool.end()
  }
}

/** Connections of the worker, as the application. */
export function openJobQueue(app: Connection, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    ...app,
    max: connections,
    options: '-c role=bihuan_app',
    application_name: 'bihuan worker',
  })
  forgive(pool, onError)
  return pool
}

/** Connections that break are opened anew by whoever needs one. */
function forgive(pool: pg.Pool, onError: (error: Error) => void): void {
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
}
