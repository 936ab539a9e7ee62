/** Special funds: used for what they were given for, and no more than there is. */
import type { Check } from './check.ts'
import { defineEachCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { auditPractice, budgetLaw } from './sources.ts'
import type { UnitFacts } from './unit-facts.ts'

type Fund = UnitFacts['entries']['specialFund'][number]
const each = ({ entries }: UnitFacts): readonly Fund[] => entries.specialFund
const on = ({ values }: Fund) => values.on ?? null
const defineFundCheck = defineEachCheck<UnitFacts>()
const sumOf = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

export const fundOutsidePurpose = defineFundCheck({
  id: 'fund.outsidePurpose',
  area: 'payment',
  name: { zh: '专项资金用于规定用途以外', en: 'Special fund used outside its purpose' },
  explanation: {
    zh: '专项资金只能用于下达文件写明的用途。用在别处的，归还原渠道并补记专账，查清谁审批、为什么。',
    en: 'A special fund serves its purpose alone. What went elsewhere is restored to it; find out who approved it, and why.',
  },
  source: budgetLaw('第九十三条'),
  nature: 'statute',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '“{fund}”有{outside:money}用于规定用途以外，已归还{restored:money}，还差{open:money}。',
      en: '{outside:money} of {fund} went elsewhere; {restored:money} came back, {open:money} did not.',
    },
    clear: { zh: '“{fund}”登记的使用都符合用途。', en: 'Every use of {fund} keeps to its purpose.' },
    restored: {
      zh: '“{fund}”曾有{outside:money}用于规定用途以外，已全部归还原渠道。',
      en: '{outside:money} of {fund} went elsewhere and came back in full.',
    },
  },
  each,
  on,
  one: (fund) => {
    const { fund: name = fund.title, uses = [], used = 0, restored = 0 } = fund.values
    if (uses.length === 0) return used > 0 ? cannotTell(fund, [lacks('specialFund', 'uses', fund)]) : null
    const outside = sumOf(uses.filter(({ within }) => within === false).map(({ amount }) => amount))
    const open = outside - restored
    // What is known to have gone elsewhere is told, whatever of the rest is not known.
    if (open > 0) return flagged(fund, { fund: name, outside, restored, open })
    if (uses.some(({ within, amount }) => within === undefined || amount === undefined))
      return cannotTell(fund, [lacks('specialFund', 'uses', fund)])
    return outside > 0 ? clear(fund, { fund: name, outside }, [], 'restored') : clear(fund, { fund: name })
  },
})

export const fundOverdrawn = defineFundCheck({
  id: 'fund.overdrawn',
  area: 'payment',
  name: { zh: '专项资金使用超过拨入', en: 'More used of a fund than was received' },
  explanation: {
    zh: '使用多于拨入，不是登记有误，就是垫用了别的钱。先核对明细合计，再查钱从哪里来。',
    en: 'Either an entry is wrong, or other money was used. Compare the uses, then ask where it came from.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '“{fund}”拨入{received:money}，使用{used:money}（已扣除归还），超出{over:money}。',
      en: '{fund}: received {received:money}, used {used:money}, {over:money} more.',
    },
    clear: {
      zh: '“{fund}”拨入{received:money}，使用{used:money}。',
      en: '{fund}: received {received:money}, used {used:money}.',
    },
  },
  each,
  on,
  one: (fund) => {
    const known = take(fund, 'received', 'used')
    if (isMissing(known)) return cannotTell(fund, known.missing)
    const { fund: name = fund.title, restored = 0 } = fund.values
    const used = known.used - restored
    const numbers = { fund: name, received: known.received, used }
    return used > known.received ? flagged(fund, { ...numbers, over: used - known.received }) : clear(fund, numbers)
  },
})

export const fundUsesDiffer = defineFundCheck({
  id: 'fund.usesDiffer',
  area: 'payment',
  name: { zh: '专项资金使用合计与明细不符', en: 'Uses of a fund do not add up' },
  explanation: {
    zh: '合计与逐笔明细对不上，先补齐明细，再看有没有没有入账的支出。',
    en: 'First complete the uses, then look for what was spent and not entered.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'low',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '“{fund}”使用合计{used:money}，明细相加{sum:money}，相差{difference:money}。',
      en: '{fund}: {used:money} in all, {sum:money} in its uses, {difference:money} apart.',
    },
    clear: { zh: '“{fund}”使用合计与明细一致，{used:money}。', en: '{fund}: {used:money} both ways.' },
  },
  each,
  on,
  one: (fund) => {
    const { fund: name = fund.title, uses = [] } = fund.values
    if (uses.length === 0) return null
    const known = take(fund, 'used')
    if (isMissing(known)) return cannotTell(fund, known.missing)
    if (uses.some(({ amount }) => amount === undefined)) return cannotTell(fund, [lacks('specialFund', 'uses', fund)])
    const sum = sumOf(uses.map(({ amount }) => amount))
    const { used } = known
    return used === sum
      ? clear(fund, { fund: name, used })
      : flagged(fund, { fund: name, used, sum, difference: Math.abs(used - sum) })
  },
})

export const fundChecks: readonly Check<UnitFacts>[] = [fundOutsidePurpose, fundOverdrawn, fundUsesDiffer]
