/** Reading in a worker thread: bounded memory, bounded time, and at most two at once however many files arrive. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../core/refusal.ts'
import type { ReadSheet } from '../../core/registers/exchange/book.ts'
import type { DocumentFormat } from './detect-format.ts'
import type { WorkerAnswer, WorkerResult, WorkerTask } from './document-worker.ts'
import type { ExtractedLines } from './extract-lines.ts'

const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * The worker's bundle, beside the running one or one folder above (the build splits into chunks). Null when the sources themselves
 * run, as in tests: there is no bundle then. Throws when a bundle runs without its worker: reading unguarded is no fallback.
 */
export function findWorker(): URL | null {
  if (import.meta.url.endsWith('.ts')) return null
  for (const place of ['./document-worker.js', '../document-worker.js']) {
    const worker = new URL(place, import.meta.url)
    if (existsSync(fileURLToPath(worker))) return worker
  }
  throw new Error('document-worker.js is missing beside the bundle: build again')
}

type ResultOf<Format extends WorkerTask['format']> = Format extends DocumentFormat
  ? ExtractedLines
  : Format extends 'book'
    ? { sheets: ReadSheet[] }
    : { rows: string[][] }

/**
 * Throws `document.tooSlow` (fact `seconds`), `document.tooComplex` when memory runs out, and what the readers refuse. The time counts
 * from when the worker starts, not while the file waits for its turn.
 */
export async function readInWorker<Format extends WorkerTask['format']>(
  worker: URL,
  bytes: Uint8Array,
  format: Format,
  limits: { seconds: number; memoryMb: number },
): Promise<ResultOf<Format>> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return (await runWorker(worker, bytes, format, limits)) as ResultOf<Format>
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function runWorker(
  url: URL,
  bytes: Uint8Array,
  format: WorkerTask['format'],
  { seconds, memoryMb }: { seconds: number; memoryMb: number },
): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    const task: WorkerTask = { bytes, format }
    const worker = new Worker(url, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const timer = setTimeout(() => end(() => reject(new Refusal('document.tooSlow', { seconds }))), seconds * 1000)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.once('message', (answer: WorkerAnswer) =>
      end(() => {
        if ('refusal' in answer) reject(new Refusal(answer.refusal.code, answer.refusal.facts))
        else resolve(answer)
      }),
    )
    worker.once('error', (error: Error & { code?: string }) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('document.tooComplex') : error)),
    )
    worker.once('exit', () => end(() => reject(new Error('the document worker ended without an answer'))))
  })
}
