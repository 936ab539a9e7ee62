/**
 * From the lines of a notice to its value: structure, findings with their measures, declared numbers, what was set aside.
 * Pure and total: any lines give a notice. Nothing is repaired; what the text lacks stays empty. Time grows with the text.
 */
import { contactOf } from './contact.ts'
import { claimedFindings, declaredOf } from './declared.ts'
import { withFacts } from './facts.ts'
import { type Place, readFinding } from './finding.ts'
import { withoutStop } from './finding-head.ts'
import {
  type FindingLevel,
  findingLevel,
  hint,
  isLabelHeading,
  isOrganising,
  none,
  strong,
  weak,
} from './finding-level.ts'
import { layOut } from './furniture.ts'
import { type Heading, markerAsWritten, splitHeading, type Tree, treeOf } from './headings.ts'
import { inspectionOf } from './inspection.ts'
import type { Notice, ParsedFinding, Section } from './notice.ts'
import { publishedOn } from './published.ts'
import { nodeOf, type Stretch, shadeOf, textOf } from './shade.ts'
import { wholeFinding } from './whole-finding.ts'

/** Parses the lines of a notice, without line ends, as the source has them. */
export function parseNotice(lines: readonly string[]): Notice {
  const shades = lines.map((line, index) => shadeOf(line, index + 1))
  const { title, body, aside } = layOut(shades)
  const outer = treeOf(body)
  const whole = wholeFinding(outer)
  const tree = whole?.tree ?? outer
  const firstHeading = tree.roots[0]?.line.shade.number ?? Number.POSITIVE_INFINITY
  const titleText = title.map(textOf).join('')
  const isReport = /整改.{0,8}(?:情况|进展|结果|成效)/.test(titleText)
  const level =
    whole?.level ??
    findingLevel(tree, claimedFindings(body.filter((line) => line.shade.number < firstHeading + 20)), isReport)
  const isFeedback = /(?:反馈|巡察|巡视)意见$/.test(titleText)
  const read = readTree(tree, level, lines, isFeedback)
  const prose = [
    ...tree.preamble.map((text): Prose => ({ text, path: [] })),
    ...read.prose,
    ...tree.closing.map((text): Prose => ({ text, path: [] })),
  ]
  const firstFinding = read.findings[0]?.line ?? Number.POSITIVE_INFINITY
  return {
    schema: 'bihuan.notice/1',
    title: title.map((line) => nodeOf(line).text).join(''),
    titleLines: title.map(nodeOf),
    inspection: inspectionOf(
      titleText,
      prose.map(({ text }) => text).filter((text) => text.shade.number < firstFinding),
      body,
    ),
    publishedOn: publishedOn(aside, [...tree.closing, ...(tree.closing.length > 0 ? [] : body.slice(-3))]),
    declared: prose.flatMap(({ text }) => declaredOf(text)),
    sections: read.sections,
    prose: prose.map(({ text, path }) => withFacts({ ...nodeOf(text), path: [...path] }, [text])),
    findings: read.findings,
    contact: contactOf(prose.map(({ text }) => text)),
    setAside: aside.map(nodeOf),
  }
}

type Prose = { readonly text: Stretch; readonly path: readonly string[] }
type Reading = { readonly sections: Section[]; readonly prose: Prose[]; readonly findings: ParsedFinding[] }

// 具体整改情况 is the title of the whole, no aspect of the inspection.
const wholeTitle = /^(?:具体|逐项)?(?:问题)?整改(?:落实)?(?:情况|进展)/
const saysAspect = /(?<![一多各全])方面/

type Aspect = { readonly words: string; readonly saysSo: boolean }

/** The aspect of what stands below a heading: the nearest heading that says 方面; without one the nearest heading. */
function aspectBelow(title: Stretch, above: Aspect | null): Aspect | null {
  const text = textOf(title)
  const saysSo = saysAspect.test(text)
  if (!saysSo && above?.saysSo) return above
  return !saysSo && wholeTitle.test(text) ? null : { words: nodeOf(title).text, saysSo }
}

function readTree(tree: Tree, level: FindingLevel | null, lines: readonly string[], isFeedback: boolean): Reading {
  const reading: Reading = { sections: [], prose: [], findings: [] }
  const evidence = (heading: Heading): number => level?.evidence.get(heading) ?? none

  const visit = (
    heading: Heading,
    path: readonly string[],
    aspect: Aspect | null,
    inFindings: boolean,
    organised: boolean,
  ): void => {
    if (level && isFinding(heading, inFindings, organised)) {
      const place: Place = {
        running: reading.findings.length + 1,
        path,
        aspect: aspect?.words ?? null,
        inFeedback: isFeedback,
      }
      reading.findings.push(readFinding(heading, place, lines))
      return
    }
    const { heading: head, rest } = splitHeading(heading.line, heading.marker)
    const title = withoutStop(head)
    const own = heading.marker ? [...path, heading.marker.label] : path
    const whole = { shade: heading.line.shade, start: heading.line.start, end: head.end }
    reading.sections.push({
      ...nodeOf(whole),
      level: Math.min(5, Math.max(1, Math.floor(heading.rank))),
      marker: markerAsWritten(heading),
      path: [...own],
      heading: nodeOf(title).text,
    })
    for (const text of [...(rest ? [rest] : []), ...heading.body]) reading.prose.push({ text, path: own })
    const isOrganised = organised || isOrganising(heading)
    const isHint = (child: Heading): boolean => child.rank === level?.rank && evidence(child) >= hint
    // What is numbered alike under parallel headings is alike, whatever the words of one of them.
    const holds = heading.children.some((child) => isHint(child) || (!isOrganised && child.children.some(isHint)))
    const below = isLabelHeading(heading) ? aspect : aspectBelow(title, aspect)
    for (const child of heading.children) visit(child, own, below, inFindings || holds, isOrganised)
  }

  const isFinding = (heading: Heading, inFindings: boolean, organised: boolean): boolean => {
    const own = evidence(heading)
    if (!level || heading.rank > level.rank || (own === none && isLabelHeading(heading))) return false
    if (organised || isOrganising(heading)) return own >= strong
    if (heading.rank === level.rank) return own > none || inFindings
    return own >= weak && inFindings && !heading.children.some((child) => child.rank === level.rank)
  }

  const rootsHold = tree.roots.some((root) => root.rank === level?.rank && evidence(root) >= hint)
  for (const root of tree.roots) visit(root, [], null, rootsHold && root.rank > 1, false)
  return reading
}
