/** A notice by file: looked through by keyboard, changed, linked, written to the ledger, and imported once more. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { axeProblems } from './axe-problems.ts'
import { setUpDistrict } from './first-visit.ts'
import { importFile } from './import-file.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
})
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const notice = join(root, 'fixtures/notices/sample/云岭区通报.txt')

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const count = (page: Page, name: string) => page.locator('.counts div', { hasText: name }).locator('.counts-value')
const selected = (page: Page) => page.locator('[data-record][aria-current=true]')
const saved = (page: Page) => page.getByText('修改已保存').waitFor()
const card = (page: Page, heading: string) => page.locator('section.finding-card', { hasText: heading })

test('shows text and findings side by side, with what was counted beside what the text says', async () => {
  const { page } = bihuan
  await importFile(page, notice)
  expect(await page.locator('.finding-card').count()).toBe(28)
  expect(await count(page, '问题').textContent()).toBe('28')
  expect(await count(page, '措施').textContent()).toBe('123')
  await page.getByText('文中称 133').waitFor()
  await page.getByText('文中称 73').waitFor()
  await page.getByText('将新建 28 个问题、123 项措施；不改动已有记录').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('import-review')
})

test('a click on the text selects its measure, and j, k walk on with the text following', async () => {
  const { page } = bihuan
  await page.locator('.source-line', { hasText: '对照新规范组织验收' }).locator('.mark-marker').last().click()
  const first = await selected(page).textContent()
  expect(first).toMatch(/^[二三四五]是/)
  await press(page, 'j')
  expect(await selected(page).textContent()).not.toBe(first)
  expect(await page.locator('.source-line-active').count()).toBe(1)
  await press(page, 'k')
  expect(await selected(page).textContent()).toBe(first)
})

test('every doubt is answered by keyboard, one after the other', async () => {
  const { page } = bihuan
  const bar = page.locator('.doubt-bar')
  const total = Number(/\/(\d+)/.exec((await bar.textContent()) ?? '')?.[1])
  expect(total).toBeGreaterThan(10)
  await press(page, 'ArrowRight')
  await bar.getByText(`疑点 2/${total}`).waitFor()
  await press(page, 'ArrowLeft')
  for (let answered = 0; answered < total; answered += 1) {
    await bar.getByText(/疑点 \d+\//).waitFor()
    // Repeated acts are kept apart here; one of them is linked below.
    await press(page, (await bar.getByText('分开').count()) > 0 ? 'n' : 'y')
  }
  await bar.getByText(`${total} 处疑点已全部看过。`).waitFor()
  await saved(page)
  expect(await count(page, '措施').textContent()).toBe('123')
})

test('merges, splits, corrects, retags and leaves out by key; undo and redo walk through all of it', async () => {
  const { page } = bihuan
  await page.locator('.finding-head', { hasText: '守住耕地和绿地红线' }).click()
  await press(page, 'j', 'j', 'm')
  expect(await count(page, '措施').textContent()).toBe('122')
  await press(page, 's')
  await page.getByLabel('内容').waitFor()
  await press(page, 'Enter')
  expect(await count(page, '措施').textContent()).toBe('123')

  await press(page, 'Enter')
  await page.getByLabel('内容').fill('核查松溪乡占用耕地情况。')
  await press(page, 'Enter')
  await card(page, '守住耕地和绿地红线').getByText('核查松溪乡占用耕地情况。').waitFor()

  await press(page, 't')
  await page.getByRole('dialog').getByRole('button', { name: '原因' }).click()
  expect(await count(page, '原因').textContent()).toBe('1')
  expect(await count(page, '措施').textContent()).toBe('122')

  await press(page, 'x')
  expect(await count(page, '原因').textContent()).toBe('0')
  await press(page, 'Control+z', 'Control+z')
  expect(await count(page, '措施').textContent()).toBe('123')
  await press(page, 'Control+z', 'Control+z', 'Control+z')
  expect(await card(page, '守住耕地和绿地红线').getByText('核查松溪乡占用耕地情况。').count()).toBe(0)
  expect(await count(page, '措施').textContent()).toBe('123')
  await press(page, 'Control+Shift+z')
  expect(await count(page, '措施').textContent()).toBe('122')
  await press(page, 'Control+z')
  await saved(page)
})

test('selected text that was not recognised is added where it stands', async () => {
  const { page } = bihuan
  const line = page.locator('.source-line', { hasText: '把理论学习抓进工地' })
  await line.locator('.mark-heading').first().dblclick()
  await page.getByRole('button', { name: '作为原因加入' }).click()
  expect(await count(page, '原因').textContent()).toBe('1')
  await press(page, 'Control+z')
  expect(await count(page, '原因').textContent()).toBe('0')
})

test('an act told under seven findings becomes one measure that is linked to all of them', async () => {
  const { page } = bihuan
  // Takes back the answers on the repeated acts, then links the training.
  const question = page.locator('.doubt-bar, .repeat-card').filter({ hasText: '举办招标采购业务培训3场' })
  while ((await question.count()) === 0) await press(page, 'Control+z')
  await question.getByRole('button', { name: /^只计一次/ }).click()
  await page.locator('.finding-head', { hasText: '把理论学习抓进工地' }).click()
  await card(page, '把理论学习抓进工地').getByText('关联 7 个问题：1、9、10、15、16、18、24').waitFor()
  expect(Number(await count(page, '措施').textContent())).toBeLessThan(123)
  await saved(page)
})

test('what another person changed meanwhile is not overwritten without asking', async () => {
  const { page, context } = bihuan
  const other = await context.newPage()
  await other.goto(page.url())
  await other.locator('.finding-card').first().waitFor()
  const head = (of: Page) => of.locator('.finding-head', { hasText: '让投资项目见到实效' })
  await head(other).click()
  await press(other, 'x')
  await saved(other)
  await head(page).click()
  await press(page, 'j', 'x')
  await page.getByText('另一人修改了这份导入。您的修改还没有保存。').waitFor()
  await page.getByRole('button', { name: '用对方的' }).click()
  await head(page).getByText('不导入').waitFor()
  expect(await count(page, '问题').textContent()).toBe('27')
  await press(page, 'Control+z')
  expect(await count(page, '问题').textContent()).toBe('28')
  await saved(page)
  await other.close()
})

test('what was edited is there after loading the page again', async () => {
  const { page } = bihuan
  const before = await count(page, '措施').textContent()
  await page.reload()
  await page.locator('.finding-card').first().waitFor()
  expect(await count(page, '措施').textContent()).toBe(before)
})

test('names the inspection, shows what will be written, and lands on the ledger that holds it', async () => {
  const { page } = bihuan
  const measures = await count(page, '措施').textContent()
  await page.getByRole('button', { name: '写入台账…' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('检查名称').inputValue()).toBe('2024 城市绿化工程领域专项巡察')
  await dialog.getByText(`新建 28 个问题、${measures} 项措施`).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('import-write')
  await dialog.getByRole('button', { name: '写入台账' }).click()
  await page.getByText(`已写入台账：新建 28 个问题、${measures} 项措施。`).waitFor()
  expect(new URL(page.url()).pathname).toBe('/ledger')
  await page.getByText('把理论学习抓进工地').first().waitFor()
})

test('the same file once more agrees with the ledger, edits included, and says that there is nothing to write', async () => {
  const { page } = bihuan
  await importFile(page, notice)
  await page.getByText('与台账一致，没有需要写入的内容').waitFor()
  await page.getByText('沿用了上次核对时的').waitFor()
  expect(await page.getByRole('button', { name: '写入台账…' }).count()).toBe(0)
  expect(await page.locator('.doubt-bar, .repeat-card').filter({ hasText: '举办招标采购业务培训3场' }).count()).toBe(0)
  await bihuan.screenshot('import-again')
})

test('on a phone text, result and proofreading are tabs, and nothing is wider than the screen', async () => {
  const { page } = bihuan
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: '原文' }).click()
  await page.locator('.source-line', { hasText: '守住耕地和绿地红线' }).waitFor()
  await bihuan.screenshot('import-phone-text')
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('tab', { name: '识别结果' }).first().click()
  await bihuan.screenshot('import-phone')
  expect(await axeProblems(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('link', { name: '查看台账' }).last().click()
  await page.getByText('28 个问题').first().waitFor()
})

test('the same notice as another file, unedited, is known by its body and days and changes nothing', async () => {
  const { page } = bihuan
  await importFile(page, join(root, 'fixtures/notices/sample/云岭区通报.html'))
  await page.getByText('与台账一致，没有需要写入的内容').waitFor()
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
  await page.getByText('已放弃“云岭区通报.html”的草稿，台账没有变化。').waitFor()
})

test('an import that was written is shown for reading only', async () => {
  const { page } = bihuan
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page
    .getByRole('row', { name: /已写入/ })
    .getByRole('link')
    .click()
  await page.getByText('写入台账，以下只供查看。').waitFor()
  expect(await page.getByRole('button', { name: '合并' }).count()).toBe(0)
})

test('a draft is thrown away only after saying what is lost', async () => {
  const { page } = bihuan
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByRole('row', { name: /草稿/ }).getByRole('link').click()
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await page.getByRole('dialog').getByText('导入的文件“云岭区通报.txt”').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
  await page.getByText('已放弃“云岭区通报.txt”的草稿，台账没有变化。').waitFor()
  await page.getByRole('row', { name: /已写入/ }).waitFor()
  expect(await page.getByRole('row', { name: /草稿/ }).count()).toBe(0)
})
