/** Rows of text → an Excel file: one sheet, its first row frozen, every cell text whatever it begins with. */
import { writeXlsx } from 'hucre/xlsx'

/** Width of a column in characters: Chinese ones count double. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 2)

export function writeSheet(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => widthOf(row[column] ?? '')))),
  )
  return writeXlsx({
    sheets: [
      {
        name,
        rows: rows.map((row) => [...row]),
        columns: widths.map((width) => ({ width, style: { numFmt: '@' } })),
        freezePane: { rows: 1 },
      },
    ],
  })
}
