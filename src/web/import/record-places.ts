/** Which record stands at a place of the source text, and the other way round. */
import type { LedgerDraft } from '../../core/ledger/draft.ts'
import type { UnderFinding } from '../../core/ledger/under-findings.ts'
import type { Span } from '../../core/notice/span.ts'

/** A record as it stands under one finding: a measure linked to several findings stands in several cards. */
export type Place = { key: string; finding: string }
export type PlaceInText = { line: number; column: number }

/** Places in reading order, which is the order of `j` and `k`. */
export function placesOf(groups: readonly UnderFinding[]): Place[] {
  return groups.flatMap(({ finding, causes, measures }) => [
    { key: finding.key, finding: finding.key },
    ...[...causes, ...measures].map(({ key }) => ({ key, finding: finding.key })),
  ])
}

type Located = { key: string; finding: string; span: Span }
export type TextIndex = Map<number, Located[]>

/** Records by the lines that they stand on. */
export function textIndexOf(draft: LedgerDraft): TextIndex {
  const index: TextIndex = new Map()
  const starts = draft.findings.map(({ key, spans }) => ({ key, span: spans[0] }))
  const put = (key: string, findings: readonly string[], spans: readonly Span[]): void => {
    for (const span of spans) {
      const finding = nearestBefore(starts, findings, span)
      for (let line = span.line; line <= span.endLine; line += 1) {
        const list = index.get(line)
        if (list) list.push({ key, finding, span })
        else index.set(line, [{ key, finding, span }])
      }
    }
  }
  for (const { key, spans } of draft.findings) put(key, [key], spans)
  for (const { key, findings, spans } of [...draft.causes, ...draft.measures]) put(key, findings, spans)
  return index
}

function nearestBefore(
  starts: { key: string; span: Span | undefined }[],
  findings: readonly string[],
  at: Span,
): string {
  const [only = ''] = findings
  if (findings.length < 2) return only
  const before = starts.filter(({ key, span }) => findings.includes(key) && (span?.line ?? 0) <= at.line)
  return before.at(-1)?.key ?? only
}

/** The record at a place: the shortest that holds it, or else the one that begins last before it on that line. */
export function recordAt(index: TextIndex, at: PlaceInText): Place | null {
  const here = index.get(at.line) ?? []
  const holding = here.filter(({ span }) => holds(span, at)).sort((a, b) => lengthOf(a.span) - lengthOf(b.span))
  const before = here
    .filter(({ span }) => span.line < at.line || span.column <= at.column)
    .sort((a, b) => b.span.line - a.span.line || b.span.column - a.span.column)
  const found = holding[0] ?? before[0] ?? here[0]
  return found ? { key: found.key, finding: found.finding } : null
}

const holds = (span: Span, { line, column }: PlaceInText): boolean =>
  (span.line < line || (span.line === line && span.column <= column)) &&
  (span.endLine > line || (span.endLine === line && span.endColumn > column))

const lengthOf = (span: Span): number => (span.endLine - span.line) * 10_000 + span.endColumn - span.column
