/** Handing over what was built and planted to whoever keeps it up. */
import { handoverDays } from '../calculators/handover-countdown.ts'
import { daysFrom, earliest } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { acceptedOn, maintenanceMonthsOf } from './payment-limits.ts'
import type { ProjectFacts } from './project-facts.ts'
import { projectOf } from './project-facts.ts'
import { isForWorks } from './project-links.ts'
import { always, auditPractice, localRule } from './sources.ts'

/** Projects that were accepted, with what the period of upkeep is counted from. */
const accepted = (facts: ProjectFacts) => {
  const on = acceptedOn(facts)
  return on === null
    ? []
    : [{ on, months: maintenanceMonthsOf(facts, facts.entries.contract.find(isForWorks) ?? null) }]
}

export const handoverNotStarted = defineProjectCheck({
  id: 'handover.notStarted',
  area: 'handover',
  name: { zh: '养护期将满未启动移交', en: 'Handover not begun' },
  explanation: {
    zh: '养护期最后几个月就要清点苗木、准备移交，期满后再做，死苗没有人认。',
    en: 'Plants are counted and papers made ready before the period ends; later nobody owns what died.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { months: always('期满前几个月启动', 'Months before the end', '个月', 3) },
  why: {
    flagged: {
      zh: '养护期{end}满，应在{startBy}启动移交，没有登记启动。',
      en: 'The period ends {end}; handover was to begin {startBy} and has not.',
    },
    late: {
      zh: '养护期{end}满，应在{startBy}启动移交，{started}才启动。',
      en: 'The period ends {end}; handover was to begin {startBy}, begun {started}.',
    },
    pending: { zh: '养护期{end}满，{startBy}启动移交。', en: 'The period ends {end}; handover begins {startBy}.' },
    clear: { zh: '养护期{end}满，{started}启动移交。', en: 'The period ends {end}, handover begun {started}.' },
  },
  each: accepted,
  on: ({ on }) => on,
  one: ({ on, months }, { months: lead }, facts, today) => {
    if (months === undefined) return cannotTell(null, [lacks('project', 'maintenanceMonths', projectOf(facts))])
    const { startBy, end } = handoverDays(on, months, lead)
    const { handover } = facts.entries
    const started = earliest(handover.map(({ values }) => values.startedOn ?? values.on))
    const numbers = { startBy, end, started }
    if (started !== null)
      return started > startBy ? flagged(null, numbers, handover, 'late') : clear(null, numbers, handover)
    return today > startBy ? flagged(null, numbers) : clear(null, numbers, [], 'pending')
  },
})

export const handoverGap = defineProjectCheck({
  id: 'handover.gap',
  area: 'handover',
  name: { zh: '期满后迟迟不移交', en: 'Long between upkeep and handover' },
  explanation: {
    zh: '养护期满到移交之间没有人管，苗木损失无人负责。超过期限的明确看护责任，尽快移交。',
    en: 'Between the end of upkeep and handover nobody looks after the plants. Say who does, and hand over.',
  },
  source: localRule,
  nature: 'local',
  severity: 'low',
  from: null,
  to: null,
  parameters: { days: always('期满后移交期限（天）', 'Days from the end', '天', 90) },
  why: {
    flagged: {
      zh: '养护期{end}满，{handed}才移交，相隔{days}天，超过{most}天。',
      en: 'Ended {end}, handed over {handed}: {days} days, more than {most}.',
    },
    open: {
      zh: '养护期{end}满，已{days}天没有登记移交，超过{most}天。',
      en: 'Ended {end}; not handed over after {days} days, more than {most}.',
    },
    clear: { zh: '养护期{end}满，移交没有超过{most}天。', en: 'Ended {end}; within {most} days.' },
  },
  each: accepted,
  on: ({ on }) => on,
  one: ({ on, months }, { days: most }, facts, today) => {
    if (months === undefined) return cannotTell(null, [lacks('project', 'maintenanceMonths', projectOf(facts))])
    const { end } = handoverDays(on, months, 0)
    const grounds = facts.entries.handover.filter(({ kind }) => kind === 'grounds')
    const handed = earliest(grounds.map(({ values }) => values.on))
    const days = daysFrom(end, handed ?? today)
    const numbers = { end, handed, days, most }
    if (days <= most) return clear(null, numbers, grounds)
    return flagged(null, numbers, grounds, handed === null ? 'open' : 'flagged')
  },
})

export const handoverPlantCount = defineProjectCheck({
  id: 'handover.plantCount',
  area: 'handover',
  name: { zh: '移交株数不符', en: 'Plants handed over differ' },
  explanation: {
    zh: '移交清单与双方核对株数不一致的，差额先补植或核减，再办移交；没有苗木清单的不能移交。',
    en: 'Where list and count differ, the difference is replanted or taken off first; without a list nothing is handed over.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '移交清单{handed}株，双方核对{agreed}株，相差{difference}株。',
      en: '{handed} on the list, {agreed} counted: {difference} differ.',
    },
    clear: { zh: '移交清单与双方核对都是{agreed}株。', en: 'Both are {agreed}.' },
  },
  each: ({ entries }) => entries.handover.filter(({ kind, values }) => kind === 'grounds' && values.on !== undefined),
  on: ({ values }) => values.on ?? null,
  one: (handover) => {
    const known = take(handover, 'plantsHanded', 'plantsAgreed')
    if (isMissing(known)) return cannotTell(handover, known.missing)
    const { plantsHanded: handed, plantsAgreed: agreed } = known
    const numbers = { handed, agreed, difference: Math.abs(handed - agreed) }
    return handed === agreed ? clear(handover, numbers) : flagged(handover, numbers)
  },
})

export const handoverPlantList = defineProjectCheck({
  id: 'handover.plantList',
  area: 'handover',
  name: { zh: '没有苗木清单就移交', en: 'Handed over without a list of plants' },
  explanation: {
    zh: '没有苗木清单，接收方无法知道接了什么，以后少了也说不清。补做清单，双方签认。',
    en: 'Without a list nobody knows what was received. Make one, and have both sign it.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '{on}移交绿地，没有苗木清单。', en: 'Handed over on {on} without a list of plants.' },
    clear: { zh: '{on}移交，有苗木清单。', en: 'Handed over on {on} with a list.' },
  },
  each: ({ entries }) => entries.handover.filter(({ kind, values }) => kind === 'grounds' && values.on !== undefined),
  on: ({ values }) => values.on ?? null,
  one: (handover) => {
    const known = take(handover, 'plantList')
    if (isMissing(known)) return cannotTell(handover, known.missing)
    const numbers = { on: handover.values.on }
    return known.plantList ? clear(handover, numbers) : flagged(handover, numbers)
  },
})
