/** How a contract came about: in time, before the work, step by step. */
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { awardNoticeOf, contractOf, isOutward, paymentsOn, supplementsOf, wasTendered } from './project-links.ts'
import { always, auditPractice, biddingLaw, inForce, localRule, procurementLaw } from './sources.ts'

export const contractSignedLate = defineProjectCheck({
  id: 'contract.signedLate',
  area: 'contract',
  name: { zh: '中标后未按期签订合同', en: 'Signed late after the award' },
  explanation: {
    zh: '中标通知书发出后拖着不签，常常是在谈招标文件以外的条件。超过期限的，要说明原因并核对合同与投标文件是否一致。',
    en: 'What takes long after an award is often a talk about other terms. Ask why, and compare the contract with the bid.',
  },
  source: biddingLaw('第四十六条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.biddingLaw,
  to: null,
  parameters: { days: always('签订期限（天）', 'Days at most', '天', 30) },
  why: {
    flagged: {
      zh: '中标通知书{award}发出，{signed}签订，相隔{days}天，超过{most}天（第四十六条）。',
      en: 'Award of {award}, signed {signed}: {days} days, more than {most}.',
    },
    clear: { zh: '中标通知书发出后{days}天签订，没有超过{most}天。', en: 'Signed {days} days after the award.' },
    unsigned: {
      zh: '中标通知书{award}发出已{days}天，没有登记签订日期，超过{most}天（第四十六条）。',
      en: 'Award of {award}, day {days}: no day of signing is entered; at most {most} days are allowed.',
    },
    pending: {
      zh: '中标通知书{award}发出，第{days}天，还在{most}天的签订期限内。',
      en: 'Award of {award}, day {days} of {most}.',
    },
  },
  each: (facts) =>
    facts.entries.contract.filter(
      (contract) => awardNoticeOf(facts, contract) !== undefined || wasTendered(facts, contract) === true,
    ),
  on: (contract, facts) => awardNoticeOf(facts, contract) ?? contract.values.signedOn ?? null,
  one: (contract, { days: most }, facts, today) => {
    const award = awardNoticeOf(facts, contract)
    if (award === undefined) return cannotTell(contract, [lacks('contract', 'awardNoticeOn', contract)])
    const signed = contract.values.signedOn
    const days = daysFrom(award, signed ?? today)
    if (signed === undefined) {
      const numbers = { award, days, most }
      return days > most ? flagged(contract, numbers, [], 'unsigned') : clear(contract, numbers, [], 'pending')
    }
    return days > most
      ? flagged(contract, { award, signed, days, most })
      : clear(contract, { award, signed, days, most })
  },
})

export const contractWorkBeforeSigning = defineProjectCheck({
  id: 'contract.workBeforeSigning',
  area: 'contract',
  name: { zh: '先实施后签合同', en: 'Work before the contract' },
  explanation: {
    zh: '没有合同就进场，价格、工期和责任都没有依据。被提示的，查清谁同意进场、这段工程量怎样计价。',
    en: 'Without a contract neither price nor time nor liability is settled. Find out who let the work begin, and how it was paid.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{began}开始实施，{signed}才签订合同，早{days}天。',
      en: 'Work from {began}, signed only on {signed}: {days} days later.',
    },
    clear: { zh: '{signed}签订合同，{began}开始实施。', en: 'Signed {signed}, work from {began}.' },
  },
  each: ({ entries }) => entries.contract.filter(({ kind }) => kind !== 'termination' && kind !== 'supplement'),
  on: ({ values }) => values.performedFrom ?? values.signedOn ?? null,
  one: (contract, _, facts, today) => {
    const { performedFrom: began, signedOn: signed } = contract.values
    if (began === undefined) {
      // A contract that nobody has begun to perform is no case; one that is being paid has begun.
      const isUnderway = paymentsOn(facts, contract).some(({ kind }) => kind === 'progress' || kind === 'settlement')
      return isUnderway ? cannotTell(contract, [lacks('contract', 'performedFrom', contract)]) : null
    }
    if (signed === undefined)
      return began <= today ? cannotTell(contract, [lacks('contract', 'signedOn', contract)]) : null
    const numbers = { began, signed, days: daysFrom(began, signed) }
    return began < signed ? flagged(contract, numbers) : clear(contract, numbers)
  },
})

export const contractPaidBeforeSigning = defineProjectCheck({
  id: 'contract.paidBeforeSigning',
  area: 'contract',
  name: { zh: '无合同或签订前付款', en: 'Paid without a contract' },
  explanation: {
    zh: '付款应当以已签订的合同为依据。签订前付的款，要追查审批人和付款依据；没有合同的，先补登合同或说明费用性质。',
    en: 'Money is paid on a signed contract. Ask who approved an earlier payment and on what.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{paid}付款{amount:money}，合同{signed}才签订，早{days}天。',
      en: '{amount:money} paid on {paid}, signed only on {signed}: {days} days later.',
    },
    noContract: {
      zh: '{paid}付款{amount:money}，没有对应的合同。',
      en: '{amount:money} paid on {paid} without a contract.',
    },
    clear: { zh: '合同{signed}签订，{paid}付款。', en: 'Signed {signed}, paid {paid}.' },
  },
  each: ({ entries }) =>
    entries.payment.filter(
      (payment) =>
        isOutward(payment) && !['land', 'hospitality', 'alcohol', 'gifts'].includes(payment.values.purpose ?? ''),
    ),
  on: ({ values }) => values.paidOn ?? null,
  one: (payment, _, facts) => {
    const known = take(payment, 'paidOn', 'amount')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const { paidOn: paid, amount } = known
    if (payment.values.contract === undefined) return flagged(payment, { paid, amount }, [], 'noContract')
    const contract = contractOf(facts, payment.values.contract)
    if (contract === null) return cannotTell(payment, [lacks('payment', 'contract', payment)])
    const signed = contract.values.signedOn
    if (signed === undefined) return cannotTell(payment, [lacks('contract', 'signedOn', contract)])
    const numbers = { paid, amount, signed, days: daysFrom(paid, signed) }
    return paid < signed ? flagged(payment, numbers, [contract]) : clear(payment, numbers, [contract])
  },
})

export const contractSupplements = defineProjectCheck({
  id: 'contract.supplements',
  area: 'contract',
  name: { zh: '政府采购追加超过规定比例', en: 'Supplements of a procurement' },
  explanation: {
    zh: '政府采购合同追加相同标的，所有补充合同合计有上限。超过的部分应当重新采购。',
    en: 'Supplements for more of the same have a limit. What exceeds it is bought anew.',
  },
  source: procurementLaw('第四十九条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.procurementLaw,
  to: null,
  parameters: { share: always('补充合同合计上限（%）', 'Supplements at most', '%', 10) },
  why: {
    flagged: {
      zh: '补充协议{count}份合计{total:money}，占原合同价{price:money}的{ratio:percent}，超过{share}%（第四十九条）。',
      en: '{count} supplements of {total:money} are {ratio:percent} of the price of {price:money}; at most {share}% is allowed.',
    },
    clear: {
      zh: '补充协议{count}份合计{total:money}，占原合同价的{ratio:percent}，不超过{share}%。',
      en: '{count} supplements of {total:money} are {ratio:percent} of the price.',
    },
  },
  each: (facts) => facts.entries.contract.filter((contract) => supplementsOf(facts, contract).length > 0),
  on: (contract, facts) => supplementsOf(facts, contract).at(-1)?.values.signedOn ?? contract.values.signedOn ?? null,
  one: (contract, { share }, facts) => {
    if (contract.values.governmentProcurement === false) return null
    const supplements = supplementsOf(facts, contract)
    const known = take(contract, 'governmentProcurement', 'price')
    const missing = [
      ...(isMissing(known) ? known.missing : []),
      ...supplements.filter(({ values }) => values.price === undefined).map((each) => lacks('contract', 'price', each)),
    ]
    if (isMissing(known) || missing.length > 0) return cannotTell(contract, missing)
    const total = supplements.reduce((sum, { values }) => sum + (values.price ?? 0), 0)
    const { price } = known
    const numbers = { count: supplements.length, total, price, ratio: percentOf(total, price), share }
    return isAbove(total, price, share)
      ? flagged(contract, numbers, supplements)
      : clear(contract, numbers, supplements)
  },
})

/** As the steps are commonly taken; a place that does without one sets it to 0. */
const flow = [
  'drafting',
  'businessReview',
  'financeReview',
  'legalReview',
  'collectiveDecision',
  'signature',
  'sealing',
  'filing',
] as const
type Step = (typeof flow)[number]
const stepNames: Readonly<Record<Step, string>> = {
  drafting: '起草',
  businessReview: '业务审核',
  financeReview: '财务审核',
  legalReview: '合法性审查',
  collectiveDecision: '集体研究',
  signature: '签字',
  sealing: '用印',
  filing: '归档备案',
}
const place = (zh: string, en: string, value: number) =>
  always(`${zh}（第几步，0为不要求）`, `${en} (place, 0: not asked for)`, '步', value)

export const contractSigningFlow = defineProjectCheck({
  id: 'contract.signingFlow',
  area: 'contract',
  name: { zh: '合同签订流程缺项或倒置', en: 'Steps of signing' },
  explanation: {
    zh: '本地规定的签订步骤缺少或次序颠倒，说明审查没有起作用。补办的要注明补办日期，不能倒签。',
    en: 'A step that is missing or out of order did not do its work. What is made up for carries its own date.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    drafting: place('起草', 'Drafting', 1),
    businessReview: place('业务审核', 'Review by the department', 2),
    financeReview: place('财务审核', 'Review of finance', 0),
    legalReview: place('合法性审查', 'Legal review', 3),
    collectiveDecision: place('集体研究', 'Collective decision', 4),
    signature: place('签字', 'Signature', 5),
    sealing: place('用印', 'Seal', 6),
    filing: place('归档备案', 'Filing', 0),
  },
  why: {
    missing: { zh: '签订流程缺少：{steps}。', en: 'Steps missing: {steps}.' },
    flagged: {
      zh: '“{later}”（{laterOn}）在“{earlier}”（{earlierOn}）之前。',
      en: '“{later}” ({laterOn}) came before “{earlier}” ({earlierOn}).',
    },
    clear: { zh: '签订流程{count}步齐全，次序正确。', en: 'All {count} steps were taken in order.' },
  },
  each: ({ entries }) => entries.contract.filter(({ values }) => values.signedOn !== undefined),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, places) => {
    const known = take(contract, 'signingSteps')
    if (isMissing(known)) return cannotTell(contract, known.missing)
    const asked = flow.filter((step) => places[step] > 0).sort((a, b) => places[a] - places[b])
    const taken = asked.map((step) => ({ step, row: known.signingSteps.find((row) => row.step === step) }))
    const absent = taken.filter(({ row }) => row === undefined).map(({ step }) => stepNames[step])
    if (absent.length > 0) return flagged(contract, { steps: absent.join('、') }, [], 'missing')
    const dated = taken.flatMap(({ step, row }) => (row?.on === undefined ? [] : [{ step, on: row.on }]))
    if (dated.length < taken.length) return cannotTell(contract, [lacks('contract', 'signingSteps', contract)])
    for (const [index, { step, on }] of dated.entries()) {
      const before = dated[index - 1]
      if (before !== undefined && on < before.on) {
        const numbers = { later: stepNames[step], laterOn: on, earlier: stepNames[before.step], earlierOn: before.on }
        return flagged(contract, numbers)
      }
    }
    return clear(contract, { count: dated.length })
  },
})
