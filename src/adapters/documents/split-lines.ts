/**
 * Text → lines, counted as an editor counts them: `\r\n`, `\n` and a lone `\r` end a line; the end of the last line opens no
 * new one. Columns of a line are those of the file, nothing is trimmed.
 */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
