/** The heading of a finding: its words, a status tag, the problem it quotes, and where the text after it begins. */
import { type Heading, splitHeading } from './headings.ts'
import { splitLabels } from './labels.ts'
import { ordinalMarks } from './ordinals.ts'
import { nodeOf, partnerOf, type Stretch, sentencesOf, textOf, trimmed } from './shade.ts'
import { statusTag } from './status.ts'
import { splitTag } from './tags.ts'

export type FindingHead = {
  /** Without number and closing stop; never empty. */
  readonly title: Stretch
  readonly tag: Stretch | null
  /** What follows in the same line. */
  readonly rest: Stretch | null
  /** True when no stop separates the heading from its first ordinal. */
  readonly open: boolean
}

/** Reads the heading's line; its body is looked at only for the ordinals that make 一是 in the heading a marker. */
export function readHead(heading: Heading): FindingHead {
  const { marker, line } = heading
  const { shade } = line
  const split = splitHeading(line, marker)
  const after = trimmed(shade, line.start + (marker?.written.length ?? 0), line.end) ?? line
  const labelled = splitLabels(after)
  const value = labelled.before === null ? labelled.parts[0]?.value : null
  // `（一）存在问题：…。整改措施：…`, `1.受理编号：…`: the heading is what the label names; the label itself stays in the text.
  if (value) return { title: withoutStop(sentencesOf(value)[0] ?? value), tag: null, rest: after, open: false }
  const [first] = ordinalMarks([after, ...heading.body])
  if (first && first.part === 0 && first.start < split.heading.end && first.start > after.start) {
    // The heading runs into its first ordinal: `1.强化学习一是…`.
    const before = trimmed(shade, after.start, first.start) ?? after
    const { title, tag } = splitTag(before)
    const open = !stops.includes(shade.text.charAt(before.end - 1))
    return { title: withoutStop(title), tag, rest: trimmed(shade, first.start, line.end), open }
  }
  const { title, tag } = splitTag(split.heading)
  const following = split.rest && !tag ? leadingTag(split.rest) : null
  return {
    title: withoutStop(title),
    tag: tag ?? following?.tag ?? null,
    rest: following ? following.rest : split.rest,
    open: false,
  }
}

/** A status tag alone at the beginning of a text (`…问题。【已完成】一是…`); null when there is none. */
export function leadingTag(text: Stretch): { tag: Stretch; rest: Stretch | null } | null {
  const { shade } = text
  const close = '【[('.includes(shade.text.charAt(text.start)) ? partnerOf(shade, text.start) : null
  if (close === null || close >= text.end) return null
  const tag = trimmed(shade, text.start + 1, close)
  if (!tag || !statusTag(tag)) return null
  let from = close + 1
  while (from < text.end && stops.includes(shade.text.charAt(from))) from++
  return { tag, rest: trimmed(shade, from, text.end) }
}

const stops = '。:;!?, '

/** The stretch without the stops at its end; at least one character stays. */
export function withoutStop(stretch: Stretch): Stretch {
  let { end } = stretch
  while (end > stretch.start + 1 && stops.includes(stretch.shade.text.charAt(end - 1))) end--
  return { ...stretch, end }
}

const shortestProblem = 3
const opensQuotation = /^(?:关于|针对|对)?(?:(?:巡察|巡视|审计|检查)?(?:组|中)?(?:反馈|指出|发现)的?)?$/
const closesQuotation = /^(?:等|的|这一)?(?:问题|方面|整改|$)/

/**
 * The problem in the inspectors' words when the heading quotes it: `关于“…”问题的整改`, `“…。…。”`. A quotation that is only a
 * term in the heading (`关于“三重一大”决策不规范的问题`) is none; then null.
 */
export function quotedProblem(title: Stretch): string | null {
  const { shade } = title
  for (let index = title.start; index < title.end; index++) {
    if (!'“"'.includes(shade.text.charAt(index))) continue
    const close = partnerOf(shade, index)
    if (close === null || close < index || close >= title.end) continue
    const inner = trimmed(shade, index + 1, close)
    const before = shade.text.slice(title.start, index)
    const after = shade.text.slice(close + 1, Math.min(title.end, close + 6))
    const isProblem = opensQuotation.test(before) && closesQuotation.test(after)
    if (inner && inner.end - inner.start >= shortestProblem && (isProblem || textOf(inner).includes('。'))) {
      return nodeOf(inner).text
    }
    index = close
  }
  return null
}
