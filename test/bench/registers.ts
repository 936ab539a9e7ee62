/**
 * A register of a million entries read over HTTP by the officer of one unit of fifty, and by the office that sees all of
 * them: first page, later page, filters, words; search while typing; one entry written. The yardstick is the same server's
 * health page.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start-embedded-postgres.ts'
import { migrate } from '../../src/adapters/postgres/migrate.ts'
import { scryptSecrets } from '../../src/adapters/secrets/secrets.ts'
import { type Product, runProduct } from '../e2e/run-product.ts'
import { type Figure, median, timed } from './figure.ts'
import { measureFigures } from './figures.ts'
import { load } from './load.ts'
import { type SeededLedger, seedLedger } from './seed.ts'
import { commonWord, rareWord, seedEntries } from './seed-entries.ts'
import { type Member, signIn } from './sign-in.ts'

const password = 'Bench-2026-registers'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const listMs = '≤ 8 (p95)'

export async function measureRegisters(entries: number): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/bihuan-bench-')
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  try {
    const seeded = await seed(dataDir, entries)
    const product = await runProduct({ dataDir, env: { BIHUAN_WORKER: '0' } })
    try {
      return await measure(product, seeded, entries)
    } finally {
      await product.stop({ keepData: true })
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function seed(dataDir: string, entries: number): Promise<SeededLedger> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent })
  try {
    await migrate(postgres.connection)
    const passwordHash = await scryptSecrets().hashPassword(password)
    const seeded = await seedLedger(postgres.connection, { measures: 1000, passwordHash })
    const { tenantId, unitIds, office } = seeded
    await seedEntries(postgres.connection, { tenantId, unitIds, by: office.personId, entries })
    return seeded
  } finally {
    await postgres.stop()
  }
}

async function measure(product: Product, { officer }: SeededLedger, entries: number): Promise<Figure[]> {
  const yardstick = await load(`${product.url}/healthz`, {}, 1, 3)
  const figures = [figure('yardstick: health page, 1 client, p50', yardstick.p50, null, null)]
  const member = await signIn(product, officer.loginName, password)
  const whole = await signIn(product, 'office', password)
  const list = `${product.url}/api/registers/meeting/entries?limit=50`
  const { nextCursor } = await get<{ nextCursor: string }>(list, member)
  const word = (q: string): string => `&q=${encodeURIComponent(q)}`
  const asked = [
    { name: 'first page', query: '' },
    { name: 'next page', query: `&cursor=${nextCursor}` },
    { name: 'one kind, one year', query: '&kind=scheduling&from=2022-01-01&to=2022-12-31' },
    { name: 'attendance from 60', query: '&where=[["attendance","from",60]]' },
    { name: 'a word that every second entry has', query: word(commonWord) },
    { name: 'a word that one in twenty thousand has', query: word(rareWord) },
  ]
  for (const { name, query } of asked)
    for (const [who, reader] of [
      ['officer of one unit', member],
      ['office', whole],
    ] as const)
      figures.push(
        await ofAddress(
          `${who}: ${name}`,
          `${list}${query}`,
          reader,
          who === 'office' ? null : listMs,
          ({ rows }) => rows,
        ),
      )
  const find = `${product.url}/api/entries?limit=12`
  for (const q of [commonWord, rareWord])
    figures.push(
      await ofAddress(`search while typing: ${q}`, `${find}${word(q)}`, member, null, (page) => page.entries),
    )
  figures.push(...(await measureFigures(product, member, whole)))
  const writes: number[] = []
  for (let at = 0; at < 60; at++) writes.push(await timed(() => write(product, member, officer.unitId, at)))
  figures.push(figure('one entry written, with history, state and sums, p50', median(writes.slice(10)), null, null))
  return figures.map((each) => ({ ...each, name: `${each.name}${each.target === null ? '' : `, of ${entries}`}` }))
}

type Page = { rows?: unknown[]; entries?: unknown[] }

async function ofAddress(
  name: string,
  url: string,
  member: Member,
  target: string | null,
  rowsOf: (page: Page) => unknown[] | undefined,
): Promise<Figure> {
  if ((rowsOf(await get<Page>(url, member)) ?? []).length === 0) throw new Error(`${url}: no rows to measure with`)
  await load(url, member.headers, 1, 1)
  const { p95, p50, errors } = await load(url, member.headers, 1, 4)
  if (errors > 0) throw new Error(`${url}: ${errors} answers were errors; the figures would say nothing`)
  return figure(`${name}, 1 client, p97.5`, p95, target, `p50 ${p50} ms`)
}

async function get<T>(url: string, { headers }: Member): Promise<T> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function write(product: Product, { headers }: Member, unitId: number, at: number): Promise<void> {
  const answer = await fetch(`${product.url}/api/registers/meeting/entries`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'topical',
      unitId,
      values: { on: '2024-08-05', topic: `量测第 ${at} 次`, attendance: 12 },
      aggregate: null,
      submissionId: `bench-${process.pid}-${at}-${Date.now()}`,
    }),
  })
  if (!answer.ok) throw new Error(`entry: ${answer.status} ${await answer.text()}`)
}

const figure = (name: string, value: number, target: string | null, ratio: string | null): Figure => ({
  part: 'registers',
  name,
  value,
  unit: 'ms',
  target,
  ratio,
})
