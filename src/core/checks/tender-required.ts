/** Whether what had to be put out to tender was, whole or cut into parts. */
import { parseDay } from '../deadline/day.ts'
import type { Parameter } from './check.ts'
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { type Contract, tenderOf, wasTendered } from './project-links.ts'
import { always, biddingLaw, inForce, mustTender, wan } from './sources.ts'

/** Before 1 June 2018 half of today's thresholds held; the list with those numbers still goes around. */
const threshold = (zh: string, en: string, before: number, now: number): Parameter => ({
  name: { zh, en },
  unit: '分',
  values: [
    {
      from: parseDay('2000-05-01'),
      value: wan(before),
      source: { zh: '工程建设项目招标范围和规模标准规定（已废止）', en: 'Provisions of 2000, repealed' },
    },
    { from: parseDay('2018-06-01'), value: wan(now) },
  ],
})

const thresholds = {
  works: threshold('施工单项合同', 'Works', 200, 400),
  goods: threshold('重要设备、材料等货物', 'Goods', 100, 200),
  services: threshold('勘察、设计、监理等服务', 'Survey, design, supervision', 50, 100),
} as const

const classes = {
  construction: 'works',
  epc: 'works',
  goods: 'goods',
  survey: 'services',
  design: 'services',
  supervision: 'services',
} as const satisfies Partial<Record<NonNullable<Contract['kind']>, keyof typeof thresholds>>

const classOf = ({ kind }: Contract): keyof typeof thresholds | null =>
  kind !== null && kind in classes ? classes[kind as keyof typeof classes] : null

const inScope = ({ entries }: ProjectFacts): readonly Contract[] =>
  entries.contract.filter((contract) => classOf(contract) !== null)

export const tenderRequired = defineProjectCheck({
  id: 'tender.required',
  area: 'tender',
  name: { zh: '应当招标而未招标', en: 'Not tendered, though it had to be' },
  explanation: {
    zh: '使用财政或国有资金的工程，单项合同达到规模标准的必须招标；同一项目可以合并采购、合计达到标准的也必须招标。被提示的，先核对估算价和发包方式，确属应招未招的按规定移送，不能只补手续。',
    en: 'Public works above a certain size have to be tendered, and so have contracts that could have been one. Compare price and way of awarding first; what was missed is not mended by papers.',
  },
  source: mustTender('第五条'),
  nature: 'statute',
  severity: 'high',
  from: parseDay('2000-05-01'),
  to: null,
  parameters: {
    ...thresholds,
    combineDays: always('视为可以合并的签订间隔（天）', 'Signed within so many days counts as combinable', '天', 30),
  },
  why: {
    flagged: {
      zh: '“{contract}”{price:money}，达到必须招标的标准{threshold:money}（第五条），但没有招标。',
      en: '“{contract}” at {price:money} reaches the threshold of {threshold:money} and was not tendered.',
    },
    combined: {
      zh: '“{contract}”与同类{count}份合同在{days}天内签订，合计{total:money}，达到必须招标的标准{threshold:money}，都没有招标。',
      en: '“{contract}” and {count} contracts of its kind signed within {days} days come to {total:money}, above {threshold:money}; none was tendered.',
    },
    tendered: { zh: '“{contract}”{price:money}，已招标。', en: '“{contract}” at {price:money} was tendered.' },
    exempt: {
      zh: '“{contract}”没有招标，登记的理由是：{exemption}。请核对批准文件。',
      en: '“{contract}” was not tendered; the reason given: {exemption}. Check the approval.',
    },
    clear: {
      zh: '“{contract}”{price:money}，没有达到必须招标的标准{threshold:money}。',
      en: '“{contract}” at {price:money} stays below {threshold:money}.',
    },
  },
  each: inScope,
  on: (contract, facts) => tenderOf(facts, contract)?.values.documentsOn ?? contract.values.signedOn ?? null,
  one: (contract, values, facts) => {
    const tender = tenderOf(facts, contract)
    const price = tender?.values.estimate ?? contract.values.price
    const kind = classOf(contract)
    if (kind === null) return null
    if (price === undefined) return cannotTell(contract, [lacks('contract', 'price', contract)])
    const limit = values[kind]
    const numbers = { contract: contract.title, price, threshold: limit }
    const isTendered = wasTendered(facts, contract)
    if (isTendered) return clear(contract, numbers, [], 'tendered')
    const together = neighbours(facts, contract, values.combineDays)
    const total = together.reduce((sum, { values: { price: each = 0 } }) => sum + each, price)
    if (price < limit && total < limit) return clear(contract, numbers)
    if (isTendered === null) return cannotTell(contract, [lacks('contract', 'sourcing', contract)])
    const exemption = tender?.values.exemption
    if (exemption !== undefined) return clear(contract, { ...numbers, exemption }, [], 'exempt')
    if (price >= limit) return flagged(contract, numbers)
    const more = { count: together.length, days: values.combineDays, total }
    return flagged(contract, { ...numbers, ...more }, together, 'combined')
  },
})

/** Contracts of the same kind, not tendered, signed within some days of one. */
function neighbours(facts: ProjectFacts, { id, kind, values }: Contract, days: number): readonly Contract[] {
  const { signedOn } = values
  if (signedOn === undefined) return []
  return facts.entries.contract.filter(
    (other) =>
      other.id !== id &&
      other.kind === kind &&
      other.values.signedOn !== undefined &&
      Math.abs(daysFrom(signedOn, other.values.signedOn)) <= days &&
      wasTendered(facts, other) === false,
  )
}

export const tenderSplit = defineProjectCheck({
  id: 'tender.split',
  area: 'tender',
  name: { zh: '疑似化整为零规避招标', en: 'Cut into parts to avoid a tender' },
  explanation: {
    zh: '同一项目同一类别，短期内签订多份都低于招标标准的合同，合计又达到标准，可能是化整为零。先看是否本可一次采购，再看承包方是否同一家或有关联。',
    en: 'Several contracts of a kind in one project, each below the threshold, together above it. Ask whether they could have been bought at once, and who the contractors are.',
  },
  source: biddingLaw('第四条、第四十九条'),
  nature: 'signal',
  severity: 'high',
  from: inForce.biddingLaw,
  to: null,
  parameters: { ...thresholds, days: always('观察期（天）', 'Within days', '天', 180) },
  why: {
    flagged: {
      zh: '{days}天内签订{count}份同类合同，每份都低于{threshold:money}，合计{total:money}。',
      en: '{count} contracts of a kind within {days} days, each below {threshold:money}, come to {total:money}.',
    },
    clear: {
      zh: '同类未招标合同{count}份，{days}天内合计没有达到{threshold:money}。',
      en: '{count} untendered contracts of a kind stay below {threshold:money} within {days} days.',
    },
  },
  each: (facts) => {
    const small = inScope(facts).filter((contract) => wasTendered(facts, contract) !== true)
    return [...new Set(small.map(({ kind }) => kind))].map((kind) => small.filter((each) => each.kind === kind))
  },
  on: (group) => group[0]?.values.signedOn ?? null,
  one: (group, values, facts) => {
    if (group.length < 2) return null
    const first = group[0]
    const kind = first === undefined ? null : classOf(first)
    if (kind === null) return null
    const limit = values[kind]
    const unknown = group.flatMap((contract) => {
      const taken = take(contract, 'price', 'signedOn')
      const sourcing = wasTendered(facts, contract) === null ? [lacks('contract', 'sourcing', contract)] : []
      return [...(isMissing(taken) ? taken.missing : []), ...sourcing]
    })
    const dated = group.flatMap((contract) => {
      const { price, signedOn } = contract.values
      if (price === undefined || signedOn === undefined || price >= limit) return []
      return wasTendered(facts, contract) === false ? [{ contract, price, signedOn }] : []
    })
    const runs = dated.map((start) =>
      dated.filter(({ signedOn }) => signedOn >= start.signedOn && daysFrom(start.signedOn, signedOn) <= values.days),
    )
    const total = (run: typeof dated): number => run.reduce((sum, { price }) => sum + price, 0)
    const worst = runs.filter((run) => run.length >= 2 && total(run) >= limit).sort((a, b) => total(b) - total(a))[0]
    const numbers = { threshold: limit, days: values.days }
    if (worst !== undefined) {
      const cited = worst.map(({ contract }) => contract)
      return flagged(null, { ...numbers, count: worst.length, total: total(worst) }, cited)
    }
    if (unknown.length > 0) return cannotTell(null, unknown)
    return clear(null, { ...numbers, count: dated.length }, group)
  },
})
