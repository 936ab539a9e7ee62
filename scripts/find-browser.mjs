/**
 * Finds a Chromium for the tests, or installs one: on Debian as root by apt, elsewhere by playwright.
 * Used by `npm test` before, and by the browser tests themselves. Node built-ins and playwright-core alone.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, step } from './set-up.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium that can be run, or null. BIHUAN_BROWSER decides when it is set. */
export async function findBrowser() {
  const named = process.env.BIHUAN_BROWSER
  if (named) return isRunnable(named) ? named : null
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin')
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macs]
  const { chromium } = await import('playwright-core')
  return [...places, chromium.executablePath()].find(isRunnable) ?? null
}

/** As findBrowser, after trying to install one. Null after saying what to do by hand. */
export async function ensureBrowser() {
  const found = await findBrowser()
  if (found !== null) return found
  if (process.env.BIHUAN_BROWSER) {
    say(
      `BIHUAN_BROWSER 所指的浏览器无法运行：${process.env.BIHUAN_BROWSER}。`,
      `The browser named by BIHUAN_BROWSER cannot be run: ${process.env.BIHUAN_BROWSER}.`,
    )
    return null
  }
  const isDebianRoot = process.getuid?.() === 0 && isRunnable('/usr/bin/apt-get')
  const script = 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium fonts-noto-cjk'
  const [command, args] = isDebianRoot
    ? ['/bin/sh', ['-c', script]]
    : [process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']]
  await step('安装浏览器', 'Installing a browser', command, args)
  const installed = await findBrowser()
  if (installed === null) {
    say(
      '没有可用的浏览器，浏览器测试无法运行。请安装 Chromium（Debian：apt-get install chromium；其他系统：npx playwright install chromium），或用 BIHUAN_BROWSER 指明它的路径。',
      'There is no browser for the browser tests. Install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name its path in BIHUAN_BROWSER.',
    )
  }
  return installed
}

function say(zh, en) {
  console.error(zh)
  console.error(en)
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
