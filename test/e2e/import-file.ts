import type { Page } from 'playwright-core'

/** From any page of the product to the review of a file. */
export async function importFile(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByRole('heading', { name: '导入记录' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.locator('.finding-card').first().waitFor()
}
