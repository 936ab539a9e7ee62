/** The text of a notice as one list of stretches, so that a rule about wording need not know the tree. */
import type { Facts, Notice } from '../notice/notice.ts'
import { comparePlace, type Node } from './pieces.ts'

export type Passage = Node &
  Facts & {
    role: 'prose' | 'lead' | 'cause' | 'measure' | 'block'
    /** Index in `notice.findings`, null outside findings. */
    finding: number | null
  }

/** Every stretch of text with its facts, in the order of the text. Headings and page furniture are not among them. */
export function passagesOf(notice: Notice): Passage[] {
  const found: Passage[] = []
  const add = (role: Passage['role'], finding: number | null, nodes: readonly (Node & Facts)[]): void => {
    for (const node of nodes) {
      const { line, column, endLine, endColumn, text, dates, quantities, documents, deadlines, names } = node
      found.push({
        ...{ line, column, endLine, endColumn, text, role, finding },
        ...{ dates, quantities, documents, deadlines, names },
      })
    }
  }
  add('prose', null, notice.prose)
  for (const [index, finding] of notice.findings.entries()) {
    add('lead', index, finding.lead)
    add('cause', index, finding.causes)
    add('measure', index, finding.measures)
    // Measures and causes of a labelled block are given as such too: their words must not count twice.
    add(
      'block',
      index,
      finding.blocks.filter((block) => block.kind !== 'measure' && block.kind !== 'cause'),
    )
  }
  return found.sort(comparePlace)
}
