/** A table that somebody uploads (.xlsx, or text with separators) → rows of text, or one `Refusal` that says what is wrong with it. */
import { delimitedRows } from '../../core/people/delimited.ts'
import { Refusal } from '../../core/refusal.ts'
import { decodeText } from './decode-text.ts'
import { MAX_DOCUMENT_MB, type ReadLimits } from './read-document.ts'
import { findWorker, readInWorker } from './read-in-worker.ts'
import { MAX_SHEET_ROWS, sheetRows } from './sheet-rows.ts'
import { zipDirectory } from './zip-directory.ts'

const MB = 1024 * 1024

/**
 * Reads .xlsx, .csv and .txt (UTF-8, UTF-16 with mark, GB18030).
 * Throws `Refusal` `document.*` (its facts have `name`) or `sheet.tooLong`.
 */
export async function readSheet(bytes: Uint8Array, fileName: string, limits: ReadLimits = {}): Promise<string[][]> {
  const { maxMb = MAX_DOCUMENT_MB, seconds = 30, memoryMb = 768, worker = findWorker() } = limits
  try {
    if (bytes.length === 0) throw new Refusal('document.empty')
    if (bytes.length > maxMb * MB) throw new Refusal('document.tooLarge', { limitMb: maxMb })
    const rows = await rowsOf()
    if (rows.length > MAX_SHEET_ROWS) throw new Refusal('sheet.tooLong', { limit: MAX_SHEET_ROWS })
    return rows
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, name: fileName })
    throw error
  }

  async function rowsOf(): Promise<string[][]> {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
    if (head.startsWith('PK\u0003\u0004')) {
      if (!zipDirectory(bytes).some(({ name }) => name.startsWith('xl/'))) throw unknown('ZIP')
      if (worker === null) return sheetRows(bytes)
      return (await readInWorker(worker, bytes, 'xlsx', { seconds, memoryMb })).rows
    }
    // Old Excel and WPS files, and new ones behind a password, share this container.
    if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw unknown('XLS/ET')
    if (head.startsWith('%PDF-')) throw unknown('PDF')
    return delimitedRows(decodeText(bytes).text)
  }
}

const unknown = (found: string): Refusal => new Refusal('document.notASheet', { found })
