import { matchesIn } from '../../notice/matches-in.ts'
import { type Node, pieceOf } from '../pieces.ts'
import type { Found, Words } from '../rule.ts'

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
