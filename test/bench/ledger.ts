/**
 * A large ledger read over HTTP by an ordinary member (the officer of one unit of fifty: row-level security applies), and a
 * notice imported by the office. The yardstick is the same server's health page, which asks the database one row.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '../../src/adapters/postgres/migrate.ts'
import { scryptSecrets } from '../../src/adapters/secrets/secrets.ts'
import { type Product, runProduct } from '../e2e/run-product.ts'
import { type Figure, median, timed } from './figure.ts'
import { type Load, load } from './load.ts'
import { firstRound } from './scheduler.ts'
import { type SeededLedger, seedLedger } from './seed.ts'
import { type Member, signIn } from './sign-in.ts'

const password = 'Bench-2026-ledger'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** @param measures size of the ledger */
export async function measureLedger(root: string, measures: number): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/bihuan-bench-')
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  try {
    const seeded = await seed(dataDir, measures)
    const product = await runProduct({ dataDir })
    try {
      return await measure(root, product, seeded, measures)
    } catch (error) {
      console.error(product.output())
      throw error
    } finally {
      await product.stop({ keepData: true })
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function seed(dataDir: string, measures: number): Promise<SeededLedger> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent })
  try {
    await migrate(postgres.connection)
    return await seedLedger(postgres.connection, {
      measures,
      passwordHash: await scryptSecrets().hashPassword(password),
    })
  } finally {
    await postgres.stop()
  }
}

async function measure(root: string, product: Product, seeded: SeededLedger, measures: number): Promise<Figure[]> {
  const { inspectionId, officer } = seeded
  const member = await signIn(product, officer.loginName, password)
  const page = `${product.url}/api/ledger?inspection=${inspectionId}&view=flat&status=underway&unit=${officer.unitId}&sort=due&limit=50`
  const tree = `${product.url}/api/ledger?inspection=${inspectionId}&view=tree&limit=50`
  const rows = await firstRows(page, member)
  const measureId = rows.find((row) => row.type === 'measure')?.id
  const addresses = [
    { name: 'ledger page (status + unit, by due date, 50 rows)', url: page, p95: 8, perSecond: 1500 },
    { name: 'ledger page (tree, no filter, 50 rows)', url: tree, p95: null, perSecond: null },
    { name: 'measure with its history', url: `${product.url}/api/measures/${measureId}`, p95: 6, perSecond: 2000 },
  ]
  const idle = memoryMb(product.pid)
  const firstRoundMs = await firstRound(product)
  const yardstick = await load(`${product.url}/healthz`, {}, 16, 4)
  const figures: Figure[] = [
    figure('yardstick: health page, 16 clients', yardstick.perSecond, 'req/s', null, null),
    figure('memory, idle server + database (PSS)', idle, 'MB', '≤ 180', null),
    figure('first round of the scheduler over a new ledger', firstRoundMs, 'ms', null, null),
    figure('memory after that round (PSS)', memoryMb(product.pid), 'MB', null, null),
  ]
  for (const each of addresses) {
    await load(each.url, member.headers, 16, 2)
    const alone = await load(each.url, member.headers, 1, 5)
    const crowd = await load(each.url, member.headers, 16, 8)
    refuseErrors(each.name, alone, crowd)
    figures.push(
      figure(
        `${each.name}, 1 client, p97.5`,
        alone.p95,
        'ms',
        each.p95 === null ? null : `≤ ${each.p95} (p95)`,
        `p50 ${alone.p50} ms`,
      ),
      figure(
        `${each.name}, 16 clients`,
        crowd.perSecond,
        'req/s',
        each.perSecond === null ? null : `≥ ${each.perSecond}`,
        `${(crowd.perSecond / yardstick.perSecond).toFixed(2)} × health page`,
      ),
    )
  }
  const countsMs: number[] = []
  for (let run = 0; run < 20; run++)
    countsMs.push(await timed(() => get(`${product.url}/api/ledger/counts?inspection=${inspectionId}`, member)))
  figures.push(figure('counts beneath the ledger', median(countsMs), 'ms', '≤ 20', null))
  figures.push(figure('memory after 16 clients (PSS)', memoryMb(product.pid), 'MB', '≤ 400', null))
  figures.push(...(await measureImport(root, product)))
  figures.push(...(await measureBrowser(product, member, inspectionId)))
  return figures.map((each) => ({
    ...each,
    name: each.name.replace('ledger page', `ledger page of ${measures} measures`),
  }))
}

async function get(url: string, { headers }: Member): Promise<unknown> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function send(method: string, url: string, { headers }: Member, body: BodyInit): Promise<unknown> {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const answer = await fetch(url, { method, headers: { ...headers, ...type }, body })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function firstRows(url: string, member: Member): Promise<{ type: string; id: number }[]> {
  const { rows } = (await get(url, member)) as { rows: { type: string; id: number }[] }
  if (rows.length === 0) throw new Error(`${url}: no rows to measure with`)
  return rows
}

async function measureImport(root: string, product: Product): Promise<Figure[]> {
  const office = await signIn(product, 'office', password)
  const bytes = readFileSync(join(root, 'fixtures/notices/sample/云岭区通报.txt'))
  const form = new FormData()
  form.append('file', new Blob([bytes]), '云岭区通报.txt')
  const api = `${product.url}/api/imports`
  let id = 0
  const uploadMs = await timed(async () => {
    id = ((await send('POST', api, office, form)) as { id: number }).id
  })
  const openMs = await timed(() => get(`${api}/${id}`, office))
  let ledgerVersion = ''
  const previewMs = await timed(async () => {
    const preview = await send(
      'POST',
      `${api}/${id}/preview`,
      office,
      JSON.stringify({ inspectionId: null, edits: [] }),
    )
    ledgerVersion = (preview as { ledgerVersion: string }).ledgerVersion
  })
  const applyMs = await timed(() =>
    send(
      'POST',
      `${api}/${id}/apply`,
      office,
      JSON.stringify({
        inspectionId: null,
        inspectionName: '量测',
        edits: [],
        ledgerVersion,
        submissionId: `bench-${process.pid}-${Date.now()}`,
      }),
    ),
  )
  return [
    figure('import: upload, parse, proofread, store', uploadMs, 'ms', null, null),
    figure('import: open the review', openMs, 'ms', null, null),
    figure('import: preview of changes', previewMs, 'ms', null, `${(previewMs / uploadMs).toFixed(2)} × upload`),
    figure(
      'import: write the ledger (28 findings)',
      applyMs,
      'ms',
      null,
      `${(applyMs / uploadMs).toFixed(2)} × upload`,
    ),
  ]
}

/** What the browser loads for the ledger, cold, and when the first rows stand. */
async function measureBrowser(product: Product, member: Member, inspectionId: number): Promise<Figure[]> {
  const executablePath = await findBrowser()
  if (executablePath === null) throw new Error('no browser found: run `npm test` once, it installs one')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const cookie = member.headers.cookie ?? ''
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: product.url }])
    const page = await context.newPage()
    const bodies: Promise<number>[] = []
    page.on('response', (response) => {
      bodies.push(
        response
          .body()
          .then((body) => gzipSync(body).length)
          .catch(() => 0),
      )
    })
    const open = (): Promise<number> =>
      timed(async () => {
        await page.goto(`${product.url}/ledger?inspection=${inspectionId}`)
        await page.getByRole('row').nth(5).waitFor()
      })
    const cold = await open()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(bodies)).reduce((sum, each) => sum + each, 0)
    const warm = median([await open(), await open(), await open()])
    return [
      figure('ledger in the browser: first load, gzip', bytes / 1000, 'kB', '≤ 180', null),
      figure('ledger in the browser: rows, cold', cold, 'ms', null, null),
      figure('ledger in the browser: rows, warm', warm, 'ms', null, `${(warm / cold).toFixed(2)} × cold`),
    ]
  } finally {
    await browser.close()
  }
}

/** Proportional set size of the server and every process beneath it, and of the database. Linux alone. */
function memoryMb(serverPid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isBeneath = (pid: number): boolean =>
    pid === serverPid || (parents.has(pid) && pid > 1 && isBeneath(parents.get(pid) ?? 0))
  let kilobytes = 0
  for (const pid of parents.keys()) {
    if (!isBeneath(pid)) continue
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
  }
  return kilobytes / 1024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended between the listing and now.
    return ''
  }
}

function refuseErrors(name: string, ...loads: Load[]): void {
  const errors = loads.reduce((sum, each) => sum + each.errors, 0)
  if (errors > 0) throw new Error(`${name}: ${errors} answers were errors; the figures would say nothing`)
}

const figure = (
  name: string,
  value: number,
  unit: Figure['unit'],
  target: string | null,
  ratio: string | null,
): Figure => ({ part: 'ledger', name, value, unit, target, ratio })
