import type { ParsedFinding, ParsedMeasure } from '../../../notice/notice.ts'

export type Ordinal = ParsedMeasure & { marker: string }

/** Kind of marker: `一是`, `（1）`, `①` … Lists of several kinds are several lists. */
function markerKind(marker: string): 'chinese' | 'bracket' | 'circled' | 'arabic' | 'words' {
  if (/^[①-⒇]/.test(marker)) return 'circled'
  if (/^[(（]/.test(marker)) return 'bracket'
  if (/^\d/.test(marker)) return 'arabic'
  return /^[一二三四五六七八九十]+/.test(marker) && !/方面/.test(marker) ? 'chinese' : 'words'
}

/** The measures of a finding that carry a numbering marker (一方面 and 首先 are none), of the kind that comes first. */
export function ordinalsOf(finding: ParsedFinding): Ordinal[] {
  const marked = finding.measures.filter((measure): measure is Ordinal => measure.marker !== null)
  const numbered = marked.filter(({ marker }) => markerKind(marker) !== 'words')
  const [first] = numbered
  return first ? numbered.filter(({ marker }) => markerKind(marker) === markerKind(first.marker)) : []
}
