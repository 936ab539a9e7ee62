/** Whether the papers of each phase that was reached are in the archive. */

import { defineProjectCheck } from './define-project-check.ts'
import { percentOf } from './exact.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { inForce, quality } from './sources.ts'

type Item = ProjectFacts['entries']['archiveItem'][number]
type Phase = NonNullable<Item['kind']>

/** A phase is reached when something of it is entered. */
const phases: Readonly<
  Record<Phase, { readonly name: string; readonly of: (entries: ProjectFacts['entries']) => boolean }>
> = {
  decision: {
    name: '立项',
    of: ({ decision }) => decision.some(({ kind }) => kind === 'proposal' || kind === 'feasibility'),
  },
  design: {
    name: '设计',
    of: ({ decision }) => decision.some(({ kind }) => kind === 'scheme' || kind === 'drawingReview'),
  },
  tender: { name: '招标采购', of: ({ tender }) => tender.some(({ values }) => values.awardNoticeOn !== undefined) },
  contract: { name: '合同', of: ({ contract }) => contract.some(({ values }) => values.signedOn !== undefined) },
  building: { name: '施工', of: ({ schedule }) => schedule.some(({ values }) => values.actualStart !== undefined) },
  acceptance: { name: '验收', of: ({ acceptance }) => acceptance.some(({ kind }) => kind === 'completion') },
  settlement: {
    name: '结算',
    of: ({ settlement }) => settlement.some(({ values }) => values.reviewedOn !== undefined),
  },
  handover: { name: '移交', of: ({ handover }) => handover.some(({ values }) => values.on !== undefined) },
}

export const archiveMissing = defineProjectCheck({
  id: 'archive.missing',
  area: 'archive',
  name: { zh: '阶段资料缺失', en: 'Papers of a phase missing' },
  explanation: {
    zh: '建设单位应当及时收集、整理各环节资料。走到哪个阶段，那个阶段的资料就应当齐全；缺的补齐，补不了的书面说明，不能后补造假。',
    en: 'The papers of each phase are there when it is reached. What is missing is found, or its absence explained; nothing is made up.',
  },
  source: quality('第十七条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.quality,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{phase}阶段应有{needed}件，缺{missing}件：{papers}。',
      en: 'Phase {phase}: {missing} of {needed} papers missing: {papers}.',
    },
    clear: { zh: '{phase}阶段{needed}件资料齐全。', en: 'Phase {phase}: all {needed} papers are there.' },
  },
  each: ({ entries }) =>
    (Object.keys(phases) as Phase[])
      .map((phase) => ({ phase, items: entries.archiveItem.filter(({ kind }) => kind === phase) }))
      .filter(({ phase, items }) => items.length > 0 || phases[phase].of(entries)),
  on: ({ items }) => items[0]?.values.checkedOn ?? null,
  one: ({ phase, items }) => {
    if (items.length === 0) return cannotTell(null, [lacks('archiveItem')])
    const needed = items.filter(({ values }) => values.state !== 'notNeeded')
    const missing = needed.filter(({ values }) => values.state === 'missing' && values.suppliedOn === undefined)
    const numbers = {
      phase: phases[phase].name,
      needed: needed.length,
      missing: missing.length,
      ratio: percentOf(needed.length - missing.length, needed.length),
      papers: missing.map(({ values, title }) => values.paper ?? title).join('、'),
    }
    if (missing.length > 0) return flagged(null, numbers, missing)
    const unknown = needed.filter(({ values }) => values.state === undefined)
    return unknown.length > 0
      ? cannotTell(
          null,
          unknown.map((each) => lacks('archiveItem', 'state', each)),
        )
      : clear(null, numbers, needed)
  },
})
