/** The thread in which documents are read: one task in `workerData`, one answer back. Built as an entry of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Facts, Refusal, type RefusalCode } from '../../core/refusal.ts'
import type { DocumentFormat } from './detect-format.ts'
import { type ExtractedLines, extractLines } from './extract-lines.ts'
import { sheetRows } from './sheet-rows.ts'

export type WorkerTask = { bytes: Uint8Array; format: DocumentFormat | 'xlsx' }
export type WorkerResult = ExtractedLines | { rows: string[][] }
export type WorkerAnswer = WorkerResult | { refusal: { code: RefusalCode; facts: Facts } }

const task: WorkerTask = workerData
let answer: WorkerAnswer
try {
  answer = task.format === 'xlsx' ? { rows: await sheetRows(task.bytes) } : await extractLines(task.bytes, task.format)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  answer = { refusal: { code: error.code, facts: error.facts } }
}
parentPort?.postMessage(answer)
