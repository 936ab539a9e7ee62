/**
 * A notice about one finding, whose first-level headings are the parts of that finding (`一、整改任务`, `二、整改目标`, `三、整改措施`,
 * `四、整改完成情况`): how the rectification of inspectors' single tasks is published.
 */
import { certain, type FindingLevel, labelOf } from './finding-level.ts'
import { type Heading, splitHeading, type Tree } from './headings.ts'

const fewestParts = 3

/** The tree with that one finding put together, and its level; null for any other notice. */
export function wholeFinding(tree: Tree): { tree: Tree; level: FindingLevel } | null {
  const after = tree.roots.findIndex((root) => labelOf(root) === null)
  const parts = tree.roots.slice(0, after < 0 ? tree.roots.length : after)
  const [first, ...others] = parts
  if (!first || parts.length < fewestParts || labelOf(first) !== 'problem' || first.children.length > 0) return null
  const kinds = others.map(labelOf)
  if (kinds.includes('problem') || !kinds.some((kind) => kind === 'measure' || kind === 'result')) return null
  const roots = tree.roots.slice(parts.length)
  if (splitHeading(first.line, first.marker).rest) {
    const finding: Heading = { ...first, children: others }
    return { tree: { ...tree, roots: [finding, ...roots] }, level: levelOf(finding) }
  }
  const [line, ...body] = first.body
  if (!line) return null
  // The label is a heading of its own; what stands below it begins the finding.
  const finding: Heading = { marker: null, rank: first.rank + 1, line, body, children: others }
  const title: Heading = { ...first, body: [], children: [finding] }
  return { tree: { ...tree, roots: [title, ...roots] }, level: levelOf(finding) }
}

const levelOf = (finding: Heading): FindingLevel => ({
  rank: finding.rank,
  evidence: new Map([[finding, certain]]),
})
