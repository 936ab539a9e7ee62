/** Before the browser tests (vitest's globalSetup): the product is built, and there is a browser to open it with. */
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { buildIfChanged } from '../../scripts/set-up.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the Chromium to use. */
    browser: string
  }
}

export default async function setup(project: TestProject): Promise<void> {
  if (!(await buildIfChanged())) throw new Error('The product could not be built.')
  const browser = await findBrowser()
  if (browser === null) {
    throw new Error('There is no browser: run npm test, which installs one, or name its path in BIHUAN_BROWSER.')
  }
  project.provide('browser', browser)
}
