/** The text of a finding cut into parts: what stands under a label (存在问题, 整改措施 …), and what stands free. */
import type { Paragraph } from './acts.ts'
import { leadingTag } from './finding-head.ts'
import { type Heading, markerAsWritten } from './headings.ts'
import { type BlockKind, labelKind, splitLabels } from './labels.ts'
import type { StatusMention } from './notice.ts'
import { type Stretch, sentencesOf, textOf, trimmed } from './shade.ts'
import { statusSentence, statusTag } from './status.ts'

export type Part = {
  /** Null for text under no label. */
  readonly kind: BlockKind | null
  readonly label: string
  readonly paragraphs: Paragraph[]
}

/** Every line below a heading in order; deeper headings without their marker, which they keep beside. */
export function paragraphsBelow(heading: Heading): Paragraph[] {
  const found: Paragraph[] = heading.body.map((text) => ({ text, marker: null }))
  for (const child of heading.children) {
    const { line, marker } = child
    const text = trimmed(line.shade, line.start + (marker?.written.length ?? 0), line.end) ?? line
    found.push({ text, marker: marker && { ...marker, written: markerAsWritten(child) ?? marker.written } })
    for (const paragraph of paragraphsBelow(child)) found.push(paragraph)
  }
  return found
}

type Opening = { readonly status: StatusMention | null; readonly paragraphs: readonly Paragraph[] }

/** Takes a status off the beginning of the text (`该问题已完成整改。一是…`, `【已完成】`). */
function openingStatus(paragraphs: readonly Paragraph[], isResult: boolean): Opening {
  const [first, ...others] = paragraphs
  const none: Opening = { status: null, paragraphs }
  if (!first || first.marker) return none
  const [sentence] = sentencesOf(first.text, 'withSemicolon')
  if (!sentence) return none
  const tag = leadingTag(sentence)
  const status = tag && !tag.rest ? statusTag(tag.tag) : statusSentence(sentence)
  if (!status) return isResult ? openingClause(first, others) : none
  const rest = trimmed(first.text.shade, sentence.end, first.text.end)
  return { status, paragraphs: rest ? [{ text: rest, marker: null }, ...others] : others }
}

/** A result that begins with the status and goes on: `已完成，满意度升至96%`. */
function openingClause(first: Paragraph, others: readonly Paragraph[]): Opening {
  const { shade, start, end } = first.text
  const comma = shade.text.slice(start, Math.min(end, start + 20)).indexOf(',')
  const status = comma < 0 ? null : statusSentence({ shade, start, end: start + comma })
  const rest = trimmed(shade, start + comma + 1, end)
  if (!status || !rest) return { status: null, paragraphs: [first, ...others] }
  return { status, paragraphs: [{ text: rest, marker: null }, ...others] }
}

/** A closing status names what it speaks of (该问题已完成), or says that it is one (正在整改). */
const unmistakable = /[该此本]|整改|销号/

/** Takes a status sentence off the end of the text (`…。目前，该问题已完成整改。`). */
function closingStatus(paragraphs: readonly Paragraph[]): Opening {
  const none: Opening = { status: null, paragraphs }
  const last = paragraphs.at(-1)
  if (!last) return none
  const { shade, start, end } = last.text
  // Look at the end only: the text may be long.
  const tail = { shade, start: Math.max(start, end - 80), end }
  const sentence = sentencesOf(tail, 'withSemicolon').at(-1)
  if (!sentence || (sentence.start === tail.start && tail.start > start) || !unmistakable.test(textOf(sentence)))
    return none
  const status = statusSentence(sentence)
  const rest = trimmed(shade, start, sentence.start)
  if (!status) return none
  return { status, paragraphs: [...paragraphs.slice(0, -1), ...(rest ? [{ text: rest, marker: last.marker }] : [])] }
}

const longestLabelLine = 14

/** Cuts paragraphs at their labels; a label alone on its line covers the lines below it. */
export function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const parts: Part[] = []
  const seen = new Set<BlockKind | null>()
  const begin = (kind: BlockKind | null, label: string): Part => {
    const part: Part = { kind, label, paragraphs: [] }
    parts.push(part)
    seen.add(kind)
    return part
  }
  let current: Part | null = null
  for (const [index, { text, marker }] of paragraphs.entries()) {
    const alone = labelAlone(text)
    if (alone) {
      current = begin(alone.kind, alone.label)
      continue
    }
    const { before, parts: labelled } = splitLabels(text)
    if (before) {
      if (marker && beginsAgain(seen, paragraphs[index + 1])) current = null
      current ??= begin(null, '')
      current.paragraphs.push({ text: before, marker })
    }
    for (const { kind, label, value } of labelled) {
      current = begin(kind, textOf(label))
      if (value) current.paragraphs.push({ text: value, marker: null })
    }
  }
  return parts
}

/** A numbered line heads a group of its own when the label below it has been used before: `（2）…` over a second 整改措施. */
function beginsAgain(seen: ReadonlySet<BlockKind | null>, next: Paragraph | undefined): boolean {
  if (!next || next.marker) return false
  const labelled = splitLabels(next.text)
  const kind = labelAlone(next.text)?.kind ?? (labelled.before === null ? labelled.parts[0]?.kind : undefined)
  return kind !== undefined && seen.has(kind)
}

function labelAlone(text: Stretch): { kind: BlockKind; label: string } | null {
  if (text.end - text.start > longestLabelLine) return null
  const label = textOf(text).replaceAll(/[。:;【】[\]() ]/g, '')
  const kind = labelKind(label)
  return kind ? { kind, label } : null
}

/** A part with the status it gives taken off; `text` is what is left to cut into acts. */
export type ReadPart = Part & { readonly status: StatusMention | null; readonly text: readonly Paragraph[] }

/** Takes the status off a part: a status block, or the first or last sentence of free text, measures or results. */
export function withStatus(part: Part): ReadPart {
  const [value] = part.paragraphs
  if (part.kind === 'status') return { ...part, status: value ? statusTag(value.text) : null, text: [] }
  if (part.kind !== null && part.kind !== 'result' && part.kind !== 'measure') {
    return { ...part, status: null, text: part.paragraphs }
  }
  const opening = openingStatus(part.paragraphs, part.kind === 'result')
  const closing = closingStatus(opening.paragraphs)
  return { ...part, status: opening.status ?? closing.status, text: closing.paragraphs }
}
