/** Projects in the browser: found in the list, read on their page, looked back at; with the mouse, without it, on a phone. */
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

const isWithinWidth = () =>
  bihuan.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test('the list has 26 projects; typing and choosing narrow it, and the address keeps the choice', async () => {
  const { page } = bihuan
  await page.getByRole('link', { name: '项目', exact: true }).click()
  await page.getByText('26 个项目', { exact: true }).waitFor()
  await page.getByRole('link', { name: /回头看/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('projects')
  await page.keyboard.press('/')
  await page.keyboard.type('南溪')
  await page.getByText('2 / 26 个项目').waitFor()
  await page.getByLabel('阶段').selectOption({ label: '施工' })
  await page.getByText('1 / 26 个项目').waitFor()
  await page.reload()
  await page.getByText('1 / 26 个项目').waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
})

test('a project shows how far it has come, what its money came to, and what it lacks', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/projects`)
  await page.getByRole('link', { name: '南溪缓冲带', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /南溪缓冲带/ }).waitFor()
  const line = page.getByRole('region', { name: '项目过程' })
  expect(await line.getByRole('listitem').count()).toBe(9)
  await line.getByText('结算审计').waitFor()
  const money = page.getByRole('region', { name: '资金' })
  await money.getByText('变更 46 笔').waitFor()
  await money.getByText('+196.54').waitFor()
  await money.getByText(/已批准的变更累计占合同价 31\.70%/).waitFor()
  const lacking = page.getByRole('region', { name: '还缺什么' })
  await lacking.getByText(/没有填“审定日期”/).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('project')
})

test('its records stand under tabs that the keyboard reaches; each leads to its entry', async () => {
  const { page } = bihuan
  const contracts = page.getByRole('tab', { name: /^合同/ })
  await contracts.focus()
  await page.keyboard.press('ArrowRight')
  const changes = page.getByRole('tab', { name: /变更与签证 46/ })
  while (!(await changes.getAttribute('aria-selected'))?.includes('true')) await page.keyboard.press('ArrowRight')
  await page.waitForURL(/tab=changeOrder/)
  await page
    .getByRole('tabpanel')
    .getByRole('link', { name: /清淤增加/ })
    .first()
    .click()
  await page.waitForURL(/\/entries\/\d+/)
  await page.goBack()
  await page.getByRole('tab', { name: /变更与签证/, selected: true }).waitFor()
})

test('what is lacking leads to the form in which it is filled in', async () => {
  const { page } = bihuan
  await page.getByRole('region', { name: '还缺什么' }).getByRole('link', { name: '补填' }).first().click()
  await page.waitForURL(/\/entries\/\d+\/edit/)
})

test('a round of look-back is a matrix of projects and questions', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/projects`)
  await page.getByRole('link', { name: /回头看/ }).click()
  await page.getByText(/应看 26 个项目，已自查 26/).waitFor()
  expect(await page.getByRole('row').count()).toBe(27)
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('look-back')
})

test('on a phone nothing is wider than the screen', async () => {
  const { page } = bihuan
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${bihuan.product.url}/projects`)
  await page.getByRole('link', { name: '滨河绿廊PPP项目' }).waitFor()
  expect(await isWithinWidth()).toBe(true)
  await page.getByRole('link', { name: '滨河绿廊PPP项目' }).click()
  await page.getByRole('region', { name: '项目过程' }).waitFor()
  expect(await isWithinWidth()).toBe(true)
  await bihuan.screenshot('project-phone')
})
