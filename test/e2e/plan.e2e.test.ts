/**
 * A plan from an empty inspection to docketed measures, in the browser: written by hand, assigned in the ledger, mended where
 * the checks say so, reviewed by three bodies, approved by somebody else, docketed, then changed with a reason.
 */
import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
let behind: Backstage
let people: Record<'officer' | 'inspector' | 'group', Actor>
const thisYear = new Date().getFullYear()
const dueOn = `${thisYear + 1}-12-31`

beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  behind = await backstage(bihuan.product)
  await behind.sql(`insert into unit (tenant_id, name, path, position)
    select tenant_id, '云岭区园林管护中心', '/1/', 0 from tenant`)
  const held = (role: 'officer' | 'inspector' | 'leadingGroup') => [{ role, unitId: null, inspectionId: null }]
  people = {
    officer: await behind.add('林照水', 'linzhaoshui', held('officer')),
    inspector: await behind.add('石见微', 'shijianwei', held('inspector')),
    group: await behind.add('江远岫', 'jiangyuanxiu', held('leadingGroup')),
  }
}, 120_000)
afterAll(async () => {
  await behind.close()
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const dialog = (page: Page = bihuan.page) => page.getByRole('dialog')
const button = (name: string | RegExp, page: Page = bihuan.page) => page.getByRole('button', { name })
const says = (sentence: string, page: Page = bihuan.page) => page.getByText(sentence).first().waitFor()
const openPlan = async (page: Page = bihuan.page): Promise<void> => {
  await page.goto(`${bihuan.product.url}/plan`)
  await page.getByRole('heading', { name: '方案检查' }).waitFor()
}

describe('writing a plan', () => {
  test('an inspection is made by hand, and its plan is empty', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '新建巡察' }).click()
    await page.getByLabel('名称').fill('行道树管护专项巡察')
    await page.getByLabel('反馈日期').fill(`${thisYear}-01-10`)
    expect(await axeProblems(page)).toEqual([])
    await button('建立巡察').click()
    await says('已建立“行道树管护专项巡察”')
    await page.getByRole('heading', { name: '整改方案' }).waitFor()
  })

  test('a finding is added; the checks say at once what it lacks, and two measures follow in one line each', async () => {
    const { page } = bihuan
    await button('添加问题').click()
    await dialog().getByLabel('整改题目').fill('补植不到位，树池空置')
    expect(await axeProblems(page)).toEqual([])
    await dialog().getByRole('button', { name: '添加问题' }).click()
    await says('问题没有整改措施')
    await page
      .getByRole('listitem')
      .filter({ hasText: '补植不到位' })
      .getByRole('button', { name: /添加措施/ })
      .click()
    const line = page.getByRole('textbox', { name: '添加措施' })
    // The next is typed while the first is still being saved, and goes on when the finding has left this check.
    let hold: (route: Route) => void = () => {}
    const first = new Promise<Route>((resolve) => {
      hold = resolve
    })
    await page.route('**/api/plan/measures', (route) => hold(route), { times: 1 })
    await line.fill('补植海棠大道缺失行道树')
    await line.press('Enter')
    await line.fill('建立树池')
    await (await first).continue()
    await page.getByText('问题没有整改措施 0').waitFor()
    await page.getByRole('link', { name: '1-1', exact: true }).first().waitFor()
    await line.pressSequentially('日巡查制度')
    // What could not be saved stays, and is added again once.
    await page.route('**/api/plan/measures', (route) => route.abort(), { times: 1 })
    await line.press('Enter')
    await says('没有添加：建立树池日巡查制度')
    expect(await axeProblems(page)).toEqual([])
    await button('重新添加').click()
    await page.getByRole('link', { name: '1-2', exact: true }).first().waitFor()
    await page.getByText('没有添加：').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '1', exact: true }).first().click()
    await page.waitForURL(/\/findings\/\d+/)
    await line.waitFor()
    await page.getByRole('link', { name: '1-2' }).first().waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('plan-finding')
  })

  test('a cause is linked to both measures', async () => {
    const { page } = bihuan
    await openPlan()
    await button(/^添加原因 1/).click()
    await dialog().getByLabel('原因', { exact: true }).fill('验收只看数量，没有复核成活')
    await dialog()
      .getByRole('group', { name: /关联措施/ })
      .getByRole('button', { name: '请选择' })
      .click()
    await dialog().getByRole('checkbox', { name: /^1-1/ }).check()
    await dialog().getByRole('checkbox', { name: /^1-2/ }).check()
    await dialog().getByRole('button', { name: '添加原因' }).click()
    await says('已添加原因')
    await page.getByText('问题没有分析原因').waitFor({ state: 'detached' })
  })

  test('both measures get unit, officer and deadline at once, and it can be undone', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '台账' }).click()
    await page.getByRole('checkbox', { name: '选择 1-1' }).check()
    await page.getByRole('checkbox', { name: '选择 1-2' }).click({ modifiers: ['Shift'] })
    await says('已选 2 项')
    const assign = async () => {
      await button('指派').click()
      await dialog().getByRole('combobox', { name: '牵头单位' }).fill('园林')
      await page.getByRole('option', { name: /园林管护中心/ }).click()
      await dialog().getByRole('combobox', { name: '责任人' }).fill('林照')
      await page.getByRole('option', { name: /林照水/ }).click()
      await dialog().getByRole('button', { name: '修改' }).click()
      await says('2 项已修改')
    }
    await assign()
    await button('撤销').click()
    await says('已撤销 2 项')
    await page.getByRole('gridcell', { name: '林照水' }).first().waitFor({ state: 'detached' })
    await assign()
    await page.getByRole('gridcell', { name: '林照水' }).nth(1).waitFor()

    await button('设期限').click()
    await dialog().getByRole('textbox', { name: '期限', exact: true }).fill('三个月内')
    await says('没有写从哪天起算，请确认日期。')
    await button(`按 ${thisYear}-04-10`).waitFor()
    await dialog()
      .getByRole('textbox', { name: '期限', exact: true })
      .fill(`${thisYear + 1}年底前，并长期坚持`)
    expect(await dialog().getByLabel('日期').inputValue()).toBe(dueOn)
    expect(await axeProblems(page)).toEqual([])
    await dialog().getByRole('button', { name: '修改' }).click()
    await page
      .getByRole('gridcell', { name: new RegExp(dueOn) })
      .nth(1)
      .waitFor()
    await bihuan.screenshot('plan-selection')
  })

  test('what is chosen leaves as a table that Excel opens in Chinese', async () => {
    const { page } = bihuan
    const saved = page.waitForEvent('download')
    await button('导出').click()
    const path = await (await saved).path()
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\ufeff编号,挂号,措施,')).toBe(true)
    expect(text).toContain('补植海棠大道缺失行道树')
    expect(text.trim().split('\r\n').length).toBe(3)
  })

  test('a filter is kept under a name and comes back', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/ledger?view=flat&kind=ongoing`)
    await button('常用').click()
    await page.getByLabel('名称').fill('长期的')
    await button('保存当前筛选').click()
    await says('已保存“长期的”')
    await page.goto(`${bihuan.product.url}/ledger`)
    await button('常用').click()
    await button(/^长期的$/).click()
    await page.waitForURL(/view=flat.*kind=ongoing/)
  })

  test('what is not concrete is mended where the check says so', async () => {
    const { page } = bihuan
    await openPlan()
    for (const number of ['1-1', '1-2']) {
      await button(`补目标和佐证 ${number}`).click()
      await dialog().getByLabel('达到什么').fill('空置树池补植到位')
      await dialog().getByLabel('数量', { exact: true }).fill('27')
      await dialog().getByLabel('单位', { exact: true }).fill('株')
      await dialog().getByLabel('预期佐证').fill('整改前后照片、验收单')
      if (number === '1-1') expect(await axeProblems(page)).toEqual([])
      await dialog().getByRole('button', { name: '保存' }).click()
      await says(`措施 ${number}已修改`)
    }
    await says('四项检查和覆盖关系都通过。')
  })
})

describe('review, approval, docketing', () => {
  test('the office submits; bodies agree on paper or through their own person; remarks are answered', async () => {
    const { page, browser, product } = bihuan
    await button('提交会审').click()
    await dialog().getByRole('button', { name: '提交会审' }).click()
    await says('第 1 轮方案已提交会审')
    for (const body of ['纪委监委', '组织部']) {
      await button(`填写意见 ${body}`).click()
      await dialog().getByRole('button', { name: '填写意见' }).click()
      await says('整改办代为录入时，请写明依据的书面意见')
      await dialog().getByLabel('依据的书面意见').fill('会签单（扫描件）')
      await dialog().getByRole('button', { name: '填写意见' }).click()
      await says(`${body}的意见已记录`)
    }
    const reviewer = await signedIn(browser, product.url, people.inspector)
    await openPlan(reviewer.page)
    await button('填写意见 巡察办', reviewer.page).click()
    await dialog(reviewer.page).getByRole('radio', { name: '同意，有修改建议' }).check()
    await dialog(reviewer.page).getByLabel('意见内容').fill('建议明确补植后的复核时间')
    await dialog(reviewer.page).getByRole('button', { name: '填写意见' }).click()
    await says('巡察办的意见已记录', reviewer.page)
    await reviewer.context.close()

    await openPlan()
    expect(await button(/^批准方案/).getAttribute('aria-disabled')).toBe('true')
    await says('方案由领导小组批准或退回')
    await button('答复 巡察办').click()
    await dialog().getByLabel('答复').fill('补植满一个月后复核一次')
    await dialog().getByRole('button', { name: '答复' }).click()
    await says('已答复')
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('plan-review')
  })

  test('the leading group approves, the office dockets: it says what will happen, and it happens', async () => {
    const { page, browser, product } = bihuan
    const group = await signedIn(browser, product.url, people.group)
    await openPlan(group.page)
    await button('批准方案', group.page).click()
    await dialog(group.page).getByRole('button', { name: '批准方案' }).click()
    await says('第 1 轮方案已批准，可以挂号', group.page)
    await group.context.close()

    await openPlan()
    await button('挂号 2 项').click()
    await says(`2 项措施取得编号 ${thisYear}-0001 至 ${thisYear}-0002`)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('plan-docket')
    await dialog().getByRole('button', { name: '挂号 2 项' }).click()
    await says('2 项措施已挂号')
    await says('已挂号 2 项')
    await page.getByRole('link', { name: '巡察信息与规则' }).click()
    await page.getByRole('listitem').filter({ hasText: '集中整改' }).first().waitFor()
    expect(await page.locator('[aria-current=step]').textContent()).toContain('集中整改')
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('plan-inspection')
  })

  test('after approval a change asks for its reason, and the day is for an extension', async () => {
    const { page } = bihuan
    const [row] = await behind.sql("select measure_id::int as id from measure where number = '1-1'")
    await page.goto(`${bihuan.product.url}/measures/${row?.id}`)
    await button('修改').first().click()
    await dialog().getByText('方案已批准，期限只能申请延期').waitFor()
    expect(await dialog().getByLabel('日期').isDisabled()).toBe(true)
    await dialog().getByLabel('措施内容').fill('补植海棠大道缺失行道树并加装支撑')
    await dialog().getByRole('button', { name: '保存' }).click()
    await says('方案已经批准，修改需要写明理由')
    await dialog().getByLabel('修改理由').fill('按巡察办会审意见补充支撑要求')
    await dialog().getByRole('button', { name: '保存' }).click()
    await says('措施 1-1已修改')
    await openPlan()
    await says('批准之后的改动')
  })

  test('on a phone the plan can be read and mended', async () => {
    const { page } = bihuan
    await page.setViewportSize({ width: 390, height: 844 })
    await openPlan()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('plan-phone')
  })
})
