/** How much may be paid in all, at which stage, after what, and not twice. */
import { guaranteeEnd } from '../calculators/quality-bond.ts'
import { latest } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf, shareOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { projectOf } from './project-facts.ts'
import {
  amountOf,
  approvedBy,
  changesOf,
  contractOf,
  isOutward,
  type Payment,
  paidNet,
  paymentsOn,
  supplementsOf,
} from './project-links.ts'
import { always, auditPractice, inForce, qualityBondRules } from './sources.ts'

/** When the works were accepted: the last acceptance on completion that was passed. */
export const acceptedOn = ({ entries }: ProjectFacts) =>
  latest(
    entries.acceptance
      .filter(
        ({ kind, values }) => kind === 'completion' && values.opinion !== undefined && values.opinion !== 'failed',
      )
      .map(({ values }) => values.on),
  )

export const paymentOverContract = defineProjectCheck({
  id: 'payment.overContract',
  area: 'payment',
  name: { zh: '付款超过合同和变更', en: 'Paid above contract and changes' },
  explanation: {
    zh: '累计付款超过原合同价加已批准变更、补充协议的，没有依据。先核对有没有漏登的变更，确属多付的追回。',
    en: 'What is paid above the price and approved changes has no ground. Look for changes that were not entered; get the rest back.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '“{contract}”累计付款{paid:money}，合同加已批准变更{limit:money}，超出{over:money}。',
      en: '“{contract}”: {paid:money} paid, {limit:money} agreed and approved, {over:money} too much.',
    },
    clear: {
      zh: '累计付款{paid:money}，没有超过合同加已批准变更{limit:money}。',
      en: '{paid:money} paid of {limit:money} agreed and approved.',
    },
  },
  each: (facts) => facts.entries.contract.filter((contract) => paymentsOn(facts, contract).length > 0),
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, _, facts, today) => {
    const payments = paymentsOn(facts, contract)
    const changes = approvedBy(changesOf(facts, contract), today)
    const supplements = supplementsOf(facts, contract)
    const needs = [
      ...[contract, ...supplements]
        .filter(({ values }) => values.price === undefined)
        .map((each) => lacks('contract', 'price', each)),
      ...changes
        .filter(({ values }) => values.amount === undefined)
        .map((each) => lacks('changeOrder', 'amount', each)),
      ...payments.filter(({ values }) => values.amount === undefined).map((each) => lacks('payment', 'amount', each)),
    ]
    if (needs.length > 0) return cannotTell(contract, needs)
    const limit = [contract, ...supplements].reduce((sum, { values }) => sum + (values.price ?? 0), amountOf(changes))
    const paid = paidNet(payments)
    const numbers = { contract: contract.title, paid, limit, over: paid - limit }
    return paid > limit ? flagged(contract, numbers, [...payments, ...changes]) : clear(contract, numbers, payments)
  },
})

export const paymentBeyondStage = defineProjectCheck({
  id: 'payment.beyondStage',
  area: 'payment',
  name: { zh: '付款超过合同约定节点', en: 'Paid beyond the stage' },
  explanation: {
    zh: '合同约定了每个节点累计可付的比例。提前多付的，查明是谁批准、依据什么。',
    en: 'The contract says which share may be paid at each stage. Ask who approved more, and on what.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '到本节点累计付款{paid:money}，占合同价的{ratio:percent}，超过约定的{share}%。',
      en: '{paid:money} paid by this stage is {ratio:percent} of the price; {share}% was agreed.',
    },
    clear: {
      zh: '到本节点累计付款占合同价的{ratio:percent}，约定{share}%。',
      en: '{ratio:percent} paid by this stage; {share}% agreed.',
    },
  },
  each: (facts) =>
    facts.entries.payment.flatMap((payment) => {
      const contract = isOutward(payment) ? contractOf(facts, payment.values.contract) : null
      return contract?.values.paymentTerms === undefined
        ? []
        : [{ payment, contract, terms: contract.values.paymentTerms }]
    }),
  on: ({ payment }) => payment.values.paidOn ?? null,
  one: ({ payment, contract, terms }, _, facts) => {
    const known = take(payment, 'paidOn', 'stage')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const { price } = contract.values
    if (price === undefined || price === 0) return cannotTell(payment, [lacks('contract', 'price', contract)])
    const term = terms.find(({ stage }) => stage === known.stage)
    if (term?.share === undefined) return cannotTell(payment, [lacks('contract', 'paymentTerms', contract)])
    const paid = paidNet(
      paymentsOn(facts, contract).filter(({ values }) => (values.paidOn ?? known.paidOn) <= known.paidOn),
    )
    const numbers = { paid, ratio: percentOf(paid, price), share: term.share }
    return isAbove(paid, price, term.share)
      ? flagged(payment, numbers, [contract])
      : clear(payment, numbers, [contract])
  },
})

export const paymentBeforeAcceptance = defineProjectCheck({
  id: 'payment.beforeAcceptance',
  area: 'payment',
  name: { zh: '验收前支付验收后的款项', en: 'Paid before the acceptance it depends on' },
  explanation: {
    zh: '以竣工验收合格为条件的款项，验收合格以前不付。',
    en: 'What depends on acceptance is not paid before it.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{paid}支付验收后款项{amount:money}，{accepted}才验收合格。',
      en: '{amount:money} paid on {paid}, accepted only on {accepted}.',
    },
    clear: { zh: '{accepted}验收合格，{paid}支付。', en: 'Accepted {accepted}, paid {paid}.' },
  },
  each: ({ entries }) =>
    entries.payment.filter(
      (payment) => isOutward(payment) && ['accepted', 'settled'].includes(payment.values.stage ?? ''),
    ),
  on: ({ values }) => values.paidOn ?? null,
  one: (payment, _, facts) => {
    const known = take(payment, 'paidOn', 'amount')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const accepted = acceptedOn(facts)
    if (accepted === null) return cannotTell(payment, [lacks('acceptance', 'on')])
    const numbers = { paid: known.paidOn, amount: known.amount, accepted }
    return known.paidOn < accepted ? flagged(payment, numbers) : clear(payment, numbers)
  },
})

export const paymentBondBeforeSurvival = defineProjectCheck({
  id: 'payment.bondBeforeSurvival',
  area: 'payment',
  name: { zh: '质保金返还过早', en: 'Quality bond returned too early' },
  explanation: {
    zh: '养护期满、核查成活率以后才返还质保金；期满以后规格和死活都难以再追究。',
    en: 'The bond is returned when the period has ended and survival was checked; later nothing can be claimed.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: { zh: '{paid}返还质保金，养护期到{end}才满。', en: 'Returned on {paid}; the period ends {end}.' },
    unchecked: {
      zh: '{paid}返还质保金，此前没有期满成活率核查。',
      en: 'Returned on {paid} without a final check of survival before.',
    },
    clear: {
      zh: '养护期{end}满，{checked}核查成活率，{paid}返还。',
      en: 'Period ended {end}, survival checked {checked}, returned {paid}.',
    },
  },
  each: ({ entries }) => entries.payment.filter(({ kind }) => kind === 'qualityBond'),
  on: ({ values }) => values.paidOn ?? null,
  one: (payment, _, facts) => {
    const known = take(payment, 'paidOn')
    if (isMissing(known)) return cannotTell(payment, known.missing)
    const paid = known.paidOn
    const accepted = acceptedOn(facts)
    const months = maintenanceMonthsOf(facts, contractOf(facts, payment.values.contract))
    if (accepted === null) return cannotTell(payment, [lacks('acceptance', 'on')])
    if (months === undefined) return cannotTell(payment, [lacks('project', 'maintenanceMonths', projectOf(facts))])
    const end = guaranteeEnd(accepted, months)
    if (paid < end) return flagged(payment, { paid, end })
    const checked = facts.entries.survivalCheck.find(
      ({ kind, values }) => kind === 'final' && values.on !== undefined && values.on <= paid,
    )
    return checked === undefined
      ? flagged(payment, { paid, end }, [], 'unchecked')
      : clear(payment, { paid, end, checked: checked.values.on }, [checked])
  },
})

/** Months of upkeep owed by the contractor: of the contract, or as noted at the project. */
export const maintenanceMonthsOf = (
  facts: ProjectFacts,
  contract: ProjectFacts['entries']['contract'][number] | null,
): number | undefined =>
  contract?.values.maintenanceMonths ??
  projectOf(facts)?.values.maintenanceMonths ??
  facts.entries.contract.find(({ values }) => values.maintenanceMonths !== undefined)?.values.maintenanceMonths

const key = ({ values }: Payment): string => `${values.payee} ${values.amount}`

export const paymentDuplicate = defineProjectCheck({
  id: 'payment.duplicate',
  area: 'payment',
  name: { zh: '疑似重复付款', en: 'Paid twice' },
  explanation: {
    zh: '同一收款方、同一金额、同一发票号付了两次的，核对凭证；确属重复的追回。',
    en: 'The same payee, amount and invoice twice: compare the vouchers, and get it back.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '向{payee}付款{amount:money}，发票{invoice}，与另外{count}笔相同。',
      en: '{amount:money} to {payee}, invoice {invoice}: the same as {count} more.',
    },
    clear: { zh: '与同额付款的发票号不同。', en: 'The invoices differ.' },
  },
  each: ({ entries }) => {
    const paid = entries.payment.filter((payment) => isOutward(payment) && payment.values.amount !== undefined)
    return paid
      .map((payment) => ({
        payment,
        alike: paid.filter((other) => other.id !== payment.id && key(other) === key(payment)),
      }))
      .filter(({ alike }) => alike.length > 0)
  },
  on: ({ payment }) => payment.values.paidOn ?? null,
  one: ({ payment, alike }) => {
    const { invoiceNumber: invoice, payee, amount } = payment.values
    if (invoice === undefined) return cannotTell(payment, [lacks('payment', 'invoiceNumber', payment)])
    const same = alike.filter(({ values }) => values.invoiceNumber === invoice)
    if (same.length > 0) return flagged(payment, { payee, amount, invoice, count: same.length }, same)
    const unknown = alike.filter(({ values }) => values.invoiceNumber === undefined)
    return unknown.length > 0
      ? cannotTell(
          payment,
          unknown.map((each) => lacks('payment', 'invoiceNumber', each)),
        )
      : clear(payment, {}, alike)
  },
})

export const paymentQualityBond = defineProjectCheck({
  id: 'payment.qualityBond',
  area: 'payment',
  name: { zh: '质量保证金比例', en: 'Quality bond' },
  explanation: {
    zh: '预留的质量保证金有上限，多留就是拖欠工程款。超过的部分应当支付。',
    en: 'More than the share allowed is money owed to the contractor.',
  },
  source: qualityBondRules('第七条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.qualityBond,
  to: null,
  parameters: { share: always('占结算总额的上限（%）', 'Share of the settled amount at most', '%', 3) },
  why: {
    flagged: {
      zh: '预留质量保证金{bond:money}，占结算{reviewed:money}的{ratio:percent}，超过{share}%，即{limit:money}（第七条）。',
      en: 'A bond of {bond:money} is {ratio:percent} of {reviewed:money}; at most {share}%, {limit:money}, is allowed.',
    },
    clear: {
      zh: '预留质量保证金占结算的{ratio:percent}，不超过{share}%。',
      en: 'The bond is {ratio:percent} of the settled amount.',
    },
  },
  each: ({ entries }) => entries.settlement.filter(({ values }) => values.reviewed !== undefined),
  on: ({ values }) => values.reviewedOn ?? null,
  one: (settlement, { share }) => {
    const known = take(settlement, 'qualityBond', 'reviewed')
    if (isMissing(known)) return cannotTell(settlement, known.missing)
    const { qualityBond: bond, reviewed } = known
    const numbers = { bond, reviewed, ratio: percentOf(bond, reviewed), share, limit: shareOf(reviewed, share) }
    return isAbove(bond, reviewed, share) ? flagged(settlement, numbers) : clear(settlement, numbers)
  },
})
