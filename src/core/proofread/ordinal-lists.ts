import type { ParsedFinding, ParsedMeasure } from '../notice/notice.ts'

export type Ordinal = ParsedMeasure & { marker: string }

/** Kind of marker: `一是`, `（1）`, `①` … Lists of several kinds are several lists. */
function markerKind(marker: string): 'chinese' | 'bracket' | 'circled' | 'arabic' | 'words' {
  if (/^[①-⒇]/.test(marker)) return 'circled'
  if (/^[(（]/.test(marker)) return 'bracket'
  if (/^\d/.test(marker)) return 'arabic'
  return /^[一二三四五六七八九十]+/.test(marker) && !/方面/.test(marker) ? 'chinese' : 'words'
}

/** A finding whose measures are numbered, with those that are. */
export type OrdinalList = { finding: ParsedFinding; ordinals: Ordinal[] }

/** The lists of numbered measures of a notice. */
export const ordinalLists = (findings: readonly ParsedFinding[]): OrdinalList[] =>
  findings.map((finding) => ({ finding, ordinals: ordinalsOf(finding) })).filter(({ ordinals }) => ordinals.length > 0)

/** The measures of a finding that carry a numbering marker (一方面 and 首先 are none), of the kind that comes first. */
function ordinalsOf(finding: ParsedFinding): Ordinal[] {
  const marked = finding.measures.filter((measure): measure is Ordinal => measure.marker !== null)
  const numbered = marked.filter(({ marker }) => markerKind(marker) !== 'words')
  const [first] = numbered
  if (first === undefined) return []
  const kind = markerKind(first.marker)
  return numbered.filter(({ marker }) => markerKind(marker) === kind)
}
