/**
 * The checks of this project, one list for `npm run check` and `npm test`. Each is one command that ends with 0 or says
 * what is wrong. They are independent of each other.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

const bin = (name) => join(root, 'node_modules/.bin', name)

export const staticChecks = [
  { name: 'format and lint', command: bin('biome'), args: ['ci', '.'] },
  { name: 'types', command: bin('tsc'), args: ['-p', '.'] },
  { name: 'types of the core', command: bin('tsc'), args: ['-p', 'src/core'] },
  { name: 'arrows between folders', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.mjs', 'src'] },
  { name: 'dead code', command: bin('knip'), args: [] },
  { name: 'length and names of files', command: process.execPath, args: ['scripts/check-layout.mjs'] },
]

/** Runs the static checks, two at a time. Shows the output of those that fail. @returns how many passed and failed */
export async function runStaticChecks() {
  const waiting = [...staticChecks]
  const count = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const begun = performance.now()
      const { code, output } = await run(check.command, check.args)
      count[code === 0 ? 'passed' : 'failed']++
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
      if (code !== 0) process.stdout.write(output)
    }
  }
  await Promise.all([worker(), worker()])
  return count
}

/**
 * Runs the tests of the named vitest projects, showing vitest's own report.
 * A test that was skipped did not pass: what cannot run fails.
 * @returns how many passed and failed; a file that could not be loaded counts as one failure
 */
export async function runTests(projects, env = {}) {
  const report = join(root, '.cache/test-report.json')
  rmSync(report, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  for (const project of projects) args.push('--project', project)
  const { code } = await run(bin('vitest'), args, { show: true, env })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const count = { passed: 0, failed: 0 }
  for (const file of testResults) {
    const states = file.assertionResults.map((test) => test.status)
    for (const state of states) count[state === 'passed' ? 'passed' : 'failed']++
    if (file.status === 'failed' && !states.includes('failed')) count.failed++
    for (const test of file.assertionResults) {
      if (test.status !== 'passed' && test.status !== 'failed')
        console.log(`✗ did not run: ${file.name} > ${test.fullName}`)
    }
  }
  // Errors outside of any test (an unhandled rejection, say) show in the exit code alone.
  if (code !== 0 && count.failed === 0) count.failed++
  return count
}

function run(command, args, { show = false, env = {} } = {}) {
  return new Promise((done) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.once('error', (error) => done({ code: 1, output: Buffer.from(`${error.message}\n`) }))
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(output) }))
  })
}

/** Prints the one line that sums up a run and sets the exit code. */
export function conclude(...counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
