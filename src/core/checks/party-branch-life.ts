/**
 * What a party branch owes in a month, a quarter, a year: meetings of its members, its committee and its groups, lectures,
 * theme days, one meeting on organisational life and one appraisal. Periods that are over are looked at.
 */
import type { Day } from '../deadline/day.ts'
import { addDays, addMonths } from '../deadline/working-days.ts'
import type { Words } from '../registers/field.ts'
import type { Check, Source } from './check.ts'
import { defineEachCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import { type Length, periodsBefore } from './party-periods.ts'
import { always, branchRules, inForce, localRule } from './sources.ts'
import type { UnitFacts } from './unit-facts.ts'

type Branch = UnitFacts['entries']['partyBranch'][number]
type Occasion = UnitFacts['entries']['branchLife'][number]
type Owed = {
  readonly id: string
  readonly kind: NonNullable<Occasion['kind']>
  readonly every: Length
  /** Periods looked at. */
  readonly back: number
  readonly source: Source
  readonly names: Words
  readonly explanation: Words
  readonly severity: Check<never>['severity']
  /** How many each period: by a field of the branch, or one. Undefined: the branch does not say. */
  times?(branch: Branch): number | undefined
  /** The field that `times` asks. */
  readonly field?: string
  /** Months after the period in which it may still be held. */
  readonly grace?: number
}

function owes({ id, kind, every, back, source, names, explanation, severity, times, field, grace = 0 }: Owed) {
  return defineEachCheck<UnitFacts>()({
    id,
    area: 'party',
    name: names,
    explanation,
    source,
    nature: source === localRule ? 'local' : 'statute',
    severity,
    from: source === branchRules ? inForce.branchRules : null,
    to: null,
    parameters: {
      times: always('每期次数', 'Times each period', '次', 1),
      periods: always('往前看几期', 'Periods looked at', '期', back),
    },
    why: {
      flagged: {
        zh: '“{branch}”在{missing}没有登记够次数：应有{owed}次，实有{held}次。',
        en: '{branch}: too few in {missing}; {owed} owed, {held} entered.',
      },
      clear: { zh: '“{branch}”从{first}到{last}都已按期开展。', en: '{branch}: held in each from {first} to {last}.' },
    },
    each: ({ entries }) => entries.partyBranch,
    on: () => null,
    one: (branch, { times: atLeast, periods: lookedAt }, facts, today) => {
      const each = times === undefined ? 1 : times(branch)
      if (each === undefined) return cannotTell(branch, [lacks('partyBranch', field ?? null, branch)])
      if (each === 0) return null
      const { on: founded, dissolvedOn, name = branch.title } = branch.values
      if (founded === undefined) return cannotTell(branch, [lacks('partyBranch', 'on', branch)])
      const periods = periodsBefore(addMonths(today, -grace), every, lookedAt).filter(
        ({ from, to }) => founded <= from && (dissolvedOn === undefined || dissolvedOn > to),
      )
      const [first] = periods
      const last = periods.at(-1)
      if (first === undefined || last === undefined) return null

      const until = (to: Day): Day => (grace === 0 ? to : addDays(addMonths(addDays(to, 1), grace), -1))
      const life = facts.entries.branchLife.filter(({ values }) => values.branch === branch.id)
      const isLooked = (from: Day, to: Day) => from <= until(last.to) && to >= first.from
      const sums = facts.aggregates.filter(
        ({ register, values }) => register === 'branchLife' && (values as Occasion['values']).branch === branch.id,
      )
      const isEntered =
        life.some(({ values }) => values.on !== undefined && isLooked(values.on, values.on)) ||
        sums.some(({ aggregate }) => aggregate !== null && isLooked(aggregate.from, aggregate.to))
      // A branch of which nothing is entered has not been idle: nobody has entered anything.
      if (!isEntered) return cannotTell(branch, [lacks('branchLife')])

      const owed = each * atLeast
      const heldIn = (from: Day, to: Day): readonly Occasion[] =>
        life.filter((one) => one.kind === kind && (one.values.on ?? '') >= from && (one.values.on ?? '') <= to)
      const short = periods.filter(({ from, to }) => heldIn(from, until(to)).length < owed)
      const occasions = heldIn(first.from, until(last.to))
      if (short.length === 0) return clear(branch, { branch: name, first: first.name, last: last.name }, occasions)
      const isSummedUp = short.some(({ from, to }) =>
        sums.some(
          (many) =>
            many.kind === kind && many.aggregate !== null && many.aggregate.from <= to && many.aggregate.to >= from,
        ),
      )
      if (isSummedUp) return cannotTell(branch, [lacks('branchLife', 'on')])
      return flagged(
        branch,
        {
          branch: name,
          missing: short.map((period) => period.name).join(', '),
          owed: owed * short.length,
          held: short.reduce((sum, { from, to }) => sum + heldIn(from, until(to)).length, 0),
        },
        occasions,
      )
    },
  })
}

const look = {
  zh: '缺的不补编。开过没登记的，按会议记录登记；没有开的，写明原因，下期按期开。',
  en: 'Nothing is made up afterwards: enter what was held from its minutes; where nothing was held, say why.',
}
const explain = (zh: string, en: string): Words => ({ zh: `${zh}${look.zh}`, en: `${en} ${look.en}` })

export const branchLifeChecks: readonly Check<UnitFacts>[] = [
  owes({
    id: 'party.memberMeetings',
    kind: 'members',
    every: 'quarter',
    back: 4,
    source: { ...branchRules, article: '第十一条' },
    names: { zh: '党员大会没有按季召开', en: 'Meeting of members not held each quarter' },
    explanation: explain('党员大会一般每季度召开一次。', 'Members meet once a quarter as a rule.'),
    severity: 'medium',
  }),
  owes({
    id: 'party.committeeMeetings',
    kind: 'committee',
    every: 'month',
    back: 12,
    source: { ...branchRules, article: '第十二条' },
    names: { zh: '支委会没有按月召开', en: 'Committee not held each month' },
    explanation: explain(
      '支部委员会会议一般每月召开一次；不设支委会的支部不适用。',
      'The committee meets once a month as a rule, where there is one.',
    ),
    severity: 'medium',
    times: ({ values: { committee } }) => (committee === undefined ? undefined : committee ? 1 : 0),
    field: 'committee',
  }),
  owes({
    id: 'party.groupMeetings',
    kind: 'group',
    every: 'month',
    back: 12,
    source: { ...branchRules, article: '第十三条' },
    names: { zh: '党小组会没有按月召开', en: 'Groups not held each month' },
    explanation: explain(
      '党小组会一般每月召开一次，几个党小组就应有几次。',
      'Each group meets once a month as a rule.',
    ),
    severity: 'low',
    times: ({ values: { groups } }) => groups,
    field: 'groups',
  }),
  owes({
    id: 'party.lectures',
    kind: 'lecture',
    every: 'quarter',
    back: 4,
    source: localRule,
    names: { zh: '党课没有按季开讲', en: 'No lecture in a quarter' },
    explanation: explain(
      '条例要求定期上党课，没有写死次数；多数地方规定每季度一次。',
      'Lectures are held regularly; most places ask for one a quarter.',
    ),
    severity: 'low',
  }),
  owes({
    id: 'party.themeDays',
    kind: 'themeDay',
    every: 'month',
    back: 12,
    source: { ...branchRules, article: '第十六条' },
    names: { zh: '主题党日没有按月开展', en: 'Theme day not held each month' },
    explanation: explain('主题党日每月相对固定一天。', 'One day a month is a theme day.'),
    severity: 'low',
  }),
  owes({
    id: 'party.organisationalLife',
    kind: 'organisationalLife',
    every: 'year',
    back: 1,
    grace: 2,
    source: { ...branchRules, article: '第十七条' },
    names: { zh: '年度没有召开组织生活会', en: 'No organisational life meeting in the year' },
    explanation: explain(
      '组织生活会每年至少召开一次；次年二月底前补开的算上年。',
      'At least once a year; what is held by the end of February counts for the year before.',
    ),
    severity: 'medium',
  }),
  owes({
    id: 'party.appraisal',
    kind: 'appraisal',
    every: 'year',
    back: 1,
    grace: 2,
    source: { ...branchRules, article: '第十八条', verified: false },
    names: { zh: '年度没有民主评议党员', en: 'Members not appraised in the year' },
    explanation: explain(
      '民主评议党员一般每年开展一次；次年二月底前开展的算上年。',
      'Once a year as a rule; what is held by the end of February counts for the year before.',
    ),
    severity: 'medium',
  }),
]
