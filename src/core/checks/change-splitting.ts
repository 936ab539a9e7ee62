/** Patterns over several changes of one contract: questions, not verdicts. */
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { compareShare, isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import type { ProjectFacts } from './project-facts.ts'
import { amountOf, type Change, type Contract, changesOf } from './project-links.ts'
import { always, auditPractice, wan } from './sources.ts'

const withChanges = (facts: ProjectFacts): readonly Contract[] =>
  facts.entries.contract.filter((contract) => changesOf(facts, contract).length >= 2)

/** Day and amount of changes that have both, and the changes that lack one. */
function dated(changes: readonly Change[]) {
  const known = changes.flatMap((change) => {
    const { appliedOn: on, amount } = change.values
    return on === undefined || amount === undefined ? [] : [{ change, on, amount }]
  })
  const needs = changes.flatMap((change) =>
    (['appliedOn', 'amount'] as const)
      .filter((field) => change.values[field] === undefined)
      .map((field) => lacks('changeOrder', field, change)),
  )
  return { known, needs }
}
type Dated = ReturnType<typeof dated>['known']

/** The largest group within some days of its first that passes a test. */
function worstRun(changes: Dated, days: number, passes: (run: Dated) => boolean): Dated | null {
  const runs = changes
    .map((first) => changes.filter(({ on }) => on >= first.on && daysFrom(first.on, on) <= days))
    .filter((run) => run.length >= 2 && passes(run))
  return runs.sort((a, b) => total(b) - total(a))[0] ?? null
}
const total = (run: Dated): number => amountOf(run.map(({ change }) => change))

export const changeBelowTier = defineProjectCheck({
  id: 'change.belowTier',
  area: 'change',
  name: { zh: '多笔变更贴近审批限额', en: 'Several changes just below a tier' },
  explanation: {
    zh: '短期内多笔变更金额都略低于上一级审批限额，可能是有意避开。把它们放在一起看内容是否同一件事。',
    en: 'Amounts just below the limit of a higher approval may be meant to stay there. Look at them together.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    amount: always('审批限额', 'Limit', '分', wan(50)),
    within: always('低于限额的幅度（%）', 'Within per cent below', '%', 10),
    days: always('观察期（天）', 'Within days', '天', 90),
  },
  why: {
    flagged: {
      zh: '{days}天内{count}笔变更都在限额{limit:money}以下{within}%之内，合计{total:money}。',
      en: '{count} changes within {days} days lie less than {within}% below {limit:money}; together {total:money}.',
    },
    clear: {
      zh: '变更{count}笔，没有成批贴近限额{limit:money}。',
      en: '{count} changes, none in a row just below {limit:money}.',
    },
  },
  each: withChanges,
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, values, facts) => {
    const { known, needs } = dated(changesOf(facts, contract))
    const close = known.filter(
      ({ amount }) => amount < values.amount && compareShare(amount, values.amount, 100 - values.within) >= 0,
    )
    const run = worstRun(close, values.days, () => true)
    const numbers = { limit: values.amount, within: values.within, days: values.days }
    if (run !== null) {
      const cited = run.map(({ change }) => change)
      return flagged(contract, { ...numbers, count: run.length, total: total(run) }, cited)
    }
    return needs.length > 0 ? cannotTell(contract, needs) : clear(contract, { ...numbers, count: known.length })
  },
})

export const changeSplit = defineProjectCheck({
  id: 'change.split',
  area: 'change',
  name: { zh: '疑似拆分变更', en: 'Changes cut into parts' },
  explanation: {
    zh: '同一合同短期内的多笔变更，每笔低于限额、合计达到限额，可能是把一项变更拆开报批。',
    en: 'Several changes of a contract within days, each below the limit, together above it, may be one in parts.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    amount: always('审批限额', 'Limit', '分', wan(50)),
    days: always('观察期（天）', 'Within days', '天', 30),
  },
  why: {
    flagged: {
      zh: '{days}天内{count}笔变更，每笔低于{limit:money}，合计{total:money}。',
      en: '{count} changes within {days} days, each below {limit:money}, come to {total:money}.',
    },
    clear: {
      zh: '变更{count}笔，{days}天内合计没有达到{limit:money}。',
      en: '{count} changes stay below {limit:money} within {days} days.',
    },
  },
  each: withChanges,
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, values, facts) => {
    const { known, needs } = dated(changesOf(facts, contract))
    const small = known.filter(({ amount }) => amount > 0 && amount < values.amount)
    const run = worstRun(small, values.days, (each) => total(each) >= values.amount)
    const numbers = { limit: values.amount, days: values.days }
    if (run !== null) {
      const cited = run.map(({ change }) => change)
      return flagged(contract, { ...numbers, count: run.length, total: total(run) }, cited)
    }
    return needs.length > 0 ? cannotTell(contract, needs) : clear(contract, { ...numbers, count: known.length })
  },
})

export const changeOneApprover = defineProjectCheck({
  id: 'change.oneApprover',
  area: 'change',
  name: { zh: '变更集中由一人批准', en: 'One person approves' },
  explanation: {
    zh: '变更金额大多由同一人批准，缺少制衡。核对是否按规定集体研究。',
    en: 'Where one person approves most of the value, nobody else looked. Ask for the collective decision.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'low',
  from: null,
  to: null,
  parameters: {
    share: always('同一人批准金额占比超过（%）', 'Share of one person above', '%', 80),
    least: always('至少几笔才判断', 'From how many changes on', '笔', 5),
  },
  why: {
    flagged: {
      zh: '{count}笔变更合计{total:money}，{person}批准{part:money}，占{ratio:percent}，超过{share}%。',
      en: 'Of {total:money} in {count} changes {person} approved {part:money}: {ratio:percent}, above {share}%.',
    },
    clear: {
      zh: '{count}笔变更，最多的一人批准{ratio:percent}。',
      en: '{count} changes; the most by one person is {ratio:percent}.',
    },
  },
  each: withChanges,
  on: ({ values }) => values.signedOn ?? null,
  one: (contract, { share, least }, facts) => {
    const approved = changesOf(facts, contract).filter(({ values }) => values.approvedOn !== undefined)
    if (approved.length < least) return null
    const named = approved.flatMap((change) => {
      const person = change.values.approvals?.filter(({ agreed }) => agreed !== false).at(-1)?.by
      const { amount } = change.values
      return person === undefined || amount === undefined ? [] : [{ change, person, size: Math.abs(amount) }]
    })
    if (named.length < approved.length) {
      const known = new Set(named.map(({ change }) => change))
      return cannotTell(
        contract,
        approved.filter((each) => !known.has(each)).map((each) => lacks('changeOrder', 'approvals', each)),
      )
    }
    const sum = (rows: typeof named): number => rows.reduce((all, { size }) => all + size, 0)
    const people = [...new Set(named.map(({ person }) => person))]
      .map((person) => ({ person, part: sum(named.filter((each) => each.person === person)) }))
      .sort((a, b) => b.part - a.part || (a.person < b.person ? -1 : 1))
    const most = people[0]
    const all = sum(named)
    if (most === undefined || all === 0) return null
    const numbers = { count: approved.length, total: all, ...most, ratio: percentOf(most.part, all), share }
    return isAbove(most.part, all, share) ? flagged(contract, numbers, approved) : clear(contract, numbers, approved)
  },
})
