/**
 * A workbook as values: sheets with columns, and cells as text. A number stands as its digits (`1234.56`) and a day as `2024-07-05`,
 * so that nothing is rounded on the way; `format` says what a spreadsheet makes of it.
 */
export type BookFormat = 'text' | 'longText' | 'whole' | 'number' | 'money' | 'day'

export type BookColumn = {
  heading: string
  /** In characters; a Chinese one counts two. */
  width: number
  format: BookFormat
  hidden?: true
  /** Headings of what must be filled in stand out; what is only shown, and never read again, is grey. */
  look?: 'required' | 'shown'
  /** Shown beside a cell that is being filled in. */
  prompt?: string
  /** What is offered; `free`: other words may be typed as well (several names in one cell). */
  list?: { values: readonly string[]; free: boolean }
}

export type BookSheet = {
  name: string
  columns: readonly BookColumn[]
  /** Rows that are there from the beginning; others flow in when the book is written. */
  rows?: readonly (readonly string[])[]
}

/** Rows on their way into a book: `sheet` by its place. */
export type BookRow = { sheet: number; cells: readonly string[] }

/** What was read: each sheet that is shown, its cells as text and each at its place (`rows[2][1]` is B3). */
export type ReadSheet = { name: string; rows: readonly (readonly string[])[] }
