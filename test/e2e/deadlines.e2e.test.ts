/** Deadlines at work: lights, a message, a drafted paper sent, answered and closed, a year of holidays, a calendar feed. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

/** A Wednesday morning. */
const now = new Date('2026-11-25T10:00:00+08:00')

let bihuan: OpenBihuan
let behind: Backstage
let head: Actor
let headPage: Page
let warning: RegExp
beforeAll(async () => {
  bihuan = await openBihuan({ clock: true })
  bihuan.product.moveClock(now)
  await bihuan.page.clock.setFixedTime(now)
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [unit] = await behind.sql(`select lead_unit_id::int as id, inspection_id::int as inspection from measure
    where lead_unit_id is not null group by 1, 2 order by count(*) desc, 1 limit 1`)
  const where = { unitId: Number(unit?.id), inspectionId: Number(unit?.inspection) }
  const [named] = await behind.sql('select name from unit where unit_id = $1', [where.unitId])
  warning = new RegExp(`系统拟了《整改告诫书》（${named?.name}）`)
  head = await behind.add('陆清', 'luqing', [{ role: 'unitHead', ...where }])
  const officer = await behind.add('方宁', 'fangning', [{ role: 'officer', ...where }])
  const those = await behind.sql(
    `update measure set status = 'underway', responsible_officer_id = $2,
        due_on = case when measure_id % 2 = 0 then date '2026-11-17' else date '2026-11-30' end
      where measure_id in (select measure_id from measure where lead_unit_id = $1 order by measure_id limit 4)
      returning measure_id`,
    [where.unitId, officer.personId],
  )
  expect(those.length).toBeGreaterThan(1)
  await behind.settle(where.inspectionId)
  await run('lights')
  await run('escalation')
  await run('papers')
}, 300_000)
afterAll(async () => {
  await behind.close()
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

/** Has the product's own worker run a job, and waits until it has. */
async function run(job: string): Promise<void> {
  await behind.sql('select graphile_worker.add_job($1, job_key => $1)', [job])
  const waiting = () => behind.sql('select 1 from graphile_worker.jobs where task_identifier = $1', [job])
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 120_000, interval: 100 })
}

describe('lights', () => {
  test('stand in the ledger with shape and word; dates tell their distance in working days', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/ledger?view=flat&light=red`)
    const row = page.locator('.line-measure').first()
    await row.getByText('逾期', { exact: true }).waitFor()
    await row.getByText('逾期 6 个工作日').waitFor()
    expect(await row.locator('.due').getAttribute('title')).toContain('从今天 2026-11-25 算起')
    await page.getByRole('button', { name: /^灯 逾期/ }).waitFor()
    await page.goto(`${bihuan.product.url}/ledger?view=flat&light=yellow`)
    await page.locator('.line-measure').first().getByText('还有 3 个工作日').waitFor()
    await bihuan.screenshot('ledger-lights')
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('papers', () => {
  test('the office is told of the drafts, and sends one after changing it', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/ledger`)
    await page.getByRole('link', { name: /^消息，\d+ 条未读$/ }).click()
    await page
      .getByRole('button', { name: /另有 \d+ 条同类消息/ })
      .first()
      .waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('messages')
    const more = page.getByRole('button', { name: /另有 \d+ 条同类消息/ })
    while ((await more.count()) > 0) await more.first().click()
    await page.getByRole('link', { name: warning }).click()
    await page.getByText('发出时取号').waitFor()
    await page.getByRole('button', { name: '修改' }).click()
    await page.getByLabel('最后期限').fill('2026-12-04')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已保存。').waitFor()
    await bihuan.screenshot('paper-draft')
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('已发出，文号 告诫〔2026〕1 号。').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.goto(`${bihuan.product.url}/papers`)
    await page.getByRole('row', { name: /告诫〔2026〕1 号.*未签收/ }).waitFor()
    await bihuan.screenshot('papers')
    expect(await axeProblems(page)).toEqual([])
  })

  test('the unit acknowledges and answers it, on a phone', async () => {
    const { page, context } = await signedIn(bihuan.browser, bihuan.product.url, head, { width: 390, height: 844 })
    headPage = page
    await page.clock.setFixedTime(now)
    await page.goto(`${bihuan.product.url}/messages`)
    await bihuan.screenshot('messages-390', page)
    await page.getByRole('link', { name: /收到《整改告诫书》告诫〔2026〕1 号/ }).click()
    await page.getByRole('button', { name: '签收' }).click()
    await page.getByText('已签收。').waitFor()
    await page.getByRole('button', { name: '回复' }).click()
    await page.getByLabel('说明').fill('太短')
    await page.getByRole('dialog').getByRole('button', { name: '回复' }).click()
    await page.getByText('回复要写明理由，至少 10 个字。').waitFor()
    await page.getByLabel('说明').fill('苗木已到场，本周五前补植完毕并报照片。')
    await page.getByRole('dialog').getByRole('button', { name: '回复' }).click()
    await page.getByText('已回复。').first().waitFor()
    await bihuan.screenshot('paper-390', page)
    expect(await axeProblems(page)).toEqual([])
    // The reminder is still a draft of the office: not in the unit's list.
    await page.goto(`${bihuan.product.url}/papers`)
    await page.getByRole('row', { name: /告诫〔2026〕1 号/ }).waitFor()
    expect(await page.getByText('整改提醒函').count()).toBe(0)
    await context.storageState()
  })

  test('the office sees the answer, and closes the paper', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/messages`)
    await page.getByRole('link', { name: /回复了《整改告诫书》告诫〔2026〕1 号/ }).click()
    await page.getByText('苗木已到场，本周五前补植完毕并报照片。').waitFor()
    await page.getByRole('button', { name: '办结' }).click()
    await page.getByText('已办结。').waitFor()
  })
})

test('the register of accountability prints with zeros', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/accountability`)
  await page.getByRole('row', { name: '合计 0 0 0.00' }).waitFor()
  await page.getByLabel('挽回金额（元）').fill('1,200.5')
  await page.getByLabel('事由').fill('约谈养护单位负责人')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('row', { name: '合计 1 1 1,200.50' }).waitFor()
  await bihuan.screenshot('accountability')
  expect(await axeProblems(page)).toEqual([])
})

test('a year without holidays is said, and entered by the office', async () => {
  const { page } = bihuan
  await page.goto(`${bihuan.product.url}/calendar?year=2027`)
  await page.getByText('2027 年的放假安排尚未录入，按周一至周五计算。').waitFor()
  await page.getByRole('button', { name: '录入或修改' }).click()
  await page.getByLabel('放假（周一至周五中休息的日子）').fill('2027-10-01 国庆节\n2027/10/2 国庆节')
  await page.getByRole('button', { name: '保存 2027 年放假安排' }).click()
  await page.getByText(/2027-10-02 是周末，本来就休息/).waitFor()
  await page.getByLabel('放假（周一至周五中休息的日子）').fill('2027-10-01 国庆节\n2027/10/4 国庆节')
  await page.getByRole('button', { name: '保存 2027 年放假安排' }).click()
  await page.getByText(/2027 年放假安排已保存/).waitFor()
  await page.getByText(/录入，以此为准/).waitFor()
  await bihuan.screenshot('calendar')
  expect(await axeProblems(page)).toEqual([])
})

test('deadlines come into a calendar at a secret address, until it is turned off', async () => {
  const page = headPage
  await page.goto(`${bihuan.product.url}/messages`)
  await page.getByRole('button', { name: '生成订阅地址' }).click()
  const address = await page.getByLabel('订阅地址（只显示这一次）').inputValue()
  const answer = await fetch(address)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect(await answer.text()).toContain('BEGIN:VCALENDAR')
  await page.getByRole('button', { name: '停用' }).click()
  await page.getByText('订阅地址已停用，日历不再更新。').waitFor()
  expect((await fetch(address)).status).toBe(404)
})
