/** Takes in files that flow: written beside the store while they are hashed, and gone again unless they are kept. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chunks, Received } from '../../usecases/ports/evidence.ts'
import { foundType, sniffedBytes } from './found-type.ts'
import { storeProblem } from './store-problem.ts'

/** What a server that was ended half-way left behind: no upload lasts longer. */
const leftBehindMs = 24 * 3600_000

/**
 * @param folder for files on their way in
 * @param place puts a whole file to where it stays; it may move it
 */
export async function takeIn(
  folder: string,
  chunks: Chunks,
  place: (path: string, sha256: string, size: number) => Promise<void>,
): Promise<Received> {
  const path = join(folder, `${randomUUID()}.part`)
  // What cannot be taken away now is taken away at a later start.
  const drop = (): Promise<void> => rm(path, { force: true }).catch(() => undefined)
  try {
    const { sha256, size } = await write(folder, path, chunks)
    const head = (length: number): Promise<Uint8Array> => firstBytes(path, length)
    return {
      sha256,
      size,
      type: await foundType(await head(sniffedBytes), () => createReadStream(path)),
      head,
      chunks: () => createReadStream(path),
      keep: () => place(path, sha256, size).finally(drop),
      drop,
    }
  } catch (error) {
    await drop()
    throw error
  }
}

async function write(folder: string, path: string, chunks: Chunks): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return open(path, 'wx', 0o600)
  })
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
      await onDisk(() => file.writeFile(chunk))
    }
    await onDisk(() => file.sync())
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Only what the disk says is a problem of the store; what the sender does is not. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storeProblem(error)
  }
}

async function firstBytes(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Takes away what an ended server left of uploads. */
export async function clearLeftBehind(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const held = await stat(path).catch(() => null)
    if (held !== null && now - held.mtimeMs > leftBehindMs) await rm(path, { force: true })
  }
}
