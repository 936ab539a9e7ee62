/**
 * Registers in the browser: a meeting with decisions and a file, entries line by line, a change beside somebody else's, a
 * register that the office makes itself and that works at once. With the mouse, without it, and on a phone.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Backstage, backstage, signedIn } from './actors.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
let behind: Backstage
let officer: Actor
const unit = '云岭区芦塘绿化队'

beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
  behind = await backstage(bihuan.product)
  const [row] = await behind.sql(
    `insert into unit (tenant_id, name, path, position) select tenant_id, $1, '/9001/', 900 from tenant returning unit_id::int`,
    [unit],
  )
  officer = await behind.add('林照水', 'linzhaoshui', [
    { role: 'officer', unitId: Number(row?.unit_id), inspectionId: null },
  ])
}, 180_000)
afterAll(async () => {
  await behind.close()
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const go = (path: string, page: Page = bihuan.page) => page.goto(`${bihuan.product.url}${path}`)
const button = (name: string | RegExp, page: Page = bihuan.page) => page.getByRole('button', { name, exact: true })
const says = (sentence: string | RegExp, page: Page = bihuan.page) => page.getByText(sentence).first().waitFor()
const dialog = (page: Page = bihuan.page) => page.getByRole('dialog')
const box = (name: string, page: Page = bihuan.page) => page.getByRole('textbox', { name, exact: true })
const pick = async (name: string, typed: string, page: Page = bihuan.page): Promise<void> => {
  const field = page.getByRole('combobox', { name, exact: true })
  await field.click()
  await field.pressSequentially(typed)
  await page.getByRole('listbox', { name, exact: true }).getByRole('option').first().waitFor()
  await field.press('Enter')
}
const isWithinWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('a meeting', () => {
  test('is found among the registers by what belongs there', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { name: '会议与党建' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('图纸会审')
    await page.getByRole('link', { name: /^会议/ }).click()
    await page.getByRole('heading', { name: '会议', exact: true }).waitFor()
  })

  test('that lacks something says so at the fields, and the first of them has the focus', async () => {
    const { page } = bihuan
    await button('登记会议').click()
    await page.getByRole('heading', { name: '登记会议' }).waitFor()
    await button('登记会议').click()
    await says('请填写“议题”。')
    await says('请选择登记单位。')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    expect(await axeProblems(page)).toEqual([])
  })

  test('is entered with decisions and a file, and stands on its page and in the list', async () => {
    const { page } = bihuan
    await page.getByLabel('类别', { exact: true }).selectOption({ label: '调度会' })
    await pick('登记单位', '芦塘')
    await box('会议日期').fill('2024年9月3日')
    await box('会议日期').press('Tab')
    expect(await box('会议日期').inputValue()).toBe('2024-09-03')
    await box('议题').fill('芦塘片区补植调度')
    await box('参加人数').fill('12')
    await button('添加一行').click()
    await box('事项，第 1 行').fill('九月底前补齐缺株')
    await box('事项，第 1 行').press('Enter')
    await box('事项，第 2 行').waitFor()
    // As it is copied in Excel.
    await box('事项，第 2 行').evaluate((cell, text) => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/plain', text)
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
    }, `清运枯株\t${unit}\t2024/9/20\n复核成活\t\t2024/10/8\n`)
    await says('已粘贴 2 行，请核对。')
    await page
      .locator('input[type="file"][aria-label="选择文件…"]')
      .setInputFiles({ name: '调度会纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议纪要') })
    await says('已收到 1 个文件，保存后归入本条。')
    await bihuan.screenshot('register-form')
    await button('登记会议').click()
    await says('已登记会议：“调度会：芦塘片区补植调度”。')
    await page.getByRole('heading', { name: '调度会：芦塘片区补植调度' }).waitFor()
    await page.getByRole('cell', { name: '2024-10-08' }).waitFor()
    await says('调度会纪要.txt')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载：调度会纪要.txt' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('调度会纪要.txt')
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('register-entry')
    await page.keyboard.press('Escape')
    await page.getByRole('row').nth(1).waitFor()
    await bihuan.screenshot('register-list')
    await page.keyboard.press('/')
    await page.keyboard.type('芦塘片区')
    await page.getByRole('row', { name: /芦塘片区补植调度/ }).waitFor()
    expect(await axeProblems(page)).toEqual([])
  })

  test('is found by kind, unit and words; the address says the same to a colleague', async () => {
    const { page } = bihuan
    await page.getByRole('button', { name: /^类别/ }).click()
    await page.getByRole('checkbox', { name: '调度会', exact: true }).check()
    await page.keyboard.press('Escape')
    await page.waitForURL(/kind=scheduling/)
    await page.waitForURL(/q=/)
    await page.reload()
    await page.getByRole('row', { name: /芦塘片区补植调度/ }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    await page
      .getByRole('button', { name: /不再筛选：类别|去掉筛选：类别|类别/ })
      .first()
      .waitFor()
  })

  test('that somebody else changed meanwhile is shown side by side, and nothing is lost', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '芦塘片区补植调度' }).click()
    await page.getByRole('heading', { name: '调度会：芦塘片区补植调度' }).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('heading', { name: /^修改/ }).waitFor()
    const other = await signedIn(bihuan.browser, bihuan.product.url, officer)
    await go(new URL(page.url()).pathname, other.page)
    await box('参加人数', other.page).fill('15')
    await button('保存修改', other.page).click()
    await says('的修改已保存', other.page)
    await other.context.close()

    await box('议题').fill('芦塘片区补植和养护调度')
    await box('参加人数').fill('13')
    await button('保存修改').click()
    await says('林照水刚刚改动了这一条')
    const row = page.getByRole('row', { name: /参加人数/ })
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['15', '13']))
    expect(await axeProblems(page)).toEqual([])
    await row.getByRole('button', { name: '用对方的' }).click()
    await button('以上面的填写为准继续').click()
    await button('保存修改').click()
    await page.getByRole('heading', { name: '调度会：芦塘片区补植和养护调度' }).waitFor()
    await says('15 人')
  })

  test('is withdrawn with a reason, struck out, and brought back', async () => {
    await button('撤销').click()
    await dialog().getByRole('button', { name: '撤销' }).click()
    await says('请写明撤销的理由。')
    await dialog().getByLabel('为什么撤销').fill('与另一条重复')
    await dialog().getByRole('button', { name: '撤销' }).click()
    await says(/撤销：与另一条重复/)
    await button('恢复').click()
    await says(/已恢复，重新计入合计/)
  })
})

describe('without the mouse', () => {
  test('entries are made line by line, the unit and kind kept', async () => {
    const { page, context } = await signedIn(bihuan.browser, bihuan.product.url, officer)
    await go('/registers/training', page)
    await page.getByRole('heading', { name: '培训', exact: true }).waitFor()
    await page.keyboard.press('q')
    const line = page.getByRole('form', { name: '快速登记' })
    await line.waitFor()
    // Of an officer the unit is known.
    await line.getByText(unit).waitFor()
    await line.getByLabel('类别', { exact: true }).selectOption({ index: 1 })
    const before = await page.getByRole('row').count()
    for (const topic of ['补植养护培训', '苗木验收培训']) {
      for (const field of await line
        .locator('.entry-field-required input[type="text"], .entry-field-required input:not([type])')
        .all()) {
        if (await field.isVisible()) await field.fill('2024-09-05')
      }
      await line
        .getByRole('textbox', { name: /主题|内容|名称/ })
        .first()
        .fill(topic)
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: new RegExp(topic) }).waitFor()
    }
    expect(await page.getByRole('row').count()).toBeGreaterThan(before)
    await context.close()
  })

  test('what was typed and not saved is asked about, and comes back', async () => {
    const { page } = bihuan
    await go('/registers/meeting')
    await page.getByRole('heading', { name: '会议', exact: true }).waitFor()
    await page.keyboard.press('n')
    await box('议题').fill('还没有写完的议题')
    await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '会议' }).click()
    await dialog().getByText('填写的内容还没有保存').waitFor()
    await dialog().getByRole('button', { name: '离开' }).click()
    await page.getByRole('heading', { name: '会议', exact: true }).waitFor()
    await button('登记会议').click()
    await says(/已找回您/)
    expect(await box('议题').inputValue()).toBe('还没有写完的议题')
    await button('不要了').click()
    expect(await box('议题').inputValue()).toBe('')
  })
})

describe('a register of the district’s own', () => {
  test('is made by the office and works at once', async () => {
    const { page } = bihuan
    await go('/registers')
    await page.getByRole('link', { name: '新增登记簿' }).click()
    await box('登记簿名称').fill('古树名木巡护')
    await box('登记什么').fill('每次巡护登记一条。')
    await button('添加栏目').click()
    await box('栏目名称').fill('巡护株数')
    await page.getByLabel('内容', { exact: true }).selectOption({ label: '数量' })
    await box('单位').first().fill('株')
    await page.getByLabel('在列表中显示').check()
    // The form that follows stands beside it.
    await page.getByRole('complementary', { name: '表单预览' }).getByRole('textbox', { name: '巡护株数' }).waitFor()
    await button('添加合计').click()
    await box('合计名称 2').fill('巡护株数')
    await page.getByLabel('怎样计').nth(1).selectOption({ label: '“巡护株数”相加' })
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('register-define')
    await button('建立登记簿').click()
    await says('登记簿“古树名木巡护”已建立，可以登记了。')
    await button('登记古树名木巡护').click()
    await pick('登记单位', '芦塘')
    await box('日期').fill('2024-09-06')
    await box('事项').fill('芦塘古樟')
    await box('巡护株数').fill('3')
    await button('登记古树名木巡护').click()
    await page.getByRole('heading', { name: '芦塘古樟' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /芦塘古樟.*3/ }).waitFor()
    // Its total and its sheet are there as well.
    await page.getByRole('button', { name: /^3\s*株/ }).waitFor()
    const template = await page.request.get(`${bihuan.product.url}/api/registers/own1/template`)
    expect(template.status()).toBe(200)
  })

  test('gets another field; what was entered before stays as it was', async () => {
    const { page } = bihuan
    await page.getByRole('link', { name: '栏目设置' }).click()
    await page.getByRole('button', { name: /^巡护株数/ }).click()
    await says(/已有 1 条记录，内容的种类不能再改/)
    await button('添加栏目').click()
    await box('栏目名称').last().fill('长势')
    await page.getByLabel('内容', { exact: true }).last().selectOption({ label: '选项' })
    await box('选项 1').fill('良好')
    await button('添加选项').click()
    await box('选项 2').fill('衰弱')
    await button('保存栏目').click()
    await says(/“古树名木巡护”的栏目已保存，现为第 2 版/)
    await page.getByRole('link', { name: '芦塘古樟' }).click()
    await says('未填：长势')
  })
})

test('on a phone everything is within the width, and passes axe', async () => {
  const { page, context } = await signedIn(bihuan.browser, bihuan.product.url, officer, { width: 390, height: 844 })
  for (const path of ['/registers', '/registers/meeting', '/registers/replanting/new']) {
    await go(path, page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await isWithinWidth(page)).toBe(true)
    expect(await axeProblems(page)).toEqual([])
  }
  await context.close()
})
