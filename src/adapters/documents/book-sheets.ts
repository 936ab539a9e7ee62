/**
 * The sheets of an Excel file (.xlsx) that are shown → cells as text, each at its place: `rows[2][1]` is B3. Of a formula its last value
 * is taken, never the formula. A sheet whose corners lie far apart is refused before it is spread out (hucre keeps that bound).
 */
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { Refusal } from '../../core/refusal.ts'
import type { ReadSheet } from '../../core/registers/exchange/book.ts'
import { ZIP_LIMITS } from './extract-lines.ts'
import { checkZip, zipDirectory } from './zip-directory.ts'

/** So many rows of a sheet and one are read, so that "too long" can be said. */
export const MAX_BOOK_ROWS = 100_000
const MAX_SHEETS = 20

/** Throws `document.damaged`, `document.encrypted`, `document.zipBomb`. */
export async function bookSheets(bytes: Uint8Array): Promise<ReadSheet[]> {
  checkZip(zipDirectory(bytes), bytes.length, ZIP_LIMITS)
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden, index }) => index < MAX_SHEETS && !hidden && !veryHidden,
      range: `A1:GR${MAX_BOOK_ROWS + 1}`,
    })
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOf)) }))
  } catch {
    throw new Refusal('document.damaged')
  }
}

/**
 * Spreadsheets work with fifteen digits and show no more; what stands behind them in the file (0.30000000000000004) was never
 * typed and never seen.
 */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value instanceof Date ? value.toISOString().slice(0, 10) : value
}
