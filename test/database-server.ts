/**
 * One PostgreSQL for a whole test run (vitest's globalSetup). Its template database is migrated once; each test file
 * copies it (`openWorld`), which takes tens of milliseconds.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded/start-embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the socket of the test server. */
    databaseHost: string
  }
}

const quiet = { info: () => undefined, warn: console.warn, error: console.error }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join('/tmp', 'bihuan-test-'))
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log: quiet })
  project.provide('databaseHost', server.connection.host)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
