/**
 * A measure from the application to the signature, each step by somebody else in a browser of their own: what is missing
 * first, errors at the field, a return, an approval by keys, many at once, a leader on the phone. Pages that are open
 * hear of what others do; what somebody typed is not lost to it.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
let behind: Backstage
let measure: { id: number; inspection: number; unit: number; number: string }
let people: Record<'officer' | 'colleague' | 'head' | 'leader' | 'office', Actor>
const pages: Partial<Record<keyof typeof people, Page>> = {}
const faults: string[] = []
const phone = { width: 390, height: 844 }

beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [row] =
    await behind.sql(`select measure_id::int as id, inspection_id::int as inspection, lead_unit_id::int as unit, number
    from measure where status = 'underway' and target_quantity is not null and lead_unit_id is not null and evidence_count = 0
      and not exists (select from measure_request request where request.tenant_id = measure.tenant_id
        and request.measure_id = measure.measure_id and request.state in ('raised', 'endorsed'))
    order by number_key limit 1`)
  measure = row as typeof measure
  const inUnit = (role: 'officer' | 'unitHead') => [{ role, unitId: measure.unit, inspectionId: measure.inspection }]
  const everywhere = (role: 'leader' | 'office') => [{ role, unitId: null, inspectionId: measure.inspection }]
  people = {
    officer: await behind.add('张林', 'zhanglin', inUnit('officer')),
    colleague: await behind.add('孙艺', 'sunyi', inUnit('officer')),
    head: await behind.add('李固', 'ligu', inUnit('unitHead')),
    leader: await behind.add('陈松', 'chensong', everywhere('leader')),
    office: await behind.add('吴桐', 'wutong', everywhere('office')),
  }
  await behind.sql('update measure set responsible_leader_id = $1 where measure_id = $2', [
    people.leader.personId,
    measure.id,
  ])
  // In time, with everything reached: what is late is for other journeys.
  await behind.sql(
    `update measure set due_on = current_date + 40, original_due_on = current_date + 40, reached_quantity = target_quantity
     where measure_id = $1`,
    [measure.id],
  )
  await behind.sql('update measure_target set reached = quantity where measure_id = $1', [measure.id])
  await behind.settle(measure.inspection)
}, 180_000)
afterAll(async () => {
  try {
    await behind.close()
  } finally {
    await bihuan.close()
  }
  expect([...faults, ...bihuan.faults]).toEqual([])
})

/** The page of a person, opened once. */
async function pageOf(who: keyof typeof people, viewport?: { width: number; height: number }): Promise<Page> {
  const known = pages[who]
  if (known) return known
  const { page } = await signedIn(bihuan.browser, bihuan.product.url, people[who], viewport)
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`))
  pages[who] = page
  return page
}
const toMeasure = async (page: Page): Promise<void> => {
  await page.goto(`${bihuan.product.url}/measures/${measure.id}`)
  await page.getByRole('heading', { name: '下一步' }).waitFor()
}
const pathOf = (page: Page) => new URL(page.url()).pathname

describe('where work begins', () => {
  test('each role lands on its own page and sees its own entries', async () => {
    const entries = (page: Page) =>
      page.getByRole('navigation', { name: '主要页面' }).getByRole('link').allTextContents()
    const officer = await pageOf('officer')
    expect(pathOf(officer)).toBe('/week')
    await expect.poll(() => entries(officer), { timeout: 30_000 }).toContain('我的本周')
    expect(await entries(officer)).not.toContain('导入')
    const head = await pageOf('head')
    expect(pathOf(head)).toBe('/approvals')
    expect(pathOf(await pageOf('office'))).toBe('/board')
    expect(pathOf(await pageOf('leader', phone))).toBe('/leader')
  })
})

describe('the application', () => {
  test('says what is missing before the form, and leads to where it is fixed', async () => {
    const page = await pageOf('officer')
    await toMeasure(page)
    const apply = page.getByRole('button', { name: /^申请销号/ })
    expect(await apply.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: '去添加佐证' }).first().click()
    await page.getByRole('tab', { name: /佐证/, selected: true }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('life-missing', page)
  })
  test('evidence for each target opens the way', async () => {
    const page = await pageOf('officer')
    const targets = await behind.sql('select target_id::int as id from measure_target where measure_id = $1', [
      measure.id,
    ])
    for (const { id } of targets) await attach(page, Number(id))
    await toMeasure(page)
    await page.getByRole('button', { name: '申请销号', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /申请销号/ })
    await dialog.getByRole('button', { name: '申请销号' }).click()
    await dialog.getByText('请填写自查结论。').waitFor()
    expect(await axeProblems(page)).toEqual([])
  })
  test('a colleague’s act meanwhile is told at once; both are shown side by side and nothing typed is lost', async () => {
    const page = await pageOf('officer')
    const dialog = page.getByRole('dialog', { name: /申请销号/ })
    await dialog.getByLabel('自查结论').fill('四次研讨均已开展，发言稿已归档。')
    const colleague = await pageOf('colleague')
    await toMeasure(colleague)
    await colleague.getByRole('button', { name: '申请延期' }).click()
    const asking = colleague.getByRole('dialog', { name: /申请延期/ })
    await asking.getByLabel('申请延至').fill(await dayFromNow(80))
    await asking.getByLabel('理由').fill('专家档期冲突，最后一次研讨须顺延。')
    await asking.getByLabel('目前进展').fill('前三次已完成。')
    await asking.getByRole('button', { name: '申请延期' }).click()
    await asking.waitFor({ state: 'detached' })
    // Without a reload.
    await dialog.getByText('孙艺 刚刚修改了这条措施（提出申请）').waitFor()
    await dialog.getByRole('button', { name: '看改了什么' }).click()
    await dialog.getByText('专家档期冲突').waitFor()
    await dialog.getByText('四次研讨均已开展，发言稿已归档。').last().waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('life-conflict', page)
    await dialog.getByRole('button', { name: '保留我填写的，继续' }).click()
    expect(await dialog.getByLabel('自查结论').inputValue()).toBe('四次研讨均已开展，发言稿已归档。')
  })
  test('is sent, says who is next, and whoever applied cannot endorse', async () => {
    const page = await pageOf('officer')
    const dialog = page.getByRole('dialog', { name: /申请销号/ })
    await dialog.getByRole('button', { name: '申请销号' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('.status', { hasText: '已申请销号' }).first().waitFor()
    expect(await page.getByRole('button', { name: /^核签同意/ }).getAttribute('aria-disabled')).toBe('true')
    await bihuan.screenshot('life-applied', page)
  })
})

describe('the approvals', () => {
  test('the head reads everything for the decision in one place and endorses by keys', async () => {
    const page = await pageOf('head')
    await page.goto(`${bihuan.product.url}/approvals?item=measure-${measure.id}`)
    await page.getByText('四次研讨均已开展').first().waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('approvals', page)
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: /核签同意/ })
    await dialog.getByRole('button', { name: '核签同意' }).click()
    await dialog.waitFor({ state: 'detached' })
    // The officer's open page hears of it.
    await (await pageOf('officer')).locator('.status', { hasText: '单位已核' }).first().waitFor()
  })
  test('a return must say what is missing; frequent reasons are a click away', async () => {
    const page = await pageOf('office')
    await page.goto(`${bihuan.product.url}/approvals?item=measure-${measure.id}`)
    await page.getByRole('button', { name: /^退回/ }).waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: /退回/ })
    await dialog.getByLabel('还缺什么').fill('不全')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.getByText('请写明还缺什么，至少 10 个字。').waitFor()
    await dialog.getByRole('button', { name: '佐证缺日期或签章' }).click()
    expect(await dialog.getByLabel('还缺什么').inputValue()).toBe('不全；佐证缺日期或签章')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const officer = await pageOf('officer')
    await officer.getByText('不全；佐证缺日期或签章').first().waitFor()
  })
  test('several are agreed to at once, each by itself', async () => {
    const page = await pageOf('office')
    await page.goto(`${bihuan.product.url}/approvals`)
    const boxes = page.getByRole('list', { name: '待办列表' }).getByRole('checkbox')
    await boxes.first().waitFor()
    const before = await boxes.count()
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByRole('button', { name: '一并同意 2 项' }).click()
    const dialog = page.getByRole('dialog', { name: '一并同意 2 项' })
    await dialog.getByRole('button', { name: '一并同意 2 项' }).click()
    await dialog.getByText('2 项已全部办理。').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await page.getByRole('list', { name: '待办列表' }).waitFor()
    expect(await boxes.count()).toBe(before - 2)
  })
  test('on a phone the list comes first, then the one chosen', async () => {
    const { page } = await signedIn(bihuan.browser, bihuan.product.url, people.office, phone)
    await page.goto(`${bihuan.product.url}/approvals`)
    const list = page.getByRole('list', { name: '待办列表' })
    await list.waitFor()
    await list.getByRole('button').first().click()
    await page.getByRole('button', { name: /回到列表/ }).waitFor()
    expect(await list.isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await bihuan.screenshot('approvals-phone', page)
    await page.getByRole('button', { name: /回到列表/ }).click()
    await list.waitFor()
    await page.context().close()
  })
})

describe('the signature', () => {
  test('the way is gone again to the leader, who signs on the phone', async () => {
    const officer = await pageOf('officer')
    await toMeasure(officer)
    await act(officer, '申请销号', async (dialog) => dialog.getByLabel('自查结论').fill('已补齐日期和签章，再次申请。'))
    await act(await measureOf('head'), '核签同意')
    await act(await measureOf('office'), '核实通过', async (dialog) =>
      dialog.getByLabel('现场核查').fill('现场查看发言稿原件，签章齐全。'),
    )
    const leader = await pageOf('leader', phone)
    await leader.goto(`${bihuan.product.url}/leader`)
    await leader.getByRole('heading', { name: /您负责 \d+ 项/ }).waitFor()
    expect(await axeProblems(leader)).toEqual([])
    await bihuan.screenshot('leader-phone', leader)
    await leader.getByRole('link', { name: /项等您批准/ }).click()
    await leader.getByRole('list', { name: '待办列表' }).getByRole('button').first().click()
    await act(leader, '批准销号')
    const page = await measureOf('leader')
    await page.locator('.status', { hasText: '已销号' }).first().waitFor()
    await officer.locator('.status', { hasText: '已销号' }).first().waitFor()
    await bihuan.screenshot('life-signed', officer)
  })
  test('what was signed off is opened again in a new cycle; the old one is kept and marked', async () => {
    const page = await measureOf('office')
    await act(page, '重新打开', async (dialog) => {
      await dialog.getByLabel('理由').fill('回头看发现第四次研讨没有签到。')
      await dialog.getByLabel('依据').fill('回头看记录 2026 年第 3 号')
    })
    await page.getByRole('link', { name: '第 1 轮' }).click()
    await page.getByText('这是以前一轮的存档，不能改动。').waitFor()
    await page.getByText('已补齐日期和签章，再次申请。').first().waitFor()
    expect(await page.getByRole('button', { name: /申请/ }).count()).toBe(0)
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('search and keys', () => {
  test('Ctrl K finds a measure by its number and goes there', async () => {
    const page = await pageOf('office')
    await page.goto(`${bihuan.product.url}/ledger`)
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('Control+k')
    const search = page.getByRole('combobox', { name: '搜索或前往' })
    await search.fill(measure.number)
    await page.getByRole('option', { name: new RegExp(`措施 ${measure.number}`) }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/measures\/\d+/)
  })
})

async function measureOf(who: keyof typeof people): Promise<Page> {
  const page = await pageOf(who)
  await toMeasure(page)
  return page
}

type Dialog = ReturnType<Page['getByRole']>
/** Presses the act, fills its form and sends it. */
async function act(
  page: Page,
  name: string,
  fill: (dialog: Dialog) => Promise<unknown> = async () => {},
): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: new RegExp(name) })
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** As the page sends a file; the way through the page itself is tried in its own journey. */
async function attach(page: Page, targetId: number): Promise<void> {
  const status = await page.evaluate(
    async ({ measureId, targetId }) => {
      const boot = await (await fetch('/api/boot')).json()
      const form = new FormData()
      form.append('file', new File([`签到表 ${targetId}`], `签到表${targetId}.txt`, { type: 'text/plain' }))
      const answer = await fetch(
        `/api/measures/${measureId}/evidence?targetId=${targetId}&submissionId=evidence-${targetId}`,
        {
          method: 'POST',
          headers: { 'x-csrf-token': boot.session.csrfToken },
          body: form,
        },
      )
      return `${answer.status} ${answer.ok ? '' : await answer.text()}`
    },
    { measureId: measure.id, targetId },
  )
  expect(status.trim()).toBe('200')
}

async function dayFromNow(days: number): Promise<string> {
  const [row] = await behind.sql('select (current_date + $1::int)::text as day', [days])
  return String(row?.day)
}
