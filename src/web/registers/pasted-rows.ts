import type { Cell } from '../../core/registers/field.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Rows with a block of cells from a spreadsheet put over them, as Excel does it: from one cell on to the right and down;
 * more rows are added where there are too few, what has no column is left out. Values stay as they were written, to be
 * judged by the definition; units are found by their names.
 */
export function pastedRows(
  columns: readonly (readonly [string, Cell])[],
  rows: readonly Row[],
  [fromRow, fromColumn]: readonly [row: number, column: number],
  pasted: string,
  unitOf: (name: string) => number | undefined,
): { rows: Row[]; names: Record<string, string>; count: number } {
  const names: Record<string, string> = {}
  const lines = pasted.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const next: Row[] = [...rows]
  for (const [down, line] of lines.entries()) {
    const at = fromRow + down
    const row: Record<string, unknown> = { ...next[at] }
    for (const [right, typed] of line.split('\t').entries()) {
      const [key, cell] = columns[fromColumn + right] ?? []
      if (key === undefined || cell === undefined) continue
      const words = typed.trim()
      const unit = cell.type === 'unit' ? unitOf(words) : undefined
      if (unit !== undefined) names[`unit:${unit}`] = words
      if (words === '') delete row[key]
      else row[key] = unit ?? words
    }
    next[at] = row
  }
  return { rows: next, names, count: lines.length }
}
