/**
 * Bihuan in Chromium 86, the oldest browser offices have: set-up, the sample district, the ledger, a measure, import.
 *
 * Playwright starts it and sends keys and clicks, but its locators ask the page for functions that 86 does not have;
 * so this test looks at the page by evaluation.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { type Product, runProduct } from '../e2e/run-product.ts'
import { installOldChromium } from './install-old-chromium.ts'

let product: Product
let browser: Browser
let page: Page
const faults: string[] = []
const tooWide: string[] = []

beforeAll(async () => {
  product = await runProduct()
  const args = ['--no-sandbox', '--no-zygote', '--single-process', '--use-gl=swiftshader', '--disable-dev-shm-usage']
  browser = await chromium.launch({ executablePath: installOldChromium(), args })
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  page.on('pageerror', (error) => faults.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Keeps a picture of the page, to be looked at, and notes a page that has to be scrolled sideways. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(root, `.cache/screens/chromium-86-${name}.png`) })
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) tooWide.push(name)
}

/** Waits until the text stands on the page and takes up room. */
async function see(text: string): Promise<void> {
  const deadline = performance.now() + 15_000
  for (;;) {
    // biome-ignore lint/performance/useDomNodeTextContent: what is not displayed must not count.
    const shown = await page.evaluate(() => document.body.innerText)
    if (shown.includes(text)) return
    if (performance.now() > deadline)
      throw new Error(`“${text}” did not appear. The page shows:\n${shown}\n${faults.join('\n')}`)
    await page.waitForTimeout(50)
  }
}

/** Clicks the middle of the first button or link with this text, as a mouse does. */
async function click(text: string): Promise<void> {
  await see(text)
  const middle = await page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('button, a')].find((each) => each.textContent?.includes(wanted))
    found?.scrollIntoView({ block: 'center' })
    const box = found?.getBoundingClientRect()
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, text)
  if (middle === null) throw new Error(`there is no button or link “${text}”`)
  await page.mouse.click(middle.x, middle.y)
}

it('is really Chromium 86', () => {
  expect(browser.version()).toMatch(/^86\./)
})

it('sets the district up', async () => {
  await page.goto(product.url)
  await see('第一次使用')
  await look('set-up')
  const password = 'Green-2024-云'
  for (const value of ['云岭区', '云一舟', 'yun', password, password]) {
    await page.keyboard.insertText(value)
    await page.keyboard.press('Tab')
  }
  await click('建立台账')
  await see('从哪里开始')
  await look('welcome')
})

it('reads a pasted notice and shows text and ledger side by side', async () => {
  await click('或粘贴文字')
  await page.evaluate(() => document.querySelector('textarea')?.focus())
  await page.keyboard.insertText(readFileSync(join(root, 'fixtures/notices/sample/云岭区通报.txt'), 'utf8'))
  await click('识别这段文字')
  await see('写入台账')
  await look('import')
})

it('shows the ledger of the sample district, and a finding and a measure of it', async () => {
  await page.goto(`${product.url}/welcome`)
  await click('载入云岭区示例')
  await see('城市绿化工程领域专项巡察')
  await see('项措施')
  await look('ledger')
  for (const [name, path] of [
    ['finding', '/findings/1'],
    ['measure', '/measures/1'],
  ] as const) {
    await page.goto(product.url + path)
    await see('经过')
    await look(name)
  }
})

it('keeps every page as wide as the window', () => {
  expect(tooWide).toEqual([])
})

it('meets no error on any of these pages', () => {
  expect(faults).toEqual([])
})
