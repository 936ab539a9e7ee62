/** Text with separators (.csv, or cells copied from a spreadsheet) as rows of cells: RFC 4180, with the separator found in the text. */

const separators = ['\t', ',', ';', '，'] as const

/** Rows as they stand, blank ones included; quoted cells may hold separators and line ends. */
export function delimitedRows(text: string): string[][] {
  const bare = text.replace(/^\uFEFF/, '')
  const firstLine = /^[^\r\n]*/.exec(bare.trimStart())?.[0] ?? ''
  const separator = separators.reduce((best, each) =>
    firstLine.split(each).length > firstLine.split(best).length ? each : best,
  )
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < bare.length; at++) {
    const sign = bare[at]
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (bare[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r' || bare[at + 1] !== '\n') {
      if (sign === '\r') endRow()
      else cell += sign
    }
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Text that a spreadsheet would take for a formula is marked as text, as spreadsheets themselves do; {@link unmarked} takes it off. */
export const marked = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
export const unmarked = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)
