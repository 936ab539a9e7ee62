/**
 * A journey's beginning: the built product running on fresh data, and a browser page open on it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { type Product, runProduct } from './run-product.ts'

export type OpenBihuan = {
  product: Product
  browser: Browser
  context: BrowserContext
  /** The first page, at the product's address. */
  page: Page
  /** What must never happen: errors of a page, errors on its console, requests to another host. */
  faults: string[]
  /** Saves what a page shows to .cache/screens/NAME.png, to be looked at. */
  screenshot(name: string, page?: Page): Promise<void>
  /** Closes the browser and stops the product. @returns the product's exit code */
  close(): Promise<number | null>
}

/** The office PC of `screens.md`. */
const officeScreen = { width: 1366, height: 768 }

/**
 * Starts product and browser. Close it in `afterAll`.
 * @param options.language what the browser asks for; Chinese when not given
 */
export async function openBihuan(
  options: {
    language?: 'zh-CN' | 'en-US'
    viewport?: { width: number; height: number }
    env?: Record<string, string>
    /** The server's clock can be moved (`clock.mjs`). */
    clock?: boolean
  } = {},
): Promise<OpenBihuan> {
  const product = await runProduct({
    ...(options.env === undefined ? {} : { env: options.env }),
    clock: options.clock ?? false,
  })
  const browser = await chromium.launch({ executablePath: inject('browser'), args: ['--no-sandbox'] })
  const context = await browser.newContext({
    locale: options.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: options.viewport ?? officeScreen,
  })
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    // Chromium itself reports each answer of 4xx as an error; a refusal is no fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`)
  })
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${product.url}/`) || /^(data|blob):/.test(request.url())
    if (!isOwn) faults.push(`request to another host: ${request.url()}`)
  })
  const page = await context.newPage()
  await page.goto(product.url)
  return {
    product,
    browser,
    context,
    page,
    faults,
    async screenshot(name, shown = page) {
      const folder = join(root, '.cache/screens')
      mkdirSync(folder, { recursive: true })
      await shown.screenshot({ path: join(folder, `${name}.png`) })
    },
    async close() {
      await browser.close()
      return product.stop()
    },
  }
}
