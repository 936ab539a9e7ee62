/** Figures in the browser: typed with suggestions, seen at once, opened to their records, looked at as of a day, given a name. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
let behind: Backstage
let page: Page
let unitId: number
let inspectionId: number
const day = 86_400_000
const chinaDay = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** In a year of its own, recorded two days ago: whatever else the sample holds stays out of it. */
async function aReplanting(plants: number, on: string): Promise<number> {
  const at = new Date(Date.now() - 2 * day)
  const [row] = await behind.sql(
    `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, readers, search,
        search_text, created_by, created_at, changed_at)
      select 1, 'replanting', 1, 'replanted', $1, $2, $3::text::date, jsonb_build_object('on', $3::text, 'species', '香樟', 'plants', $4::int),
        jsonb_build_object('plants', $4::int, 'times', 1), 'unit', '', '', min(person_id), $5, $5 from account
      returning entry_id::int as id`,
    [unitId, `香樟 ${plants} 株`, on, plants, at],
  )
  return Number(row?.id)
}

beforeAll(async () => {
  bihuan = await openBihuan()
  ;({ page } = bihuan)
  await setUpDistrict(page)
  await loadSample(page)
  behind = await backstage(bihuan.product)
  const [most] = await behind.sql(`select lead_unit_id::int as unit, inspection_id::int as inspection from measure
    where lead_unit_id is not null group by 1, 2 order by count(*) desc, 1 limit 1`)
  unitId = Number(most?.unit)
  inspectionId = Number(most?.inspection)
})
afterAll(async () => {
  await behind.close()
  await bihuan.close()
})

const value = (shown = page) => shown.locator('[data-figure-value]')
const line = () => page.getByRole('combobox', { name: '数什么' })
const rows = () => page.getByRole('region', { name: '明细' }).locator('tbody tr')

describe('figures', () => {
  let first: number
  test('are typed with the keyboard alone, completed, and seen at once', async () => {
    first = await aReplanting(27, '1999-03-12')
    await aReplanting(1186, '1999-03-20')
    await page.goto(`${bihuan.product.url}/figures`)
    await line().click()
    await page.keyboard.type('补')
    await page.getByRole('option', { name: /补植/ }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('1999')
    await page.keyboard.press('Enter')
    await page.locator('[data-figure-value]', { hasText: '1,213' }).waitFor()
    expect(await rows().count()).toBe(2)
    await page.getByText('同一条只计一次').first().waitFor()
    await page.getByText('以上 2 条合计').waitFor()
    expect(decodeURIComponent(page.url())).toContain('补植')
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('figures', page)
  })

  test('a word that is not known is named', async () => {
    await line().fill('补植 苹果')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.getByText('里没有“苹果”').waitFor()
    expect(await axeProblems(page)).toEqual([])
  })

  test('taking an entry away changes the figure; as of yesterday it is what it was', async () => {
    await behind.sql(
      `update entry set withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = '重复', changed_at = now() where entry_id = $1`,
      [first],
    )
    await page.goto(`${bihuan.product.url}/figures?text=${encodeURIComponent('补植 株 1999')}`)
    await page.locator('[data-figure-value]', { hasText: '1,186' }).waitFor()
    const asOf = page.getByLabel('截至', { exact: true })
    await asOf.fill(chinaDay(new Date(Date.now() - day)))
    await page.locator('[data-figure-value]', { hasText: '1,213' }).waitFor()
    expect(page.url()).toContain('asOf=')
    await asOf.fill(chinaDay(new Date(Date.now() - 5 * day)))
    await page.locator('[data-figure-value]', { hasText: /^0$/ }).waitFor()
    await page.getByRole('button', { name: '回到现在' }).click()
    await page.locator('[data-figure-value]', { hasText: '1,186' }).waitFor()
    await page.getByRole('button', { name: '查看各月变化' }).click()
    await page.getByRole('rowheader', { name: chinaDay(new Date()) }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('figures-course', page)
  })

  test('a ratio prints both of its sides; those with a name are found and opened', async () => {
    await page.getByLabel('查找口径').fill('完成率')
    await page.getByRole('link', { name: '措施完成率' }).click()
    await page.locator('[data-figure-value]', { hasText: '%' }).waitFor()
    await page.getByText('分母：全部措施的条数').waitFor()
    await page.getByLabel('分母').check()
    await page
      .getByText('以上', { exact: false })
      .or(page.getByRole('button', { name: '再看 50 条' }))
      .first()
      .waitFor()
    await bihuan.screenshot('figures-ratio', page)
  })

  test('the office gives a figure a name, changes it, and takes it out of use', async () => {
    await page.goto(`${bihuan.product.url}/figures?text=${encodeURIComponent('补植 株 1999')}`)
    await page.getByRole('button', { name: '存为口径' }).click()
    await page.getByLabel('名称', { exact: true }).fill('九九年补植')
    await page.getByLabel('为什么这样定').fill('按区里来函口径')
    await page.getByRole('dialog').getByRole('button', { name: '存为口径' }).click()
    await page.getByRole('heading', { name: '九九年补植' }).waitFor()
    await page.getByRole('button', { name: '修改口径' }).click()
    await page.getByRole('dialog').getByLabel('数什么').fill('补植 次 1999')
    await page.getByRole('dialog').getByRole('button', { name: '修改口径' }).click()
    await page.locator('[data-figure-value]', { hasText: /^1$/ }).waitFor()
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await page.getByText('选一个口径').waitFor()
    expect(await page.getByRole('link', { name: '九九年补植' }).count()).toBe(0)
  })

  test('an officer is given his own, and told so; a phone shows it without scrolling sideways', async () => {
    const officer = await behind.add('方某', 'fangmou', [{ role: 'officer', unitId, inspectionId }])
    const { page: phone, context } = await signedIn(bihuan.browser, bihuan.product.url, officer, {
      width: 390,
      height: 844,
    })
    await phone.goto(`${bihuan.product.url}/figures?text=${encodeURIComponent('补植 株 1999')}`)
    await value(phone).filter({ hasText: '1,186' }).waitFor()
    await phone.getByText('只含您能看到的本单位登记').waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const card = await phone.locator('.figures-result').boundingBox()
    const day = await phone.getByText('现在', { exact: true }).boundingBox()
    expect((day?.x ?? 0) + (day?.width ?? 0)).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0))
    expect(await axeProblems(phone)).toEqual([])
    await bihuan.screenshot('figures-phone', phone)
    expect(await phone.getByRole('button', { name: '存为口径' }).count()).toBe(0)
    await context.close()
  })

  test('the operator at the server counts the same beside the running server', () => {
    const env = { ...process.env, BIHUAN_DATA: bihuan.product.dataDir }
    const figure = (...words: string[]) =>
      spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'figure', ...words, '--lang', 'zh'], {
        env,
        encoding: 'utf8',
      })
    expect(figure('补植 株 1999').stdout).toMatch(/^1,186 株\n“补植”登记簿/)
    expect(figure('补植 株 1999', '--as-of', chinaDay(new Date(Date.now() - day))).stdout).toMatch(/^1,213 株/)
    expect(figure('measuresRate').stdout).toMatch(/^\d+\.\d% {2}\d+ ÷ 133/)
    const refused = figure('补植 苹果')
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('“苹果”')])
  })

  test('nothing was wrong on any page', () => expect(bihuan.faults).toEqual([]))
})
