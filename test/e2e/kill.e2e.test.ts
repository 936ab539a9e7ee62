/**
 * The server, and another time its database, are killed in the midst of reports from sixteen clients, three times in all:
 * every report that was acknowledged is there exactly once, the chain of the history holds, and the next start needs no hand.
 *
 * Ten seconds in all by default; BIHUAN_KILL_SECONDS=60 for the long one.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { type Backstage, backstage, password } from './actors.ts'
import { type Product, runProduct } from './run-product.ts'

const seconds = Number(process.env.BIHUAN_KILL_SECONDS ?? 10)
const clients = 16
const rounds = ['server', 'database', 'server'] as const

/** A Wednesday morning of the week that is reported; long before its hour. */
const wednesday = new Date('2026-12-02T10:00:00+08:00')
const week = '2026-11-30'

type Report = { measureId: number; version: number; submissionId: string }
type Ledger = { loginName: string; measureIds: number[] }

test('every acknowledged report is there once after each of three kills', async () => {
  let product = await runProduct({ clock: true })
  try {
    product.moveClock(wednesday)
    const ledger = await aLedger(product)
    const acknowledged: Report[] = []
    const versions = new Map<number, number>()
    for (const [round, victim] of rounds.entries()) {
      const headers = await signIn(product, ledger.loginName)
      const stop = new AbortController()
      const writers = Array.from({ length: clients }, (_, at) =>
        write(
          product,
          headers,
          ledger.measureIds.filter((_id, place) => place % clients === at),
          versions,
          acknowledged,
          `${round}-${at}`,
          stop.signal,
        ),
      )
      await sleep((seconds * 1000) / rounds.length)
      const [pid] = victim === 'server' ? [product.pid] : [postmasterOf(product)]
      process.kill(pid, 'SIGKILL')
      // What is under way may still be answered by the half that lives.
      await sleep(200)
      stop.abort()
      await Promise.all(writers)
      const { dataDir } = product
      await product.stop({ keepData: true })
      product = await runProduct({ dataDir, clock: true })
      await takeStock(product, acknowledged, versions)
    }
    console.info(`${acknowledged.length} reports acknowledged, ${rounds.length} kills in ${seconds} s`)
    expect(acknowledged.length).toBeGreaterThan(100)
  } finally {
    await product.stop()
  }
})

/** Set up by the first visit's own routes; the ledger by SQL. */
async function aLedger(product: Product): Promise<Ledger> {
  const answer = await fetch(`${product.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ district: '云岭区', personName: '周衡', loginName: 'zhouheng', password }),
  })
  expect(answer.status).toBe(200)
  const headers = headersOf(product, answer, await answer.json())
  const loaded = await fetch(`${product.url}/api/sample`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ submissionId: 'kill-sample' }),
  })
  const { inspectionId } = await loaded.json()
  const behind = await backstage(product)
  try {
    const [unit] = await behind.sql('select min(lead_unit_id)::int as id from measure')
    await behind.sql("update measure set lead_unit_id = $1, status = 'underway'", [unit?.id])
    await behind.settle(inspectionId)
    await behind.add('林某', 'linmou', [{ role: 'officer', unitId: Number(unit?.id), inspectionId }])
    const rows = await behind.sql('select measure_id::int as id from measure order by 1')
    await fetch(`${product.url}/api/week?inspection=${inspectionId}`, { headers: await signIn(product, 'linmou') })
    return { loginName: 'linmou', measureIds: rows.map(({ id }) => Number(id)) }
  } finally {
    await behind.close()
  }
}

type Headers = Record<string, string>
async function signIn(product: Product, loginName: string): Promise<Headers> {
  const answer = await fetch(`${product.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ loginName, password }),
  })
  expect(answer.status).toBe(200)
  return headersOf(product, answer, await answer.json())
}
function headersOf(product: Product, answer: Response, session: { csrfToken: string }): Headers {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { cookie, 'x-csrf-token': session.csrfToken, origin: product.url, 'content-type': 'application/json' }
}

/** One client: reports its measures, round after round, until it is stopped or nobody answers. */
async function write(
  { url }: Product,
  headers: Headers,
  measureIds: readonly number[],
  versions: Map<number, number>,
  acknowledged: Report[],
  name: string,
  signal: AbortSignal,
): Promise<void> {
  for (let sent = 0; !signal.aborted; sent++) {
    const measureId = measureIds[sent % measureIds.length] ?? 0
    const basedOn = versions.get(measureId) ?? 0
    const submissionId = `kill-${name}-${sent}`
    try {
      const answer = await fetch(`${url}/api/measures/${measureId}/reports`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ week, basedOn, submissionId, noChange: false, done: `补植 ${sent} 株` }),
      })
      if (answer.status !== 200) {
        await sleep(20)
        continue
      }
      const { version } = (await answer.json()) as { version: number }
      versions.set(measureId, version)
      acknowledged.push({ measureId, version, submissionId })
    } catch {
      return
    }
  }
}

/** The database's own process: it outlives the server, and ends with all its children. */
function postmasterOf({ dataDir }: Product): number {
  const file = join(realpathSync(join(dataDir, 'database')), 'cluster/postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

/** Each acknowledged report once, with its history event; numbers of versions without a gap. */
async function takeStock(
  product: Product,
  acknowledged: readonly Report[],
  versions: Map<number, number>,
): Promise<void> {
  const behind: Backstage = await backstage(product)
  try {
    const stored = await behind.sql('select measure_id::int as measure, version from weekly_report')
    const there = new Map<string, number>()
    for (const { measure, version } of stored) {
      const key = `${measure} ${version}`
      there.set(key, (there.get(key) ?? 0) + 1)
    }
    const missing = acknowledged.filter(({ measureId, version }) => there.get(`${measureId} ${version}`) !== 1)
    expect(missing).toEqual([])
    const [events] = await behind.sql(
      "select count(*)::int as n from history_event where act in ('report.filed', 'report.amended')",
    )
    expect(events?.n).toBe(stored.length)
    const [submitted] = await behind.sql("select count(*)::int as n from submission where act = 'report.file'")
    expect(submitted?.n).toBe(stored.length)
    const [{ wrong } = {}] = await behind.sql(`select count(*)::int as wrong from report_due due
      where version <> (select count(*) from weekly_report report where report.tenant_id = due.tenant_id
        and report.measure_id = due.measure_id and report.week = due.week and report.unit_id = due.unit_id)`)
    expect(wrong).toBe(0)
    verifyChain(product)
    // What was written but not acknowledged is the basis of the next one.
    for (const { measure, version } of stored)
      versions.set(Number(measure), Math.max(Number(version), versions.get(Number(measure)) ?? 0))
  } finally {
    await behind.close()
  }
}

/** As an operator does, beside the running server. */
function verifyChain({ dataDir }: Product): void {
  const env = { ...process.env, BIHUAN_DATA: dataDir }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/bihuan.mjs', 'verify'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('全部一致'), ''])
}
