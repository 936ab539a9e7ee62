/** The steps of a first visit that other journeys begin with, as a person takes them. */
import type { Page } from 'playwright-core'

export const office = { district: '云岭区', name: '周衡', loginName: 'zhouheng', password: 'Luhua-2031-gai' }

/** From the very first page to the three ways in. */
export async function setUpDistrict(page: Page): Promise<void> {
  await page.getByLabel('地区名称').fill(office.district)
  await page.getByLabel('您的姓名').fill(office.name)
  await page.getByLabel('登录名').fill(office.loginName)
  await page.getByLabel('密码', { exact: true }).fill(office.password)
  await page.getByLabel('再输入一次').fill(office.password)
  await page.getByRole('button', { name: '建立台账' }).click()
  await page.getByRole('heading', { name: '从哪里开始' }).waitFor()
}

/** From the three ways in to the ledger of the sample district. */
export async function loadSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '载入云岭区示例' }).click()
  await page.getByRole('row').nth(1).waitFor()
}
