/** `npm run check`: the static checks and all tests that need no browser. The same list as in `npm test`. */
import { install } from './set-up.mjs'
import { conclude, runStaticChecks, runTests } from './steps.mjs'

if (!(await install())) process.exit(1)
conclude(await runStaticChecks(), await runTests(['pure', 'db']))
