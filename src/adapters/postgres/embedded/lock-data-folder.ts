/**
 * One Bihuan per data folder. The lock file names the process that owns the folder; it is void as soon as that
 * process is gone, so that nobody has to delete anything after a crash or a power cut.
 */
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProcess } from './process-table.ts'
import { StartProblem } from './start-problem.ts'

type Owner = { pid: number; startedAt: string; port: number | null }

export type DataFolderLock = { release(): void }

/** A guard older than this was left by a process killed in the milliseconds in which it held it. */
const guardLifeMs = 10_000

/**
 * Takes the folder for this process. `port` is where it will serve; it is named to whoever comes second.
 * @throws StartProblem when another live process owns the folder.
 */
export function lockDataFolder(dataDir: string, port: number | null): DataFolderLock {
  const file = join(dataDir, 'bihuan.lock')
  const guard = `${file}.taking`
  enterGuard(guard, dataDir)
  try {
    const owner = readOwner(file)
    if (owner !== null && isAlive(owner)) throw inUse(dataDir, owner)
    const own: Owner = { pid: process.pid, startedAt: findProcess(process.pid)?.startedAt ?? '', port }
    writeFileSync(`${file}.new`, `${JSON.stringify(own)}\n`)
    renameSync(`${file}.new`, file)
  } finally {
    rmdirSync(guard)
  }
  return {
    release() {
      if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Two starts in the same moment must not both find the old owner dead: making a folder is atomic. */
function enterGuard(guard: string, dataDir: string): void {
  try {
    mkdirSync(guard)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (Date.now() - statSync(guard).mtimeMs < guardLifeMs) throw inUse(dataDir, null)
  }
}

/** True while a Bihuan owns the folder. */
export function isDataFolderInUse(dataDir: string): boolean {
  const owner = readOwner(join(dataDir, 'bihuan.lock'))
  return owner !== null && isAlive(owner)
}

function readOwner(file: string): Owner | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null) return null
    const { pid, startedAt, port } = read as Partial<Owner>
    if (typeof pid !== 'number' || typeof startedAt !== 'string') return null
    return { pid, startedAt, port: typeof port === 'number' ? port : null }
  } catch {
    return null
  }
}

function isAlive(owner: Owner): boolean {
  return findProcess(owner.pid)?.startedAt === owner.startedAt
}

function inUse(dataDir: string, owner: Owner | null): StartProblem {
  if (owner === null) {
    return new StartProblem({
      zh: `另一个闭环程序正在启动，使用的是同一个数据文件夹：${dataDir}。请稍候再试。`,
      en: `Another Bihuan is just starting on the same data folder: ${dataDir}. Try again in a moment.`,
    })
  }
  const where = owner.port === null ? '' : `http://localhost:${owner.port}`
  return new StartProblem({
    zh: `数据文件夹正在被另一个闭环程序使用（进程号 ${owner.pid}${where ? `，${where}` : ''}）：${dataDir}。请直接打开上面的地址，或先停止那个程序，或用 BIHUAN_DATA 另设数据文件夹。`,
    en: `The data folder is in use by another Bihuan (pid ${owner.pid}${where ? `, ${where}` : ''}): ${dataDir}. Open that address, or stop that program, or set BIHUAN_DATA to another folder.`,
  })
}
