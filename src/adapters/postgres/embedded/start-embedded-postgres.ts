/**
 * The database that comes with Bihuan: a real PostgreSQL on a private unix socket, started and watched by us.
 *
 * It outlives a Bihuan that is killed, and the next start takes it over. If it dies while Bihuan runs, it is started
 * again on the same socket; the pool reconnects by itself.
 */
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, createDatabase, databaseName, roles } from './create-cluster.ts'
import { lockDataFolder } from './lock-data-folder.ts'
import { type DatabasePlace, isTemporary, placeDatabase, socketFolder } from './place-database.ts'
import { end, findOrphan, launch, type Postmaster, socketPort, staleSocketFolder, untilReady } from './postmaster.ts'
import { type Binaries, prepareBinaries } from './prepare-binaries.ts'
import { isAlive } from './process-table.ts'
import { StartProblem } from './start-problem.ts'

/** Takes what the launcher has to say; a pino logger fits. */
export type LauncherLog = { info(message: string): void; warn(message: string): void; error(message: string): void }

export type EmbeddedConnection = { host: string; port: number; database: string; user: string; ssl: false }

export type EmbeddedPostgres = {
  /** For `pg`, as the owner of the tables (`roles.owner`); the application connects as `roles.app`. */
  connection: EmbeddedConnection
  /** True when a server left by a killed Bihuan was taken over. */
  adopted: boolean
  /** Stops the server and frees the data folder. Nothing acknowledged is lost. May be called twice. */
  stop(): Promise<void>
}

const watchEveryMs = 250

/**
 * Starts (or takes over) the database in `dataDir`, creating everything on first use.
 * @param options.port where Bihuan will serve: named to whoever starts a second one on the same folder
 * @throws StartProblem with a sentence in Chinese and English when the person at the terminal has to act
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  log: LauncherLog
  port?: number
}): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  makeDataFolder(dataDir)
  const lock = lockDataFolder(dataDir, options.port ?? null)
  try {
    const place = placeDatabase(dataDir)
    const binaries = prepareBinaries(place.account, place.home)
    await createCluster(binaries, place)
    const orphan = await findOrphan(place)
    const postmaster = orphan ?? launchAnew(binaries, place)
    await untilReady(postmaster, place)
    if (orphan !== null) options.log.info(`took over the running database (pid ${orphan.pid})`)
    await createDatabase(postmaster)
    const watch = keepRunning(postmaster, binaries, place, options.log)
    const { socketDir } = postmaster
    return {
      connection: { host: socketDir, port: socketPort, database: databaseName, user: roles.owner, ssl: false },
      adopted: orphan !== null,
      async stop() {
        await watch.stop()
        if (isTemporary(socketDir)) rmSync(socketDir, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeDataFolder(dataDir: string): void {
  try {
    // Root lends the database another account, which must be able to pass through.
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartProblem(
      {
        zh: `无法使用数据文件夹 ${dataDir}：不能建立或没有写入权限。请检查权限（是否曾用其他账户或 root 启动过），或用 BIHUAN_DATA 另设。`,
        en: `The data folder ${dataDir} cannot be used: it cannot be created or written. Check its rights (was it once started by another account or by root?), or set BIHUAN_DATA.`,
      },
      error,
    )
  }
}

function launchAnew(binaries: Binaries, place: DatabasePlace): Postmaster {
  const stale = staleSocketFolder(place)
  if (stale !== null && isTemporary(stale)) rmSync(stale, { recursive: true, force: true })
  return launch(binaries, place, socketFolder(place))
}

/** Watches the server and starts it again when it dies, after longer pauses each time it fails. */
function keepRunning(
  first: Postmaster,
  binaries: Binaries,
  place: DatabasePlace,
  log: LauncherLog,
): { stop(): Promise<void> } {
  let current = first
  const stopping = new AbortController()
  const watching = (async () => {
    let pauseMs = watchEveryMs
    while (!stopping.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted || isAlive(current.pid)) continue
      log.error(`the database (pid ${current.pid}) ended unexpectedly; starting it again`)
      try {
        current = launch(binaries, place, first.socketDir)
        await untilReady(current, place)
        log.warn(`the database runs again (pid ${current.pid})`)
        pauseMs = watchEveryMs
      } catch (error) {
        log.error(error instanceof Error ? error.message : String(error))
        pauseMs = Math.min(pauseMs * 2, 10_000)
      }
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await watching
      await end(current)
    },
  }
}
