/**
 * Reads the lines of a document: a short text at once, a long one in a thread of its own, so that nobody else waits for
 * it. Threads are few, whatever is uploaded.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Reading } from '../../usecases/ports.ts'
import { readHere } from './read-here.ts'

/** Characters that are read sooner than a thread starts, in some tens of milliseconds. */
const shortText = 30_000
const atOnce = 2
const memoryMb = 1024

let running = 0
const waiting: (() => void)[] = []

/**
 * @param worker the built thread; null (when the sources themselves run) reads everything here
 */
export async function readNotice(lines: string[], worker: URL | null = findWorker()): Promise<Reading> {
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  if (worker === null || length <= shortText) return readHere(lines)
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await readApart(lines, worker)
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

function readApart(lines: string[], url: URL): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: lines, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the reading thread ended without an answer')))
  })
}

/** Beside the running bundle, or one folder above (the build splits into chunks); null when the sources themselves run. */
function findWorker(): URL | null {
  if (import.meta.url.endsWith('.ts')) return null
  const places = ['./reading-worker.js', '../reading-worker.js'].map((place) => new URL(place, import.meta.url))
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('reading-worker.js is missing beside the bundle: build again')
  return found
}
