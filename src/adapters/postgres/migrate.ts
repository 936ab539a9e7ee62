/**
 * Brings a database to the newest shape: numbered SQL files, each applied once, in order, in a transaction of its own.
 * Two servers that start at once wait for each other. A file that changed after it was applied is an error: what
 * stands in the database would no longer be what the file says.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Connection } from './database.ts'

type Migration = { name: string; sql: string }

/** The database cannot be brought to the newest shape; the message says why and what to do. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

const lock = 0x62696875 // "bihu"

/**
 * Applies what is missing.
 * @param connection as the owner of the tables, not as the application
 * @param folder of the SQL files; by default `migrations`, beside the built product or at the root of the source
 * @returns names of the files applied now
 * @throws MigrationProblem
 */
export async function migrate(connection: Connection, folder: string = findFolder()): Promise<string[]> {
  const migrations = readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
  const client = await connected(connection)
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    refuseStrangers(applied, migrations)
    const done: string[] = []
    for (const migration of migrations) {
      const checksum = checksumOf(migration)
      const known = applied.get(migration.name)
      if (known === checksum) continue
      if (known !== undefined) {
        throw new MigrationProblem(
          `迁移文件 ${migration.name} 在执行之后被改动，数据库未变。请恢复原文件；要改结构请新增一个编号的文件。\n` +
            `The migration ${migration.name} was changed after it was applied; the database was left as it is. ` +
            'Restore the file; to change the shape add a new numbered file.',
        )
      }
      await apply(client, migration, checksum)
      done.push(migration.name)
    }
    return done
  } finally {
    await client.end()
  }
}

async function connected(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
    return client
  } catch (error) {
    // An address that resolves to several gives an error without words; its code is all it says.
    const said =
      error instanceof Error && error.message !== '' ? error.message : String((error as { code?: string }).code)
    throw new MigrationProblem(
      `连不上数据库（${said}）。请检查数据库是否已启动，以及 DATABASE_URL 中的地址、端口、库名、账户和密码。\n` +
        `The database cannot be reached (${said}). Check that it runs, and the address, port, name, account and password in DATABASE_URL.`,
      { cause: error },
    )
  }
}

async function apply(client: pg.Client, migration: Migration, checksum: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const said = error instanceof Error ? error.message : String(error)
    const advice =
      error instanceof pg.DatabaseError && error.code === '42501'
        ? '\n数据库账户权限不足。请由数据库管理员先执行：create role bihuan_app nologin; grant bihuan_app to <账户>;\n' +
          'The database account lacks rights. Let its administrator run: create role bihuan_app nologin; grant bihuan_app to <account>;'
        : ''
    throw new MigrationProblem(
      `迁移 ${migration.name} 未能执行 / migration ${migration.name} failed: ${said}${advice}`,
      { cause: error },
    )
  }
}

/** A database written by a newer Bihuan is left alone. */
function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name))
  const strange = [...applied.keys()].filter((name) => !known.has(name))
  if (strange.length > 0) {
    throw new MigrationProblem(
      `数据库由更新版本的闭环建立（${strange.join('、')}），本版本无法使用。请升级后再启动。\n` +
        `The database was made by a newer Bihuan (${strange.join(', ')}). Upgrade, then start again.`,
    )
  }
}

/** The nearest folder above this file that holds the first migration. */
function findFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, 'migrations')
    if (existsSync(join(folder, '0001_tenants_and_accounts.sql'))) return folder
    if (dirname(at) === at) throw new MigrationProblem('找不到 migrations 文件夹 / the folder migrations is missing')
  }
}

/** Line ends do not count: a checkout on another system is the same file. */
const checksumOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
