/**
 * The launcher against real servers and real kills. What must survive a kill runs in a process of its own, built
 * from the same sources.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findProcess } from './process-table.ts'
import { type EmbeddedConnection, type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'
import { StartProblem } from './start-problem.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const bundle = resolve('.cache/test', `launcher-${process.pid}.mjs`)
let base: string
const running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  base = mkdtempSync('/tmp/bihuan-launcher-')
  chmodSync(base, 0o711)
  await build({
    entryPoints: ['src/adapters/postgres/embedded/start-embedded-postgres.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const database of running.splice(0)) await database.stop()
})

afterAll(() => {
  rmSync(base, { recursive: true, force: true })
  rmSync(bundle, { force: true })
})

let folders = 0
const freshFolder = (): string => join(base, `data-${++folders}`)

async function start(dataDir: string, port?: number): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: quiet, ...(port === undefined ? {} : { port }) })
  running.push(database)
  return database
}

/** Starts the database in another process, which then waits to be killed. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; connection: EmbeddedConnection }> {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(bundle)})
    const quiet = { info() {}, warn() {}, error() {} }
    const { connection } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: quiet, port: 3999 })
    console.log(JSON.stringify(connection))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, connection: JSON.parse(String(line)) as EmbeddedConnection }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function ask(connection: EmbeddedConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const serverPid = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8'), 10)

describe('a first start', () => {
  it('makes a database with checksums, owned by a role that is no superuser, and closed to the network', async () => {
    const dataDir = freshFolder()
    const { connection, adopted } = await start(dataDir)
    const [found] = await ask(
      connection,
      `select current_user as who, rolsuper as super, pg_has_role('bihuan_owner', 'bihuan_app', 'member') as may_step_down,
        current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
        (select datlocale from pg_database where datname = 'bihuan') as locale
       from pg_roles where rolname = current_user`,
    )
    expect(found).toEqual({
      who: 'bihuan_owner',
      super: false,
      may_step_down: true,
      checksums: 'on',
      addresses: '',
      locale: 'C.UTF-8',
    })
    expect(adopted).toBe(false)
    expect(statSync(connection.host).mode & 0o777).toBe(0o700)
  })

  it('keeps what was written for the next start', async () => {
    const dataDir = freshFolder()
    const first = await start(dataDir)
    await ask(first.connection, 'create table kept as select 28 as findings')
    await first.stop()
    expect(existsSync(join(dataDir, 'bihuan.lock'))).toBe(false)
    const second = await start(dataDir)
    expect(await ask(second.connection, 'select findings from kept')).toEqual([{ findings: 28 }])
  })

  it('works under a long path with blanks and Chinese characters, with its socket in a short private folder', async () => {
    const dataDir = join(base, '整改办 的 文件', '很长的文件夹名称'.repeat(6), 'data')
    const { connection, stop } = await start(dataDir)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(connection.host.startsWith('/tmp/bihuan-')).toBe(true)
    expect(statSync(connection.host).mode & 0o777).toBe(0o700)
    await stop()
    expect(existsSync(connection.host)).toBe(false)
  })

  it('says in both languages which folder cannot be used', async () => {
    const file = join(base, 'a-file')
    writeFileSync(file, '')
    const problem = await startEmbeddedPostgres({ dataDir: join(file, 'data'), log: quiet }).catch((error) => error)
    expect(problem).toBeInstanceOf(StartProblem)
    expect(problem.zh).toContain(`无法使用数据文件夹 ${file}/data`)
    expect(problem.en).toContain(`The data folder ${file}/data cannot be used`)
  })
})

describe('a second start on the same folder', () => {
  it('is refused with the pid and the address of the first', async () => {
    const dataDir = freshFolder()
    const { child, connection } = await startElsewhere(dataDir)
    const problem = await startEmbeddedPostgres({ dataDir, log: quiet }).catch((error) => error)
    expect(problem).toBeInstanceOf(StartProblem)
    expect(problem.zh).toContain(`进程号 ${child.pid}，http://localhost:3999`)
    expect(problem.en).toContain(`pid ${child.pid}, http://localhost:3999`)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await kill(child)
    await (await start(dataDir)).stop()
  })

  it('is let in when the owner named by the lock is gone, even if another program has its pid now', async () => {
    const dataDir = freshFolder()
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o711)
    writeFileSync(
      join(dataDir, 'bihuan.lock'),
      JSON.stringify({ pid: process.ppid, startedAt: 'long ago', port: 3000 }),
    )
    const { connection } = await start(dataDir)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('after kill -9', () => {
  it('of Bihuan, the next start takes over the same server with everything in it', async () => {
    const dataDir = freshFolder()
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table acknowledged as select 133 as measures')
    const before = serverPid(dataDir)
    await kill(child)
    const next = await start(dataDir)
    expect(next.adopted).toBe(true)
    expect(serverPid(dataDir)).toBe(before)
    expect(await ask(next.connection, 'select measures from acknowledged')).toEqual([{ measures: 133 }])
    await next.stop()
    expect(findProcess(before)).toBeNull()
  })

  it('of Bihuan, a server whose socket was cleared away meanwhile is started anew', async () => {
    const dataDir = freshFolder()
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table acknowledged as select 133 as measures')
    const before = serverPid(dataDir)
    await kill(child)
    rmSync(connection.host, { recursive: true })
    const next = await start(dataDir)
    expect(next.adopted).toBe(false)
    expect(findProcess(before)).toBeNull()
    expect(await ask(next.connection, 'select measures from acknowledged')).toEqual([{ measures: 133 }])
  })

  it('of Bihuan and of the server, the next start recovers', async () => {
    const dataDir = freshFolder()
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table acknowledged as select 133 as measures')
    const before = serverPid(dataDir)
    await kill(child)
    process.kill(before, 'SIGKILL')
    const next = await start(dataDir)
    expect(next.adopted).toBe(false)
    expect(await ask(next.connection, 'select measures from acknowledged')).toEqual([{ measures: 133 }])
  })

  it('of the server, it is started again on the same socket', async () => {
    const dataDir = freshFolder()
    const { connection } = await start(dataDir)
    await ask(connection, 'create table acknowledged as select 133 as measures')
    const before = serverPid(dataDir)
    process.kill(before, 'SIGKILL')
    const rows = await askUntilAnswered(connection, 'select measures from acknowledged')
    expect(rows).toEqual([{ measures: 133 }])
    expect(serverPid(dataDir)).not.toBe(before)
  })

  it('of everything, a stranger who has the pid of the dead server does not hinder the start', async () => {
    const dataDir = freshFolder()
    await (await start(dataDir)).stop()
    const stranger = spawn('sleep', ['60'])
    children.push(stranger)
    const cluster = join(dataDir, 'database/cluster')
    const lines = [stranger.pid, cluster, 1700000000, 5432, join(dataDir, 'database/run'), '', '', 'ready', '']
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'))
    const { connection, adopted } = await start(dataDir)
    expect(adopted).toBe(false)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

async function askUntilAnswered(connection: EmbeddedConnection, sql: string): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(connection, sql)
    } catch (error) {
      if (attempt === 200) throw error
      await sleep(50)
    }
  }
}
