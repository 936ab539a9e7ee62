/**
 * One PostgreSQL for a whole test run (vitest's globalSetup). Its template database is migrated once; each test file
 * copies it (`openWorld`), which takes tens of milliseconds.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { root } from '../scripts/set-up.mjs'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the socket of the test server. Its database `bihuan` is the migrated, empty template. */
    databaseHost: string
  }
}

const quiet = { info: () => undefined, warn: console.warn, error: console.error }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join('/tmp', 'bihuan-test-'))
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log: quiet })
  const tidyUp = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(server.connection, join(root, 'migrations'))
  } catch (error) {
    await tidyUp()
    throw error
  }
  project.provide('databaseHost', server.connection.host)
  return tidyUp
}
