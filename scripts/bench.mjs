/**
 * `npm run bench`: builds the product and measures it (test/bench). Figures vary from machine to machine: read the
 * ratios, which are taken in one run. The table is printed; the numbers are kept in .cache/bench/.
 *
 *   npm run bench                 everything, with 100 000 measures
 *   npm run bench -- 20000        with another size of ledger
 *   npm run bench -- text         one part: text, start, ledger, report, registers
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfChanged, install, root } from './set-up.mjs'

if (!(await install()) || !(await buildIfChanged())) process.exit(1)

// One folder beneath the root, like scripts/: modules that look for the root from where they lie still find it.
const program = join(root, '.cache/bench.mjs')
const esbuild = await import('esbuild')
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['test/bench/bench.ts'],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
