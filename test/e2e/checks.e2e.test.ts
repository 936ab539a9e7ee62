/** Checks in the browser: flags walked with the keyboard, one dismissed, one made a finding, a local value; on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
}, 240_000)
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const flags = () =>
  bihuan.page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ has: bihuan.page.getByRole('article') })
const counted = async (state: string): Promise<number> => {
  const label = await bihuan.page.getByRole('button', { name: new RegExp(`^${state} \\d+$`) }).textContent()
  return Number(/\d+/.exec(label ?? '')?.[0])
}

test('the inbox has what the sample breaks, each with why, by which rule and on which records', async () => {
  const { page } = bihuan
  await page.getByRole('link', { name: '对照检查', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '对照检查' }).waitFor()
  await flags().first().waitFor()
  expect(await counted('待处理')).toBeGreaterThan(20)
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('checks')
})

test('a flag is dismissed with the keyboard, and a reason is asked for; it can be taken up again', async () => {
  const { page } = bihuan
  const before = await counted('待处理')
  await flags().first().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: '排除这条提示' })
  await dialog.getByLabel('为什么不是问题').fill('已核对原件，录入日期有误，已通知更正')
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('checks-dismiss')
  await dialog.getByRole('button', { name: '排除' }).click()
  await page.getByRole('button', { name: `待处理 ${before - 1}` }).waitFor()
  await page.getByRole('button', { name: /^已排除/ }).click()
  await page.getByText('已核对原件，录入日期有误，已通知更正').waitFor()
  await page.getByRole('button', { name: '恢复提示' }).click()
  await page.getByRole('button', { name: `待处理 ${before}` }).waitFor()
})

test('one act makes a self-found finding, which stands in the ledger and cites the records', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/checks?area=contract`)
  await flags().first().getByRole('button', { name: '转为自查问题' }).click()
  const dialog = page.getByRole('dialog', { name: '转为自查问题' })
  await dialog.getByLabel('整改标题').fill('按期签订合同')
  await dialog.getByRole('button', { name: '转为自查问题' }).click()
  await page.getByText('已转为自查问题。').waitFor()
  await page.getByRole('button', { name: /^已转问题/ }).click()
  await page.getByRole('link', { name: /^已转为自查问题/ }).click()
  await page.getByRole('heading', { level: 1, name: /按期签订合同/ }).waitFor()
})

test('a check shows what it asks; a local value with its source takes the place of the shipped one', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/checks?tab=catalogue`)
  await page
    .getByRole('link', { name: /30 日|签订/ })
    .first()
    .waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('checks-catalogue')
  await page.goto(`${bihuan.product.url}/checks/contract-signedLate`)
  await page.getByRole('button', { name: '设本地数值' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^数值/).fill('15')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('请写明出处。').waitFor()
  await dialog.getByLabel('出处').fill('云岭区工程管理办法第四条')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('云岭区工程管理办法第四条').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('check')
})

test('a project shows what was found of it', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/projects`)
  await page.getByRole('link', { name: '南溪缓冲带', exact: true }).click()
  const card = page.getByRole('region', { name: '对照检查' })
  await card.getByRole('article').first().waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('project-checks')
})

test('on a phone nothing goes beyond the screen', async () => {
  const { page } = bihuan
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/checks', '/checks?tab=gaps', '/checks/contract-signedLate']) {
    await page.goto(`${bihuan.product.url}${path}`)
    await page.getByRole('article').first().waitFor()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true)
    await bihuan.screenshot(`checks-phone${path.replaceAll(/\W/g, '-')}`)
  }
})
