/**
 * Starts Bihuan: the only wiring. The environment is read and validated here; adapters, use cases and the HTTP server are
 * brought together; everything is stopped in order.
 */
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { z } from 'zod'
import { channels } from './adapters/channels/channels.ts'
import { readBook } from './adapters/documents/read-book.ts'
import { readDocument } from './adapters/documents/read-document.ts'
import { readSheet } from './adapters/documents/read-sheet.ts'
import { writeBook } from './adapters/documents/write-book.ts'
import { writeSheet } from './adapters/documents/write-sheet.ts'
import { checkpointFiles } from './adapters/files/checkpoint-files.ts'
import { diskFiles } from './adapters/files/disk-files.ts'
import { s3Files } from './adapters/files/s3-files.ts'
import { pictures } from './adapters/pictures/pictures.ts'
import { openChanges } from './adapters/postgres/changes.ts'
import { type Connection, openDatabase } from './adapters/postgres/database.ts'
import { roles } from './adapters/postgres/embedded/create-cluster.ts'
import { findEmbeddedPostgres } from './adapters/postgres/embedded/find-embedded-postgres.ts'
import { startEmbeddedPostgres } from './adapters/postgres/embedded/start-embedded-postgres.ts'
import { installJobQueue, openJobQueue } from './adapters/postgres/job-queue.ts'
import { migrate } from './adapters/postgres/migrate.ts'
import { postgresData } from './adapters/postgres/postgres-data.ts'
import { readNotice } from './adapters/reading/read-notice.ts'
import { digestOfText } from './adapters/secrets/digest.ts'
import { readSecretKey, secretKeyFile } from './adapters/secrets/secret-key.ts'
import { scryptSecrets } from './adapters/secrets/secrets.ts'
import { signingKey } from './adapters/secrets/signing-key.ts'
import { otpauthCodes } from './adapters/secrets/time-codes.ts'
import { aesVault } from './adapters/secrets/vault.ts'
import { isAcceptableIssuer, openidSignOn } from './adapters/sso/openid-sign-on.ts'
import { digestAlgorithms } from './core/history/seal.ts'
import { buildServer } from './http/build-server.ts'
import { keepSealing } from './usecases/keep-sealing.ts'
import type { SingleSignOn } from './usecases/ports/accounts.ts'
import type { Files } from './usecases/ports/evidence.ts'
import type { Outside } from './usecases/ports.ts'
import { startWorker } from './worker/start-worker.ts'

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** An office shares one server over its network; `127.0.0.1` keeps it to this machine. */
  HOST: z.string().trim().min(1).default('0.0.0.0'),
  BIHUAN_DATA: z.string().trim().min(1).default('data'),
  DATABASE_URL: z.string().trim().min(1).optional(),
  /** The same database as a member of role bihuan_app alone. */
  DATABASE_APP_URL: z.string().trim().min(1).optional(),
  BIHUAN_UPLOAD_MB: z.coerce.number().int().min(1).max(500).default(50),
  /** `1`: people reach the server by https (a proxy in front of it speaks TLS). */
  BIHUAN_TLS: z.enum(['0', '1']).default('0'),
  /** Of history events and seals; SM3 where the place asks for it. */
  BIHUAN_HISTORY_DIGEST: z.enum(digestAlgorithms).default('sha256'),
  /** Folder to which heads of the history are copied, best on another machine; default: `checkpoints` in BIHUAN_DATA. */
  BIHUAN_CHECKPOINTS: z.string().trim().min(1).optional(),
  /** Encrypts what the database must not be able to read; default: a file in BIHUAN_DATA made at the first start. */
  BIHUAN_SECRET_KEY: z.string().trim().min(1).optional(),
  /** `0`: another server on the same database runs the jobs. */
  BIHUAN_WORKER: z.enum(['0', '1']).default('1'),
  /** Letters with the daily digest: `smtp://user:password@host:587`. */
  BIHUAN_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  BIHUAN_SMTP_FROM: z.string().trim().min(3).default('bihuan@localhost'),
  /** Address under which people reach this server, for links in letters. */
  BIHUAN_URL: z
    .url()
    .transform((text) => new URL(text))
    .optional(),
  /** A relay inside the network that passes posts on to the chat services; without it their own https hosts alone are posted to. */
  BIHUAN_ROBOT_RELAY: z
    .url()
    .transform((text) => new URL(text))
    .optional(),
  /** An OpenID Connect provider where people may sign in; its ID token names them by the claim. */
  BIHUAN_OIDC_ISSUER: z
    .string()
    .trim()
    .url()
    .transform((text) => new URL(text))
    .optional(),
  BIHUAN_OIDC_CLIENT_ID: z.string().trim().min(1).optional(),
  BIHUAN_OIDC_CLIENT_SECRET: z.string().trim().min(1).optional(),
  BIHUAN_OIDC_CLAIM: z.string().trim().min(1).default('preferred_username'),
  /** On the button of the page to sign in. */
  BIHUAN_OIDC_NAME: z.string().trim().min(1).max(20).default('统一身份认证'),
  /** A store that speaks S3 for uploaded files; without, they lie in BIHUAN_DATA. */
  BIHUAN_S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\//)
    .optional(),
  BIHUAN_S3_BUCKET: z.string().trim().min(1).optional(),
  BIHUAN_S3_KEY: z.string().trim().min(1).optional(),
  BIHUAN_S3_SECRET: z.string().trim().min(1).optional(),
  BIHUAN_S3_REGION: z.string().trim().min(1).default('us-east-1'),
  BIHUAN_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
})

/** What cannot be started; the message says why and what to do, in both languages. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}

export type RunningServer = {
  /** Addresses under which it can be reached, this machine's first. */
  addresses: string[]
  /** Null once it is set up. */
  setupCode: string | null
  stop(): Promise<void>
}

/**
 * Starts the server.
 * @param environment as `process.env`
 * @param log by default a pino logger to standard output
 * @throws StartRefused, StartProblem or MigrationProblem with a sentence for the person at the terminal
 */
export async function startServer(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  log?: Logger,
): Promise<RunningServer> {
  const settings = readSettings(environment)
  const logger = log ?? pino({ level: settings.BIHUAN_LOG })
  const dataDir = resolve(settings.BIHUAN_DATA)
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const { owner, app } = await connect(settings, dataDir, logger, stops)
    await migrate(owner)
    await installJobQueue(owner)
    const outside = wire(settings, app, logger, stops)
    const sealer = keepSealing(outside, (error) => logger.error(error, 'history not sealed, trying again'))
    stops.push(() => sealer.stop())
    const setupCode = (await outside.data.findTenant()) === null ? makeSetupCode() : null
    const server = await buildServer(
      outside,
      { version: version(), setupCode, tls: settings.BIHUAN_TLS === '1', uploadLimitMb: settings.BIHUAN_UPLOAD_MB },
      { web: webApplication(), logger },
    )
    stops.push(() => closeWithin(server, closesWithinMs))
    const port = await listen(server, settings)
    if (settings.BIHUAN_WORKER === '1') {
      const queue = openJobQueue(app, (error) => logger.warn(error, 'connection of the scheduler lost'))
      stops.push(() => queue.end())
      const worker = await startWorker(outside, queue, logger)
      stops.push(() => worker.stop())
    }
    return { addresses: addressesOf(settings.HOST, port), setupCode, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Everything use cases need, without a server: for a command beside one that runs, whose database it joins, or alone.
 * @throws StartRefused, StartProblem or MigrationProblem with a sentence for the person at the terminal
 */
export async function openOutside(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ outside: Outside; close(): Promise<void> }> {
  const settings = readSettings(environment)
  const log = pino({ level: settings.BIHUAN_LOG }, pino.destination(2))
  const stops: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  const dataDir = resolve(settings.BIHUAN_DATA)
  try {
    const running = settings.DATABASE_URL === undefined ? findEmbeddedPostgres(dataDir) : null
    if (running !== null) return { outside: wire(settings, { ...running, user: roles.app }, log, stops), close }
    if (settings.DATABASE_URL === undefined && !existsSync(dataDir))
      throw new StartRefused(
        `没有数据文件夹 ${dataDir}。请用 BIHUAN_DATA 指明，或先启动一次闭环。\nThere is no data folder ${dataDir}. Name it with BIHUAN_DATA, or start Bihuan once.`,
      )
    const { owner, app } = await connect(settings, dataDir, log, stops)
    // A database of its own may serve others: it is the server that migrates it.
    if (settings.DATABASE_URL === undefined) await migrate(owner)
    return { outside: wire(settings, app, log, stops), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The adapters brought together; what has to be closed again goes into `stops`. */
function wire(settings: Settings, app: Connection, log: Logger, stops: (() => Promise<void>)[]): Outside {
  const dataDir = resolve(settings.BIHUAN_DATA)
  const database = openDatabase(app, { onError: (error) => log.warn(error, 'database connection lost') })
  stops.push(() => database.close())
  const changes = openChanges(app, database, {
    onError: (error) => log.warn(error, 'changes are not told, trying again'),
  })
  stops.push(() => changes.close())
  const checkpointFolder = resolve(settings.BIHUAN_CHECKPOINTS ?? join(dataDir, 'checkpoints'))
  return {
    now: () => new Date(),
    data: postgresData(database, settings.BIHUAN_HISTORY_DIGEST, changes.tell),
    changes,
    files: filesOf(settings, join(dataDir, 'files')),
    pictures: pictures(),
    secrets: scryptSecrets(),
    vault: aesVault(secretKey(settings, dataDir)),
    timeCodes: otpauthCodes,
    singleSignOn: singleSignOn(settings, log),
    sealing: {
      algorithm: settings.BIHUAN_HISTORY_DIGEST,
      digest: digestOfText,
      ...signingKey(join(dataDir, 'keys'), checkpointFolder),
      checkpoints: checkpointFiles(checkpointFolder),
    },
    channels: channels({
      smtp:
        settings.BIHUAN_SMTP_URL === undefined
          ? null
          : { url: settings.BIHUAN_SMTP_URL, from: settings.BIHUAN_SMTP_FROM },
      publicUrl: settings.BIHUAN_URL?.origin ?? null,
      robotRelay: settings.BIHUAN_ROBOT_RELAY?.origin ?? null,
    }),
    documents: {
      readLines: (bytes, name) => readDocument(bytes, name, { maxMb: settings.BIHUAN_UPLOAD_MB }),
      read: (lines) => readNotice(lines),
      readSheet: (bytes, name) => readSheet(bytes, name, { maxMb: settings.BIHUAN_UPLOAD_MB }),
      writeSheet,
      readBook: (bytes, name) => readBook(bytes, name, { maxMb: settings.BIHUAN_UPLOAD_MB }),
      writeBook,
    },
  }
}

function secretKey({ BIHUAN_SECRET_KEY }: Settings, dataDir: string): Buffer {
  if (BIHUAN_SECRET_KEY === undefined) return secretKeyFile(join(dataDir, 'keys'))
  const key = readSecretKey(BIHUAN_SECRET_KEY)
  if (key !== null) return key
  throw new StartRefused(
    '环境变量 BIHUAN_SECRET_KEY 不对：须是 32 个字节，写成 64 位十六进制或 base64。\nBIHUAN_SECRET_KEY must be 32 bytes, as 64 hex digits or in base64.',
  )
}

function singleSignOn(settings: Settings, log: Logger): SingleSignOn | null {
  const { BIHUAN_OIDC_ISSUER: issuer, BIHUAN_OIDC_CLIENT_ID: clientId } = settings
  if (issuer === undefined) return null
  if (clientId === undefined || !isAcceptableIssuer(issuer))
    throw new StartRefused(
      'BIHUAN_OIDC_ISSUER 须以 https:// 开头（本机可用 http），并须设置 BIHUAN_OIDC_CLIENT_ID。\nBIHUAN_OIDC_ISSUER must begin with https:// (http on this machine alone), and BIHUAN_OIDC_CLIENT_ID must be set.',
    )
  const provider = {
    issuer,
    clientId,
    clientSecret: settings.BIHUAN_OIDC_CLIENT_SECRET ?? null,
    claim: settings.BIHUAN_OIDC_CLAIM,
    name: settings.BIHUAN_OIDC_NAME,
  }
  return openidSignOn(provider, (error) => log.warn(error, 'single sign-on failed'))
}

type Settings = z.infer<typeof settingsSchema>

function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settingsSchema.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const name = String(issue?.path[0])
  throw new StartRefused(
    `环境变量 ${name}=${given[name]} 不对，请改正后再启动。\nThe environment variable ${name}=${given[name]} is not valid: ${issue?.message}.`,
  )
}

/** Where uploaded files lie. In a distant store too, they come in by way of the local folder. */
function filesOf(settings: Settings, folder: string): Files {
  const {
    BIHUAN_S3_ENDPOINT: endpoint,
    BIHUAN_S3_BUCKET: bucket,
    BIHUAN_S3_KEY: key,
    BIHUAN_S3_SECRET: secret,
    BIHUAN_S3_REGION: region,
  } = settings
  if (endpoint === undefined) return diskFiles(folder)
  if (bucket === undefined || key === undefined || secret === undefined)
    throw new StartRefused(
      '设了 BIHUAN_S3_ENDPOINT，还需要 BIHUAN_S3_BUCKET、BIHUAN_S3_KEY 和 BIHUAN_S3_SECRET。\nBIHUAN_S3_ENDPOINT is set; BIHUAN_S3_BUCKET, BIHUAN_S3_KEY and BIHUAN_S3_SECRET are needed too.',
    )
  return s3Files({ endpoint, bucket, key, secret, region }, join(folder, 'incoming'))
}

/**
 * The database that comes with Bihuan, or the one of DATABASE_URL: as the owner of its tables, who migrates, and as the
 * application. With a DATABASE_APP_URL the application signs in as somebody who cannot become the owner.
 */
async function connect(
  settings: Settings,
  dataDir: string,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<{ owner: Connection; app: Connection }> {
  const { DATABASE_URL, DATABASE_APP_URL } = settings
  if (DATABASE_URL !== undefined)
    return { owner: { connectionString: DATABASE_URL }, app: { connectionString: DATABASE_APP_URL ?? DATABASE_URL } }
  const launcherLog = {
    info: (message: string) => log.info(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  }
  const postgres = await startEmbeddedPostgres({ dataDir, log: launcherLog, port: settings.PORT })
  stops.push(() => postgres.stop())
  return { owner: postgres.connection, app: { ...postgres.connection, user: roles.app } }
}

type Server = Awaited<ReturnType<typeof buildServer>>

/** Answers under way get a moment to end; a client that half asks, or does not read its answer, does not hold the stop. */
async function closeWithin(server: Server, ms: number): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), ms)
  try {
    await server.close()
  } finally {
    clearTimeout(timer)
  }
}
const closesWithinMs = 3000

async function listen(server: Server, { HOST, PORT }: Settings): Promise<number> {
  try {
    await server.listen({ host: HOST, port: PORT })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `端口 ${PORT} 已被占用。请用 PORT 另设一个端口，例如 PORT=3001 npm start。\nPort ${PORT} is in use. Choose another one: PORT=3001 npm start.`,
      )
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new StartRefused(
        `无法在 ${HOST}:${PORT} 上提供服务（${code}）。请检查 HOST 和 PORT。\nCannot serve on ${HOST}:${PORT} (${code}). Check HOST and PORT.`,
      )
    throw error
  }
  const address = server.server.address()
  return typeof address === 'object' && address !== null ? address.port : PORT
}

function addressesOf(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => `http://${each.address}:${port}`)
  return [`http://localhost:${port}`, ...others]
}

/** Eight characters that cannot be mistaken for one another when read aloud. */
function makeSetupCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
}

const here = dirname(fileURLToPath(import.meta.url))

/** Beside the bundle (which may lie in a folder of chunks), or in dist when the sources run; null where it is not built. */
function webApplication(): { folder: string; html: string } | null {
  const folder = ['web', '../web', '../dist/web']
    .map((place) => join(here, place))
    .find((place) => existsSync(join(place, 'index.html')))
  return folder === undefined ? null : { folder, html: readFileSync(join(folder, 'index.html'), 'utf8') }
}

function version(): string {
  for (const place of ['..', '../..']) {
    const file = join(here, place, 'package.json')
    if (existsSync(file)) return String(JSON.parse(readFileSync(file, 'utf8')).version)
  }
  return ''
}

async function main(): Promise<void> {
  const starting = startServer()
  let stopping = false
  // From the first moment: who stops a start that is under way gets it stopped in order as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait.
      if (stopping) process.exit(1)
      stopping = true
      console.log('正在停止… / stopping…')
      starting
        .then((server) => server.stop())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            console.error(error)
            process.exit(1)
          },
        )
    })
  }
  let server: RunningServer
  try {
    server = await starting
  } catch (error) {
    const known = error instanceof Error && ['StartRefused', 'StartProblem', 'MigrationProblem'].includes(error.name)
    console.error(known ? error.message : error)
    process.exitCode = 1
    return
  }
  if (stopping) return
  const [local, ...others] = server.addresses
  console.log(`闭环已启动：${local}${others.length > 0 ? `（同一网络的其他电脑：${others.join('、')}）` : ''}`)
  console.log(`Bihuan is running: ${local}${others.length > 0 ? ` (from other computers: ${others.join(', ')})` : ''}`)
  if (server.setupCode !== null) {
    console.log(`请先在浏览器里打开它，建立区域和账号。在其他电脑上建立时，启用码是 ${server.setupCode}`)
    console.log(
      `Open it in a browser to set up your district. From another computer the set-up code is ${server.setupCode}`,
    )
  }
  console.log('按 Ctrl-C 停止 / Ctrl-C stops it')
}

// Built, this file may lie in a chunk beside main.js, because commands share it.
const called = process.argv[1] === undefined ? '' : resolve(process.argv[1])
if (called === fileURLToPath(import.meta.url) || called === join(here, 'main.js')) await main()
