/** What a unit buys over a year: across its projects, which no single one shows. */
import { daysFrom } from './days.ts'
import { defineEachCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import type { RecordFacts } from './project-facts.ts'
import type { Contract } from './project-links.ts'
import { always, auditPractice, wan } from './sources.ts'

const defineUnitCheck = defineEachCheck<RecordFacts>()

const limits: Readonly<Record<string, 'works' | 'goods' | 'services'>> = {
  construction: 'works',
  epc: 'works',
  goods: 'goods',
  survey: 'services',
  design: 'services',
  supervision: 'services',
}
const tendered: ReadonlySet<string> = new Set(['publicTender', 'invitedTender'])

export const unitSplitPurchases = defineUnitCheck({
  id: 'tender.splitByBuyer',
  area: 'tender',
  name: { zh: '一年内同类小额发包合计达到招标标准', en: 'Small contracts of a year reach the threshold' },
  explanation: {
    zh: '同一单位一年内多次发包同类小额合同，跨项目合计达到招标标准。单个项目看不出来，放在一起看是否有意拆分、是否总给同一家。',
    en: 'Over a year a unit awards many small contracts of a kind that together reach the threshold. Look at who got them.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    works: always('施工', 'Works', '分', wan(400)),
    goods: always('货物', 'Goods', '分', wan(200)),
    services: always('勘察、设计、监理', 'Survey, design, supervision', '分', wan(100)),
    days: always('观察期（天）', 'Within days', '天', 365),
  },
  why: {
    flagged: {
      zh: '{days}天内向{contractor}发包{count}份同类合同，每份都低于{threshold:money}，合计{total:money}，没有招标。',
      en: '{count} contracts of a kind to {contractor} within {days} days, each below {threshold:money}, come to {total:money}.',
    },
    clear: {
      zh: '同类小额发包{count}份，没有向同一家合计达到{threshold:money}。',
      en: '{count} small contracts; none of a firm reach {threshold:money}.',
    },
  },
  each: ({ entries }) => {
    const small = entries.contract.filter(
      ({ kind, values }) => kind !== null && kind in limits && !tendered.has(values.sourcing ?? ''),
    )
    return [...new Set(small.map(({ kind }) => kind))]
      .map((kind) => small.filter((each) => each.kind === kind))
      .filter((group) => group.length > 1)
  },
  on: (group) => group[0]?.values.signedOn ?? null,
  one: (group, values) => {
    const kind = limits[group[0]?.kind ?? '']
    if (kind === undefined) return null
    const threshold = values[kind]
    const known = group.flatMap((contract) => {
      const { price, signedOn, contractor, sourcing } = contract.values
      if (price === undefined || signedOn === undefined || contractor === undefined || sourcing === undefined) return []
      return price < threshold ? [{ contract, price, signedOn, contractor }] : []
    })
    const total = (run: typeof known): number => run.reduce((sum, { price }) => sum + price, 0)
    const runs = known
      .map((first) =>
        known.filter(
          ({ contractor, signedOn }) =>
            contractor === first.contractor &&
            signedOn >= first.signedOn &&
            daysFrom(first.signedOn, signedOn) <= values.days,
        ),
      )
      .filter((run) => run.length > 1 && total(run) >= threshold)
      .sort((a, b) => total(b) - total(a))
    const worst = runs[0]
    const numbers = { days: values.days, threshold }
    if (worst !== undefined) {
      const more = { contractor: worst[0]?.contractor, count: worst.length, total: total(worst) }
      return flagged(
        null,
        { ...numbers, ...more },
        worst.map(({ contract }) => contract),
      )
    }
    const needs = group.flatMap(incomplete)
    return needs.length > 0 ? cannotTell(null, needs) : clear(null, { ...numbers, count: group.length })
  },
})

const incomplete = (contract: Contract) =>
  (['price', 'signedOn', 'contractor', 'sourcing'] as const)
    .filter((field) => contract.values[field] === undefined)
    .map((field) => lacks('contract', field, contract))

export const unitSameWinner = defineUnitCheck({
  id: 'tender.sameWinner',
  area: 'tender',
  name: { zh: '合同集中于一家', en: 'One firm wins most' },
  explanation: {
    zh: '同一单位的合同金额大部分给了同一家。不一定违规，但要看是否充分竞争、有没有利害关系。',
    en: 'Most of what a unit awards goes to one firm. That may be right; ask about competition and ties.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'low',
  from: null,
  to: null,
  parameters: {
    share: always('一家占合同金额超过（%）', 'Share of one firm above', '%', 50),
    least: always('至少几份合同才判断', 'From how many contracts on', '份', 5),
  },
  why: {
    flagged: {
      zh: '{count}份合同合计{total:money}，{firm}占{part:money}（{ratio:percent}），超过{share}%。',
      en: 'Of {total:money} in {count} contracts {firm} got {part:money} ({ratio:percent}), above {share}%.',
    },
    clear: {
      zh: '{count}份合同，最多的一家占{ratio:percent}。',
      en: '{count} contracts; the largest share is {ratio:percent}.',
    },
  },
  each: ({ entries }) => {
    const awarded = entries.contract.filter(
      ({ kind }) => kind !== 'termination' && kind !== 'labour' && kind !== 'trade',
    )
    return awarded.length > 0 ? [awarded] : []
  },
  on: () => null,
  one: (contracts, { share, least }) => {
    if (contracts.length < least) return null
    const needs = contracts.flatMap((contract) =>
      incomplete(contract).filter(({ field }) => field === 'price' || field === 'contractor'),
    )
    if (needs.length > 0) return cannotTell(null, needs)
    const sum = (of: readonly Contract[]): number => of.reduce((all, { values }) => all + (values.price ?? 0), 0)
    const firms = [...new Set(contracts.map(({ values }) => values.contractor ?? ''))]
      .map((firm) => ({ firm, part: sum(contracts.filter(({ values }) => values.contractor === firm)) }))
      .sort((a, b) => b.part - a.part || (a.firm < b.firm ? -1 : 1))
    const total = sum(contracts)
    const most = firms[0]
    if (most === undefined || total === 0) return null
    const numbers = { count: contracts.length, total, ...most, ratio: percentOf(most.part, total), share }
    return isAbove(most.part, total, share) ? flagged(null, numbers, contracts) : clear(null, numbers, contracts)
  },
})
