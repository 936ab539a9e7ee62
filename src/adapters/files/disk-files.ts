/**
 * Files by the SHA-256 of their content, on disk: `<folder>/ab/cdef…`. A file is written beside its place, flushed, and
 * moved there when whole, so that a power cut leaves either nothing or all of it.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../../usecases/ports.ts'

/** @param folder made when it is missing */
export function diskFiles(folder: string): Files {
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const place = join(folder, sha256.slice(0, 2), sha256.slice(2))
      const held = await stat(place).catch(() => null)
      if (held === null || held.size !== bytes.length) await write(place, bytes)
      return { sha256, size: bytes.length }
    },
  }
}

async function write(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const part = `${place}.${randomUUID()}.part`
  try {
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, place)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
