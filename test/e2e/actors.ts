/** People with roles for journeys through the life of a measure, written into the running product's own database. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Connection, openDatabase } from '../../src/adapters/postgres/database.ts'
import { databaseName, roles } from '../../src/adapters/postgres/embedded/create-cluster.ts'
import { socketPort } from '../../src/adapters/postgres/embedded/postmaster.ts'
import { postgresData } from '../../src/adapters/postgres/postgres-data.ts'
import type { Assignment } from '../../src/core/access/policy.ts'
import { chinaDay } from '../../src/core/deadline/china-day.ts'
import { wholeScope } from '../builders.ts'
import { quickSecrets } from '../outside.ts'
import type { Product } from './run-product.ts'

export const password = 'Luhua-2031-gai'
export type Actor = { name: string; loginName: string; personId: number }

export type Backstage = {
  /**
   * @param from roles are held from this day on; today by default, so a product with a moved clock needs it
   * @returns the person, who signs in with {@link password}
   */
  add(name: string, loginName: string, assignments: Assignment[], from?: Date): Promise<Actor>
  /** Runs SQL as the owner of the tables. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** After changes by SQL: who sees which record, and lights. */
  settle(inspectionId: number): Promise<void>
  close(): Promise<void>
}

/** Opens the database of a product that is set up. */
export async function backstage({ dataDir }: Product): Promise<Backstage> {
  const host = join(realpathSync(join(dataDir, 'database')), 'run')
  const as = (user: string): Connection => ({ host, port: socketPort, user, database: databaseName, ssl: false })
  const owner = new pg.Client(as(roles.owner))
  await owner.connect()
  const database = openDatabase(as(roles.app), { size: 2 })
  const data = postgresData(database)
  const tenant = await data.findTenant()
  const scope = wholeScope(tenant?.tenantId ?? 0)
  const passwordHash = await quickSecrets.hashPassword(password)
  return {
    async add(name, loginName, assignments, from = new Date()) {
      const preferences = { language: 'zh' as const, textSize: 'normal' as const, ledgerColumns: [] }
      const personId = await data.inTenant(scope, ({ accounts }) =>
        accounts.create({ name, loginName, passwordHash, preferences, assignments, at: from }),
      )
      return { name, loginName, personId }
    },
    sql: async (text, values) => (await owner.query<Record<string, unknown>>(text, values)).rows,
    settle: (inspectionId) =>
      data.inTenant(scope, async ({ ledger, lights }) => {
        await ledger.settle(inspectionId)
        const held = await owner.query<{ id: number }>(
          'select measure_id::int as id from measure where inspection_id = $1',
          [inspectionId],
        )
        await lights.refresh(
          held.rows.map(({ id }) => id),
          chinaDay(new Date()),
        )
      }),
    async close() {
      await owner.end()
      await database.close()
    },
  }
}

/** Somebody signed in, in a browser of their own, at the page where their work begins. */
export async function signedIn(
  browser: Browser,
  url: string,
  { loginName }: Actor,
  viewport = { width: 1366, height: 768 },
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport })
  const page = await context.newPage()
  await page.goto(`${url}/login`)
  await page.getByLabel('登录名').fill(loginName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  // By way of `/`, which leads on.
  await page.waitForURL(({ pathname }) => pathname !== '/login' && pathname !== '/')
  return { page, context }
}
