/** Calculators as a clerk uses them: typed, filled in from a project, printed, on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
}, 120_000)
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const sheet = () => bihuan.page.getByRole('article', { name: '结果' })

test('the list leads to each calculator', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/calculators`)
  await page.getByRole('heading', { name: '现场试算' }).waitFor()
  expect(
    await page
      .getByRole('listitem')
      .filter({ has: page.locator('.register-help') })
      .count(),
  ).toBe(7)
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('link', { name: /变更率试算/ }).click()
  await page.getByRole('heading', { level: 1, name: '变更率试算' }).waitFor()
})

test('the result stands there while somebody types, and says who decides', async () => {
  const { page } = bihuan
  await sheet().getByText('填齐带 * 的内容，这里就出结果。').waitFor()
  await page.getByLabel('原合同价').fill('1000万元')
  await page.getByLabel('已批准变更合计').fill('80万元')
  await page.getByLabel('本次变更金额').fill('20万元')
  await sheet().getByText('批准后累计10.00%，没有超过10%：由建设单位审批。').waitFor()
  await page.getByLabel('本次变更金额').fill('33万元')
  await sheet().getByText('批准后累计11.30%，超过10%：报主管部门或更高一级审批。').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('calculator-change-ratio')
})

test('what cannot be read is said at its field, and there is no result until it is mended', async () => {
  const { page } = bihuan
  await page.getByLabel('本次变更金额').fill('三十')
  await sheet().getByText('填齐带 * 的内容，这里就出结果。').waitFor()
  expect(await page.getByLabel('本次变更金额').getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('button', { name: '重填' }).click()
  expect(await page.getByLabel('本次变更金额').inputValue()).toBe('')
})

test('the soil points of a project fill the form: every lot has its lines, all of them one sum', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/calculators/soil`)
  await page.getByRole('combobox', { name: '从项目填入' }).fill('滨河')
  await page.getByRole('option').filter({ hasText: '滨河' }).first().click()
  await page
    .getByText(/已按“.*滨河.*”的登记填入/)
    .first()
    .waitFor()
  await sheet().getByText('应核减合计').waitFor()
  expect(await sheet().getByRole('row').count()).toBeGreaterThan(25 + 5 + 5)
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('calculator-soil')
})

test('on paper stands the sheet alone, on one page, with places to sign', async () => {
  const { page } = bihuan
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('region', { name: '填写' }).isVisible()).toBe(false)
  expect(await sheet().getByText('复核人：').isVisible()).toBe(true)
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)
  await page.emulateMedia({ media: 'screen' })
  expect(pages).toHaveLength(1)
  expect(await sheet().getByText('复核人：').isVisible()).toBe(false)
})

test('on a phone the sheet comes below the form, and nothing runs out of the page', async () => {
  const { page } = bihuan
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${bihuan.product.url}/calculators/quality-bond`)
  await page.getByLabel('竣工验收合格日期', { exact: true }).fill('2024-06-30')
  await page.getByLabel('缺陷责任（养护）期').fill('12')
  await page.getByLabel('结算总额').fill('100万元')
  await sheet().getByText('30,000.00 元').waitFor()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('calculator-phone')
})
