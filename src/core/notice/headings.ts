/** The tree of headings: each line with a marker, and below it the lines that follow until the next one. */
import { type Marker, markerAt, problemRank } from './markers.ts'
import { chineseNumber } from './numerals.ts'
import { problemWords } from './problem-words.ts'
import { isFree, nodeOf, type Stretch, textOf, trimmed, within } from './shade.ts'

export type Heading = {
  /** Null for an unnumbered `关于…问题` line. */
  readonly marker: Marker | null
  readonly rank: number
  /** The whole line, marker included. */
  readonly line: Stretch
  /** Lines below it that belong to no deeper heading. */
  readonly body: Stretch[]
  readonly children: Heading[]
}

/** Rank of an unnumbered `关于…问题` line: below `（一）`, above `1.`. */
export const topicRank = 2.5
const belowNumber = 3.5

export type Tree = {
  /** Lines before the first heading. */
  readonly preamble: readonly Stretch[]
  readonly roots: readonly Heading[]
  /** Lines after the last heading's own text: contact, thanks, signature. */
  readonly closing: readonly Stretch[]
}

const topic = /^(?:关于|针对)/
const topicHead = /^(?:关于|针对).{2,200}?问题(?:的?整改(?:落实)?(?:情况|进展)?)?$/
const longestTopic = 60
const topicOrdinal = /^([一二三四五六七八九十]{1,3})是(?=关于)/
const closingLine =
  /^(?:欢迎|联系(?:方式|电话|人)|监督电话|通讯地址|通信地址|邮政地址|电子邮箱|如有意见|特此|以上(?:通报|报告|情况)|附件 ?\d*[:、 ]|附件$|公示期)/
const lookingAhead = /^(?:下一步|今后|下步)/
// 目前，3个问题已完成2个: of all problems, not of the last one.
const summingUp =
  /^(?:目前|截至[^,。]{1,14}),?(?:巡察)?(?:反馈|指出|上述|以上|全部)?的?(?:\d+|[一二三四五六七八九十]+)(?:个|项|条)问题/
const signature =
  /^(?:(?:中共)?[一-龥]{2,24}(?:委员会|党组|党委|人民政府|办公室)|\d{4}年\d{1,2}月\d{1,2}日|二[〇○零一二三四五六七八九]{3}年[一二三四五六七八九十月]+日)$/
/** A signature stands among the last lines. */
const signatureWithin = 5

/** Builds the tree. Linear: each line is pushed and popped once. */
export function treeOf(lines: readonly Stretch[]): Tree {
  const markers = lines.map((line) => markerAt(textOf(line)))
  const closingStart = firstOfClosing(lines, markers)
  const preamble: Stretch[] = []
  const roots: Heading[] = []
  const open: Heading[] = []
  const areCards = lines.every((line, index) => markers[index] === null && !isTopicLine(line))
  for (const [index, line] of lines.slice(0, closingStart).entries()) {
    const isTopic =
      markers[index] === null &&
      (areCards ? isCard(line) : isTopicLine(line) && !open.some((heading) => heading.rank >= 3))
    const marker = markers[index] ?? (isTopic ? topicMarker(line) : null)
    const rank = isTopic ? topicRank : marker ? rankAmong(open, marker) : null
    if (rank === null) {
      const owner = open.at(-1)
      if (owner) owner.body.push(line)
      else preamble.push(line)
      continue
    }
    while ((open.at(-1)?.rank ?? 0) >= rank) open.pop()
    const heading: Heading = { marker, rank, line, body: [], children: [] }
    const parent = open.at(-1)
    if (parent) parent.children.push(heading)
    else roots.push(heading)
    open.push(heading)
  }
  return { preamble, roots, closing: lines.slice(closingStart) }
}

/**
 * `问题1：` stands above the `1.` that number its measures, but below a `1.` that stands over the first of them.
 * `open` are the headings that it may stand under.
 */
function rankAmong(open: readonly Heading[], { rank }: Marker): number {
  if (rank !== problemRank) return rank
  const sibling = open.find((heading) => heading.marker?.rank === problemRank)
  return sibling?.rank ?? (open.some((heading) => heading.rank === 3) ? belowNumber : rank)
}

/**
 * `关于…问题`, `一是关于…问题`, or `关于…不到位。一是…`. It opens a finding where no numbered item is open; below one it is
 * that item's text.
 */
function isTopicLine(line: Stretch): boolean {
  const from = topicMarker(line)?.written.length ?? 0
  if (!topic.test(textOf(line).slice(from, from + 2))) return false
  const { heading, rest } = splitHeading({ ...line, start: line.start + from })
  const words = textOf(heading)
    .replace(/[。:,]$/, '')
    .replaceAll(/[“”"]/g, '')
  if (topicHead.test(words)) return true
  return (
    rest !== null && words.length <= longestTopic && problemWords.test(words) && /^一是/.test(textOf(rest).slice(0, 2))
  )
}

/** Where nothing is numbered, `存在问题：…` opens each finding. */
function isCard(line: Stretch): boolean {
  return /^(?:存在|反馈|巡察反馈)?的?问题[:]./.test(textOf(line).slice(0, 12))
}

function topicMarker(line: Stretch): Marker | null {
  const match = topicOrdinal.exec(textOf(line).slice(0, 8))
  const number = match ? chineseNumber(match[1] ?? '') : null
  return match && number !== null ? { rank: topicRank, number, label: match[0], written: match[0] } : null
}

/** A paragraph that tells readers where to write or call. */
function isContact(text: string): boolean {
  return (
    text.length < 400 &&
    /电话|邮箱|地址/.test(text) &&
    /\d{7}|@/.test(text) &&
    /意见|监督|反映|来信|来电|联系/.test(text)
  )
}

/** The closing begins after the last heading, or at 附件 when only a list of names follows. */
function firstOfClosing(lines: readonly Stretch[], markers: readonly (Marker | null)[]): number {
  let lastHeading = lines.length - 1
  const isHeading = (index: number): boolean => {
    const line = lines[index]
    return line !== undefined && (markers[index] !== null || isTopicLine(line))
  }
  while (lastHeading >= 0 && !isHeading(lastHeading)) lastHeading--
  const attachments = lines.findIndex(
    (line, index) => index >= lines.length - 20 && /^附件/.test(textOf(line).slice(0, 2)),
  )
  if (attachments >= 0 && lines.slice(attachments).every((line) => !/。|[一二]是/.test(textOf(line)))) {
    const own = lines
      .slice(lastHeading + 1, attachments)
      .findIndex((line) => closingLine.test(textOf(line).slice(0, 40)))
    return own >= 0 && lastHeading < attachments ? lastHeading + 1 + own : attachments
  }
  // A next step told once, after the last of several unnumbered problems, speaks of them all.
  const isLook = (line: Stretch | undefined): boolean =>
    line !== undefined && lookingAhead.test(textOf(line).slice(0, 3))
  const isFlat = markers.every((marker) => marker === null)
  const isLookShared = isFlat && lines.filter(isLook).length === 1
  for (let index = lastHeading + 1; index < lines.length; index++) {
    const line = lines[index]
    const text = line ? textOf(line) : ''
    if (closingLine.test(text.slice(0, 40)) || isContact(text)) return index
    if (isLookShared && isLook(line)) return index
    if (isFlat && summingUp.test(text.slice(0, 40))) return index
    if (index >= lines.length - signatureWithin && signature.test(text.slice(0, 40))) return index
  }
  return lines.length
}

/**
 * Cuts a heading line into heading (without marker), and the rest after the heading's stop.
 * The heading is the first sentence; quotes and brackets keep their stops.
 */
export function splitHeading(line: Stretch, marker: Marker | null = null): { heading: Stretch; rest: Stretch | null } {
  const after =
    trimmed(line.shade, line.start + (marker?.written.length ?? 0), line.end) ?? within(line, 0, line.end - line.start)
  const { shade } = line
  for (let index = after.start; index < after.end; index++) {
    const character = shade.text.charAt(index)
    if (!'。:;!?,'.includes(character) || !isFree(shade, index)) continue
    // A comma ends the heading only after 关于…问题: elsewhere it is part of the sentence.
    if (character === ',' && !endsTopic(shade.text.slice(after.start, index))) continue
    return { heading: { shade, start: after.start, end: index + 1 }, rest: trimmed(shade, index + 1, after.end) }
  }
  return { heading: after, rest: null }
}

function endsTopic(text: string): boolean {
  return text.length < 400 && topic.test(text.slice(0, 2)) && /(?:问题|整改|整改情况)$/.test(text.slice(-6))
}

/** The marker of a heading as the source has it (`（一）`, `1.`, `一、`); null for an unnumbered one. */
export function markerAsWritten({ marker, line }: Heading): string | null {
  if (!marker) return null
  return nodeOf({ ...line, end: line.start + marker.written.length }).text
}
