/** Changes of a contract: how much, by whom approved, and before what. */
import { cumulativeRatio } from '../calculators/change-ratio.ts'
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { amountOf, approvedBy, type Change, changesOf, contractOf } from './project-links.ts'
import { always, auditPractice, localRule, surveyAndDesign, wan } from './sources.ts'

/** Levels of approval, from below. */
const levels = ['supervisor', 'owner', 'authority', 'jointReview', 'government', 'committee'] as const
const levelNames = ['监理单位', '建设单位', '主管部门', '部门联审', '政府常务会', '党委会']
const rankOf = (level: (typeof levels)[number]): number => levels.indexOf(level) + 1

export const changeApprovalTier = defineProjectCheck({
  id: 'change.approvalTier',
  area: 'change',
  name: { zh: '变更审批层级不够', en: 'Approved too low' },
  explanation: {
    zh: '单笔金额或累计变更率达到本地规定的，应由更高一级审批。层级不够的补报，并查以前的变更有没有同样情况。',
    en: 'From a certain amount or cumulative ratio on, a higher level decides. Have it decided there, and look at earlier changes.',
  },
  source: localRule,
  nature: 'local',
  severity: 'high',
  from: null,
  to: null,
  parameters: {
    ratio: always('累计变更率超过（%）', 'Cumulative ratio above', '%', 10),
    amount: always('单笔金额达到', 'Single amount from', '分', wan(50)),
    level: always(
      '需由哪一级审批（3主管部门 4部门联审 5政府常务会 6党委会）',
      'Level that decides (3 authority, 4 joint review, 5 government, 6 committee)',
      '级',
      3,
    ),
  },
  why: {
    flagged: {
      zh: '变更{amount:money}，累计变更率{ratio:percent}，应由{needed}或更高一级审批，实际最高由{got}审批。',
      en: 'A change of {amount:money} at a cumulative {ratio:percent} is for level {neededRank}; the highest that approved is level {gotRank}.',
    },
    clear: {
      zh: '变更{amount:money}，累计变更率{ratio:percent}，审批层级符合规定。',
      en: 'A change of {amount:money} at a cumulative {ratio:percent} was approved at the right level.',
    },
  },
  each: ({ entries }) => entries.changeOrder.filter(({ values }) => values.approvedOn !== undefined),
  on: ({ values }) => values.approvedOn ?? null,
  one: (change, values, facts) => {
    const known = take(change, 'amount', 'approvals', 'approvedOn')
    if (isMissing(known)) return cannotTell(change, known.missing)
    const contract = contractOf(facts, change.values.contract)
    if (contract === null) return cannotTell(change, [lacks('changeOrder', 'contract', change)])
    const price = contract.values.price
    if (price === undefined || price === 0) return cannotTell(change, [lacks('contract', 'price', contract)])
    const before = approvedBefore(changesOf(facts, contract), change)
    const cumulative = cumulativeRatio({ price, approved: amountOf(before), amount: known.amount })
    const isHigh = Math.abs(known.amount) >= values.amount || isAbove(cumulative.total, price, values.ratio)
    const neededRank = isHigh ? values.level : rankOf('owner')
    const gotRank = Math.max(
      0,
      ...known.approvals
        .filter(({ agreed }) => agreed !== false)
        .map(({ level }) => (level === undefined ? 0 : rankOf(level))),
    )
    const numbers = {
      amount: known.amount,
      ratio: cumulative.percent,
      neededRank,
      gotRank,
      needed: levelNames[neededRank - 1] ?? '',
      got: levelNames[gotRank - 1] ?? '无',
    }
    return gotRank < neededRank ? flagged(change, numbers, [contract, ...before]) : clear(change, numbers, [contract])
  },
})

/** Changes of the same contract approved before one; of the same day those entered earlier. */
const approvedBefore = (changes: readonly Change[], { id, values }: Change): readonly Change[] =>
  values.approvedOn === undefined
    ? []
    : approvedBy(changes, values.approvedOn).filter(
        (other) => other.id !== id && (other.values.approvedOn !== values.approvedOn || other.id < id),
      )

export const changeRatio = defineProjectCheck({
  id: 'change.ratio',
  area: 'change',
  name: { zh: '累计变更率', en: 'Ratio of changes' },
  explanation: {
    zh: '变更累计占原合同价的比例过高，说明前期勘察设计不实，或者低价中标后靠变更补回。分母是签订时的合同价，不随变更调整。',
    en: 'A high share of changes tells of poor design, or of a low bid made good later. It is counted on the price as signed.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    watch: always('关注线（%）', 'Watch above', '%', 10),
    flag: always('预警线（%）', 'Flag above', '%', 20),
  },
  why: {
    flagged: {
      zh: '已批准变更{count}笔合计{total:money}，占原合同价{price:money}的{ratio:percent}，超过{flag}%。',
      en: '{count} approved changes of {total:money} are {ratio:percent} of {price:money}, above {flag}%.',
    },
    watch: {
      zh: '已批准变更{count}笔合计{total:money}，占原合同价{price:money}的{ratio:percent}，超过关注线{watch}%。',
      en: '{count} approved changes of {total:money} are {ratio:percent} of {price:money}, above {watch}%.',
    },
    clear: {
      zh: '已批准变更{count}笔合计{total:money}，占原合同价的{ratio:percent}。',
      en: '{count} approved changes of {total:money} are {ratio:percent} of the price.',
    },
  },
  each: (facts) => facts.entries.contract.filter((contract) => changesOf(facts, contract).length > 0),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, { watch, flag }, facts, today) => {
    const approved = approvedBy(changesOf(facts, contract), today)
    const { price } = contract.values
    if (price === undefined || price === 0) return cannotTell(contract, [lacks('contract', 'price', contract)])
    const unknown = approved.filter(({ values }) => values.amount === undefined)
    if (unknown.length > 0)
      return cannotTell(
        contract,
        unknown.map((each) => lacks('changeOrder', 'amount', each)),
      )
    const total = amountOf(approved)
    const numbers = { count: approved.length, total, price, ratio: percentOf(total, price), watch, flag }
    if (isAbove(total, price, flag)) return flagged(contract, numbers, approved)
    return isAbove(total, price, watch)
      ? flagged(contract, numbers, approved, 'watch')
      : clear(contract, numbers, approved)
  },
})

export const changeImplementedFirst = defineProjectCheck({
  id: 'change.implementedFirst',
  area: 'change',
  name: { zh: '先实施后批准', en: 'Carried out before it was approved' },
  explanation: {
    zh: '变更未批先干，金额和必要性都已无法审查。查清谁同意实施；批准以前的费用不能只凭补办的手续结算。',
    en: 'What is done already can no longer be weighed. Find out who agreed; late papers alone do not pay for it.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{implemented}实施，{approved}才批准，早{days}天。',
      en: 'Carried out {implemented}, approved {approved}: {days} days later.',
    },
    clear: { zh: '{approved}批准，{implemented}实施。', en: 'Approved {approved}, carried out {implemented}.' },
  },
  each: ({ entries }) => entries.changeOrder.filter(({ values }) => values.implementedOn !== undefined),
  on: ({ values }) => values.implementedOn ?? null,
  one: (change) => {
    const known = take(change, 'implementedOn', 'approvedOn')
    if (isMissing(known)) return cannotTell(change, known.missing)
    const { implementedOn: implemented, approvedOn: approved } = known
    const numbers = { implemented, approved, days: daysFrom(implemented, approved) }
    return implemented < approved ? flagged(change, numbers) : clear(change, numbers)
  },
})

export const changeDrawings = defineProjectCheck({
  id: 'change.drawings',
  area: 'change',
  name: { zh: '非原设计单位改图', en: 'Drawings altered by somebody else' },
  explanation: {
    zh: '勘察设计文件由原设计单位修改，或者经其书面同意由其他有资质的单位修改；建设、施工、监理单位不得自行修改。',
    en: 'Drawings are altered by their designer, or with its written consent by another one qualified.',
  },
  source: surveyAndDesign('第二十八条'),
  nature: 'statute',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '变更图纸不是原设计单位出具，也没有其书面同意（第二十八条）。',
      en: 'The drawings are neither by the designer nor with its written consent.',
    },
    clear: {
      zh: '变更图纸由原设计单位出具或经其书面同意。',
      en: 'The drawings are by the designer or with its consent.',
    },
  },
  each: ({ entries }) =>
    entries.changeOrder.filter(({ kind, values }) => kind === 'designChange' || values.drawnBy !== undefined),
  on: ({ values }) => values.approvedOn ?? values.appliedOn ?? null,
  one: (change) => {
    const { drawnBy } = change.values
    if (drawnBy === undefined) return cannotTell(change, [lacks('changeOrder', 'drawnBy', change)])
    if (drawnBy === 'none') return null
    return drawnBy === 'other' ? flagged(change, {}) : clear(change, {})
  },
})

export const changeDesignPaper = defineProjectCheck({
  id: 'change.designPaper',
  area: 'change',
  name: { zh: '设计变更没有设计文件', en: 'Design change without a design' },
  explanation: {
    zh: '设计变更应当有设计变更通知单或图纸。没有的，工程量无法核对，结算时不应认可。',
    en: 'A design change has a paper or a drawing; without it no quantity can be compared.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '登记为设计变更，没有变更通知单，也没有图纸。',
      en: 'A design change with neither a paper nor a drawing.',
    },
    clear: { zh: '有设计变更通知单{paper}。', en: 'Design change paper {paper}.' },
  },
  each: ({ entries }) => entries.changeOrder.filter(({ kind }) => kind === 'designChange'),
  on: ({ values }) => values.appliedOn ?? null,
  one: (change) => {
    const { designPaper: paper, drawnBy } = change.values
    if (paper !== undefined) return clear(change, { paper })
    return drawnBy === 'none' ? flagged(change, {}) : cannotTell(change, [lacks('changeOrder', 'designPaper', change)])
  },
})
