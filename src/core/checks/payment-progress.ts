/** What is paid while the works go on. */
import { addMonths } from '../deadline/working-days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, isBelow, less, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { contractOf, isForWorks, paidNet, paymentsOn } from './project-links.ts'
import { always, auditPractice, inForce, progressPayments, wages } from './sources.ts'

/** Progress payments on contracts for works; those without a contract are judged elsewhere. */
const progress = (facts: ProjectFacts) =>
  facts.entries.payment.flatMap((payment) => {
    const contract = payment.kind === 'progress' ? contractOf(facts, payment.values.contract) : null
    return contract !== null && isForWorks(contract) ? [{ payment, contract }] : []
  })

export const paymentProgressLow = defineProjectCheck({
  id: 'payment.progressLow',
  area: 'payment',
  name: { zh: '进度款支付比例偏低', en: 'Progress payments too low' },
  explanation: {
    zh: '2022年8月1日起签订的政府机关、事业单位、国有企业工程合同，进度款不低于已完成价款的规定比例。支付过低会拖欠工资和苗木款。',
    en: 'In contracts of public bodies from 1 August 2022 on, progress payments are at least a share of what is completed. Too little ends in unpaid wages.',
  },
  source: progressPayments('第一条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.progressPayments,
  to: null,
  parameters: { share: always('不低于完成价款的（%）', 'At least', '%', 80) },
  why: {
    flagged: {
      zh: '本期完成{completed:money}，支付{amount:money}，占{ratio:percent}，低于{share}%（合同{signed}签订，财建〔2022〕183号第一条）。',
      en: '{amount:money} paid of {completed:money} completed is {ratio:percent}, below {share}% (contract of {signed}).',
    },
    clear: {
      zh: '本期完成{completed:money}，支付{ratio:percent}，不低于{share}%。',
      en: '{ratio:percent} of {completed:money} was paid.',
    },
  },
  each: progress,
  on: ({ contract }) => contract.values.signedOn ?? null,
  one: ({ payment, contract }, { share }) => {
    const signed = contract.values.signedOn
    if (signed === undefined) return cannotTell(payment, [lacks('contract', 'signedOn', contract)])
    const known = take(payment, 'amount', 'completedValue')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const { amount, completedValue: completed } = known
    const numbers = { amount, completed, ratio: percentOf(amount, completed), share, signed }
    return isBelow(amount, completed, share)
      ? flagged(payment, numbers, [contract])
      : clear(payment, numbers, [contract])
  },
})

export const paymentProgressHigh = defineProjectCheck({
  id: 'payment.progressHigh',
  area: 'payment',
  name: { zh: '进度款超过完成价款', en: 'More paid than completed' },
  explanation: {
    zh: '当期进度款不应超过当期完成的价款。多付的要在结算后按期收回，先核对计量单和监理签认。',
    en: 'A progress payment does not exceed what was completed. What does is paid back; compare the measurement first.',
  },
  source: progressPayments('第一条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.progressPayments,
  to: null,
  parameters: { share: always('不高于完成价款的（%）', 'At most', '%', 100) },
  why: {
    flagged: {
      zh: '本期完成{completed:money}，支付{amount:money}，占{ratio:percent}，超过{share}%。',
      en: '{amount:money} paid of {completed:money} completed is {ratio:percent}, above {share}%.',
    },
    clear: {
      zh: '本期完成{completed:money}，支付{ratio:percent}。',
      en: '{ratio:percent} of {completed:money} was paid.',
    },
  },
  each: progress,
  on: ({ payment }) => payment.values.paidOn ?? null,
  one: ({ payment }, { share }) => {
    const known = take(payment, 'amount', 'completedValue')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const { amount, completedValue: completed } = known
    const numbers = { amount, completed, ratio: percentOf(amount, completed), share }
    return isAbove(amount, completed, share) ? flagged(payment, numbers) : clear(payment, numbers)
  },
})

export const paymentAhead = defineProjectCheck({
  id: 'payment.ahead',
  area: 'payment',
  name: { zh: '付款进度快于施工进度', en: 'Paid ahead of the works' },
  explanation: {
    zh: '累计付款比例明显高于累计完成比例，施工单位停工或违约时钱难以追回。预付款应当按约定扣回。',
    en: 'What is paid well ahead of the works is hard to get back. Prepayments are deducted as agreed.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { points: always('超前的百分点', 'Points ahead', '个百分点', 10) },
  why: {
    flagged: {
      zh: '累计付款{paid:money}（{paidRatio:percent}），累计完成{completed:money}（{doneRatio:percent}），超前{ahead}个百分点，超过{points}个。',
      en: '{paid:money} ({paidRatio:percent}) paid, {completed:money} ({doneRatio:percent}) completed: {ahead} points ahead, more than {points}.',
    },
    clear: {
      zh: '累计付款{paidRatio:percent}，累计完成{doneRatio:percent}。',
      en: '{paidRatio:percent} paid, {doneRatio:percent} completed.',
    },
  },
  each: progress,
  on: ({ payment }) => payment.values.paidOn ?? null,
  one: ({ payment, contract }, { points }, facts) => {
    const known = take(payment, 'paidOn', 'completedToDate')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const { price } = contract.values
    if (price === undefined || price === 0) return cannotTell(payment, [lacks('contract', 'price', contract)])
    const { paidOn, completedToDate: completed } = known
    const paid = paidNet(paymentsOn(facts, contract).filter(({ values }) => (values.paidOn ?? paidOn) <= paidOn))
    const paidRatio = percentOf(paid, price) ?? 0
    const doneRatio = percentOf(completed, price) ?? 0
    const numbers = {
      paid,
      completed,
      paidRatio,
      doneRatio,
      ahead: Number(less(paidRatio, doneRatio).toFixed(2)),
      points,
    }
    return isAbove(paid - completed, price, points)
      ? flagged(payment, numbers, [contract])
      : clear(payment, numbers, [contract])
  },
})

export const paymentWageAccount = defineProjectCheck({
  id: 'payment.wageAccount',
  area: 'payment',
  name: { zh: '没有农民工工资专用账户', en: 'No special account for wages' },
  explanation: {
    zh: '施工总承包单位应当开设农民工工资专用账户，人工费进专户、由专户直接发到本人。没有开设的，责令限期改正。',
    en: 'The contractor opens a special account, from which wages go to each worker.',
  },
  source: wages('第二十六条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.wages,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '“{contract}”没有开设农民工工资专用账户（第二十六条）。',
      en: '“{contract}” has no special account for wages.',
    },
    clear: { zh: '已开设农民工工资专用账户。', en: 'There is a special account for wages.' },
  },
  each: ({ entries }) => entries.contract.filter(isForWorks),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract) => {
    const known = take(contract, 'wageAccount')
    if (isMissing(known)) return cannotTell(contract, known.missing)
    return known.wageAccount ? clear(contract, {}) : flagged(contract, { contract: contract.title })
  },
})

export const paymentWagesMonthly = defineProjectCheck({
  id: 'payment.wagesMonthly',
  area: 'payment',
  name: { zh: '人工费没有按月拨入专户', en: 'Wages not paid monthly' },
  explanation: {
    zh: '人工费用拨付周期不得超过一个月，并拨入专用账户。因计量争议停付工程款的，也不得停付其中的人工费。',
    en: 'Wages are paid at least monthly, into the special account, also while quantities are disputed.',
  },
  source: wages('第二十四条、第二十九条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.wages,
  to: null,
  parameters: { months: always('拨付周期不超过（月）', 'Months at most', '个月', 1) },
  why: {
    flagged: {
      zh: '{from}拨付人工费以后，到{to}才再次拨付，超过{months}个月（第二十四条）。',
      en: 'After {from} wages were paid again only on {to}: more than {months} month.',
    },
    elsewhere: {
      zh: '{on}的人工费没有进专用账户（第二十九条）。',
      en: 'The wages of {on} did not go to the special account.',
    },
    clear: {
      zh: '人工费{count}次拨付，间隔不超过{months}个月，都进专用账户。',
      en: '{count} payments of wages, none more than {months} month apart.',
    },
  },
  each: (facts) =>
    facts.entries.contract
      .filter(isForWorks)
      .map((contract) => ({
        contract,
        payments: paymentsOn(facts, contract).filter(({ kind }) => kind === 'progress'),
      }))
      .filter(({ payments }) => payments.length > 0),
  on: ({ contract }) => contract.values.signedOn ?? null,
  one: ({ contract, payments }, { months }) => {
    const elsewhere = payments.find(({ values }) => values.wagesToAccount === false)
    if (elsewhere !== undefined) return flagged(contract, { on: elsewhere.values.paidOn }, [elsewhere], 'elsewhere')
    const needs = payments.flatMap((payment) => {
      const known = take(payment, 'paidOn', 'wages', 'wagesToAccount')
      return isMissing(known) ? known.missing : []
    })
    if (needs.length > 0) return cannotTell(contract, needs)
    const days = payments.filter(({ values }) => (values.wages ?? 0) > 0).flatMap(({ values }) => values.paidOn ?? [])
    for (const [index, to] of days.entries()) {
      const from = days[index - 1]
      if (from !== undefined && to > addMonths(from, months)) return flagged(contract, { from, to, months }, payments)
    }
    return clear(contract, { count: days.length, months }, payments)
  },
})
