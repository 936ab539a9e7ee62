import { matchesIn } from '../../matches-in.ts'
import { type Node, pieceOf } from '../../pieces.ts'
import type { Context, Found, Words } from '../../rule.ts'

/** Every stretch of text a reader of the notice sees: titles, headings and passages. Page furniture is not the notice's. */
export function visibleNodes({ notice, passages }: Context): Node[] {
  const headings = notice.findings.map((finding) => ({ ...finding.headingSpan, text: finding.heading }))
  const sections = notice.sections.map((section) => ({ ...section }))
  return [...notice.titleLines, ...sections, ...headings, ...passages]
}

/** A diagnostic for every match of a global pattern; `words` may return null to let a match pass. */
export function* matchesOf(
  nodes: readonly Node[],
  pattern: RegExp,
  words: (match: RegExpExecArray, node: Node) => Words | null,
): Generator<Found> {
  for (const node of nodes) {
    for (const match of matchesIn(node.text, pattern)) {
      const message = words(match, node)
      if (message === null) continue
      const { text: _, ...span } = pieceOf(node, match.index, match.index + match[0].length)
      yield { ...span, message }
    }
  }
}
