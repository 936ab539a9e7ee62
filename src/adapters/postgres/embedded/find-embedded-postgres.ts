/** The database of a Bihuan that runs, for a command beside it. */
import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { databaseName, roles } from './create-cluster.ts'
import { isDataFolderInUse } from './lock-data-folder.ts'
import { findRunning, socketPort } from './postmaster.ts'
import type { EmbeddedConnection } from './start-embedded-postgres.ts'

/** Its connection as the owner of the tables; null when no Bihuan runs on this data folder. */
export function findEmbeddedPostgres(dataDir: string): EmbeddedConnection | null {
  const entry = join(resolve(dataDir), 'database')
  if (!existsSync(entry) || !isDataFolderInUse(resolve(dataDir))) return null
  const running = findRunning({ cluster: join(realpathSync(entry), 'cluster') })
  if (running === null) return null
  return { host: running.socketDir, port: socketPort, database: databaseName, user: roles.owner, ssl: false }
}
