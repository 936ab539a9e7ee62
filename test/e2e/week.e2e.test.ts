/** A unit officer's week: what is owed, one click or three fields, drafts, a lost connection; and the board that shows it. */
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

/** A Wednesday morning; reports are due on Friday 17:00. */
const wednesday = new Date('2026-12-02T10:00:00+08:00')
const nextTuesday = new Date('2026-12-08T10:00:00+08:00')

let bihuan: OpenBihuan
let behind: Backstage
let officer: Actor
let page: Page
let context: BrowserContext
let unitId: number

/** Signs the officer in anew: a jump of the clock ends sessions. */
async function comeIn(at: Date, viewport?: { width: number; height: number }): Promise<void> {
  await context?.close()
  bihuan.product.moveClock(at)
  ;({ page, context } = await signedIn(bihuan.browser, bihuan.product.url, officer, viewport))
  await context.clock.setFixedTime(at)
  await page.goto(`${bihuan.product.url}/week`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

beforeAll(async () => {
  bihuan = await openBihuan({ clock: true })
  bihuan.product.moveClock(wednesday)
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [most] = await behind.sql(`select lead_unit_id::int as id, inspection_id::int as inspection from measure
    where status = 'underway' group by 1, 2 order by count(*) desc, 1 limit 1`)
  unitId = Number(most?.id)
  officer = await behind.add(
    '林某',
    'linmou',
    [{ role: 'officer', unitId, inspectionId: Number(most?.inspection) }],
    wednesday,
  )
  await comeIn(wednesday)
})
afterAll(async () => {
  await behind.close()
  await context.close()
  await bihuan.close()
})

const section = (name: string) => page.getByRole('region', { name })
const cards = (name: string) => section(name).locator('.week-card')
const reports = async (): Promise<number> => {
  const [row] = await behind.sql('select count(*)::int as n from weekly_report')
  return Number(row?.n)
}
const fieldsIn = (selector: string) =>
  page.locator(`${selector} input:not([type=file]), ${selector} textarea, ${selector} select`).count()
const said = (words: RegExp) => page.locator('.announcement', { hasText: words }).first().waitFor()

describe('my week', () => {
  test('shows what is owed and until when, and nothing else', async () => {
    await page.getByRole('heading', { name: /本周应报 \d+ 项，已报 0 项/ }).waitFor()
    await page.getByText('截止周五 17:00 · 还有 2 天 7 小时').waitFor()
    expect(await cards('本周应报').count()).toBeGreaterThan(1)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('week', page)
  })
  test('weighs, with what the ledger shares, at most 180 kB compressed', async () => {
    // Its own browser, whose clock was not touched: that would hide what was loaded.
    const { page: fresh, context: own } = await signedIn(bihuan.browser, bihuan.product.url, officer)
    await fresh.goto(`${bihuan.product.url}/week`)
    await fresh.locator('.week-card').first().waitFor()
    const addresses = await fresh.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => (/\.(?:js|css)$/.test(name) ? [name] : [])),
    )
    await own.close()
    const sizes = await Promise.all(
      addresses.map(async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length),
    )
    const weight = sizes.reduce((sum, size) => sum + size, 0)
    console.info(`my week: ${Math.round(weight / 1000)} kB compressed`)
    expect(addresses.length).toBeGreaterThan(2)
    expect(weight).toBeLessThanOrEqual(180_000)
  })
  test('“no change” asks for no field and is one click, taken back by another', async () => {
    expect(await fieldsIn('.week')).toBe(0)
    const before = await cards('本周应报').count()
    await cards('本周应报').first().getByRole('button', { name: '无变化，按期' }).click()
    await said(/已报：无变化，按期/)
    await page.getByRole('heading', { name: /已报 1 项/ }).waitFor()
    expect(await cards('本周应报').count()).toBe(before - 1)
    await page.locator('.announcement').getByRole('button', { name: '撤销' }).click()
    await said(/已撤销/)
    await page.getByRole('heading', { name: /已报 0 项/ }).waitFor()
    expect(await cards('本周应报').count()).toBe(before)
  })
  test('goes by the keyboard alone', async () => {
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: /已报 1 项/ }).waitFor()
  })
  test('a report has three fields at most, and says at its field what is missing', async () => {
    const card = cards('本周应报').first()
    await card.getByRole('button', { name: '说明…' }).click()
    await card.getByLabel('本周做了什么').waitFor()
    const fields = await fieldsIn('.report-form')
    expect(fields).toBeGreaterThan(0)
    console.info(`fields of a report: ${fields}`)
    expect(fields).toBeLessThanOrEqual(3)
    await card.getByRole('button', { name: '提交本周进展' }).click()
    await card.getByText('请写明本周做了什么').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('week-form', page)
  })
  test('a draft outlives the tab', async () => {
    const words = cards('本周应报').first().getByLabel('本周做了什么')
    await words.fill('东段补植香樟 42 株，桂花 32 株')
    await page.close()
    page = await context.newPage()
    await page.goto(`${bihuan.product.url}/week`)
    const again = cards('本周应报').first()
    await again.getByText('草稿', { exact: true }).waitFor()
    expect(await again.getByLabel('本周做了什么').inputValue()).toBe('东段补植香樟 42 株，桂花 32 株')
  })
  test('without a connection a report waits, and is sent once when it is back', async () => {
    const before = await reports()
    await context.setOffline(true)
    await cards('本周应报').first().getByRole('button', { name: '提交本周进展' }).click()
    await page.getByText('待发送').first().waitFor()
    expect(await reports()).toBe(before)
    await context.setOffline(false)
    await said(/本周进展已报/)
    await page.getByRole('heading', { name: /已报 2 项/ }).waitFor()
    expect(await reports()).toBe(before + 1)
  })
  test('an answer lost on the way is asked for again, and the report is there once', async () => {
    const before = await reports()
    let lost = 0
    await page.route('**/api/measures/*/reports', async (route) => {
      const answer = await route.fetch()
      if (lost++ === 0) await route.abort('connectionreset')
      else await route.fulfill({ response: answer })
    })
    await cards('本周应报').first().getByRole('button', { name: '无变化，按期' }).click()
    await page.getByRole('heading', { name: /已报 3 项/ }).waitFor()
    await page.unroute('**/api/measures/*/reports')
    expect(lost).toBeGreaterThan(1)
    expect(await reports()).toBe(before + 1)
  })
  test('what a colleague reported meanwhile is shown beside one’s own words, which stay', async () => {
    const card = cards('本周应报').first()
    await card.getByRole('button', { name: '说明…' }).click()
    await card.getByLabel('本周做了什么').fill('清点缺株 27 株')
    const colleague = await signedIn(
      bihuan.browser,
      bihuan.product.url,
      await behind.add('何某', 'hemou', [{ role: 'officer', unitId, inspectionId: null }], wednesday),
    )
    await colleague.page.goto(`${bihuan.product.url}/week`)
    await colleague.page
      .getByRole('region', { name: '本周应报' })
      .getByRole('button', { name: '无变化，按期' })
      .first()
      .click()
    await colleague.page.getByRole('heading', { name: /已报 4 项/ }).waitFor()
    await colleague.context.close()
    const mine = page.locator('.report-form')
    await mine
      .getByText('已经报了的')
      .or(mine.getByRole('button', { name: '提交本周进展' }))
      .first()
      .waitFor()
    const kept = mine.getByLabel('本周做了什么')
    if (!(await mine.getByText('已经报了的').isVisible()))
      await mine.getByRole('button', { name: '提交本周进展' }).click()
    await page.getByText('已经报了的').waitFor()
    expect(await kept.inputValue()).toBe('清点缺株 27 株')
    await page.getByRole('button', { name: '提交本周进展' }).click()
    await said(/本周进展已报/)
    const [newest] = await behind.sql('select version, done from weekly_report order by filed_at desc limit 1')
    expect(newest).toEqual({ version: 2, done: '清点缺株 27 株' })
  })
})

describe('the week after', () => {
  test('lists what was missed, and marks what is filled in', async () => {
    await comeIn(nextTuesday)
    await page.getByText(/上周应报 \d+ 项：按时 4/).waitFor()
    await cards('往周未报').first().getByRole('button', { name: '无变化，按期' }).click()
    await said(/注明补报/)
  })
  test('points out words that are those of last week, and leaves the decision to the writer', async () => {
    const [last] = await behind.sql(`select done from weekly_report where done is not null order by filed_at limit 1`)
    const [{ number } = {}] = await behind.sql(
      'select measure.number from weekly_report join measure using (measure_id) where done is not null order by filed_at limit 1',
    )
    const card = page.locator('.week-card', { hasText: String(number) }).first()
    await card.getByRole('button', { name: '说明…' }).click()
    await card.getByLabel('本周做了什么').fill(String(last?.done))
    await card.getByRole('button', { name: '提交本周进展' }).click()
    await page.getByText('本周确实又做了这些吗').waitFor()
    await card.getByRole('button', { name: '确实如此，提交' }).click()
    await said(/本周进展已报/)
  })
  test('stands on a phone without scrolling sideways', async () => {
    await comeIn(nextTuesday, { width: 390, height: 844 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('week-390', page)
  })
})

describe('the board', () => {
  test('shows the office units by weeks; a cell opens its measures, arrow keys walk', async () => {
    const office = await behind.add(
      '周某',
      'zhoumou',
      [{ role: 'office', unitId: null, inspectionId: null }],
      wednesday,
    )
    const { page: board, context: own } = await signedIn(bihuan.browser, bihuan.product.url, office)
    await own.clock.setFixedTime(nextTuesday)
    await board.goto(`${bihuan.product.url}/board`)
    await board.getByRole('table').waitFor()
    expect(await axeProblems(board)).toEqual([])
    await bihuan.screenshot('board', board)
    const cells = board.locator('.board-cell')
    await cells.first().focus()
    await board.keyboard.press('ArrowDown')
    expect(await board.evaluate(() => document.activeElement?.className)).toBe('board-cell')
    await board.keyboard.press('Enter')
    const dialog = board.getByRole('dialog')
    await dialog.getByText('未报').first().waitFor()
    await bihuan.screenshot('board-rows', board)
    await dialog.getByRole('button', { name: /^免报 \d+ 项…/ }).click()
    await dialog.getByLabel('理由').fill('防汛停工')
    await dialog.getByRole('button', { name: /^免报 \d+ 项$/ }).click()
    await board.locator('.announcement', { hasText: '已免报' }).waitFor()
    await dialog.getByText('免报（防汛停工）').first().waitFor()
    await board.keyboard.press('Escape')
    await board.setViewportSize({ width: 390, height: 844 })
    expect(await board.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await bihuan.screenshot('board-390', board)
    await own.close()
  })
})
