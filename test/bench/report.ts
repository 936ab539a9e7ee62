/**
 * Weekly reports in the last hour of the week: officers of eight units report at sixteen connections, each report durable
 * (fsync on) and with its history event, over HTTP as the page sends them. And what is read beside it: my week and the
 * board, over the whole ledger. The yardstick is the same server's health page.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import autocannon from 'autocannon'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '../../src/adapters/postgres/migrate.ts'
import { scryptSecrets } from '../../src/adapters/secrets/secrets.ts'
import { type Product, runProduct } from '../e2e/run-product.ts'
import { type Figure, timed } from './figure.ts'
import { load } from './load.ts'
import { firstRound } from './scheduler.ts'
import { account, type SeededLedger, seedLedger } from './seed.ts'
import { type Member, signIn } from './sign-in.ts'

const password = 'Bench-2026-report'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const officers = 8
const connections = 16
const seconds = 8

/** @param measures size of the ledger; half of them owe a report */
export async function measureReports(measures: number): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/bihuan-bench-')
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  try {
    const seeded = await seed(dataDir, measures)
    const opening = await openWeek(dataDir, seeded, measures)
    const product = await runProduct({ dataDir })
    try {
      await firstRound(product)
      return [opening, ...(await measure(product, seeded, measures))]
    } finally {
      await product.stop({ keepData: true })
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Seeded = SeededLedger & { officerIds: { loginName: string; measureIds: number[] }[] }

async function seed(dataDir: string, measures: number): Promise<Seeded> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent })
  try {
    await migrate(postgres.connection)
    const passwordHash = await scryptSecrets().hashPassword(password)
    const seeded = await seedLedger(postgres.connection, { measures, passwordHash })
    const client = new pg.Client(postgres.connection)
    await client.connect()
    try {
      const officerIds = []
      for (const [at, unitId] of seeded.unitIds.slice(0, officers).entries()) {
        const loginName = `reporter${at}`
        const personId = await account(client, seeded.tenantId, loginName, passwordHash, 'officer', unitId)
        await client.query(
          `insert into assignment (tenant_id, person_id, role, unit_id, from_on) values ($1, $2, 'unitHead', $3, '2024-01-01')`,
          [seeded.tenantId, personId, unitId],
        )
        const { rows } = await client.query<{ id: string }>(
          `select measure_id as id from measure where tenant_id = $1 and lead_unit_id = $2 and status = 'underway'
            order by measure_id limit 2000`,
          [seeded.tenantId, unitId],
        )
        officerIds.push({ loginName, measureIds: rows.map(({ id }) => Number(id)) })
      }
      return { ...seeded, officerIds }
    } finally {
      await client.end()
    }
  } finally {
    await postgres.stop()
  }
}

/** Without the worker, who would open the week before anybody looks. */
async function openWeek(dataDir: string, { inspectionId }: Seeded, measures: number): Promise<Figure> {
  const product = await runProduct({ dataDir, env: { BIHUAN_WORKER: '0' } })
  try {
    const office = await signIn(product, 'office', password)
    const ms = await timed(() =>
      fetch(`${product.url}/api/board?inspection=${inspectionId}`, { headers: office.headers }),
    )
    return figure(`week opened, half of ${measures} measures owe a report`, ms, 'ms', null, null)
  } finally {
    await product.stop({ keepData: true })
  }
}

async function measure(product: Product, seeded: Seeded, measures: number): Promise<Figure[]> {
  const members: Member[] = []
  for (const { loginName } of seeded.officerIds) members.push(await signIn(product, loginName, password))
  const [member] = members
  if (member === undefined) throw new Error('nobody reports')
  const office = await signIn(product, 'office', password)
  const of = `?inspection=${seeded.inspectionId}`
  const answer = await fetch(`${product.url}/api/week${of}`, { headers: member.headers })
  const { week } = (await answer.json()) as { week: string }
  const yardstick = await load(`${product.url}/healthz`, {}, connections, 3)
  // What is written first is planned first.
  await report(product, seeded, members, week, 0, 2)
  const reports = await report(product, seeded, members, week, 1, seconds)
  const figures = [
    figure('yardstick: health page, 16 clients', yardstick.perSecond, 'req/s', null, null),
    figure(
      'weekly report with history event, durable, 16 clients',
      reports.perSecond,
      'req/s',
      '≥ 1600',
      `${(reports.perSecond / yardstick.perSecond).toFixed(2)} × health page`,
    ),
    figure('weekly report, p97.5 at 16 clients', reports.p95, 'ms', null, `p50 ${reports.p50} ms`),
  ]
  for (const [name, path, who, target] of [
    ['board, office', 'board', office, '≤ 20 (p95)'],
    ['board, head of a unit', 'board', member, '≤ 20 (p95)'],
    ['my week, officer', 'week', member, null],
  ] as const) {
    await load(`${product.url}/api/${path}${of}`, who.headers, 4, 1)
    const alone = await load(`${product.url}/api/${path}${of}`, who.headers, 1, 4)
    const crowd = await load(`${product.url}/api/${path}${of}`, who.headers, connections, 4)
    if (alone.errors + crowd.errors > 0) throw new Error(`${name}: errors`)
    figures.push(
      figure(`${name}, ${measures} measures, p97.5`, alone.p95, 'ms', target, `p50 ${alone.p50} ms`),
      figure(
        `${name}, 16 clients`,
        crowd.perSecond,
        'req/s',
        null,
        `${(crowd.perSecond / yardstick.perSecond).toFixed(2)} × health page`,
      ),
    )
  }
  return figures
}

/** Each connection goes through its share of one officer's measures, round after round: a first report, then amendments. */
async function report(
  product: Product,
  { officerIds }: Seeded,
  members: Member[],
  week: string,
  part: number,
  duration: number,
) {
  let opened = 0
  const result = await autocannon({
    url: product.url,
    connections,
    duration,
    setupClient(client) {
      const own = opened++
      const member = members[own % members.length]
      const all = officerIds[own % members.length]?.measureIds ?? []
      const half = Math.floor(own / members.length) % 2
      // Each run and each of an officer's two connections has measures of its own.
      const ids = all.filter((_, at) => at % 4 === part * 2 + half)
      let sent = 0
      const next = (): void => {
        const id = ids[sent % ids.length]
        const body = {
          week,
          basedOn: Math.floor(sent / ids.length),
          submissionId: `bench-${part}-${own}-${sent}-${process.pid}`,
          noChange: false,
          done: `第 ${sent} 次清点缺株，补植香樟、桂花，现场拍照存档`,
          difficulty: '苗源规格不足',
        }
        sent++
        client.setRequest({
          method: 'POST',
          path: `/api/measures/${id}/reports`,
          headers: { ...member?.headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        } as never)
      }
      next()
      client.on('response', next)
    },
  })
  if (result.non2xx + result.errors > 0) throw new Error(`reports: ${result.non2xx} refused, ${result.errors} errors`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p95: result.latency.p97_5 }
}

const figure = (
  name: string,
  value: number,
  unit: Figure['unit'],
  target: string | null,
  ratio: string | null,
): Figure => ({ part: 'report', name, value, unit, target, ratio })
