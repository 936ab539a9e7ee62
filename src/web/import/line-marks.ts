/**
 * What to mark in each source line: headings, markers, quantities, documents, dates, what the proofreader says, and what
 * was set aside. Worked out once per import; a line is then a row of pieces, each with the marks that lie on it.
 */
import type { Facts, Notice } from '../../core/notice/notice.ts'
import type { Span } from '../../core/notice/span.ts'
import type { Diagnostic } from '../../core/proofread/diagnostic.ts'

export type MarkKind =
  | 'heading'
  | 'marker'
  | 'quantity'
  | 'document'
  | 'date'
  | 'error'
  | 'warning'
  | 'hint'
  | 'aside'
  | 'active'
/** On one line; offsets from 0, the end exclusive. */
export type Mark = { start: number; end: number; kind: MarkKind }
export type Piece = { start: number; text: string; kinds: MarkKind[] }

/** Marks by line number. */
export function marksOf(
  notice: Notice,
  diagnostics: readonly Diagnostic[],
  lines: readonly string[],
): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  const put = (span: Span, kind: MarkKind): void => {
    for (const { line, ...mark } of onLines(span, lines)) {
      const list = marks.get(line)
      if (list) list.push({ ...mark, kind })
      else marks.set(line, [{ ...mark, kind }])
    }
  }
  const facts = ({ quantities, documents, dates }: Facts): void => {
    for (const span of quantities) put(span, 'quantity')
    for (const span of documents) put(span, 'document')
    for (const span of dates) put(span, 'date')
  }
  for (const span of notice.setAside) put(span, 'aside')
  for (const span of [...notice.titleLines, ...notice.sections]) put(span, 'heading')
  for (const node of notice.prose) facts(node)
  for (const finding of notice.findings) {
    const { headingSpan } = finding
    put({ ...headingSpan, column: finding.line === headingSpan.line ? finding.column : 1 }, 'heading')
    for (const node of [...finding.lead, ...finding.causes, ...finding.blocks, ...finding.measures]) facts(node)
    for (const measure of finding.measures) {
      const marker = measure.marker === null ? null : markerBefore(measure, lines)
      if (marker) put(marker, 'marker')
    }
  }
  for (const diagnostic of diagnostics) put(diagnostic, diagnostic.severity)
  return marks
}

/** A marker stands right before its measure: the last bit of text that is no blank, back to the stop before it. */
function markerBefore(measure: Span & { marker: string | null }, lines: readonly string[]): Span | null {
  const before = (lines[measure.line - 1] ?? '').slice(0, measure.column - 1)
  const written = measure.marker ?? ''
  // The marker is kept in comparable form; a bracket may have another width in the source, but not another place.
  const length = before.length - before.trimEnd().length + written.length
  const from = before.slice(-length - 3)
  const at = from.lastIndexOf(written)
  const start = at === -1 ? before.length - length : before.length - from.length + at
  if (start < 0) return null
  return { line: measure.line, column: start + 1, endLine: measure.line, endColumn: start + 1 + written.length }
}

/** A span as stretches of single lines. */
export function onLines(span: Span, lines: readonly string[]): { line: number; start: number; end: number }[] {
  const found: { line: number; start: number; end: number }[] = []
  for (let line = span.line; line <= span.endLine; line += 1) {
    const length = lines[line - 1]?.length ?? 0
    const start = line === span.line ? span.column - 1 : 0
    const end = line === span.endLine ? Math.min(span.endColumn - 1, length) : length
    if (end > start) found.push({ line, start, end })
  }
  return found
}

/** A line cut wherever a mark begins or ends. The pieces together are the line. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  if (text === '') return []
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) {
    cuts.add(Math.min(Math.max(0, start), text.length))
    cuts.add(Math.min(Math.max(0, end), text.length))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ kind }) => kind)
    return { start, text: text.slice(start, end), kinds: [...new Set(over)] }
  })
}
