/** What stands under each finding, in the order in which the text tells it there. */
import type { Span } from '../notice/span.ts'
import type { DraftCause, DraftFinding, DraftMeasure, LedgerDraft } from './draft.ts'
import { byStart } from './part-of-text.ts'

export type UnderFinding = { finding: DraftFinding; causes: DraftCause[]; measures: DraftMeasure[] }

/** One entry per finding, in order. A measure linked to several findings stands under each of them. */
export function underFindings(draft: LedgerDraft): UnderFinding[] {
  const causes = byFinding(draft.causes)
  const measures = byFinding(draft.measures)
  return draft.findings.map((finding) => ({
    finding,
    causes: inOrder(causes.get(finding.key) ?? [], finding),
    measures: inOrder(measures.get(finding.key) ?? [], finding),
  }))
}

function byFinding<Item extends { findings: string[] }>(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of item.findings) {
      const list = found.get(key)
      if (list) list.push(item)
      else found.set(key, [item])
    }
  }
  return found
}

function inOrder<Item extends { spans: Span[] }>(items: Item[], finding: DraftFinding): Item[] {
  // A linked act is told under several findings: here counts the first place after this finding's heading.
  const here = ({ spans }: Item): Span | undefined =>
    spans.find((span) => byStart(span, finding.spans[0]) >= 0) ?? spans[0]
  return items
    .map((item) => ({ item, at: here(item) }))
    .sort((a, b) => byStart(a.at, b.at))
    .map(({ item }) => item)
}
