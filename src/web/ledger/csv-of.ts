/** A table as CSV that Excel and WPS open in Chinese: UTF-8 with a mark, and no cell that they would take for a formula. */

const bom = '\ufeff'
/** What a spreadsheet calculates instead of showing. */
const formula = /^[=+\-@\t\r]/
const plainNumber = /^-?\d+(?:\.\d+)?$/

export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${bom}${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
