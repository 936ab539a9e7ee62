import type { Notice } from '../../../notice/notice.ts'
import type { Node } from '../../pieces.ts'
import type { Context } from '../../rule.ts'

/** The lines of the notice itself, whole: page furniture, which the office did not write, is left out. */
export function ownLines(notice: Notice, lines: readonly string[]): Node[] {
  const furniture = new Set(notice.setAside.map(({ line }) => line))
  return lines.flatMap((text, index) => {
    const line = index + 1
    return text.trim() === '' || furniture.has(line)
      ? []
      : [{ line, column: 1, endLine: line, endColumn: text.length + 1, text }]
  })
}

/** The same text by paragraphs: lines that one passage runs over, as in a text set to the width of a page, are one. */
export function ownParagraphs({ notice, lines, passages }: Context): Node[] {
  const joined = new Set<number>()
  for (const { line, endLine } of passages) for (let next = line + 1; next <= endLine; next += 1) joined.add(next)
  const paragraphs: Node[] = []
  for (const row of ownLines(notice, lines)) {
    const last = paragraphs.at(-1)
    if (last && joined.has(row.line)) {
      const blank = '\n'.repeat(row.line - last.endLine)
      paragraphs.push({ ...row, line: last.line, column: last.column, text: `${last.text}${blank}${row.text}` })
      paragraphs.splice(-2, 1)
    } else paragraphs.push(row)
  }
  return paragraphs
}
