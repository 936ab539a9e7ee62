/**
 * The first sheet that is shown of an Excel file (.xlsx) → rows of text, each at its place: `rows[2][1]` is B3. Of a formula its last value is
 * taken, never the formula. A sheet whose corners lie far apart is refused before it is spread out (hucre keeps that bound).
 */
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { Refusal } from '../../core/refusal.ts'
import { ZIP_LIMITS } from './extract-lines.ts'
import { checkZip, zipDirectory } from './zip-directory.ts'

/** More than any table of people or units; so many rows and one are read, so that "too long" can be said. */
export const MAX_SHEET_ROWS = 20_000
const MAX_COLUMNS = 100

/** Throws `document.damaged`, `document.encrypted`, `document.zipBomb`. */
export async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  checkZip(zipDirectory(bytes), bytes.length, ZIP_LIMITS)
  let rows: CellValue[][]
  try {
    const book = await readXlsx(bytes, {
      sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
      range: `A1:CV${MAX_SHEET_ROWS + 1}`,
    })
    rows = book.sheets[0]?.rows ?? []
  } catch {
    throw new Refusal('document.damaged')
  }
  return rows.map((row) => trimmed(row.slice(0, MAX_COLUMNS).map(textOf)))
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** Without the empty cells at its end: sheets are often formatted far to the right. */
function trimmed(row: string[]): string[] {
  const last = row.findLastIndex((cell) => cell !== '')
  return row.slice(0, last + 1)
}
