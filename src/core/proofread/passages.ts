/** The text of a notice as one list of stretches, so that a rule about wording need not know the tree. */
import type { Block, Facts, Notice, ParsedFinding } from '../notice/notice.ts'
import { comparePlace, type Node, within } from './pieces.ts'

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
      // Field by field: spreading would cost more than the rest of this function.
      found.push({
        line: node.line,
        column: node.column,
        endLine: node.endLine,
        endColumn: node.endColumn,
        text: node.text,
        role,
        finding,
        dates: node.dates,
        quantities: node.quantities,
        documents: node.documents,
        deadlines: node.deadlines,
        names: node.names,
      })
    }
  }
  add('prose', null, notice.prose)
  for (const [index, finding] of notice.findings.entries()) {
    add('lead', index, finding.lead)
    add('cause', index, finding.causes)
    add('measure', index, finding.measures)
    add('block', index, ownBlocks(finding))
  }
  return found.sort(comparePlace)
}

/** Every stretch of text a reader of the notice sees: titles, headings and passages. Page furniture is not the notice's. */
export function visibleNodes(notice: Notice, passages: readonly Passage[]): Node[] {
  const headings = notice.findings.map(({ heading, headingSpan }) => ({ ...headingSpan, text: heading }))
  return [...notice.titleLines, ...notice.sections, ...headings, ...passages]
}

/**
 * Blocks with words of their own: the measures and causes of a labelled block (`整改情况：一是…`) are given as such, and
 * must not count twice.
 */
export function ownBlocks(finding: ParsedFinding): Block[] {
  const told = [...finding.measures, ...finding.causes]
  return finding.blocks.filter((block) => !told.some((node) => within(node, block)))
}
