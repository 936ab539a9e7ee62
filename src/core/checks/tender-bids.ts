/**
 * Red flags in bids, after those that the Open Contracting Partnership publishes with its tool Cardinal (R003, R018, R028,
 * R030, R035, R036), and bidders who share a telephone, a person or an address. Questions to a person, all of them.
 */
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import type { Tender } from './project-links.ts'
import { always, biddingRegulation, redFlag } from './sources.ts'

type Bid = NonNullable<Tender['values']['bidders']>[number]

const competitive: ReadonlySet<string> = new Set(['publicTender', 'invitedTender'])
/** Tenders that were opened to competition and have closed. */
const closed = ({ entries }: ProjectFacts): readonly Tender[] =>
  entries.tender.filter(({ values }) => competitive.has(values.method ?? ''))
const withBids = (facts: ProjectFacts): readonly Tender[] =>
  closed(facts).filter(({ values }) => values.bidders !== undefined || values.awardNoticeOn !== undefined)
const deadline = ({ values }: Tender) => values.deadlineOn ?? values.documentsOn ?? null
const names = (bids: readonly Bid[]): string => [...new Set(bids.map(({ name = '' }) => name))].sort().join('、')
const named = (bids: readonly Bid[]): number => new Set(bids.map(({ name }) => name)).size

const signal = { area: 'tender', nature: 'signal', from: null, to: null, parameters: {} } as const

export const tenderShortNotice = defineProjectCheck({
  ...signal,
  id: 'tender.shortNotice',
  name: { zh: '公开招标时间很短（红旗R003）', en: 'Short notice (R003)' },
  explanation: {
    zh: '留给投标人的时间很短，只有事先知情的来得及。不是必须招标的项目没有法定最短天数，也值得问一句。',
    en: 'With little time only those who knew can bid; worth a question also where no law sets a least.',
  },
  source: redFlag('R003'),
  severity: 'low',
  parameters: { days: always('少于几天', 'Fewer days than', '天', 15) },
  why: {
    flagged: {
      zh: '从{from}到{to}只有{days}天，少于{least}天。',
      en: 'From {from} to {to} are {days} days, fewer than {least}.',
    },
    clear: { zh: '投标时间{days}天。', en: '{days} days for bids.' },
  },
  each: ({ entries }) => entries.tender.filter(({ values }) => values.method === 'publicTender'),
  on: deadline,
  one: (tender, { days: least }) => {
    const known = take(tender, 'documentsOn', 'deadlineOn')
    if (isMissing(known)) return cannotTell(tender, known.missing)
    const days = daysFrom(known.documentsOn, known.deadlineOn)
    const numbers = { from: known.documentsOn, to: known.deadlineOn, days, least }
    return days < least ? flagged(tender, numbers) : clear(tender, numbers)
  },
})

export const tenderSingleBid = defineProjectCheck({
  ...signal,
  id: 'tender.singleBid',
  name: { zh: '只有一家投标（红旗R018）', en: 'Single bid (R018)' },
  explanation: {
    zh: '竞争性招标只有一家投标，可能是别人被劝退。投标人少于三个的不得开标，应当重新招标。',
    en: 'A single bid where competition was open may mean that others were kept away. With fewer than three bidders no bid is opened.',
  },
  source: redFlag('R018'),
  severity: 'high',
  why: {
    flagged: { zh: '只有{bidders}一家投标。', en: '{bidders} was the only bidder.' },
    clear: { zh: '{count}家投标。', en: '{count} bidders.' },
  },
  each: withBids,
  on: deadline,
  one: (tender) => {
    const known = take(tender, 'bidders')
    if (isMissing(known) || known.bidders.length === 0) return cannotTell(tender, [lacks('tender', 'bidders', tender)])
    const count = named(known.bidders)
    return count === 1 ? flagged(tender, { bidders: names(known.bidders) }) : clear(tender, { count })
  },
})

export const tenderSamePrice = defineProjectCheck({
  ...signal,
  id: 'tender.samePrice',
  name: { zh: '报价相同（红旗R028）', en: 'Identical prices (R028)' },
  explanation: {
    zh: '不同投标人报价完全相同，可能事先串通或底价泄露。对照实施条例第四十条看投标文件是否异常一致。',
    en: 'Identical prices of different bidders tell of an agreement or of a leak.',
  },
  source: redFlag('R028'),
  severity: 'high',
  why: {
    flagged: { zh: '{bidders}报价都是{price:money}。', en: '{bidders} all bid {price:money}.' },
    clear: { zh: '{count}家报价各不相同。', en: 'The prices of {count} bidders differ.' },
  },
  each: (facts) => withBids(facts).filter(({ values }) => named(values.bidders ?? []) > 1),
  on: deadline,
  one: (tender) => {
    const { bidders = [] } = tender.values
    const same = bidders
      .filter(({ price }) => price !== undefined)
      .map((bid) => bidders.filter(({ price }) => price === bid.price))
      .find((group) => named(group) > 1)
    if (same !== undefined) return flagged(tender, { bidders: names(same), price: same[0]?.price })
    const isUnknown = bidders.some(({ price }) => price === undefined)
    return isUnknown
      ? cannotTell(tender, [lacks('tender', 'bidders', tender)])
      : clear(tender, { count: named(bidders) })
  },
})

export const tenderLateBid = defineProjectCheck({
  ...signal,
  id: 'tender.lateBid',
  name: { zh: '逾期投标中标（红旗R030）', en: 'Late bid won (R030)' },
  explanation: {
    zh: '截止时间以后送达的投标文件应当拒收。逾期的反而中标，查开标记录和签收单。',
    en: 'A bid that comes after the deadline is refused. Where it won, look at the record of the opening.',
  },
  source: redFlag('R030'),
  severity: 'high',
  why: {
    flagged: {
      zh: '{winner}{received}送达，晚于截止日{deadline}，仍然中标。',
      en: '{winner} came in on {received}, after {deadline}, and won.',
    },
    clear: {
      zh: '中标人{received}送达，没有晚于截止日{deadline}。',
      en: 'The winner came in on {received}, by {deadline}.',
    },
  },
  each: (facts) => withBids(facts).filter(({ values }) => winners(values.bidders).length > 0),
  on: deadline,
  one: (tender) => {
    const known = take(tender, 'deadlineOn')
    const won = winners(tender.values.bidders)
    const undated = won.some(({ receivedOn }) => receivedOn === undefined)
    if (isMissing(known)) return cannotTell(tender, known.missing)
    const late = won.find(({ receivedOn }) => receivedOn !== undefined && receivedOn > known.deadlineOn)
    const numbers = { winner: late?.name, received: (late ?? won[0])?.receivedOn, deadline: known.deadlineOn }
    if (late !== undefined) return flagged(tender, numbers)
    return undated ? cannotTell(tender, [lacks('tender', 'bidders', tender)]) : clear(tender, numbers)
  },
})

const winners = (bids: readonly Bid[] = []): readonly Bid[] => bids.filter(({ outcome }) => outcome === 'won')
const rejected = (bids: readonly Bid[] = []): readonly Bid[] => bids.filter(({ outcome }) => outcome === 'rejected')
/** Tenders with a winner whose outcomes are known; others cannot be told. */
const decided = (facts: ProjectFacts) => withBids(facts).filter(({ values }) => winners(values.bidders).length > 0)

export const tenderOthersRejected = defineProjectCheck({
  ...signal,
  id: 'tender.othersRejected',
  name: { zh: '除中标人外全被否决（红旗R035）', en: 'All others rejected (R035)' },
  explanation: {
    zh: '其他投标全部被否决，只剩一家。逐家核对否决理由是否写在招标文件里。',
    en: 'All bids but one were rejected. Compare each reason with the documents.',
  },
  source: redFlag('R035'),
  severity: 'medium',
  parameters: { least: always('被否决至少几家', 'Rejected at least', '家', 1) },
  why: {
    flagged: {
      zh: '{count}家被否决，只有中标人{winner}有效。',
      en: '{count} were rejected; only the winner {winner} was left.',
    },
    clear: { zh: '除中标人外还有有效投标，或没有否决。', en: 'Others were valid too, or none was rejected.' },
  },
  each: decided,
  on: deadline,
  one: (tender, { least }) => {
    const { bidders = [] } = tender.values
    if (bidders.some(({ outcome }) => outcome === undefined))
      return cannotTell(tender, [lacks('tender', 'bidders', tender)])
    const left = bidders.filter(({ outcome }) => outcome !== 'rejected')
    const out = rejected(bidders).filter(({ name }) => !left.some((bid) => bid.name === name))
    const isAlone = named(left) === 1 && winners(bidders).length > 0 && named(out) >= least
    return isAlone ? flagged(tender, { count: named(out), winner: names(left) }) : clear(tender, {})
  },
})

export const tenderLowestRejected = defineProjectCheck({
  ...signal,
  id: 'tender.lowestRejected',
  name: { zh: '最低报价被否决（红旗R036）', en: 'Lowest bid rejected (R036)' },
  explanation: {
    zh: '只比价格的招标，最低报价被否决。核对否决理由，必要时请评标委员会书面说明。',
    en: 'Where price alone decides and the lowest was rejected, ask for the reason in writing.',
  },
  source: redFlag('R036'),
  severity: 'medium',
  why: {
    flagged: {
      zh: '最低报价{price:money}（{bidder}）被否决。',
      en: 'The lowest bid, {price:money} by {bidder}, was rejected.',
    },
    clear: { zh: '最低报价没有被否决。', en: 'The lowest bid was not rejected.' },
  },
  each: (facts) => decided(facts).filter(({ values }) => values.criterion !== 'best'),
  on: deadline,
  one: (tender) => {
    const { bidders = [], criterion } = tender.values
    if (criterion === undefined) return cannotTell(tender, [lacks('tender', 'criterion', tender)])
    if (bidders.some(({ price, outcome }) => price === undefined || outcome === undefined))
      return cannotTell(tender, [lacks('tender', 'bidders', tender)])
    const price = Math.min(...bidders.map((bid) => bid.price ?? 0))
    const lowest = rejected(bidders).filter((bid) => bid.price === price)
    return lowest.length > 0 ? flagged(tender, { price, bidder: names(lowest) }) : clear(tender, { price })
  },
})

export const tenderSharedPeople = defineProjectCheck({
  ...signal,
  id: 'tender.sharedPeople',
  name: { zh: '投标人联系方式相同', en: 'Bidders who share a contact' },
  explanation: {
    zh: '不同投标人的联系人、电话或地址相同，可能由同一单位或个人办理投标，视为串通投标的情形之一。',
    en: 'The same person, telephone or address of different bidders may mean that one person wrote the bids.',
  },
  source: biddingRegulation('第四十条'),
  severity: 'high',
  why: {
    flagged: { zh: '{bidders}的{what}相同：{value}。', en: '{bidders} share {value}.' },
    clear: { zh: '{count}家的联系方式各不相同。', en: 'The contacts of {count} bidders differ.' },
  },
  each: (facts) => withBids(facts).filter(({ values }) => named(values.bidders ?? []) > 1),
  on: deadline,
  one: (tender) => {
    const { bidders = [] } = tender.values
    const ways = [
      ['phone', '电话'],
      ['contact', '联系人'],
      ['address', '地址'],
    ] as const
    for (const [field, what] of ways) {
      const shared = bidders
        .filter((bid) => bid[field] !== undefined)
        .map((bid) => bidders.filter((other) => other[field] === bid[field]))
        .find((group) => named(group) > 1)
      if (shared !== undefined) return flagged(tender, { bidders: names(shared), what, value: shared[0]?.[field] })
    }
    const isUnknown = bidders.some((bid) => ways.every(([field]) => bid[field] === undefined))
    return isUnknown
      ? cannotTell(tender, [lacks('tender', 'bidders', tender)])
      : clear(tender, { count: named(bidders) })
  },
})
