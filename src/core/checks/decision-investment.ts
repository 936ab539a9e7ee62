/** Whether an investment keeps to what was decided. */
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { projectOf } from './project-facts.ts'
import { isForWorks } from './project-links.ts'
import { always, governmentInvestment, inForce } from './sources.ts'

type Decision = ProjectFacts['entries']['decision'][number]

const decisions = ({ entries }: ProjectFacts, kind: Decision['kind']): readonly Decision[] =>
  entries.decision.filter((decision) => decision.kind === kind && decision.values.approvedOn !== undefined)
const itself = (facts: ProjectFacts) => {
  const project = projectOf(facts)
  return project === null ? [] : [project]
}

export const decisionEstimateExceeded = defineProjectCheck({
  id: 'decision.estimateExceeded',
  area: 'decision',
  name: { zh: '概算超过估算', en: 'Budget above the estimate' },
  explanation: {
    zh: '概算超过可行性研究估算达到规定幅度的，应当向审批部门报告，审批部门可以要求重报可行性研究报告。没有报告的，补报并说明超出的原因。',
    en: 'A budget well above the estimate is reported to the authority, which may ask for a new study. Report it, and say what it comes from.',
  },
  source: governmentInvestment('第十二条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.governmentInvestment,
  to: null,
  parameters: { share: always('超过估算的幅度（%）', 'Above the estimate', '%', 10) },
  why: {
    flagged: {
      zh: '概算{budget:money}，比估算{estimate:money}高{over:money}（{ratio:percent}），超过{share}%，应当报告（第十二条）。',
      en: 'A budget of {budget:money} is {over:money} ({ratio:percent}) above the estimate of {estimate:money}; above {share}% it is reported.',
    },
    clear: {
      zh: '概算{budget:money}，估算{estimate:money}，没有超过{share}%。',
      en: 'A budget of {budget:money}, an estimate of {estimate:money}.',
    },
  },
  each: itself,
  on: (_, facts) => decisions(facts, 'preliminaryBudget')[0]?.values.approvedOn ?? null,
  one: (project, { share }, facts) => {
    const feasibility = decisions(facts, 'feasibility').at(-1)
    const estimate = feasibility?.values.amount ?? project.values.estimate
    const approved = decisions(facts, 'preliminaryBudget')[0]
    const budget = approved?.values.amount ?? project.values.preliminaryBudget
    const needs = [
      ...(estimate === undefined ? [lacks('project', 'estimate', project)] : []),
      ...(budget === undefined ? [lacks('project', 'preliminaryBudget', project)] : []),
    ]
    if (estimate === undefined || budget === undefined) return cannotTell(project, needs)
    const over = budget - estimate
    const numbers = { budget, estimate, over, ratio: percentOf(over, estimate), share }
    const cited = [feasibility, approved].filter((each) => each !== undefined)
    return isAbove(over, estimate, share) ? flagged(project, numbers, cited) : clear(project, numbers, cited)
  },
})

export const decisionOverBudget = defineProjectCheck({
  id: 'decision.overBudget',
  area: 'decision',
  name: { zh: '超概算而没有调整批复', en: 'Above the budget without approval' },
  explanation: {
    zh: '建设投资原则上不得超过核定的概算；确需增加的，先按程序报批调整。已经超出的，停止新增支出并补办核定。',
    en: 'The investment keeps to its budget; more is approved first. Stop adding, and have it decided.',
  },
  source: governmentInvestment('第二十三条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.governmentInvestment,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '总投资{final:money}，核定概算（含批准的调整）{budget:money}，超出{over:money}（{ratio:percent}），没有调整批复（第二十三条）。',
      en: 'A cost of {final:money} is {over:money} ({ratio:percent}) above the approved budget of {budget:money}.',
    },
    clear: {
      zh: '总投资{final:money}，没有超过核定概算{budget:money}。',
      en: 'A cost of {final:money} within the budget of {budget:money}.',
    },
  },
  each: (facts) =>
    itself(facts).filter(
      ({ values }) =>
        values.finalCost !== undefined || facts.entries.settlement.some((each) => each.values.reviewed !== undefined),
    ),
  on: ({ values }) => values.finalAccountOn ?? null,
  one: (project, _, facts) => {
    const adjustment = decisions(facts, 'budgetAdjustment').at(-1)
    const approved = decisions(facts, 'preliminaryBudget').at(-1)
    const budget = adjustment?.values.amount ?? approved?.values.amount ?? project.values.preliminaryBudget
    if (budget === undefined) return cannotTell(project, [lacks('project', 'preliminaryBudget', project)])
    const settled = facts.entries.settlement.reduce(
      (sum, { values }) => sum + (values.secondReviewed ?? values.reviewed ?? 0),
      0,
    )
    const final = project.values.finalCost ?? settled
    const numbers = { final, budget, over: final - budget, ratio: percentOf(final - budget, budget) }
    const cited = [adjustment, approved].filter((each) => each !== undefined)
    return final > budget ? flagged(project, numbers, cited) : clear(project, numbers, cited)
  },
})

export const decisionContractorFinances = defineProjectCheck({
  id: 'decision.contractorFinances',
  area: 'decision',
  name: { zh: '施工单位垫资建设', en: 'Financed by the contractor' },
  explanation: {
    zh: '政府投资项目不得由施工单位垫资。垫资会转成隐性债务和拖欠工资；应当落实资金来源，限期支付。',
    en: 'Government investments are not financed by the contractor: it turns into hidden debt and unpaid wages.',
  },
  source: governmentInvestment('第二十二条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.governmentInvestment,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '“{contract}”由施工单位垫资（第二十二条）。', en: '“{contract}” is financed by the contractor.' },
    clear: { zh: '没有垫资。', en: 'Not financed by the contractor.' },
  },
  each: ({ entries }) => entries.contract.filter(isForWorks),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract) => {
    const known = take(contract, 'financedByContractor')
    if (isMissing(known)) return cannotTell(contract, known.missing)
    return known.financedByContractor ? flagged(contract, { contract: contract.title }) : clear(contract, {})
  },
})
