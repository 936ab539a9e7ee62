/**
 * A table row → lines. A row of data is one line with tabs between its cells. A table that only lays out a page (one cell with the
 * whole notice, a menu beside the article) is read cell after cell, or its text would be glued into one line.
 */

/** A cell: its lines, and whether another table stands in it. */
export type Cell = { lines: string[]; hasTable: boolean }

/** A cell of data seldom has more paragraphs than this; an article has. */
const LINES_OF_A_DATA_CELL = 8

export function rowLines(cells: readonly Cell[]): string[] {
  const filled = cells.filter((cell) => cell.lines.some((line) => line.trim() !== ''))
  const isLayout = cells.some((cell) => cell.hasTable || cell.lines.length > LINES_OF_A_DATA_CELL)
  if (filled.length <= 1 || isLayout) return filled.flatMap((cell) => cell.lines)
  return [cells.map((cell) => cellText(cell.lines)).join('\t')]
}

const cellText = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replaceAll('\t', ' ')
