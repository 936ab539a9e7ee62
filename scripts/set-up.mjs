/**
 * What a checkout needs before it can run: packages installed, product built. Each is done only when its inputs
 * changed, which is told by a stamp in milliseconds. Node built-ins alone: nothing is installed yet.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

export const entry = { path: at('dist/main.js'), url: pathToFileURL(at('dist/main.js')).href }

const installStamp = at('node_modules/.bihuan-stamp')
const buildStamp = at('dist/.bihuan-stamp')

/** Sources whose change makes a build stale. Tests are not among them. */
const buildInputs = ['src', 'migrations', 'fixtures/sample', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs']

/** Installs the packages of package-lock.json unless they are there. False when it failed, after saying why. */
export async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  if (read(installStamp) === wanted) return true
  if (!isInstalled()) {
    // No package needs its install script; npm would print a warning for each it does not run.
    const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
    const done = await step('安装软件包', 'Installing packages', ...npm([...args, '--loglevel=error']))
    if (!done) {
      console.error('软件包没有装好。请检查网络或 npm 源的设置，然后再执行一次。')
      console.error('The packages were not installed. Check the network or the registry npm is set to, then try again.')
      return false
    }
  }
  writeFileSync(installStamp, wanted)
  return true
}

/** Whether the packages stand as the lock file says, whoever installed them. npm notes what it installed in a file of its own. */
function isInstalled() {
  const noted = read(at('node_modules/.package-lock.json'))
  if (noted === null) return false
  const there = JSON.parse(noted).packages
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  const isForHere = ({ optional, os, cpu, libc }) =>
    !optional || (libc === undefined && os?.includes(process.platform) && cpu?.includes(process.arch))
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.peer || !isForHere(entry) || there[path]?.version === entry.version,
  )
}

/** Builds the product unless it is up to date. False when it failed, after saying why. */
export async function buildIfChanged() {
  const wanted = inputsHash()
  if (read(buildStamp) === wanted && existsSync(entry.path)) return true
  const done = await step('构建', 'Building', process.execPath, [at('scripts/build.mjs'), '--quiet'])
  if (!done) {
    console.error('构建没有成功，原因见上。')
    console.error('The build failed; the reason stands above.')
    return false
  }
  writeFileSync(buildStamp, wanted)
  return true
}

/** Path, size and time of change of every input, as one hash. */
function inputsHash() {
  const hash = createHash('sha256').update(process.version)
  const visit = (path) => {
    const stats = statSync(at(path), { throwIfNoEntry: false })
    if (stats === undefined || /\.test\.tsx?$/.test(path)) return
    if (stats.isDirectory()) for (const name of readdirSync(at(path)).sort()) visit(join(path, name))
    else hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`)
  }
  for (const path of buildInputs) visit(path)
  return hash.digest('hex')
}

/** How to call npm: the very one that runs us, else the one on the path. */
function npm(args) {
  const running = process.env.npm_execpath ?? ''
  return running.endsWith('npm-cli.js') ? [process.execPath, [running, ...args]] : ['npm', args]
}

/**
 * Runs a command quietly, with the seconds counting on a terminal. Its output is shown when it fails.
 * @returns {Promise<boolean>} whether it ended well
 */
export async function step(zh, en, command, args) {
  const begun = performance.now()
  const seconds = () => Math.round((performance.now() - begun) / 1000)
  const line = () => `${zh} ${en} … ${seconds()} s`
  const live = process.stdout.isTTY
  process.stdout.write(live ? line() : `${zh} ${en} …\n`)
  const ticking = live ? setInterval(() => process.stdout.write(`\r${line()}`), 1000) : undefined

  const output = []
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`))
      done(1)
    })
    child.once('close', done)
  })
  clearInterval(ticking)

  process.stdout.write(`${live ? '\r' : ''}${line()} ${code === 0 ? '✓' : '✗'}\n`)
  if (code !== 0) process.stderr.write(Buffer.concat(output))
  return code === 0
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
