/** Where in the main part of a Word file a span of its lines begins and ends. */
import type { Span } from '../../core/notice/span.ts'
import { type DocxLine, lineText } from './docx-text.ts'

/** `offset` characters into `w:t` number `node` of the part. */
export type DocxPlace = { node: number; offset: number }
export type DocxAnchor = { start: DocxPlace; end: DocxPlace }

/**
 * The places of a span. What stands nowhere in the part (an automatic number, the tab between two cells) is left out of the range; a
 * span of nothing else is anchored at the nearest text before it, or the first text of the document. Null: the document has no text
 * that can hold a comment.
 */
export function anchorOf(lines: readonly DocxLine[], span: Span): DocxAnchor | null {
  const start = firstPlace(lines, span)
  const end = lastPlace(lines, span)
  if (start && end && !isBefore(end, start)) return { start, end }
  const nearest =
    start ??
    end ??
    lastPlace(lines, { ...span, line: 1 }) ??
    firstPlace(lines, { ...span, line: 1, column: 1, endLine: lines.length })
  return nearest && { start: nearest, end: nearest }
}

const isBefore = (a: DocxPlace, b: DocxPlace): boolean => a.node < b.node || (a.node === b.node && a.offset < b.offset)

/** The first character of the span that stands in the part. */
function firstPlace(lines: readonly DocxLine[], span: Span): DocxPlace | null {
  for (let number = span.line; number <= span.endLine; number++) {
    let at = 0
    const from = number === span.line ? span.column - 1 : 0
    for (const { text, node, offset } of lines[number - 1] ?? []) {
      if (node !== null && at + text.length > from) return { node, offset: offset + Math.max(from - at, 0) }
      at += text.length
    }
  }
  return null
}

/** The end of the last character of the span that stands in the part. */
function lastPlace(lines: readonly DocxLine[], span: Span): DocxPlace | null {
  for (let number = span.endLine; number >= span.line; number--) {
    const line = lines[number - 1] ?? []
    const to = number === span.endLine ? span.endColumn - 1 : lineText(line).length
    let at = 0
    let last: DocxPlace | null = null
    for (const { text, node, offset } of line) {
      if (node !== null && at < to && text !== '') last = { node, offset: offset + Math.min(to - at, text.length) }
      at += text.length
    }
    if (last) return last
  }
  return null
}
