/** A workbook that somebody uploads (.xlsx, or one table of text with separators) → its sheets, or one `Refusal` that says what is wrong with it. */
import { delimitedRows } from '../../core/people/delimited.ts'
import { Refusal } from '../../core/refusal.ts'
import type { ReadSheet } from '../../core/registers/exchange/book.ts'
import { bookSheets, MAX_BOOK_ROWS } from './book-sheets.ts'
import { decodeText } from './decode-text.ts'
import { MAX_DOCUMENT_MB, type ReadLimits } from './read-document.ts'
import { findWorker, readInWorker } from './read-in-worker.ts'
import { zipDirectory } from './zip-directory.ts'

const MB = 1024 * 1024

/** Reads .xlsx, .csv and .txt (UTF-8, UTF-16 with mark, GB18030). Throws `Refusal` `document.*`, `sheet.tooLong`; its facts have `name`. */
export async function readBook(bytes: Uint8Array, fileName: string, limits: ReadLimits = {}): Promise<ReadSheet[]> {
  const { maxMb = MAX_DOCUMENT_MB, seconds = 30, memoryMb = 768, worker = findWorker() } = limits
  try {
    if (bytes.length === 0) throw new Refusal('document.empty')
    if (bytes.length > maxMb * MB) throw new Refusal('document.tooLarge', { limitMb: maxMb })
    const sheets = await sheetsOf()
    if (sheets.some(({ rows }) => rows.length > MAX_BOOK_ROWS))
      throw new Refusal('sheet.tooLong', { limit: MAX_BOOK_ROWS })
    return sheets
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, name: fileName })
    throw error
  }

  async function sheetsOf(): Promise<ReadSheet[]> {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
    if (head.startsWith('PK\u0003\u0004')) {
      if (!zipDirectory(bytes).some(({ name }) => name.startsWith('xl/'))) throw unknown('ZIP')
      if (worker === null) return bookSheets(bytes)
      return (await readInWorker(worker, bytes, 'book', { seconds, memoryMb })).sheets
    }
    // Old Excel and WPS files, and new ones behind a password, share this container.
    if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw unknown('XLS/ET')
    if (head.startsWith('%PDF-')) throw unknown('PDF')
    return [{ name: '', rows: delimitedRows(decodeText(bytes).text) }]
  }
}

const unknown = (found: string): Refusal => new Refusal('document.notASheet', { found })
