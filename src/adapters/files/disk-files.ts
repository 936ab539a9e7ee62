/**
 * Files by the SHA-256 of their content, on disk: `<folder>/ab/cdef…`. A file is written beside its place, flushed, and
 * moved there when whole, so that a power cut leaves either nothing or all of it.
 */
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../core/refusal.ts'
import type { Files } from '../../usecases/ports/evidence.ts'
import { clearLeftBehind, takeIn } from './incoming.ts'
import { storeProblem } from './store-problem.ts'

/** @param folder made when it is missing */
export function diskFiles(folder: string): Files {
  const incoming = join(folder, 'incoming')
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2))
  const place = async (path: string, sha256: string, size: number): Promise<void> => {
    const held = await stat(placeOf(sha256)).catch(() => null)
    if (held?.size === size) return
    try {
      await mkdir(dirname(placeOf(sha256)), { recursive: true, mode: 0o700 })
      await rename(path, placeOf(sha256))
      await flush(dirname(placeOf(sha256)))
    } catch (error) {
      throw storeProblem(error)
    }
  }
  void clearLeftBehind(incoming, Date.now())

  return {
    async keep(bytes) {
      const received = await takeIn(incoming, only(bytes), place)
      await received.keep()
      return { sha256: received.sha256, size: received.size }
    },
    receive: (chunks) => takeIn(incoming, chunks, place),
    async open(sha256, part) {
      try {
        const file = await open(placeOf(sha256))
        return createReadStream('', { fd: file, ...part })
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Refusal('file.missing')
        throw storeProblem(error)
      }
    },
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The entry of a folder is on disk only when the folder is; systems that cannot flush a folder need not. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
