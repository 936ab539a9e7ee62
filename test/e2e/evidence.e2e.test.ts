/** Evidence on a measure's page: files dropped, pasted, paired, looked at by keyboard, taken away with a mark. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  await bihuan.page.goto(`${bihuan.product.url}/measures/${await anOpenMeasure()}`)
  await bihuan.page.getByRole('tab', { name: /佐证/ }).click()
})
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

async function anOpenMeasure(): Promise<number> {
  const { page, product } = bihuan
  const answer = await page.request.get(
    `${product.url}/api/ledger?inspection=1&view=flat&status=underway&evidence=none&limit=1`,
  )
  return (await answer.json()).rows[0].id
}

/** As cameras write it; the days of the sample go along with the present. */
const today = `${new Date().toISOString().slice(0, 10).replaceAll('-', ':')} 09:12:00`

/** A made-up scene: sky, earth, and trees on it when they are planted. */
async function aScene(planted: boolean): Promise<Buffer> {
  const trees = Array.from(
    { length: 9 },
    (_, index) => `<circle cx="${120 + index * 130}" cy="520" r="60" fill="#3a7d4a"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960"><rect width="1280" height="560" fill="#c3cfd6"/><rect y="560" width="1280" height="400" fill="#9a7b55"/>${planted ? trees.join('') : ''}</svg>`
  return sharp(Buffer.from(svg))
    .jpeg()
    .withExif({ IFD2: { DateTimeOriginal: planted ? today : '2020:06:03 10:22:11' } })
    .toBuffer()
}
const aPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
)

type Given = { name: string; type: string; bytes: Buffer }
/** Files in the hand of somebody who drops or pastes them. */
async function hand(page: Page, files: Given[]) {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, text: bytes.toString('base64') }))
  return page.evaluateHandle((all) => {
    const held = new DataTransfer()
    for (const { name, type, text } of all)
      held.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name, { type }))
    return held
  }, plain)
}
const place = (page = bihuan.page): Locator => page.getByRole('region', { name: '添加佐证' })
const cards = (page = bihuan.page): Locator => page.locator('.evidence-card')
const card = (name: string): Locator =>
  cards().filter({ has: bihuan.page.getByRole('button', { name: `查看：${name}` }) })
const viewer = (page = bihuan.page): Locator => page.getByRole('dialog', { name: '查看佐证' })

describe('files come in', () => {
  test('an empty place says what can be added here', async () => {
    await bihuan.page.getByText('还没有佐证。').waitFor()
    expect(await axeProblems(bihuan.page)).toEqual([])
  })
  test('two photos and a PDF dropped together arrive, each with its progress', async () => {
    const { page } = bihuan
    const dataTransfer = await hand(page, [
      { name: '补植前.jpg', type: 'image/jpeg', bytes: await aScene(false) },
      { name: '补植后.jpg', type: 'image/jpeg', bytes: await aScene(true) },
      { name: '验收单.pdf', type: 'application/pdf', bytes: aPdf },
    ])
    await place().dispatchEvent('drop', { dataTransfer })
    await page.getByText('3/3 个文件已上传').waitFor()
    await page.getByText('已添加 3 份佐证。').waitFor()
    await expect.poll(() => cards().count(), patient).toBe(3)
    await page.getByRole('heading', { name: '佐证 3 份' }).waitFor()
    await expect.poll(() => page.getByRole('tab', { name: /佐证/ }).textContent(), patient).toContain('3')
    await page.getByText('早于问题反馈').first().waitFor()
    await bihuan.screenshot('evidence')
  })
  test('a screenshot is pasted, a second time it is pointed out, and a program under the name of a photo is refused', async () => {
    const { page } = bihuan
    const paste = async (files: Given[]) => {
      const clipboardData = await hand(page, files)
      await page.evaluate((data) => {
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data as DataTransfer, bubbles: true }))
      }, clipboardData)
    }
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#e6f0ed' } })
      .png()
      .toBuffer()
    await paste([{ name: 'image.png', type: 'image/png', bytes }])
    await page.getByText('4/4 个文件已上传').waitFor()
    await expect.poll(() => cards().filter({ hasText: '截图' }).count(), patient).toBe(1)
    await paste([
      { name: 'image.png', type: 'image/png', bytes },
      { name: '现场.jpg', type: 'image/jpeg', bytes: Buffer.from('MZ\0\0\0program') },
    ])
    await page.getByText('没有重复添加').waitFor()
    await page.getByText('与扩展名 .jpg 不符，未接收').waitFor()
    await expect.poll(() => cards().count(), patient).toBe(4)
    expect(await axeProblems(page)).toEqual([])
    await bihuan.screenshot('evidence-sent')
    await page.getByRole('button', { name: '清除已完成' }).click()
  })
})

describe('pieces are explained and looked at', () => {
  test('a photo after gets its photo before, and the question about its time is answered', async () => {
    const { page } = bihuan
    await card('补植后.jpg').getByRole('button', { name: '说明与配对' }).click()
    await page.getByLabel('说明', { exact: true }).fill('东段补植后')
    await page.getByLabel('整改前照片').selectOption({ label: '补植前.jpg' })
    expect(await axeProblems(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('与“补植前.jpg”成对').waitFor()
    await page.getByText('早于问题反馈').waitFor({ state: 'detached' })
  })
  test('the viewer is walked by keys: the pair side by side, slid, alone, zoomed, the next one, back', async () => {
    const { page } = bihuan
    await page.getByRole('button', { name: '查看：补植前.jpg' }).focus()
    await page.keyboard.press('Enter')
    await viewer()
      .getByText(/^\d\/4$/)
      .waitFor()
    await viewer().getByText('整改前', { exact: true }).waitFor()
    await expect.poll(() => drawn(viewer()), patient).toBe(2)
    await bihuan.screenshot('evidence-pair')
    expect(await axeProblems(page)).toEqual([])
    await viewer().getByRole('button', { name: '滑动对比' }).click()
    await viewer().getByLabel('整改前后分界').fill('30')
    await bihuan.screenshot('evidence-slide')
    await page.keyboard.press('b')
    await expect.poll(() => drawn(viewer()), patient).toBe(1)
    await page.keyboard.press('+')
    await page.keyboard.press('j')
    await viewer().getByText('补植后.jpg', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await viewer().waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('查看：补植前.jpg')
  })
})

/** Pictures that have come and are drawn. */
const drawn = (inside: Locator): Promise<number> =>
  inside.locator('img').evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)

describe('files go out', () => {
  test('a photo taken away bears the name of the reader across it', async () => {
    const { page } = bihuan
    const download = page.waitForEvent('download')
    await card('补植后.jpg').getByRole('link', { name: '下载（带水印）' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('补植后.jpg')
    const bytes = readFileSync(await file.path())
    const { exif, width } = await sharp(bytes).metadata()
    expect([exif, width]).toEqual([undefined, 1280])
    // Earth is one colour in the original; what is written across it makes it many.
    const earth = await sharp(bytes).extract({ left: 100, top: 700, width: 1000, height: 200 }).stats()
    expect(earth.channels[0]?.stdev).toBeGreaterThan(3)
    const shown = await bihuan.context.newPage()
    await shown.setContent(`<img width="1280" src="data:image/jpeg;base64,${bytes.toString('base64')}">`)
    await bihuan.screenshot('evidence-marked', shown)
    await shown.close()
  })
  test('files carry headers under which nothing in them can run, and come in parts', async () => {
    const { page, product } = bihuan
    const link = card('验收单.pdf').getByRole('link', { name: '下载原件' })
    const address = `${product.url}${await link.getAttribute('href')}`
    const answer = await page.request.get(address, { headers: { range: 'bytes=0-3' } })
    expect([answer.status(), await answer.text()]).toEqual([206, '%PDF'])
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-range': `bytes 0-3/${aPdf.length}`,
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    const outside = await bihuan.browser.newContext()
    const stranger = await outside.request.get(address)
    expect(stranger.status()).toBe(401)
    await outside.close()
  })
  test('a piece that is withdrawn stays, struck out, with the reason', async () => {
    const { page } = bihuan
    await cards().filter({ hasText: '截图' }).getByRole('button', { name: '撤下' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
    await page.getByText('请写明撤下的理由。').waitFor()
    await page.getByLabel('为什么撤下').fill('截图与本措施无关')
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
    await page.getByText('撤下：截图与本措施无关').waitFor()
    await page.getByRole('heading', { name: '佐证 3 份' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
  })
  test('on a phone everything fits', async () => {
    const { page } = bihuan
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('tab', { name: /佐证/ }).scrollIntoViewIfNeeded()
    await bihuan.screenshot('evidence-phone')
    await page.getByRole('button', { name: '查看：补植前.jpg' }).click()
    await expect.poll(() => drawn(viewer()), patient).toBe(2)
    await bihuan.screenshot('evidence-pair-phone')
    await page.keyboard.press('Escape')
  })
})
