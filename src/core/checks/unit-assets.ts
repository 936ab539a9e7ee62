/** Assets of the state, and what investors promised. */
import { daysFrom } from './days.ts'
import { defineEachCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { always, auditPractice, localRule, wan } from './sources.ts'
import type { UnitFacts } from './unit-facts.ts'

export const assetBeforeApproval = defineEachCheck<UnitFacts>()({
  id: 'asset.beforeApproval',
  area: 'decision',
  name: { zh: '国有资产未批先处置', en: 'State asset dealt with before approval' },
  explanation: {
    zh: '报损、报废、处置都应先批后办。先办的，补审批并说明原因，看处置收入有没有上缴。',
    en: 'Approval comes first. Make up for it with the reason, and see whether the proceeds were paid in.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{on}处理，{approved}才批准，早{days}天。',
      en: 'Carried out on {on}, approved only on {approved}: {days} days later.',
    },
    clear: { zh: '{approved}批准，{on}处理。', en: 'Approved {approved}, carried out {on}.' },
  },
  // What is found in a stocktaking is booked; nothing is given away.
  each: ({ entries }) => entries.stateAsset.filter(({ kind, values }) => kind !== 'surplus' && values.on !== undefined),
  on: ({ values }) => values.on ?? null,
  one: (asset) => {
    const known = take(asset, 'on', 'approvedOn')
    if (isMissing(known)) return cannotTell(asset, known.missing)
    const { on, approvedOn: approved } = known
    const numbers = { on, approved }
    return on < approved ? flagged(asset, { ...numbers, days: daysFrom(on, approved) }) : clear(asset, numbers)
  },
})

export const investmentTaxPerMu = defineEachCheck<UnitFacts>()({
  id: 'investment.taxPerMu',
  area: 'land',
  name: { zh: '投资协议亩均税收低于规定', en: 'Tax promised per mu below the rule' },
  explanation: {
    zh: '投资协议应写明亩均税收，且不低于本地规定。没有写或写低了的，补签承诺；不愿补签的，从严核验奖补。',
    en: 'The agreement names the tax per mu and year, no less than the local rule. Otherwise a promise is signed later, or subsidies are examined strictly.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { least: always('亩均税收下限（每年）', 'Tax per mu and year, at least', '分', wan(15)) },
  why: {
    flagged: {
      zh: '“{name}”承诺亩均税收每年{tax:money}，低于{least:money}。',
      en: '{name} promises {tax:money} per mu and year, less than {least:money}.',
    },
    noClause: { zh: '“{name}”的协议没有写明亩均税收。', en: 'The agreement of {name} has no clause on tax.' },
    clear: { zh: '“{name}”承诺亩均税收每年{tax:money}。', en: '{name} promises {tax:money} per mu and year.' },
  },
  each: ({ entries }) =>
    entries.investmentProject.filter(({ values }) => values.signedOn !== undefined && values.stage !== 'ended'),
  on: ({ values }) => values.signedOn ?? null,
  one: (project, { least }) => {
    const { name = project.title, taxClause, taxPerMu: tax } = project.values
    if (taxClause === false) return flagged(project, { name }, [], 'noClause')
    if (tax === undefined) return cannotTell(project, [lacks('investmentProject', 'taxPerMu', project)])
    return tax < least ? flagged(project, { name, tax, least }) : clear(project, { name, tax })
  },
})
