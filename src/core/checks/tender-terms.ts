/** Terms of a tender: bonds, and time to write a bid. */

import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, take } from './outcome.ts'
import { awardNoticeOf } from './project-links.ts'
import { always, biddingLaw, biddingRegulation, inForce } from './sources.ts'

export const tenderBidBond = defineProjectCheck({
  id: 'tender.bidBond',
  area: 'tender',
  name: { zh: '投标保证金比例', en: 'Bid bond' },
  explanation: {
    zh: '投标保证金过高会挡住中小企业。超过招标项目估算价的规定比例，应当退还多收部分。',
    en: 'A high bid bond keeps small firms out. What exceeds the share of the estimated price is to be paid back.',
  },
  source: biddingRegulation('第二十六条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.biddingRegulation,
  to: null,
  parameters: { share: always('占估算价的上限（%）', 'Share of the estimate at most', '%', 2) },
  why: {
    flagged: {
      zh: '投标保证金{bond:money}，占估算价{estimate:money}的{ratio:percent}，超过{share}%（第二十六条）。',
      en: 'A bid bond of {bond:money} is {ratio:percent} of the estimate of {estimate:money}; at most {share}% is allowed.',
    },
    clear: {
      zh: '投标保证金{bond:money}，占估算价的{ratio:percent}，不超过{share}%。',
      en: 'A bid bond of {bond:money} is {ratio:percent} of the estimate.',
    },
  },
  each: ({ entries }) => entries.tender.filter(({ values }) => values.method !== 'direct'),
  on: ({ values }) => values.documentsOn ?? values.deadlineOn ?? null,
  one: (tender, { share }) => {
    const known = take(tender, 'bidBond', 'estimate')
    if (isMissing(known)) return cannotTell(tender, known.missing)
    const numbers = {
      bond: known.bidBond,
      estimate: known.estimate,
      ratio: percentOf(known.bidBond, known.estimate),
      share,
    }
    return isAbove(known.bidBond, known.estimate, share) ? flagged(tender, numbers) : clear(tender, numbers)
  },
})

export const tenderPerformanceBond = defineProjectCheck({
  id: 'tender.performanceBond',
  area: 'tender',
  name: { zh: '履约保证金比例', en: 'Performance bond' },
  explanation: {
    zh: '履约保证金不得超过中标合同金额的规定比例；超过的应当退还。',
    en: 'The performance bond must not exceed its share of the price; what exceeds it is to be paid back.',
  },
  source: biddingRegulation('第五十八条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.biddingRegulation,
  to: null,
  parameters: { share: always('占合同金额的上限（%）', 'Share of the price at most', '%', 10) },
  why: {
    flagged: {
      zh: '履约保证金{bond:money}，占合同价{price:money}的{ratio:percent}，超过{share}%（第五十八条）。',
      en: 'A performance bond of {bond:money} is {ratio:percent} of the price of {price:money}; at most {share}% is allowed.',
    },
    clear: {
      zh: '履约保证金{bond:money}，占合同价的{ratio:percent}，不超过{share}%。',
      en: 'A performance bond of {bond:money} is {ratio:percent} of the price.',
    },
  },
  each: (facts) => facts.entries.contract.filter((contract) => awardNoticeOf(facts, contract) !== undefined),
  on: (contract, facts) => awardNoticeOf(facts, contract) ?? null,
  one: (contract, { share }) => {
    const known = take(contract, 'performanceBond', 'price')
    if (isMissing(known)) return cannotTell(contract, known.missing)
    const { performanceBond: bond, price } = known
    const numbers = { bond, price, ratio: percentOf(bond, price), share }
    return isAbove(bond, price, share) ? flagged(contract, numbers) : clear(contract, numbers)
  },
})

export const tenderBidTime = defineProjectCheck({
  id: 'tender.bidTime',
  area: 'tender',
  name: { zh: '投标时间不足', en: 'Time to write a bid' },
  explanation: {
    zh: '从开始发出招标文件到投标截止，依法必须招标的项目有最短天数。时间过短，没有准备的企业来不及投标。',
    en: 'From the first day of the documents to the deadline there is a shortest time. Where it is short, only those who knew can bid.',
  },
  source: biddingLaw('第二十四条'),
  nature: 'statute',
  severity: 'high',
  from: inForce.biddingLaw,
  to: null,
  parameters: { days: always('最短天数', 'Days at least', '天', 20) },
  why: {
    flagged: {
      zh: '{from}发出招标文件，{to}截止，只有{days}天，少于{least}天（第二十四条）。',
      en: 'From {from} to {to} are {days} days; at least {least} are required.',
    },
    clear: {
      zh: '发出招标文件到投标截止{days}天，不少于{least}天。',
      en: '{days} days for bids, at least {least} are required.',
    },
  },
  each: ({ entries }) =>
    entries.tender.filter(({ values }) => values.method === 'publicTender' || values.method === 'invitedTender'),
  on: ({ values }) => values.documentsOn ?? values.deadlineOn ?? null,
  one: (tender, { days: least }) => {
    const known = take(tender, 'documentsOn', 'deadlineOn')
    if (isMissing(known)) return cannotTell(tender, known.missing)
    const days = daysFrom(known.documentsOn, known.deadlineOn)
    const numbers = { from: known.documentsOn, to: known.deadlineOn, days, least }
    return days < least ? flagged(tender, numbers) : clear(tender, numbers)
  },
})
