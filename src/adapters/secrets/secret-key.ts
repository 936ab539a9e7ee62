/** The key of the vault: handed over by the operator, or made at the first start and readable by the server's account alone. */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const length = 32

/** 32 bytes as 64 hex digits or in base64; null when it is something else. */
export function readSecretKey(text: string): Buffer | null {
  const plain = text.trim()
  const key = /^[0-9a-f]{64}$/i.test(plain) ? Buffer.from(plain, 'hex') : Buffer.from(plain, 'base64')
  return key.length === length ? key : null
}

/** @throws Error when the file is there but holds no key: making a new one would make unreadable what is sealed */
export function secretKeyFile(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'secret.key')
  const found = readIfThere(file)
  if (found !== null) {
    const key = readSecretKey(found)
    if (key === null) throw new Error(`${file} does not hold a key of 32 bytes; put back the one from your backup`)
    return key
  }
  const part = `${file}.${process.pid}`
  writeFileSync(part, `${randomBytes(length).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    // Two that start at the same moment: the first makes the key, the second takes it.
    linkSync(part, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(part, { force: true })
  }
  return secretKeyFile(folder)
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
