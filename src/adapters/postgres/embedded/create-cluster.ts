/**
 * Makes an empty database: the cluster on disk (once), then the two roles and the database in it.
 */
import { execFile } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import pg from 'pg'
import type { DatabasePlace } from './place-database.ts'
import { type Postmaster, socketPort } from './postmaster.ts'
import type { Binaries } from './prepare-binaries.ts'
import { StartProblem } from './start-problem.ts'

export const databaseName = 'bihuan'

/** `owner` owns tables and migrates them; `app` serves requests and can neither change history nor the tables. */
export const roles = { owner: 'bihuan_owner', app: 'bihuan_app' } as const

/**
 * Makes the cluster if there is none. It is made beside its place and moved there when complete, so that a power cut
 * leaves either no cluster or a whole one. Text is ordered by code point, the same on every machine.
 */
export async function createCluster(binaries: Binaries, place: DatabasePlace): Promise<void> {
  if (existsSync(place.cluster)) return
  const part = `${place.cluster}.part`
  rmSync(part, { recursive: true, force: true })
  const args = [
    '-D',
    part,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
  ]
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C')
  try {
    await promisify(execFile)(binaries.initdb, args, {
      ...place.account,
      cwd: place.home,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new StartProblem(
      {
        zh: `无法在 ${place.home} 建立数据库，原因见下。`,
        en: `The database could not be created in ${place.home}:\n${said}`,
      },
      error,
    )
  }
  renameSync(part, place.cluster)
}

/** Makes roles and database where they are missing. Each step may have been cut short before. */
export async function createDatabase({ socketDir }: Postmaster): Promise<void> {
  const client = new pg.Client({
    host: socketDir,
    port: socketPort,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
  })
  await client.connect()
  try {
    const found = await client.query<{ complete: boolean }>(
      'select exists (select from pg_database where datname = $1) as complete',
      [databaseName],
    )
    if (found.rows[0]?.complete === true) return
    for (const role of Object.values(roles)) {
      const known = await client.query('select from pg_roles where rolname = $1', [role])
      if (known.rowCount === 0) await client.query(`create role ${role} login`)
    }
    await client.query(`grant ${roles.app} to ${roles.owner}`)
    await client.query(`create database ${databaseName} owner ${roles.owner}`)
  } finally {
    await client.end()
  }
}
