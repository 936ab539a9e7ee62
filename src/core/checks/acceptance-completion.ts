/** Acceptance on completion: what it takes, what comes before it, what follows. */
import { addDays } from '../deadline/working-days.ts'
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { always, inForce, quality } from './sources.ts'

const completions = ({ entries }: ProjectFacts) => entries.acceptance.filter(({ kind }) => kind === 'completion')
const conditions = {
  worksDone: '设计和合同内容完成',
  filesComplete: '技术档案和施工管理资料完整',
  materialReports: '材料苗木进场检验报告',
  qualitySigned: '各方质量合格文件',
  warranty: '工程保修（养护）书',
} as const
type Condition = keyof typeof conditions
const names = Object.keys(conditions) as Condition[]

export const acceptancePreconditions = defineProjectCheck({
  id: 'acceptance.preconditions',
  area: 'acceptance',
  name: { zh: '不具备条件而验收', en: 'Accepted without the preconditions' },
  explanation: {
    zh: '竣工验收应当具备五项条件。缺一项就验收合格的，限期补齐并重新确认；资料不能补造。',
    en: 'Five conditions come before acceptance. What is missing is made good and confirmed anew, and never made up.',
  },
  source: quality('第十六条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.quality,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '{on}竣工验收合格，缺少：{missing}（第十六条）。', en: 'Accepted on {on} without: {missing}.' },
    clear: { zh: '五项验收条件齐全。', en: 'All five conditions were there.' },
  },
  each: completions,
  on: ({ values }) => values.on ?? null,
  one: (acceptance) => {
    const { opinion, on } = acceptance.values
    if (opinion === 'failed') return null
    const absent = names.filter((name) => acceptance.values[name] === false)
    if (absent.length > 0 && opinion !== undefined)
      return flagged(acceptance, { on, missing: absent.map((name) => conditions[name]).join('、') })
    const known = take(acceptance, 'opinion', ...names)
    return isMissing(known) ? cannotTell(acceptance, known.missing) : clear(acceptance, { on })
  },
})

export const acceptanceUsedBefore = defineProjectCheck({
  id: 'acceptance.usedBefore',
  area: 'acceptance',
  name: { zh: '未验收先使用', en: 'Used before accepted' },
  explanation: {
    zh: '验收合格方可交付使用。先用后验，质量责任难以分清；已经开放的抓紧验收，并查明谁同意交付。',
    en: 'What is used first leaves nobody liable. Accept it soon, and find out who handed it over.',
  },
  source: quality('第十六条、第五十八条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.quality,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{used}开始使用，{on}才验收合格，早{days}天（第五十八条）。',
      en: 'Used from {used}, accepted {on}: {days} days later.',
    },
    failed: { zh: '{used}开始使用，验收不合格（第五十八条）。', en: 'Used from {used} though acceptance failed.' },
    clear: { zh: '{on}验收合格，{used}开始使用。', en: 'Accepted {on}, used from {used}.' },
  },
  each: completions,
  on: ({ values }) => values.usedFrom ?? values.on ?? null,
  one: (acceptance) => {
    const { usedFrom: used, opinion } = acceptance.values
    if (used === undefined)
      return opinion === 'failed' ? null : cannotTell(acceptance, [lacks('acceptance', 'usedFrom', acceptance)])
    const known = take(acceptance, 'on', 'opinion')
    if (isMissing(known)) return cannotTell(acceptance, known.missing)
    const numbers = { used, on: known.on, days: daysFrom(used, known.on) }
    if (known.opinion === 'failed') return flagged(acceptance, numbers, [], 'failed')
    return used < known.on ? flagged(acceptance, numbers) : clear(acceptance, numbers)
  },
})

export const acceptanceFiling = defineProjectCheck({
  id: 'acceptance.filing',
  area: 'acceptance',
  name: { zh: '竣工验收未按期备案', en: 'Acceptance filed late' },
  explanation: {
    zh: '竣工验收合格之日起十五日内备案。逾期的补办，并说明原因。',
    en: 'Acceptance is filed within fifteen days.',
  },
  source: quality('第四十九条'),
  nature: 'statute',
  severity: 'low',
  from: inForce.quality,
  to: null,
  parameters: { days: always('备案期限（天）', 'Days', '天', 15) },
  why: {
    flagged: {
      zh: '{on}验收合格，{filed}备案，第{days}天，超过{most}天（第四十九条）。',
      en: 'Accepted {on}, filed {filed}: {days} days, more than {most}.',
    },
    open: {
      zh: '{on}验收合格，已{days}天没有登记备案，超过{most}天（第四十九条）。',
      en: 'Accepted {on}; not filed after {days} days, more than {most}.',
    },
    pending: { zh: '{on}验收合格，{due}前备案。', en: 'Accepted {on}; to be filed by {due}.' },
    clear: { zh: '验收合格后{days}天备案。', en: 'Filed {days} days after acceptance.' },
  },
  each: completions,
  on: ({ values }) => values.on ?? null,
  one: (acceptance, { days: most }, _, today) => {
    const { opinion, filedOn: filed } = acceptance.values
    if (opinion === 'failed') return null
    const known = take(acceptance, 'on', 'opinion')
    if (isMissing(known)) return cannotTell(acceptance, known.missing)
    const days = daysFrom(known.on, filed ?? today)
    const numbers = { on: known.on, filed, days, most, due: addDays(known.on, most) }
    if (filed !== undefined) return days > most ? flagged(acceptance, numbers) : clear(acceptance, numbers)
    return days > most ? flagged(acceptance, numbers, [], 'open') : clear(acceptance, numbers, [], 'pending')
  },
})
