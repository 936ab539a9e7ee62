import { z } from 'zod'

/**
 * A place in a source text. Lines and columns start at 1; a column counts UTF-16 code units; the end is exclusive.
 * `textAt(lines, span)` of any node of a parsed notice is exactly the text that the node names.
 */
export const spanShape = {
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  endLine: z.number().int().positive(),
  endColumn: z.number().int().positive(),
}
export const spanSchema = z.object(spanShape)
export type Span = z.infer<typeof spanSchema>

/** The text of a span; parts of several lines are joined with `\n`. */
export function textAt(lines: readonly string[], span: Span): string {
  if (span.line === span.endLine) return (lines[span.line - 1] ?? '').slice(span.column - 1, span.endColumn - 1)
  const first = (lines[span.line - 1] ?? '').slice(span.column - 1)
  const last = (lines[span.endLine - 1] ?? '').slice(0, span.endColumn - 1)
  return [first, ...lines.slice(span.line, span.endLine - 1), last].join('\n')
}
