/**
 * `npm test`: everything, from a bare clone. Installs packages and a browser where they are missing, builds, runs the
 * static checks and all tests, and ends with one line `N passed, N failed`.
 */
import { ensureBrowser } from './find-browser.mjs'
import { buildIfChanged, install } from './set-up.mjs'
import { conclude, runStaticChecks, runTests } from './steps.mjs'

if (!(await install())) process.exit(1)
const built = await buildIfChanged()
const browser = await ensureBrowser()
const setUp = { passed: 0, failed: (built ? 0 : 1) + (browser === null ? 1 : 0) }
conclude(
  setUp,
  await runStaticChecks(),
  await runTests(['pure', 'db', 'e2e'], browser === null ? {} : { BIHUAN_BROWSER: browser }),
)
