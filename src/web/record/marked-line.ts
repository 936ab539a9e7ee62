import type { Span } from '../../core/notice/span.ts'

export type Piece = { text: string; marked: boolean; column: number }

/**
 * One line of a source cut into pieces, those marked that lie in one of the spans. The pieces joined are the line again.
 * `line` starts at 1; columns count as in {@link Span}.
 */
export function markedLine(line: number, text: string, spans: readonly Span[]): Piece[] {
  const ranges = spans
    .filter((span) => span.line <= line && line <= span.endLine)
    .map((span) => ({
      from: span.line === line ? span.column - 1 : 0,
      to: span.endLine === line ? Math.min(span.endColumn - 1, text.length) : text.length,
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  const push = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), marked, column: at + 1 })
    at = Math.max(at, to)
  }
  for (const { from, to } of ranges) {
    push(from, false)
    push(to, true)
  }
  push(text.length, false)
  return pieces
}
