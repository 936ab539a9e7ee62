#!/usr/bin/env node
// Runs the built command line. On first use in a fresh checkout it installs and builds, with the progress on standard error, so that
// what a command prints can still be piped.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const program = new URL('../dist/cli.js', import.meta.url)

if (!existsSync(program)) {
  const setUp = new URL('../scripts/set-up.mjs', import.meta.url).href
  const script = `import { install, buildIfChanged } from ${JSON.stringify(setUp)}
process.exitCode = (await install()) && (await buildIfChanged()) ? 0 : 1`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 2, 2] })
  if (status !== 0 || !existsSync(program)) {
    console.error('闭环尚未构建。请在其目录中执行 npm start 或 npm run build 后再试。')
    console.error('Bihuan is not built. Run npm start or npm run build in its folder, then try again.')
    process.exit(2)
  }
}

await import(program.href)
