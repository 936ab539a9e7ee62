/**
 * Where comments begin and end inside one line: the line is cut at every border, so that each comment can be anchored at its very
 * characters, however many overlap there.
 */
import type { Span } from '../../core/notice/span.ts'

/** A piece of a line in order: text, or the border of comment `comment` (index into the list of spans). */
export type LinePart =
  | { kind: 'text'; text: string }
  | { kind: 'start'; comment: number }
  | { kind: 'end'; comment: number }

/** A border at `offset` of a text. */
export type Border = { offset: number; kind: 'start' | 'end'; comment: number }

/** For each line (index from 0) its parts. Borders outside the text are moved to its nearest end; each comment ends after it starts. */
export function markLines(lines: readonly string[], spans: readonly Span[]): LinePart[][] {
  const borders = lines.map((): Border[] => [])
  for (const [comment, span] of spans.entries()) {
    const first = clamp(span.line, 1, lines.length)
    const last = clamp(span.endLine, first, lines.length)
    const start = offsetIn(lines[first - 1] ?? '', span.column)
    const end = offsetIn(lines[last - 1] ?? '', span.endColumn)
    borders[first - 1]?.push({ offset: start, kind: 'start', comment })
    borders[last - 1]?.push({ offset: first === last ? Math.max(start, end) : end, kind: 'end', comment })
  }
  return lines.map((line, at) => cutText(line, borders[at] ?? []))
}

/** Cuts a text at its borders; borders at one place stay in the order given. */
export function cutText(line: string, borders: readonly Border[]): LinePart[] {
  const parts: LinePart[] = []
  let from = 0
  for (const { offset, kind, comment } of borders.toSorted((a, b) => a.offset - b.offset)) {
    if (offset > from) parts.push({ kind: 'text', text: line.slice(from, offset) })
    parts.push({ kind, comment })
    from = offset
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) })
  return parts
}

/** Column (from 1) → offset inside the line, never between the halves of a character beyond U+FFFF. */
function offsetIn(line: string, column: number): number {
  const offset = clamp(column - 1, 0, line.length)
  const before = line.charCodeAt(offset - 1)
  const splits = before >= 0xd800 && before < 0xdc00 && offset < line.length
  return splits ? offset - 1 : offset
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
