/**
 * Cutting the text of a record without losing its place. A record's text is the text of its spans, one after the other,
 * until a person corrects it; as long as that holds, a part of the text has exact spans, and afterwards it keeps all.
 */
import type { Span } from '../notice/span.ts'

/** Spans of the part of `text` from offset `start` to `end` (exclusive), when `spans` are those of the whole text. */
export function spansOfPart(text: string, spans: readonly Span[], start: number, end: number): Span[] {
  const [only] = spans
  if (!only || spans.length > 1 || !fits(text, only)) return [...spans]
  const from = placeOf(text, only, start)
  const to = placeOf(text, only, end)
  return [{ line: from.line, column: from.column, endLine: to.line, endColumn: to.column }]
}

/** True when `span` is as long as `text`: same number of lines, same length of the last one. */
function fits(text: string, span: Span): boolean {
  const rows = text.split('\n')
  const last = rows.at(-1)?.length ?? 0
  return rows.length === span.endLine - span.line + 1 && column(span, rows.length - 1, last) === span.endColumn
}

const column = (span: Span, row: number, offset: number): number => offset + (row === 0 ? span.column : 1)

function placeOf(text: string, span: Span, offset: number): { line: number; column: number } {
  const rows = text.slice(0, offset).split('\n')
  return { line: span.line + rows.length - 1, column: column(span, rows.length - 1, rows.at(-1)?.length ?? 0) }
}

/** Order of two spans by where they start. */
export const byStart = (a: Span | undefined, b: Span | undefined): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)

const stop = /[。！？；!?;\n]\s*$/

/** Texts as one, in order: a text that ends without a stop gets a `；`, so that two acts do not read as one. */
export function joinedText(texts: readonly string[]): string {
  return texts.reduce((all, text) => (all === '' || stop.test(all) ? all + text : `${all}；${text}`), '')
}

const leading = /^[\s，,、；;。]+/
const trailing = /[\s，,、；;]+$/

/** `text` without the part from `start` to `end`, and without the comma or stop that would then stand alone. */
export function textWithout(text: string, start: number, end: number): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const rest = after.replace(leading, '')
  if (rest !== '') return before + rest
  const closing = /[。；;]/.exec(after)?.[0] ?? ''
  const kept = before.replace(trailing, '')
  return kept === '' || stop.test(kept) ? kept : kept + closing
}
