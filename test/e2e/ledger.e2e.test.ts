/** From the first visit through the ledger to a finding, a measure and back, with the mouse, without it, on a phone. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeProblems } from './axe-problems.ts'
import { loadSample, office, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
beforeAll(async () => {
  bihuan = await openBihuan()
})
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const rows = (page = bihuan.page) => page.locator('#ledger-rows [role=row]')
const place = (page = bihuan.page) => page.getByRole('navigation', { name: '位置' })
const chosen = (page = bihuan.page) => page.locator('[role=row][aria-selected=true]')

describe('the first visit', () => {
  test('says at each field what is missing, and keeps what was typed', async () => {
    const { page } = bihuan
    await page.getByLabel('地区名称').fill('云岭区')
    await page.getByLabel('密码', { exact: true }).fill('short')
    await page.getByRole('button', { name: '建立台账' }).click()
    await page.getByText('请填写您的姓名。').waitFor()
    await page.getByText('密码还不满足下列要求。').waitFor()
    expect(await page.getByLabel('地区名称').inputValue()).toBe('云岭区')
    expect(await page.getByLabel('您的姓名').evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await axeProblems(page)).toEqual([])
  })
  test('sets up the district and offers three ways in, of which Excel says that it comes later', async () => {
    const { page } = bihuan
    await setUpDistrict(page)
    expect(await page.getByRole('button', { name: '随 Excel 功能提供' }).getAttribute('aria-disabled')).toBe('true')
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('welcome')
  })
  test('an empty ledger says what will be here and leads to the three ways', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '台账' }).click()
    await page.getByRole('heading', { name: '台账里还没有内容' }).waitFor()
    await page.getByRole('link', { name: '选择开始方式' }).click()
    await page.getByRole('heading', { name: '从哪里开始' }).waitFor()
  })
  test('loads the sample district in one click and lands on its ledger', async () => {
    const { page } = bihuan
    await loadSample(page)
    await page.getByText('28 个问题、73 条原因、133 项措施').first().waitFor()
    expect(await axeProblems(page)).toEqual([])
  })
})

describe('the ledger', () => {
  test('shows at least fourteen rows on the screen of an office PC', async () => {
    const { page } = bihuan
    const bottom = await page.locator('#ledger-rows').evaluate((list) => list.getBoundingClientRect().bottom)
    const whole = await rows().evaluateAll(
      (all, end) => all.slice(1).filter((row) => row.getBoundingClientRect().bottom <= end).length,
      bottom,
    )
    expect(whole).toBeGreaterThanOrEqual(14)
    await bihuan.screenshot('ledger')
  })
  test('weighs at most 180 kB compressed until its rows are there', async () => {
    const { context, product } = bihuan
    const fresh = await context.newPage()
    await fresh.goto(`${product.url}/ledger`)
    await rows(fresh).nth(1).waitFor()
    const addresses = await fresh.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => (/\.(?:js|css)$/.test(name) ? [name] : [])),
    )
    const sizes = await Promise.all(
      addresses.map(async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length),
    )
    expect(addresses.length).toBeGreaterThan(2)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(180_000)
    await fresh.close()
  })
  test('filters by status and by words, in the address too, and says how many are left', async () => {
    const { page } = bihuan
    await page.getByRole('button', { name: '状态 全部' }).click()
    await page.getByRole('checkbox', { name: /整改中/ }).check()
    await page.keyboard.press('Escape')
    await page.getByText(/本视图 \d+ 个问题、\d+ 项措施/).waitFor()
    expect(new URL(page.url()).searchParams.get('status')).toBe('underway')
    await page.keyboard.press('/')
    await page.keyboard.type('补')
    await page.waitForURL(/q=/)
    await rows().nth(1).waitFor()
    expect(await page.locator('.line-measure .status').allTextContents()).not.toContain('已销号')
  })
  test('a copied address shows a colleague the same rows', async () => {
    const { page, context } = bihuan
    const here = await rows().allTextContents()
    const other = await context.newPage()
    await other.goto(page.url())
    await rows(other).nth(1).waitFor()
    expect(await rows(other).allTextContents()).toEqual(here)
    await other.close()
  })
  test('says which condition to drop when nothing matches, and drops it', async () => {
    const { page } = bihuan
    await page.getByRole('searchbox').fill('没有这样的话')
    await page.getByRole('heading', { name: '没有符合全部条件的行' }).waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByText(/^28 个问题/).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBeNull()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })
  test('sorts the flat view by deadline, both ways', async () => {
    const { page } = bihuan
    const dates = () => page.locator('.line-measure time').allTextContents()
    const inOrder = async (descending: boolean) => {
      const shown = await dates()
      const sorted = [...shown].sort()
      return shown.length > 10 && shown.join() === (descending ? sorted.reverse() : sorted).join()
    }
    await page.getByTitle('按期限排序').click()
    await page.waitForURL(/view=flat/)
    await expect.poll(() => inOrder(false)).toBe(true)
    await page.getByTitle('按期限排序').click()
    await page.waitForURL(/descending=true/)
    await expect.poll(() => inOrder(true)).toBe(true)
    await page.getByRole('button', { name: '按问题' }).click()
  })
  test('shows the columns that a person chose, also after a new start', async () => {
    const { page } = bihuan
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('checkbox', { name: '责任领导' }).check()
    await page.getByRole('columnheader', { name: '责任领导' }).waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${bihuan.product.url}/ledger`)
    await page.getByRole('columnheader', { name: '责任领导' }).waitFor()
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('button', { name: '恢复默认列' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: '责任领导' }).waitFor({ state: 'detached' })
  })
  test('opens a row beside the list and a finding and a measure as pages; back is the same place', async () => {
    const { page } = bihuan
    const list = page.locator('#ledger-rows')
    await list.evaluate((element) => element.scrollTo(0, 2_000))
    await page
      .getByRole('row', { name: /^\D*13 / })
      .first()
      .click()
    const panel = page.getByRole('complementary', { name: '所选行' })
    await panel.getByRole('heading', { name: '反馈原文' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('ledger-panel')
    const end = (shown: Element) => shown.getBoundingClientRect().bottom
    expect(await chosen().evaluate(end)).toBeLessThanOrEqual(await list.evaluate(end))
    const offset = await list.evaluate((element) => element.scrollTop)
    await panel.getByRole('link', { name: '整页打开' }).click()
    await page.waitForURL(/\/findings\/\d+/)
    await place().waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('finding')
    await page.getByRole('link', { name: '13-1', exact: true }).last().click()
    await page.waitForURL(/\/measures\/\d+/)
    await place().getByText('措施 13-1').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('measure')
    await page.getByRole('tab', { name: /^关联问题/ }).click()
    await page.getByRole('heading', { name: '关联问题' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.goBack()
    await page.goBack()
    await chosen().waitFor()
    expect(await chosen().textContent()).toMatch(/^13/)
    expect(await list.evaluate((element) => element.scrollTop)).toBe(offset)
  })
  test('is walked, opened, filtered and left without the mouse', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/ledger`)
    await rows().nth(1).waitFor()
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    expect(await chosen().locator('.number-link').textContent()).toBe('1-2')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: '所选行' }).getByText('1-1').first().waitFor()
    await page.keyboard.press('o')
    await page.waitForURL(/\/measures\/\d+/)
    await place().getByText('措施 1-1').waitFor()
    await page.keyboard.press(']')
    await place().getByText('措施 1-2').waitFor()
    await page.keyboard.press('[')
    await place().getByText('措施 1-1').waitFor()
    await page.keyboard.press('Escape')
    await chosen().waitFor()
    expect(await chosen().locator('.number-link').textContent()).toBe('1-1')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
  test('prints every matching row, with district, date and filter in words', async () => {
    const { page } = bihuan
    await page.goto(`${bihuan.product.url}/ledger?view=flat`)
    await rows().nth(1).waitFor()
    // Chromium's own dialog would wait for a person: what it would print is taken at the moment it is asked.
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'))
        const sheet = document.querySelector('.print-sheet')
        document.title = `${sheet?.querySelectorAll('tbody tr').length}|${sheet?.querySelector('p')?.textContent}`
        window.dispatchEvent(new Event('afterprint'))
      }
    })
    await page.getByRole('button', { name: '打印' }).click()
    await expect.poll(() => page.title()).toMatch(/^133\|云岭区 · 打印日期 \d{4}-\d\d-\d\d · 筛选：全部行 · 共 133 行/)
  })
})

describe('around the pages', () => {
  test('an address that leads nowhere and a record that is not there say so and lead back', async () => {
    const { page } = bihuan
    for (const address of ['/nowhere', '/measures/999999']) {
      await page.goto(`${bihuan.product.url}${address}`)
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
      expect(await axeProblems(page)).toEqual([])
      await page.getByRole('link', { name: '回到台账' }).click()
      await rows().nth(1).waitFor()
    }
  })
  test('speaks English when asked, stays so, and comes back', async () => {
    const { page } = bihuan
    await page.getByRole('button', { name: '个人菜单' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('columnheader', { name: 'Lead unit' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByRole('columnheader', { name: 'Lead unit' }).waitFor()
    await bihuan.screenshot('ledger-english')
    await page.getByRole('button', { name: 'Personal menu' }).click()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('columnheader', { name: '牵头单位' }).waitFor()
  })
  test('a server that does not answer is said, and what is shown stays', async () => {
    const { page, context } = bihuan
    await context.setOffline(true)
    await page.getByText('连不上服务器，正在重新连接。').waitFor()
    expect(await rows().count()).toBeGreaterThan(10)
    await context.setOffline(false)
    await page.getByText('连不上服务器，正在重新连接。').waitFor({ state: 'detached' })
  })
  test('on a phone the rows are cards, nothing is wider than the screen, and a card opens as a page', async () => {
    const { browser, context, product } = bihuan
    const phone = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      storageState: await context.storageState(),
    })
    const page = await phone.newPage()
    await page.goto(`${product.url}/ledger`)
    await rows(page).nth(1).waitFor()
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(await fits()).toBe(true)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('ledger-phone', page)
    await page.locator('.line-measure').first().tap()
    await page.getByRole('tab', { name: /^关联问题/ }).tap()
    await page.getByRole('heading', { name: '关联问题' }).waitFor()
    expect(await fits()).toBe(true)
    await bihuan.screenshot('measure-phone', page)
    await page.goBack()
    await rows(page).nth(1).waitFor()
    await phone.close()
  })
  test('signing out closes the ledger; a wrong password is refused in words; signing in leads back', async () => {
    const { page, product } = bihuan
    await page.getByRole('button', { name: '个人菜单' }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.goto(`${product.url}/ledger?view=flat`)
    await page.getByLabel('登录名').fill(office.loginName)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('密码').fill(office.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/ledger\?.*view=flat/)
    await rows().nth(1).waitFor()
  })
  test('a session that ended leads to signing in and back to the same rows', async () => {
    const { page, context } = bihuan
    await context.clearCookies()
    await page.getByRole('button', { name: '刷新' }).click()
    await page.getByText('登录已过期，请重新登录。').waitFor()
    await page.getByLabel('登录名').fill(office.loginName)
    await page.getByLabel('密码').fill(office.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/ledger\?.*view=flat/)
    await rows().nth(1).waitFor()
  })
})
