/**
 * A table row → lines. A row of data is one line with tabs between its cells. A table that only lays out a page (one cell with the
 * whole notice, a menu beside the article) is read cell after cell, or its text would be glued into one line.
 */

/** A cell: its lines, and whether another table stands in it. */
export type Cell<Line> = { lines: Line[]; hasTable: boolean }

/** How the lines of a format are looked at and put together. */
export type LineShape<Line> = { isBlank: (line: Line) => boolean; joinCells: (cells: Line[][]) => Line }

/** A cell of data seldom has more paragraphs than this; an article has. */
const LINES_OF_A_DATA_CELL = 8

export function rowLines<Line>(cells: readonly Cell<Line>[], { isBlank, joinCells }: LineShape<Line>): Line[] {
  const filled = cells.filter((cell) => !cell.lines.every(isBlank))
  const isLayout = cells.some((cell) => cell.hasTable || cell.lines.length > LINES_OF_A_DATA_CELL)
  if (filled.length <= 1 || isLayout) return filled.flatMap((cell) => cell.lines)
  return [joinCells(cells.map((cell) => cell.lines.filter((line) => !isBlank(line))))]
}
