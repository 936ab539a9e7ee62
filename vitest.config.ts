/**
 * Three kinds of tests, told apart by file name so that a test lies beside what it tests:
 * `x.test.ts` pure, `x.db.test.ts` with a database of its own, `x.e2e.test.ts` in a real browser on the built product.
 * Names of projects: `npx vitest run --project pure`.
 */
import { defineConfig } from 'vitest/config'
import { runsHere } from './test/old-chromium/install-old-chromium.ts'

const roots = '{src,test,fixtures,scripts}/**'
const never = ['**/node_modules/**', '**/dist/**']

/** A test that hangs ends some time; one that is slow on a busy machine does not fail. */
const timeouts = { testTimeout: 300_000, hookTimeout: 300_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [`${roots}/*.test.{ts,tsx}`],
          exclude: [...never, '**/*.db.test.ts', '**/*.e2e.test.ts'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'db',
          include: [`${roots}/*.db.test.ts`],
          exclude: never,
          globalSetup: ['test/database-server.ts'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [`${roots}/*.e2e.test.ts`],
          globalSetup: ['test/e2e/set-up.ts'],
          exclude: runsHere ? never : [...never, 'test/old-chromium/**'],
          // Each file starts a whole product and a browser: one at a time on a small machine.
          fileParallelism: false,
          ...timeouts,
        },
      },
    ],
  },
})
