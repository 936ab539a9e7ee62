/** Registers through Excel in a real browser: a template filled in by a spreadsheet, one wrong cell, then everything at once. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import type { Download } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
/** A busy machine takes its time. */
const patient = { timeout: 60_000 }
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  await bihuan.page.goto(`${bihuan.product.url}/registers/patrol`)
}, 180_000)
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

/** The file, with these cells put under the headings of its first sheet; rows from 1. */
async function edited(download: Download, rows: Record<number, Record<string, string>>): Promise<string> {
  const path = await download.path()
  const book = await openXlsx(readFileSync(path), { readStyles: true })
  const [sheet] = book.sheets
  if (sheet === undefined) throw new Error('no sheet')
  const headings = (sheet.rows[0] ?? []).map(String)
  for (const [row, cells] of Object.entries(rows)) {
    const own = sheet.rows[Number(row)] ?? headings.map(() => null)
    sheet.rows[Number(row)] = own
    for (const [heading, text] of Object.entries(cells)) {
      const at = headings.indexOf(heading)
      if (at < 0) throw new Error(`no heading ${heading} in ${headings.join(' ')}`)
      own[at] = text
      // What the file had in the cell with its style is kept beside the rows.
      const held = sheet.cells?.get(`${row},${at}`)
      if (held !== undefined) Object.assign(held, { value: text, type: 'string' })
    }
  }
  const file = join(bihuan.product.dataDir, `巡查${Object.keys(rows).length}-${Date.now()}.xlsx`)
  writeFileSync(file, await saveXlsx(book))
  return file
}

test('a template is filled in, one wrong cell is told, and then all of it is written', async () => {
  const { page } = bihuan
  await page.getByRole('button', { name: 'Excel' }).click(patient)
  await page.getByRole('link', { name: '从 Excel 导入' }).click()
  await page.getByRole('heading', { name: '导入巡查' }).waitFor(patient)
  expect(await axeProblems(page)).toEqual([])
  const [template] = await Promise.all([
    page.waitForEvent('download', patient),
    page.getByRole('link', { name: '下载空白模板' }).click(),
  ])
  expect(template.suggestedFilename()).toBe('巡查导入模板.xlsx')
  const unit = String((await (await page.request.get(`${bihuan.product.url}/api/unit-tree`)).json())[0].name)
  const filled = {
    1: {
      登记单位: unit,
      类别: '村级巡查',
      巡查日期: '2024-08-05',
      '巡查路线、片区': '东湖新村',
      '发现问题（个）': '三个',
    },
    2: {
      登记单位: unit,
      类别: '村级巡查',
      巡查日期: '2024年8月6日',
      '巡查路线、片区': '西湖新村',
      '发现问题（个）': '0',
    },
  }
  const input = page.locator('.exchange input[type=file]')
  await input.setInputFiles(await edited(template, filled))
  await page.getByText('有 1 行有误，没有写入任何内容').waitFor(patient)
  await bihuan.screenshot('exchange-refused')
  expect(await page.getByRole('table').textContent()).toMatch(/[A-Z]2：“发现问题”要填数字/)
  expect(await page.getByRole('button', { name: /^写入/ }).count()).toBe(0)
  expect(await axeProblems(page)).toEqual([])

  filled[1]['发现问题（个）'] = '3'
  await input.setInputFiles(await edited(template, filled))
  await page.getByText('新增 2 条，修改 0 条，不变 0 条，有误 0 行').first().waitFor(patient)
  await bihuan.screenshot('exchange-preview')
  await page.setViewportSize({ width: 390, height: 844 })
  await bihuan.screenshot('exchange-phone')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '写入 2 条' }).click()
  await page.locator('strong', { hasText: '已写入：新增 2 条' }).waitFor(patient)
  await page.locator('.exchange-preview').getByRole('link', { name: '返回登记簿' }).click()
  await page.getByRole('grid').getByText('东湖新村').first().waitFor(patient)
}, 240_000)

test('what was exported comes back without a change, and with one cell edited as that one change', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/registers/patrol?q=${encodeURIComponent('湖新村')}`)
  await page.getByRole('grid').getByText('东湖新村').first().waitFor(patient)
  await page.getByRole('button', { name: 'Excel' }).click()
  const [sheet] = await Promise.all([
    page.waitForEvent('download', patient),
    page.getByRole('link', { name: '导出（按当前筛选）' }).click(),
  ])
  await page.goto(`${bihuan.product.url}/registers/patrol/import`)
  const input = page.locator('.exchange input[type=file]')
  await input.setInputFiles(await edited(sheet, {}), patient)
  await page.getByText('与现有记录一致，没有需要写入的。').waitFor(patient)
  await input.setInputFiles(await edited(sheet, { 1: { '发现问题（个）': '9' } }))
  await page
    .getByText(/新增 0 条，修改 1 条，不变 \d+ 条，有误 0 行/)
    .first()
    .waitFor(patient)
  expect(await page.getByRole('table').textContent()).toContain('发现问题：0 → 9')
  await page.getByRole('button', { name: '写入 1 条' }).click()
  await page.locator('strong', { hasText: '修改 1 条' }).waitFor(patient)
}, 240_000)
