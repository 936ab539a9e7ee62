/** Reads one finding: heading, status, labelled parts, causes, measures. */
import { type Act, actsOf } from './acts.ts'
import { factsOf, withFacts } from './facts.ts'
import { quotedProblem, readHead } from './finding-head.ts'
import { type Part, paragraphsBelow, partsOf, type ReadPart, withStatus } from './finding-parts.ts'
import type { Heading } from './headings.ts'
import type { Block, ParsedFinding } from './notice.ts'
import { officersOf } from './people.ts'
import { nodeOf, type Stretch, spanOf } from './shade.ts'
import { textAt } from './span.ts'
import { statusTag } from './status.ts'

export type Place = {
  /** Running number of the finding in the notice, from 1. */
  readonly running: number
  /** Labels of the headings above. */
  readonly path: readonly string[]
  readonly aspect: string | null
  /** True in a feedback of inspectors: the text tells the problem, and nothing in it is a measure. */
  readonly inFeedback: boolean
}

/** The finding that `heading` begins. `lines` are the source lines. */
export function readFinding(heading: Heading, place: Place, lines: readonly string[]): ParsedFinding {
  const head = readHead(heading)
  const below = paragraphsBelow(heading)
  const parts = partsOf(head.rest ? [{ text: head.rest, marker: null }, ...below] : below).map(withStatus)
  const status = (head.tag ? statusTag(head.tag) : null) ?? parts.find((part) => part.status)?.status ?? null
  const problem = parts.find((part) => part.kind === 'problem' && part.paragraphs.length > 0)
  const { lead, causes, measures, blocks } = contentOf(parts, place.inFeedback ? [] : measureParts(parts), lines)
  return {
    ...spanOf(heading.line, lastLine(heading)),
    number: String(heading.marker?.number ?? place.running),
    numbered: heading.marker !== null,
    path: heading.marker ? [...place.path, heading.marker.label] : [...place.path],
    aspect: place.aspect,
    heading: nodeOf(head.title).text,
    headingSpan: spanOf(head.title),
    headingOpen: head.open,
    original: place.inFeedback
      ? textAt(lines, spanOf(head.title, lastLine(heading)))
      : (quotedProblem(head.title) ?? (problem ? nodeOfParts(stretchesOf(problem), lines).text : null)),
    status,
    lead,
    causes,
    measures,
    blocks,
  }
}

/**
 * The parts that tell the measures: those called 整改措施; without them numbered free text; without that 整改情况 and the
 * like, when they say more than a status; else any free text.
 */
function measureParts(parts: readonly ReadPart[]): readonly ReadPart[] {
  const measures = parts.filter((part) => part.kind === 'measure')
  if (measures.length > 0) return measures
  const free = parts.filter((part) => part.kind === null)
  const results = parts.filter((part) => part.kind === 'result' && part.text.length > 0)
  if (results.length === 0) return free
  const isNumbered = free.some((part) => actsOf(part.text, false).acts.some((act) => act.marker !== null))
  return isNumbered ? free : results
}

type Content = Pick<ParsedFinding, 'lead' | 'causes' | 'measures' | 'blocks'>

function contentOf(parts: readonly ReadPart[], measured: readonly ReadPart[], lines: readonly string[]): Content {
  const content: Content = { lead: [], causes: [], measures: [], blocks: [] }
  for (const part of parts) {
    if (part.kind !== null) addBlock(content, part, lines)
    if (part.kind === 'cause') {
      for (const act of actsOf(part.text, true).acts) {
        content.causes.push(withFacts(nodeOfParts(act.parts, lines), act.parts))
      }
    } else if (measured.includes(part)) {
      const { acts, lead, tail } = actsOf(part.text, part.kind === 'measure')
      if (part.kind === null) for (const text of lead) content.lead.push(withFacts(nodeOf(text), [text]))
      for (const act of acts) addMeasure(content, act, lines)
      for (const each of tail) addBlock(content, each, lines)
    } else if (part.kind === null) {
      for (const { text } of part.text) content.lead.push(withFacts(nodeOf(text), [text]))
    }
  }
  return content
}

function addMeasure(content: Content, act: Act, lines: readonly string[]): void {
  const node = {
    ...nodeOfParts(act.parts, lines),
    ordinal: act.number ?? content.measures.length + 1,
    marker: act.marker,
    implied: act.marker === null,
  }
  content.measures.push(withFacts(node, act.parts))
}

function addBlock(content: Content, part: Part, lines: readonly string[]): void {
  const stretches = stretchesOf(part)
  if (stretches.length === 0) return
  const facts = factsOf(stretches)
  // Names stand alone under 责任领导 and 责任人, without the words that mark a person elsewhere.
  const officers = part.kind === 'leader' || part.kind === 'officer' ? stretches.flatMap(officersOf) : []
  const names = facts.names.filter((name) => name.kind !== 'person' || officers.length === 0).concat(officers)
  content.blocks.push({
    ...nodeOfParts(stretches, lines),
    kind: part.kind ?? 'other',
    label: part.label,
    ...facts,
    names,
  } satisfies Block)
}

const stretchesOf = (part: Part): Stretch[] => part.paragraphs.map((paragraph) => paragraph.text)

function nodeOfParts(parts: readonly Stretch[], lines: readonly string[]): ReturnType<typeof nodeOf> {
  const [first] = parts
  const last = parts.at(-1) ?? first
  if (!first || !last) throw new RangeError('a node has at least one part')
  if (first.shade === last.shade) return nodeOf({ shade: first.shade, start: first.start, end: last.end })
  const span = spanOf(first, last)
  return { ...span, text: textAt(lines, span) }
}

function lastLine(heading: Heading): Stretch {
  const child = heading.children.at(-1)
  return child ? lastLine(child) : (heading.body.at(-1) ?? heading.line)
}
