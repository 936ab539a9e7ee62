/**
 * The built product as its users run it: a process of its own, on a free port, with a data folder of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { entry, root } from '../../scripts/set-up.mjs'

export type Product = {
  /** `http://localhost:PORT`, without a slash at the end. */
  url: string
  dataDir: string
  /** Pid of the server process. */
  pid: number
  /** What it has printed so far. */
  output(): string
  /** Sets the server's clock, where it was started with `clock: true` (`clock.mjs`). From then on it runs on. */
  moveClock(to: Date): void
  /** Stops it as Ctrl-C does and removes the data folder (unless told to keep it). @returns its exit code */
  stop(options?: { keepData?: boolean }): Promise<number | null>
}

const startsWithinMs = 30_000

/**
 * Starts the product and waits for its first page.
 * @param options.dataDir an existing data folder to start on; otherwise a fresh one is made
 * @param options.clock its clock can be moved
 * @throws with what the product printed, when it ends or does not answer in time
 */
export async function runProduct(
  options: { dataDir?: string; env?: Record<string, string>; clock?: boolean } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? freshDataDir()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const clockFile = join(dataDir, 'test-clock')
  const preload = options.clock ? ['--import', join(root, 'test/e2e/clock.mjs')] : []
  const child = spawn(process.execPath, [...preload, entry.path], {
    cwd: root,
    env: {
      BIHUAN_TEST_CLOCK: clockFile,
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      BIHUAN_DATA: dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  const output = (): string => Buffer.concat(printed).toString()

  const deadline = performance.now() + startsWithinMs
  while (!(await answers(url))) {
    if (hasEnded(child)) throw new Error(`The product ended before it served a page:\n${output()}`)
    if (performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The product served no page within ${startsWithinMs / 1000} s:\n${output()}`)
    }
    await sleep(20)
  }
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output,
    moveClock: (to) => writeFileSync(clockFile, String(to.getTime() - Date.now())),
    async stop({ keepData = false } = {}) {
      if (!hasEnded(child)) {
        child.kill('SIGINT')
        while (!hasEnded(child)) await sleep(10)
      }
      if (!keepData) rmSync(dataDir, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function freshDataDir(): string {
  const dataDir = mkdtempSync('/tmp/bihuan-e2e-')
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  return dataDir
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? found(address.port) : failed()))
    })
  })
}
