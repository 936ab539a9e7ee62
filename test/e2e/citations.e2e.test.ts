/**
 * Record once, cite many: a target that counts entries, a form that makes the entry and is the week's report, an entry cited from
 * two places and taken away again, and a notice whose acts become entries.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { importFile } from './import-file.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

/** A Wednesday morning. */
const wednesday = new Date('2026-12-02T10:00:00+08:00')

let bihuan: OpenBihuan
let behind: Backstage
let officer: Actor
let page: Page
let context: BrowserContext
let measureId: number
let findingId: number

beforeAll(async () => {
  bihuan = await openBihuan({ clock: true })
  bihuan.product.moveClock(wednesday)
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [owing] =
    await behind.sql(`select measure_id::int as id, lead_unit_id::int as unit, inspection_id::int as inspection,
      first_finding_id::int as finding from measure where status = 'underway' and lead_unit_id is not null
    order by measure_id limit 1`)
  measureId = Number(owing?.id)
  findingId = Number(owing?.finding)
  // What the sample's measures are to reach is theirs; this one is to have 1213 plants, and nothing yet.
  await behind.sql(
    'update citation set target_id = null where target_id in (select target_id from measure_target where measure_id = $1)',
    [measureId],
  )
  await behind.sql('delete from measure_target where measure_id = $1', [measureId])
  await behind.sql(
    `insert into measure_target (tenant_id, measure_id, position, words, quantity, unit)
      select tenant_id, measure_id, 1, '补植缺失苗木', 1213, '株' from measure where measure_id = $1`,
    [measureId],
  )
  await behind.sql(
    `update measure set target = '补植缺失苗木', target_quantity = 1213, target_unit = '株', reached_quantity = null
      where measure_id = $1`,
    [measureId],
  )
  const roles = [{ role: 'officer' as const, unitId: Number(owing?.unit), inspectionId: Number(owing?.inspection) }]
  officer = await behind.add('林某', 'linmou', roles, wednesday)
  ;({ page, context } = await signedIn(bihuan.browser, bihuan.product.url, officer))
}, 180_000)
afterAll(async () => {
  await behind.close()
  await context.close()
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const go = (path: string, on: Page = page) => on.goto(`${bihuan.product.url}${path}`)
const cited = (on: Page = page) => on.getByRole('region', { name: '引用的登记事项', exact: true })
const dialog = (on: Page = page) => on.getByRole('dialog')
const says = (sentence: string | RegExp, on: Page = page) => on.getByText(sentence).first().waitFor()

/** Fills in a round of replanting. */
async function plant(species: string, plants: string): Promise<void> {
  await dialog().getByRole('textbox', { name: '补植日期', exact: true }).fill('2026-11-20')
  const project = dialog().getByRole('combobox', { name: '项目', exact: true })
  await project.click()
  await project.pressSequentially('银杏')
  await page.getByRole('option').first().waitFor()
  await project.press('Enter')
  await dialog().getByRole('textbox', { name: '树种', exact: true }).fill(species)
  await dialog().getByRole('textbox', { name: '补植株数', exact: true }).fill(plants)
}

describe('a target that counts entries', () => {
  test('is proposed by its words, and from then on worked out', async () => {
    await go(`/measures/${measureId}`)
    await cited().getByRole('button', { name: '怎么计数…' }).click()
    await dialog().getByLabel('计数方式').waitFor()
    expect(await dialog().getByLabel('计数方式').inputValue()).toBe('replanting.plants')
    expect(await axeProblems(page)).toEqual([])
    await dialog().getByRole('button', { name: '按此计数' }).click()
    await says('“补植缺失苗木”改为按登记事项计数')
    await cited().getByText('0 / 1213 株').waitFor()
  })

  test('grows by an entry made in place, cited at once', async () => {
    const field = cited().getByRole('combobox', { name: '为“补植缺失苗木”引用' })
    await field.click()
    await page.getByRole('option', { name: /补植/ }).last().waitFor()
    await page.getByRole('option', { name: /＋/ }).click()
    await dialog().getByRole('radio', { name: '补植' }).check()
    await plant('云岭红楠', '27')
    await dialog().getByRole('button', { name: '登记补植' }).click()
    await cited().getByText('27 / 1213 株').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('citations-measure', page)
  })

  test('grows by the week’s report: one form, entered, cited and reported', async () => {
    await go('/week')
    const card = page.locator('.week-card', { hasText: '1213' })
    await card.getByRole('button', { name: '登记补植…' }).click()
    await plant('云岭香榧', '1186')
    await bihuan.screenshot('citations-week-form', page)
    await dialog().getByRole('button', { name: '登记并上报' }).click()
    await page.locator('.week-card-done', { hasText: '登记事项 1 条' }).waitFor()
    await page
      .locator('.week-card', { hasText: '1213' })
      .locator('.figure', { hasText: /^1213$/ })
      .first()
      .waitFor()
    await bihuan.screenshot('citations-week', page)
  })

  test('is typed nowhere any more', async () => {
    const card = page.locator('.week-card', { hasText: '1213' })
    await card.getByRole('button', { name: '修改', exact: true }).click()
    await card.getByText(/按引用的登记事项累计，不手填/).waitFor()
    expect(await card.getByRole('textbox', { name: /补植缺失苗木/ }).count()).toBe(0)
  })
})

describe('an entry cited from two places', () => {
  test('is found by typing, and Enter cites it', async () => {
    await go(`/findings/${findingId}`)
    const field = cited().getByRole('combobox', { name: '引用登记事项' })
    await field.click()
    await field.pressSequentially('云岭香榧')
    await page.getByRole('option', { name: /云岭香榧/ }).waitFor()
    await field.press('Enter')
    await cited()
      .getByRole('link', { name: /云岭香榧/ })
      .waitFor()
    await bihuan.screenshot('citations-finding', page)
  })

  test('taken away from the measure it counts no more, and undoing brings it back', async () => {
    await go(`/measures/${measureId}`)
    await cited().getByText('1213 / 1213 株').waitFor()
    await cited()
      .getByRole('button', { name: /取消引用“.*云岭香榧/ })
      .click()
    await cited().getByText('27 / 1213 株').waitFor()
    await page.locator('.announcement').getByRole('button', { name: '撤回' }).click()
    await cited().getByText('1213 / 1213 株').waitFor()
  })

  test('withdrawn it stays where it is cited, struck out, and every place that shows it changes', async () => {
    await cited()
      .getByRole('link', { name: /云岭香榧/ })
      .click()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await dialog().getByLabel('为什么撤销').fill('重复登记')
    await dialog().getByRole('button', { name: '撤销', exact: true }).click()
    await dialog().waitFor({ state: 'hidden' })
    for (const path of [`/measures/${measureId}`, `/findings/${findingId}`]) {
      await go(path)
      await cited().getByText('已撤销，不计').waitFor()
    }
    await go(`/measures/${measureId}`)
    await cited().getByText('27 / 1213 株').waitFor()
    await go('/week')
    await page.locator('.week-card', { hasText: '1213' }).locator('.figure', { hasText: /^27$/ }).first().waitFor()
  })

  test('on a phone everything is within the page', async () => {
    const phone = await signedIn(bihuan.browser, bihuan.product.url, officer, { width: 390, height: 844 })
    await go(`/measures/${measureId}`, phone.page)
    await cited(phone.page).getByText('27 / 1213 株').waitFor()
    await cited(phone.page).scrollIntoViewIfNeeded()
    const fits = await phone.page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
    expect(fits).toBe(true)
    await bihuan.screenshot('citations-phone', phone.page)
    await phone.context.close()
  })
})

describe('an imported notice', () => {
  test('proposes what it reports, beside its source; nothing is written before the last button', async () => {
    const { page: office } = bihuan
    await go('/ledger', office)
    await importFile(office, 'fixtures/notices/sample/云岭区通报.txt')
    await office
      .getByRole('button', { name: '写入台账…' })
      .or(office.getByRole('button', { name: /^写入台账/ }))
      .first()
      .click()
    const writing = dialog(office)
    await writing
      .getByRole('radio', { name: /新/ })
      .check()
      .catch(() => undefined)
    await writing
      .getByRole('textbox')
      .first()
      .fill('另一次绿化巡察')
      .catch(() => undefined)
    await writing.getByRole('button', { name: /写入/ }).last().click()
    await office.locator('.announcement').getByRole('button', { name: '登记文中的会议、学习、制度等' }).click()
    await office.getByRole('list', { name: '识别出的登记事项' }).waitFor()
    const [before] = await behind.sql(`select count(*)::int as entries from entry where source ? 'importId'`)
    expect(before?.entries).toBe(0)
    await office.getByText('引用分项').first().waitFor()
    await office.getByRole('textbox', { name: '起始日期', exact: true }).first().fill('2026-01-01')
    await office.getByRole('textbox', { name: '截止日期', exact: true }).first().fill('2026-11-30')
    const unit = office.getByRole('combobox', { name: '登记单位' }).first()
    await unit.click()
    await office.getByRole('option').first().waitFor()
    await unit.press('Enter')
    expect(await axeProblems(office)).toEqual([])
    await bihuan.screenshot('proposals', office)
    await office.getByRole('button', { name: /采纳其余 \d+ 条完整的/ }).click()
    await bihuan.screenshot('proposals-accepted', office)
    await office.getByRole('button', { name: /^登记 \d+ 条$/ }).click()
    await says(/已登记 \d+ 条，被措施引用 \d+ 处/, office)
    const [after] = await behind.sql(`select count(*)::int as entries,
      (select count(*)::int from citation join entry using (tenant_id, entry_id) where source ? 'importId') as citations
      from entry where source ? 'importId'`)
    console.info(`entries of the notice: ${after?.entries}, cited ${after?.citations} times`)
    expect(after?.entries).toBeGreaterThan(5)
    expect(after?.citations).toBeGreaterThanOrEqual(Number(after?.entries))
  })
})
