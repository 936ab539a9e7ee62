/** Administration in a browser: units and people, a table of them, roles, the first hand-over, and one's own deputy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
let behind: Backstage
let clerk: Actor
let head: Actor
const folder = mkdtempSync(join(tmpdir(), 'bihuan-people-'))

beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [unit] = await behind.sql("select unit_id::int as id from unit where name = '云岭区城市管理局'")
  const inUnit = { unitId: Number(unit?.id), inspectionId: null }
  head = await behind.add('岳听松', 'yuetingsong', [{ role: 'unitHead', ...inUnit }])
  clerk = await behind.add('阮清和', 'ruanqinghe', [{ role: 'officer', ...inUnit }])
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await behind.close()
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const go = (page: Page, path: string) => page.goto(bihuan.product.url + path)
/** Chooses from a field that finds by typing, by keyboard alone. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(words)
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .waitFor()
  await field.press('Enter')
}

test('the tree of units and their people are shown; a unit is added below, renamed and moved', async () => {
  const { page } = bihuan
  await go(page, '/admin/people')
  await page.getByRole('button', { name: /^区城管局/ }).click()
  await page.getByRole('heading', { name: '云岭区城市管理局的人员' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('people')
  await page.getByRole('button', { name: '添加下级单位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('单位名称').fill('云岭区市容巡查队')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('已添加单位“云岭区市容巡查队”。').waitFor()
  await page.getByRole('heading', { name: '云岭区市容巡查队的人员' }).waitFor()
  await page.getByRole('button', { name: '上移' }).click()
  await page.getByText('“云岭区市容巡查队”已移动。').waitFor()
})

test('a name that is there already is refused at its field', async () => {
  const { page } = bihuan
  await page.getByRole('button', { name: '修改单位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('单位名称').fill('云岭区财政局')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('已有单位“云岭区财政局”，请换一个名称。').waitFor()
  await page.keyboard.press('Escape')
})

test('somebody is added and given a role for the inspection; the office knows who does what', async () => {
  const { page } = bihuan
  await page.getByRole('button', { name: '添加人员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('秋鸣鹤')
  await dialog.getByLabel('职务').fill('巡查员')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('link', { name: '秋鸣鹤' }).click()
  await page.getByRole('heading', { name: '秋鸣鹤' }).waitFor()
  await page.getByRole('button', { name: '授予岗位' }).click()
  await dialog.getByLabel('岗位', { exact: true }).selectOption({ label: '责任人' })
  await dialog.getByRole('button', { name: '授予岗位' }).click()
  await page.getByText('“秋鸣鹤”已担任责任人。').waitFor()
  await page.getByRole('row', { name: /责任人.*云岭区市容巡查队.*在任/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('person')
})

test('a table with a wrong cell writes nothing; corrected it is written, and again it changes nothing', async () => {
  const { page } = bihuan
  await go(page, '/admin/people/import')
  const give = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    await page.locator('input[type=file]').setInputFiles(join(folder, name))
  }
  await give('人员.csv', '姓名,所在单位,职务,角色\n钟若谷,区财政局,会计,查阅\n池上月,没有的局,科员,\n')
  await page.getByText('B3：没有单位“没有的局”').waitFor()
  await page.getByText('有 1 行有误，请在表格里改正后重新上传。').waitFor()
  expect(await page.getByRole('button', { name: /^写入/ }).count()).toBe(0)
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('people-import')
  const right = '姓名,所在单位,职务,角色\n钟若谷,区财政局,会计,查阅\n池上月,区财政局,科员,\n'
  await give('人员.csv', right)
  await page.getByRole('button', { name: '写入 2 行' }).click()
  await page.getByText('已写入：新增 2，修改 0。').waitFor()
  await give('人员.csv', right)
  await page.getByText('与现有内容一致，没有需要写入的。').waitFor()
})

test('what is exported is a table that can be imported: nothing changes', async () => {
  const { page } = bihuan
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出现有人员' }).click()
  const path = join(folder, '人员.xlsx')
  await (await download).saveAs(path)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText(/^新增 0，修改 0，不变 \d+，有误 0$/).waitFor()
})

test('the first account hands system administration over, and can no longer change units', async () => {
  const { page } = bihuan
  const next = await behind.add('蓝知白', 'lanzhibai', [{ role: 'viewer', unitId: null, inspectionId: null }])
  await behind.sql('delete from assignment where person_id = $1', [next.personId])
  await go(page, '/admin/roles')
  await page.getByRole('heading', { name: '请移交系统管理' }).waitFor()
  await page.getByRole('row', { name: /整改工作领导小组.*山野青/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('roles')
  await page.getByRole('button', { name: '移交系统管理员…' }).click()
  await pick(page, '移交给', '蓝知白')
  await page.getByRole('dialog').getByRole('button', { name: '请移交系统管理' }).click()
  await page.getByText('系统管理员已移交给“蓝知白”。').waitFor()
  await page.getByRole('row', { name: /系统管理员.*蓝知白/ }).waitFor()
  await go(page, '/admin/people')
  await page.getByRole('button', { name: /^区城管局/ }).waitFor()
  expect(await page.getByRole('button', { name: '添加单位' }).count()).toBe(0)
})

test('a head names a deputy for some days; the deputy stands in at once, until it is ended', async () => {
  const { browser, product } = bihuan
  const { page, context } = await signedIn(browser, product.url, head)
  await page.getByRole('button', { name: /岳听松/ }).click()
  await page.getByRole('link', { name: '我的代理' }).click()
  await page.getByRole('heading', { name: '我的代理' }).waitFor()
  await pick(page, '代理人', '阮清和')
  const today = await page.getByLabel('从（含当日）').inputValue()
  await page.getByLabel('至（含当日）').fill(today)
  await page.getByRole('button', { name: '指定代理人' }).click()
  await page.getByText(`${today} 至 ${today} 由“阮清和”代理。`).waitFor()
  await page.getByRole('row', { name: /岳听松 → 阮清和.*代理中/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('deputy', page)

  const other = await signedIn(browser, product.url, clerk)
  await other.page.getByRole('button', { name: /阮清和.*代岳听松/ }).waitFor()
  await page.getByRole('button', { name: '结束代理' }).click()
  await page.getByText('代理已结束，岗位即时收回。').waitFor()
  // A visitor is remembered for some seconds.
  await expect
    .poll(async () => {
      await other.page.reload()
      await other.page.getByRole('button', { name: /阮清和/ }).waitFor()
      return other.page.getByText('代岳听松').count()
    })
    .toBe(0)
  await other.context.close()
  await context.close()
})

test('the security administrator reads the policy and gives every role', async () => {
  const { browser, product } = bihuan
  const security = await behind.add('柏行舟', 'baixingzhou', [
    { role: 'securityAdmin', unitId: null, inspectionId: null },
  ])
  const { page, context } = await signedIn(browser, product.url, security)
  await go(page, '/admin/policy')
  await page.getByRole('row', { name: /授予、结束岗位/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('policy', page)
  await page.setViewportSize({ width: 390, height: 844 })
  await go(page, '/admin/people')
  await page.getByRole('button', { name: /^区城管局/ }).click()
  await page.getByRole('link', { name: '秋鸣鹤' }).count()
  await bihuan.screenshot('people-phone', page)
  await context.close()
})
