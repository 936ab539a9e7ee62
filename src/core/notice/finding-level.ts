/**
 * Which headings are findings. Notices put them on any level: `1.` under `（一）…方面`, `（一）` itself, `一、` itself, or
 * unnumbered `关于…问题` lines. Each heading is weighed by what only a finding has; the level that weighs most wins.
 */
import { leadingTag } from './finding-head.ts'
import { type Heading, splitHeading, type Tree } from './headings.ts'
import { type BlockKind, labelKind, splitLabels } from './labels.ts'
import { problemRank } from './markers.ts'
import { listMarks, ordinalMarks } from './ordinals.ts'
import { problemWords } from './problem-words.ts'
import { sentencesOf, textOf } from './shade.ts'
import { statusSentence } from './status.ts'
import { splitTag } from './tags.ts'

/** How strongly a heading looks like a finding. */
export const none = 0
/** Its words tell of something wrong. */
export const hint = 1
/** It has run-in ordinals. */
export const weak = 2
/** It calls itself a problem. */
export const strong = 3
/** It has a status, labelled parts, or quotes the problem. */
export const certain = 4

const organising =
  /组织领导|组织保障|加强领导|政治站位|政治担当|思想认识|统一思想|高度重视|工作部署|主要做法|压实.{0,6}责任|责任落实|长效|巩固|深化.{0,8}成果|成果.{0,4}转化|常态|体会|经验/
const alwaysOrganising = /总体情况|基本情况|概况|下一步|下步|今后|工作打算|工作安排/
const rectifying = /问题|具体|真改实改|逐项/

/** True for the heading of a part that tells how the work was organised or what comes next. */
export function isOrganising(heading: Heading): boolean {
  if (heading.rank > 2) return false
  const words = textOf(splitHeading(heading.line, heading.marker).heading).slice(0, 80)
  return (
    alwaysOrganising.test(words) || (organising.test(words) && !rectifying.test(words) && !problemWords.test(words))
  )
}

/** The kind of label that a heading is (`三、整改措施`); null when it is none. */
export function labelOf(heading: Heading): BlockKind | null {
  const words = textOf(splitHeading(heading.line, heading.marker).heading).replace(/[。:;]$/, '')
  return labelKind(words.trim())
}

/** True for a numbered part of a finding (`1.整改措施：…`), which is no finding itself. */
export function isLabelHeading(heading: Heading): boolean {
  return labelOf(heading) !== null
}

/**
 * True when a label begins each of the siblings: `（一）存在问题：…` beside `（二）存在问题：…`, `1.受理编号：…` beside
 * `2.受理编号：…`. Then each is a finding.
 */
function doLabelsOpen(siblings: readonly Heading[]): boolean {
  const [first] = siblings
  if (!first || !siblings.some(isLabelHeading)) return false
  if (siblings.every((sibling) => [null, 'problem'].includes(labelOf(sibling)))) return true
  const words = headOf(first)
  return siblings.length > 1 && siblings.every((sibling) => headOf(sibling) === words)
}

const headOf = (heading: Heading): string => textOf(splitHeading(heading.line, heading.marker).heading)

const content: ReadonlySet<BlockKind | null> = new Set(['problem', 'cause', 'measure', 'result'])

/** True when labels stand between a heading and the first numbered line below it: what is numbered are the items of a part. */
function hasPartsInBody(heading: Heading): boolean {
  return heading.body.some((line) => {
    const { before, parts } = splitLabels(line)
    return content.has(before ? labelKind(textOf(line)) : (parts[0]?.kind ?? null))
  })
}

const problemTitle = /问题(?:的?整改(?:落实)?(?:情况|进展)?)?$/
const aspectTitle = /方面.{0,6}问题|^(?:关于)?[^“”"]{0,20}方面/
// 发现的主要问题 is the title of the part that holds the problems.
const genericTitle =
  /^[^“”"]{0,12}(?:发现|反馈|存在|指出|查出|销号)的?(?:主要|突出|具体)?问题|^(?:主要|突出|具体|存在)?问题/
const quotedProblem = /^(?:关于|针对)?[“"].*[”"].{0,4}(?:问题|方面)/

/** What is known of all headings below one parent. */
type Family = {
  readonly parent: Heading | null
  /** A label begins each of them. */
  readonly doLabelsOpen: boolean
  /** They are items of a labelled part of their parent. */
  readonly areItems: boolean
  /** A report of rectification numbered on one level only, where every number is a finding. */
  readonly isFlatReport: boolean
}

const familyOf = (parent: Heading | null, siblings: readonly Heading[], isFlatReport: boolean): Family => ({
  parent,
  doLabelsOpen: doLabelsOpen(siblings),
  areItems: parent !== null && siblings.length > 0 && hasPartsInBody(parent),
  isFlatReport,
})

/** What speaks for a heading being a finding, its children left aside. */
function evidenceOf(heading: Heading, { parent, doLabelsOpen, areItems, isFlatReport }: Family): number {
  if (areItems) return none
  if (heading.marker?.rank === problemRank) return certain
  if (isLabelHeading(heading)) {
    return doLabelsOpen && splitHeading(heading.line, heading.marker).rest ? certain : none
  }
  const { heading: head, rest } = splitHeading(heading.line, heading.marker)
  const { title, tag } = splitTag(head)
  const words = textOf(title).replace(/[。:;,]$/, '')
  const paragraphs = [...(rest ? [rest] : []), ...heading.body]
  const [first] = paragraphs
  const opening = first ? sentencesOf(first)[0] : undefined
  if (tag || (opening && (statusSentence(opening) || leadingTag(opening))) || quotedProblem.test(words)) return certain
  if (paragraphs.some((line) => splitLabels(line).parts.length > 0 || labelKind(textOf(line)) !== null)) return certain
  if (heading.children.some(isLabelHeading) && !isOrganising(heading)) return certain
  if (isProblemTitle(words)) return strong
  const texts = [heading.line, ...heading.body]
  if (ordinalMarks(texts).length > 0 || listMarks(texts).length > 1 || hasList(heading)) return weak
  return problemWords.test(words) || (parent ? holdsFindings(parent) : isFlatReport) ? hint : none
}

/** `关于…的问题`, `…不及时问题`; not `关于…方面的问题`, `发现的主要问题`, `关于经营管理问题`, which are titles of parts. */
function isProblemTitle(words: string): boolean {
  if (!problemTitle.test(words) || aspectTitle.test(words) || genericTitle.test(words)) return false
  return /的问题/.test(words) || problemWords.test(words)
}

/** `（一）…方面`, `二、整改落实情况`: what is numbered below it are findings unless something says otherwise. */
function holdsFindings(heading: Heading): boolean {
  const words = textOf(splitHeading(heading.line, heading.marker).heading).replace(/[。:]$/, '')
  return aspectEnd.test(words) || (rectifyingTitle.test(words) && !isOrganising(heading))
}
const aspectEnd = /方面(?:的?(?:存在的?)?问题)?(?:的?整改(?:落实)?(?:情况)?)?$/
const rectifyingTitle = /整改(?:落实|完成|进展)?(?:情况|进展)$|真改实改|逐项整改/

/** Numbered lines （1） or ① below it that are no headings themselves: its measures. */
function hasList(heading: Heading): boolean {
  const { children } = heading
  return children.length > 0 && children.every((child) => child.rank >= 4 && child.children.length === 0)
}

/** （1） and ① number measures, unless nothing stands above them, or they have a list of their own. */
function numbersMeasures(heading: Heading, parent: Heading | null): boolean {
  return heading.rank >= 4 && parent !== null && !hasList(heading)
}

export type FindingLevel = {
  readonly rank: number
  /** Evidence of every heading. */
  readonly evidence: ReadonlyMap<Heading, number>
}

/**
 * The level of the findings; null when nothing marks a finding. `declared` are the numbers of findings the text claims,
 * `isReport` says that the title announces results of a rectification.
 */
export function findingLevel(tree: Tree, declared: ReadonlySet<number>, isReport: boolean): FindingLevel | null {
  const [root] = tree.roots
  const isFlatReport =
    isReport &&
    root !== undefined &&
    root.rank >= 2 &&
    tree.roots.every(({ rank, children }) => rank === root.rank && children.length === 0)
  const evidence = new Map<Heading, number>()
  const strongestBelow = new Map<Heading, number>()
  const measure = (heading: Heading, family: Family): number => {
    let below = none
    const children = familyOf(heading, heading.children, isFlatReport)
    for (const child of heading.children) below = Math.max(below, measure(child, children))
    const own = evidenceOf(heading, family)
    evidence.set(heading, own)
    strongestBelow.set(heading, below)
    if (numbersMeasures(heading, family.parent) && own < strong) return below
    // A list below （1） makes it a heading, but does not outweigh a heading above that calls itself a problem.
    return Math.max(below, heading.rank >= 4 && own < strong ? Math.min(own, hint) : own)
  }
  const roots = familyOf(null, tree.roots, isFlatReport)
  for (const root of tree.roots) measure(root, roots)

  const weights = new Map<number, number>()
  const all = new Map<number, { count: number; marked: number }>()
  const weigh = (heading: Heading, parent: Heading | null, inOrganising: boolean, inFinding: boolean): void => {
    const organised = inOrganising || isOrganising(heading)
    const own = evidence.get(heading) ?? none
    const below = strongestBelow.get(heading) ?? none
    const usable = (numbersMeasures(heading, parent) || organised) && own < strong ? none : own
    const isFinding =
      usable > none && (below === none || (usable === certain && below < certain) || (usable >= weak && below <= hint))
    if (isFinding && !inFinding) weights.set(heading.rank, (weights.get(heading.rank) ?? 0) + usable)
    if (!organised) {
      const seen = all.get(heading.rank) ?? { count: 0, marked: 0 }
      all.set(heading.rank, { count: seen.count + 1, marked: seen.marked + (own >= weak ? 1 : 0) })
    }
    for (const child of heading.children) weigh(child, heading, organised, inFinding || isFinding)
  }
  for (const root of tree.roots) weigh(root, null, false, false)

  // A level whose headings all look like findings and number as many as the text claims needs no weighing.
  const claimed = [...all].find(([, { count, marked }]) => count > 1 && count === marked && declared.has(count))
  const [heaviest] = [...weights].sort(([oneRank, one], [otherRank, other]) => other - one || oneRank - otherRank)
  const rank = claimed?.[0] ?? heaviest?.[0]
  return rank === undefined ? null : { rank, evidence }
}
