/**
 * The notice that the product was designed from, where it is at hand: it is not part of the project. Counts and structure
 * alone are looked at.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { setUpDistrict } from './first-visit.ts'
import { importFile } from './import-file.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

const notice = join(process.env.BIHUAN_SHARED ?? join(root, '../shared'), 'inputs/notice.txt')
const atHand = existsSync(notice)

let bihuan: OpenBihuan | null = null
beforeAll(async () => {
  if (!atHand) return
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
})
afterAll(async () => {
  await bihuan?.close()
  expect(bihuan?.faults ?? []).toEqual([])
})

test(
  atHand ? 'the source notice is imported and written' : 'the source notice is not at hand: nothing to try',
  async () => {
    if (!bihuan) return
    const { page } = bihuan
    const value = async (name: string) =>
      Number(await page.locator('.counts div', { hasText: name }).locator('.counts-value').textContent())
    await importFile(page, notice)
    expect(await page.locator('.finding-number').allTextContents()).toEqual(
      Array.from({ length: 28 }, (_, index) => String(index + 1)),
    )
    expect(await page.locator('.card-aspect').count()).toBe(3)
    const measures = await value('措施')
    expect(measures).toBeGreaterThanOrEqual(116)
    expect(measures).toBeLessThanOrEqual(120)
    await page.getByText('文中称 28').waitFor()
    await page.getByText('文中称 133').waitFor()
    await page.getByText('文中称 73').waitFor()
    await page
      .getByText(/出现在 6 个问题下：8、10、12、14、16、19/)
      .first()
      .waitFor()
    await page
      .getByText(/出现在 7 个问题下：1、9、10、15、16、18、24/)
      .first()
      .waitFor()
    await bihuan.screenshot('import-source-notice')

    await page.getByRole('button', { name: '写入台账…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`新建 28 个问题、${measures} 项措施`).waitFor()
    await dialog.getByRole('button', { name: '写入台账' }).click()
    await page.getByText(`已写入台账：新建 28 个问题、${measures} 项措施。`).waitFor()
    await bihuan.screenshot('ledger-source-notice')
    await importFile(page, notice)
    await page.getByText('与台账一致，没有需要写入的内容').waitFor()
  },
)
