/** Reads one finding: heading, status, labelled parts, measures. */
import { type Act, actsOf, type Paragraph } from './acts.ts'
import { factsOf } from './facts.ts'
import { type Heading, splitHeading } from './headings.ts'
import { type BlockKind, labelKind, splitLabels } from './labels.ts'
import type { Block, ParsedFinding, ParsedMeasure, StatusMention } from './notice.ts'
import { ordinalMarks } from './ordinals.ts'
import { nodeOf, partnerOf, type Stretch, sentencesOf, spanOf, textOf, trimmed } from './shade.ts'
import { textAt } from './span.ts'
import { statusSentence, statusTag } from './status.ts'
import { splitTag } from './tags.ts'

export type Place = {
  /** Running number of the finding in the notice, from 1. */
  readonly running: number
  /** Labels of the headings above. */
  readonly path: readonly string[]
  readonly aspect: string | null
}

type Part = { readonly kind: BlockKind | null; readonly label: string; readonly paragraphs: Paragraph[] }

/** The finding that `heading` begins. `lines` are the source lines. */
export function readFinding(heading: Heading, place: Place, lines: readonly string[]): ParsedFinding {
  const last = lastLine(heading)
  const head = readHead(heading)
  const paragraphs = [...(head.rest ? [{ text: head.rest, marker: null }] : []), ...below(heading)]
  let status = head.tag ? statusTag(head.tag) : null
  const opening = openingStatus(paragraphs)
  status ??= opening.status
  const parts = partsOf(opening.paragraphs)
  const labelled = (kind: BlockKind): Part[] => parts.filter((part) => part.kind === kind)
  // 整改情况 tells the measures where no part is called 整改措施.
  const measureParts = labelled('measure').length > 0 ? labelled('measure') : labelled('result')
  const free = parts.filter((part) => part.kind === null)
  const measures: ParsedMeasure[] = []
  const lead: ParsedFinding['lead'] = []
  const causes: ParsedFinding['causes'] = []
  const blocks: Block[] = []
  const add = (acts: readonly Act[]): void => {
    for (const act of acts) measures.push(measureOf(act, measures.length, lines))
  }
  for (const part of parts) {
    const isMeasures = measureParts.includes(part)
    const asText = part.kind === null && measureParts.length === 0
    if (asText || isMeasures) {
      const read = actsOf(part.paragraphs, isMeasures)
      add(read.acts)
      if (isMeasures) blocks.push(...blockOf(part, lines))
      else for (const stretch of read.lead) lead.push({ ...nodeOf(stretch), ...factsOf([stretch]) })
      for (const tail of read.tail) blocks.push(...blockOf(tail, lines))
    } else if (part.kind === null) {
      const hasOrdinals = ordinalMarks(part.paragraphs.map((paragraph) => paragraph.text)).length > 0
      if (hasOrdinals && free.length > 0 && labelled('measure').length === 0) add(actsOf(part.paragraphs, false).acts)
      else for (const { text } of part.paragraphs) lead.push({ ...nodeOf(text), ...factsOf([text]) })
    } else if (part.kind === 'cause') {
      for (const act of actsOf(part.paragraphs, true).acts)
        causes.push({ ...nodeOfParts(act.parts, lines), ...factsOf(act.parts) })
      blocks.push(...blockOf(part, lines))
    } else {
      blocks.push(...blockOf(part, lines))
      const [value] = part.paragraphs
      if (part.kind === 'status' && value) status ??= statusTag(value.text)
    }
  }
  const [problem] = labelled('problem')
  const problemText = problem && problem.paragraphs.length > 0 ? blockOf(problem, lines)[0]?.text : undefined
  const numbered = heading.marker !== null
  return {
    ...spanOf(heading.line, last),
    number: heading.marker ? String(heading.marker.number) : String(place.running),
    numbered,
    path: heading.marker ? [...place.path, heading.marker.label] : [...place.path],
    aspect: place.aspect,
    heading: nodeOf(head.title).text,
    headingSpan: spanOf(head.title),
    headingOpen: head.open,
    original: quotedProblem(head.title) ?? problemText ?? null,
    status,
    lead,
    causes,
    measures,
    blocks,
  }
}

type Head = {
  readonly title: Stretch
  readonly tag: Stretch | null
  readonly rest: Stretch | null
  readonly open: boolean
}

function readHead(heading: Heading): Head {
  const { marker, line } = heading
  const split = splitHeading(line, marker)
  const after = trimmed(line.shade, line.start + (marker?.written.length ?? 0), line.end) ?? line
  const [first] = ordinalMarks([after, ...heading.body])
  // The heading runs into its first ordinal: `1.强化学习一是…`.
  if (first && first.part === 0 && first.start < split.heading.end && first.start > after.start) {
    const before = trimmed(line.shade, after.start, first.start) ?? after
    const { title, tag } = splitTag(before)
    const rest = trimmed(line.shade, first.start, line.end)
    return { ...withoutStop(title), tag, rest, open: !endsInStop(title) }
  }
  const { title, tag } = splitTag(split.heading)
  const bare = withoutStop(title)
  // A comma, or a colon after 关于…问题, is a stop of its own kind; only a missing one leaves the heading open.
  const open = false
  // `…问题。【已完成】` : the tag stands alone before the text.
  const restTag = split.rest && !tag ? leadingTag(split.rest) : null
  return { title: bare.title, tag: tag ?? restTag?.tag ?? null, rest: restTag ? restTag.rest : split.rest, open }
}

function leadingTag(rest: Stretch): { tag: Stretch; rest: Stretch | null } | null {
  const { shade } = rest
  const close = '【[('.includes(shade.text.charAt(rest.start)) ? partnerOf(shade, rest.start) : null
  if (close === null || close >= rest.end) return null
  const tag = trimmed(shade, rest.start + 1, close)
  if (!tag || !statusTag(tag)) return null
  let from = close + 1
  while (from < rest.end && '。:;, '.includes(shade.text.charAt(from))) from++
  return { tag, rest: trimmed(shade, from, rest.end) }
}

const stops = '。:;!?, '
const endsInStop = (stretch: Stretch): boolean => '。:;!?,'.includes(stretch.shade.text.charAt(stretch.end - 1))

function withoutStop(stretch: Stretch): { title: Stretch } {
  let end = stretch.end
  while (end > stretch.start + 1 && stops.includes(stretch.shade.text.charAt(end - 1))) end--
  return { title: { ...stretch, end } }
}

/** The problem in the inspectors' words: what a heading such as `关于“…”问题的整改` quotes. */
function quotedProblem(title: Stretch): string | null {
  const { shade } = title
  let best: Stretch | null = null
  for (let index = title.start; index < title.end; index++) {
    if (!'“"'.includes(shade.text.charAt(index))) continue
    const close = partnerOf(shade, index)
    if (close === null || close < index || close >= title.end) continue
    const inner = trimmed(shade, index + 1, close)
    const before = shade.text.slice(Math.max(title.start, index - 4), index)
    const after = shade.text.slice(close + 1, close + 6)
    const isProblem =
      /(?:关于|针对)$/.test(before) || /^.{0,3}(?:问题|方面)/.test(after) || (inner && textOf(inner).includes('。'))
    if (inner && isProblem && (!best || inner.end - inner.start > best.end - best.start)) best = inner
    index = close
  }
  return best && best.end - best.start >= 5 ? nodeOf(best).text : null
}

function below(heading: Heading): Paragraph[] {
  const own = heading.body.map((text): Paragraph => ({ text, marker: null }))
  const deeper = heading.children.flatMap((child): Paragraph[] => {
    const { line, marker } = child
    const text = trimmed(line.shade, line.start + (marker?.written.length ?? 0), line.end) ?? line
    return [{ text, marker }, ...below(child)]
  })
  return own.concat(deeper)
}

function lastLine(heading: Heading): Stretch {
  const child = heading.children.at(-1)
  return child ? lastLine(child) : (heading.body.at(-1) ?? heading.line)
}

/** Takes a status sentence off the beginning of the text (`该问题已完成整改。一是…`). */
function openingStatus(paragraphs: readonly Paragraph[]): {
  status: StatusMention | null
  paragraphs: readonly Paragraph[]
} {
  const [first, ...others] = paragraphs
  if (!first || first.marker) return { status: null, paragraphs }
  const [sentence] = sentencesOf(first.text, '。;!')
  const status = sentence ? (statusSentence(sentence) ?? bracketedStatus(sentence)) : null
  if (!sentence || !status) return { status: null, paragraphs }
  const rest = trimmed(first.text.shade, sentence.end, first.text.end)
  return { status, paragraphs: rest ? [{ text: rest, marker: null }, ...others] : others }
}

function bracketedStatus(sentence: Stretch): StatusMention | null {
  const found = leadingTag(sentence)
  return found && !found.rest ? statusTag(found.tag) : null
}

/** Cuts the paragraphs at their labels; a label alone on its line covers the lines below it. */
function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const parts: Part[] = []
  const begin = (kind: BlockKind | null, label: string): Part => {
    const part: Part = { kind, label, paragraphs: [] }
    parts.push(part)
    return part
  }
  let current: Part | null = null
  for (const { text, marker } of paragraphs) {
    const words = textOf(text).replace(/[。:;]$/, '')
    const alone = words.length <= 12 ? labelKind(words.replaceAll(/[【】[\]()]/g, '')) : null
    if (alone) {
      current = begin(alone, words)
      continue
    }
    const split = splitLabels(text)
    if (split.before) {
      current ??= begin(null, '')
      current.paragraphs.push({ text: split.before, marker })
    }
    for (const { kind, label, value } of split.parts) {
      current = begin(kind, textOf(label))
      if (value) current.paragraphs.push({ text: value, marker: null })
    }
  }
  return parts
}

function nodeOfParts(parts: readonly Stretch[], lines: readonly string[]): ReturnType<typeof nodeOf> {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new RangeError('a node has at least one part')
  if (first.shade === last.shade) return nodeOf({ shade: first.shade, start: first.start, end: last.end })
  const span = spanOf(first, last)
  return { ...span, text: textAt(lines, span) }
}

function blockOf(
  part: { kind: BlockKind | null; label: string; paragraphs: readonly Paragraph[] },
  lines: readonly string[],
): Block[] {
  const stretches = part.paragraphs.map((paragraph) => paragraph.text)
  if (stretches.length === 0) return []
  return [{ ...nodeOfParts(stretches, lines), kind: part.kind ?? 'other', label: part.label, ...factsOf(stretches) }]
}

function measureOf(act: Act, before: number, lines: readonly string[]): ParsedMeasure {
  return {
    ...nodeOfParts(act.parts, lines),
    ordinal: act.number ?? before + 1,
    marker: act.marker,
    implied: act.marker === null,
    ...factsOf(act.parts),
  }
}
