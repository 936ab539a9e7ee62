/** The thread in which documents are read: one task in `workerData`, one answer back. Built as an entry of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Facts, Refusal, type RefusalCode } from '../../core/refusal.ts'
import type { ReadSheet } from '../../core/registers/exchange/book.ts'
import { bookSheets } from './book-sheets.ts'
import type { DocumentFormat } from './detect-format.ts'
import { type ExtractedLines, extractLines } from './extract-lines.ts'
import { sheetRows } from './sheet-rows.ts'

export type WorkerTask = { bytes: Uint8Array; format: DocumentFormat | 'xlsx' | 'book' }
export type WorkerResult = ExtractedLines | { rows: string[][] } | { sheets: ReadSheet[] }
export type WorkerAnswer = WorkerResult | { refusal: { code: RefusalCode; facts: Facts } }

const task: WorkerTask = workerData
let answer: WorkerAnswer
try {
  answer = await resultOf(task)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  answer = { refusal: { code: error.code, facts: error.facts } }
}
parentPort?.postMessage(answer)

async function resultOf({ bytes, format }: WorkerTask): Promise<WorkerResult> {
  if (format === 'xlsx') return { rows: await sheetRows(bytes) }
  return format === 'book' ? { sheets: await bookSheets(bytes) } : extractLines(bytes, format)
}
