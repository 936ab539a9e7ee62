/**
 * The PostgreSQL server process: starting it, finding one that is already there, waiting until it answers, ending it.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DatabasePlace } from './place-database.ts'
import type { Binaries } from './prepare-binaries.ts'
import { findProcess, isAlive } from './process-table.ts'
import { StartProblem } from './start-problem.ts'

/** The number is part of the socket's file name only: nothing listens on the network. */
export const socketPort = 5432
const socketFile = `.s.PGSQL.${socketPort}`

export type Postmaster = { pid: number; socketDir: string }

/** A small machine in an office: little memory, few clients, every commit on disk before it is acknowledged. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  // One file for each day of the week, overwritten after a week.
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] %u ',
}

/**
 * Starts the server. It gets a session of its own: Ctrl-C in the terminal must reach Bihuan first, which lets the
 * requests under way end before it stops the database.
 * @returns as soon as the process exists; see `untilReady`
 */
export function launch(binaries: Binaries, place: DatabasePlace, socketDir: string): Postmaster {
  const options = { ...settings, log_directory: place.log, unix_socket_directories: socketDir }
  const args = ['-D', place.cluster, '-p', String(socketPort)]
  for (const [name, value] of Object.entries(options)) args.push('-c', `${name}=${value}`)
  // A file, not a pipe: a pipe would break, and the server with it, when Bihuan is killed.
  const output = openSync(startLog(place), 'w', 0o600)
  try {
    const child = spawn(binaries.postgres, args, {
      ...place.account,
      cwd: place.home,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
      stdio: ['ignore', output, output],
      detached: true,
    })
    child.once('error', () => undefined)
    child.unref()
    if (child.pid === undefined) throw cannotStart(place)
    return { pid: child.pid, socketDir }
  } finally {
    closeSync(output)
  }
}

/** A server makes its socket first of all; after this long without one it was cleared away beneath it. */
const socketPatienceMs = 5_000

/**
 * The server that still runs on this cluster although the Bihuan that started it is gone, or null. One that nobody can reach
 * any more is ended: what it acknowledged is on disk.
 */
export async function findOrphan(place: DatabasePlace): Promise<Postmaster | null> {
  for (const since = performance.now(); ; ) {
    const noted = readPidFile(place)
    if (noted === null) return null
    const command = findProcess(noted.pid)?.command ?? ''
    if (!/\/postgres\b/.test(command) || !command.includes(place.cluster)) {
      // The pid may belong to a stranger by now, or to a zombie: PostgreSQL would take either for a living server and
      // refuse to start. It disregards its own parent; the rest of the file stays, with which it checks that the
      // shared memory is free.
      writeFileSync(pidFile(place), `${process.pid}\n${noted.rest}`)
      return null
    }
    if (existsSync(join(noted.socketDir, socketFile))) return noted
    if (performance.now() - since > socketPatienceMs) await end(noted)
    // It is just starting, or has just ended.
    await sleep(10)
  }
}

/** The server that runs on this cluster, or null; touches nothing. */
export function findRunning(place: Pick<DatabasePlace, 'cluster'>): Postmaster | null {
  const noted = readPidFile(place)
  const command = noted === null ? '' : (findProcess(noted.pid)?.command ?? '')
  return /\/postgres\b/.test(command) && command.includes(place.cluster) ? noted : null
}

/** The socket folder noted by a server that was killed, so that it can be cleared away. */
export function staleSocketFolder(place: DatabasePlace): string | null {
  return readPidFile(place)?.socketDir ?? null
}

const pidFile = (place: Pick<DatabasePlace, 'cluster'>): string => join(place.cluster, 'postmaster.pid')
const startLog = (place: DatabasePlace): string => join(place.log, 'start.log')

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, … */
function readPidFile(place: Pick<DatabasePlace, 'cluster'>): (Postmaster & { rest: string }) | null {
  if (!existsSync(pidFile(place))) return null
  const [first = '', ...rest] = readFileSync(pidFile(place), 'utf8').split('\n')
  const pid = Math.abs(Number.parseInt(first, 10))
  return Number.isNaN(pid) ? null : { pid, socketDir: rest[3] ?? '', rest: rest.join('\n') }
}

/**
 * Waits until the server answers; after a crash it first replays its log, which may take minutes.
 * @throws StartProblem with the end of the server's log when the process ends instead
 */
export async function untilReady(postmaster: Postmaster, place: DatabasePlace): Promise<void> {
  const socket = join(postmaster.socketDir, socketFile)
  for (;;) {
    if (!isAlive(postmaster.pid)) throw cannotStart(place)
    if (existsSync(socket) && (await answers(postmaster))) return
    await sleep(4)
  }
}

async function answers({ socketDir }: Postmaster): Promise<boolean> {
  const client = new pg.Client({
    host: socketDir,
    port: socketPort,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function cannotStart(place: DatabasePlace): StartProblem {
  const file = startLog(place)
  const said = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
  return new StartProblem({
    zh: `自带的数据库没有启动起来。日志在 ${place.log}。`,
    en: `The built-in database did not start. Its log is in ${place.log}.${said === '' ? '' : `\n${said}`}`,
  })
}

/**
 * Ends the server. Everything acknowledged is on disk. Connections that are just closing get a moment, so that they are not
 * told of a shutdown nobody should worry about; then open transactions are rolled back; at last it is not asked any more.
 */
export async function end(postmaster: Postmaster): Promise<void> {
  const requests: [afterMs: number, signal: NodeJS.Signals][] = [
    [0, 'SIGTERM'],
    [500, 'SIGINT'],
    [30_000, 'SIGQUIT'],
  ]
  const askedAt = performance.now()
  while (isAlive(postmaster.pid)) {
    const next = requests[0]
    if (next !== undefined && performance.now() - askedAt >= next[0]) {
      requests.shift()
      try {
        process.kill(postmaster.pid, next[1])
      } catch {
        // It ended between the two lines.
      }
    }
    await sleep(5)
  }
}
