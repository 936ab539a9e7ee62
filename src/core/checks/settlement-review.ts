/** Settlement and final account: submitted, reviewed, in time, and by how much reduced. */
import { type ReviewRule, reviewDays, reviewDue, reviewRule } from '../calculators/settlement-clock.ts'
import { addDays, addMonths } from '../deadline/working-days.ts'
import { daysFrom } from './days.ts'
import { defineProjectCheck } from './define-project-check.ts'
import { isAbove, percentOf } from './exact.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { acceptedOn } from './payment-limits.ts'
import type { ProjectFacts } from './project-facts.ts'
import { projectOf } from './project-facts.ts'
import { always, auditPractice, finalAccounts, inForce, localRule, settlementRules } from './sources.ts'

export const settlementReviewTime = defineProjectCheck({
  id: 'settlement.reviewTime',
  area: 'settlement',
  name: { zh: '结算审查超期', en: 'Review of the settlement takes too long' },
  explanation: {
    zh: '从收到完整结算资料之日起，按送审金额计算审查期限。资料不齐的书面一次告知，时钟从齐全之日起算。',
    en: 'The clock runs from the day the file is complete, and its length follows from the amount submitted.',
  },
  source: settlementRules('第十四条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.settlementRules,
  to: null,
  parameters: {
    small: always('第一档金额（含）', 'First amount, with it', '分', reviewRule.small),
    smallDays: always('第一档天数', 'Days of the first', '天', reviewRule.smallDays),
    medium: always('第二档金额（含）', 'Second amount, with it', '分', reviewRule.medium),
    mediumDays: always('第二档天数', 'Days of the second', '天', reviewRule.mediumDays),
    large: always('第三档金额（含）', 'Third amount, with it', '分', reviewRule.large),
    largeDays: always('第三档天数', 'Days of the third', '天', reviewRule.largeDays),
    mostDays: always('以上天数', 'Days above', '天', reviewRule.mostDays),
  },
  why: {
    flagged: {
      zh: '送审{submitted:money}，{complete}资料齐全，应在{due}前审完（{most}天），{reviewed}审定，超{late}天（第十四条）。',
      en: '{submitted:money} complete on {complete}, due {due} ({most} days), reviewed {reviewed}: {late} days late.',
    },
    open: {
      zh: '送审{submitted:money}，{complete}资料齐全，应在{due}前审完（{most}天），尚未审定，已超{late}天（第十四条）。',
      en: '{submitted:money} complete on {complete}, due {due} ({most} days), not reviewed: {late} days late.',
    },
    pending: {
      zh: '{complete}资料齐全，{due}前审完（{most}天）。',
      en: 'Complete on {complete}; due {due} ({most} days).',
    },
    clear: {
      zh: '{complete}资料齐全，{reviewed}审定，没有超过{most}天。',
      en: 'Complete {complete}, reviewed {reviewed}, within {most} days.',
    },
  },
  each: ({ entries }) => entries.settlement,
  on: ({ values }) => values.completeOn ?? values.submittedOn ?? null,
  one: (settlement, rule: ReviewRule, _, today) => {
    const known = take(settlement, 'submitted', 'completeOn')
    if (isMissing(known)) return cannotTell(settlement, known.missing)
    const { submitted, completeOn: complete } = known
    const due = reviewDue(complete, submitted, rule)
    const reviewed = settlement.values.reviewedOn
    const late = daysFrom(due, reviewed ?? today)
    const numbers = { submitted, complete, due, most: reviewDays(submitted, rule), reviewed, late }
    if (reviewed !== undefined) return late > 0 ? flagged(settlement, numbers) : clear(settlement, numbers)
    return late > 0 ? flagged(settlement, numbers, [], 'open') : clear(settlement, numbers, [], 'pending')
  },
})

export const settlementReductionRate = defineProjectCheck({
  id: 'settlement.reductionRate',
  area: 'settlement',
  name: { zh: '结算核减率偏高', en: 'Large reduction by the review' },
  explanation: {
    zh: '核减率高，说明送审虚高，或平时计量把关不严。核减大的项目查监理和建设单位的签认；合同约定审核费由施工单位承担的按约定办。',
    en: 'A large reduction tells of an inflated claim or of loose measuring. Look at who signed.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { share: always('核减率超过（%）', 'Reduction above', '%', 10) },
  why: {
    flagged: {
      zh: '送审{submitted:money}，审定{reviewed:money}，核减{reduction:money}，核减率{ratio:percent}，超过{share}%。',
      en: '{submitted:money} submitted, {reviewed:money} reviewed: {reduction:money} less, {ratio:percent}, above {share}%.',
    },
    clear: {
      zh: '送审{submitted:money}，审定{reviewed:money}，核减率{ratio:percent}。',
      en: '{reduction:money} less, {ratio:percent}.',
    },
  },
  each: ({ entries }) =>
    entries.settlement.filter(({ values }) => values.reviewed !== undefined || values.reviewedOn !== undefined),
  on: ({ values }) => values.reviewedOn ?? null,
  one: (settlement, { share }) => {
    const known = take(settlement, 'submitted', 'reviewed')
    if (isMissing(known)) return cannotTell(settlement, known.missing)
    const { submitted } = known
    const reviewed = settlement.values.secondReviewed ?? known.reviewed
    const reduction = submitted - reviewed
    const numbers = { submitted, reviewed, reduction, ratio: percentOf(reduction, submitted), share }
    return isAbove(reduction, submitted, share) ? flagged(settlement, numbers) : clear(settlement, numbers)
  },
})

export const settlementNotSubmitted = defineProjectCheck({
  id: 'settlement.notSubmitted',
  area: 'settlement',
  name: { zh: '已验收未送审', en: 'Accepted, not submitted' },
  explanation: {
    zh: '竣工验收合格后迟迟不送审，结算和决算都被拖住。逾期的发催办函，并登记在结算里。',
    en: 'What is not submitted holds up settlement and final account. Send an urging letter, and enter it.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { days: always('验收后送审期限（天）', 'Days from acceptance', '天', 60) },
  why: {
    flagged: {
      zh: '{accepted}验收合格，{submitted}才送审，超过{most}天。',
      en: 'Accepted {accepted}, submitted {submitted}: more than {most} days.',
    },
    open: {
      zh: '{accepted}验收合格，已{days}天没有送审，超过{most}天，应发催办函。',
      en: 'Accepted {accepted}; not submitted after {days} days, more than {most}: send an urging letter.',
    },
    pending: { zh: '{accepted}验收合格，{due}前送审。', en: 'Accepted {accepted}; to be submitted by {due}.' },
    clear: { zh: '验收合格后{days}天送审。', en: 'Submitted {days} days after acceptance.' },
  },
  each: (facts) => (acceptedOn(facts) === null ? [] : [facts]),
  on: (facts) => acceptedOn(facts),
  one: (_, { days: most }, facts, today) => {
    const accepted = acceptedOn(facts)
    if (accepted === null) return null
    const { settlement: all } = facts.entries
    const undated = all.filter(({ values }) => values.submittedOn === undefined)
    if (all.length > 0 && undated.length === all.length)
      return cannotTell(
        null,
        undated.map((each) => lacks('settlement', 'submittedOn', each)),
      )
    const submitted = all.find(({ values }) => values.submittedOn !== undefined)?.values.submittedOn
    const days = daysFrom(accepted, submitted ?? today)
    const numbers = { accepted, submitted, days, most, due: addDays(accepted, most) }
    if (submitted !== undefined) return days > most ? flagged(null, numbers, all) : clear(null, numbers, all)
    return days > most ? flagged(null, numbers, [], 'open') : clear(null, numbers, [], 'pending')
  },
})

export const settlementNotAudited = defineProjectCheck({
  id: 'settlement.notAudited',
  area: 'settlement',
  name: { zh: '已送审未审定', en: 'Submitted, not settled' },
  explanation: {
    zh: '送审以后长期没有审定的，多半是资料没有补齐或争议没有处理。限期补件，发催办函。',
    en: 'What stays unsettled lacks a paper or a decision. Set a day, and send an urging letter.',
  },
  source: localRule,
  nature: 'local',
  severity: 'medium',
  from: null,
  to: null,
  parameters: { days: always('送审后审定期限（天）', 'Days from submission', '天', 180) },
  why: {
    flagged: {
      zh: '{submitted}送审，{reviewed}才审定，共{days}天，超过{most}天。',
      en: 'Submitted {submitted}, settled {reviewed}: {days} days, more than {most}.',
    },
    open: {
      zh: '{submitted}送审，已{days}天没有审定，超过{most}天，催办函{urgings}份。',
      en: 'Submitted {submitted}; not settled after {days} days, more than {most}; {urgings} urging letters.',
    },
    clear: { zh: '{submitted}送审，第{days}天，期限{most}天。', en: 'Submitted {submitted}, {days} of {most} days.' },
  },
  each: ({ entries }) => entries.settlement,
  on: ({ values }) => values.submittedOn ?? null,
  one: (settlement, { days: most }, _, today) => {
    const known = take(settlement, 'submittedOn')
    if (isMissing(known)) return cannotTell(settlement, known.missing)
    const { reviewedOn: reviewed, urgings = [] } = settlement.values
    const days = daysFrom(known.submittedOn, reviewed ?? today)
    const numbers = { submitted: known.submittedOn, reviewed, days, most, urgings: urgings.length }
    if (days <= most) return clear(settlement, numbers)
    return flagged(settlement, numbers, [], reviewed === undefined ? 'open' : 'flagged')
  },
})

export const settlementBeforeAcceptance = defineProjectCheck({
  id: 'settlement.beforeAcceptance',
  area: 'settlement',
  name: { zh: '先结算后验收', en: 'Settled before accepted' },
  explanation: {
    zh: '没有验收合格就审定结算，工程量和质量都没有确认。查明结算依据，必要时复审。',
    en: 'What is settled before acceptance rests on nothing confirmed. Ask for its ground; review it again.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '{reviewed}审定结算，{accepted}才验收合格。',
      en: 'Settled {reviewed}, accepted only on {accepted}.',
    },
    clear: { zh: '{accepted}验收合格，{reviewed}审定结算。', en: 'Accepted {accepted}, settled {reviewed}.' },
  },
  each: ({ entries }) => entries.settlement.filter(({ values }) => values.reviewedOn !== undefined),
  on: ({ values }) => values.reviewedOn ?? null,
  one: (settlement, _, facts) => {
    const accepted = acceptedOn(facts)
    if (accepted === null) return cannotTell(settlement, [lacks('acceptance', 'on')])
    const { reviewedOn: reviewed } = settlement.values
    if (reviewed === undefined) return null
    return reviewed < accepted ? flagged(settlement, { reviewed, accepted }) : clear(settlement, { reviewed, accepted })
  },
})

const accepted = (facts: ProjectFacts) => {
  const project = projectOf(facts)
  const on = acceptedOn(facts)
  return project === null || on === null ? [] : [{ project, on }]
}

export const accountFinal = defineProjectCheck({
  id: 'account.final',
  area: 'account',
  name: { zh: '竣工财务决算超期', en: 'Final account late' },
  explanation: {
    zh: '项目完工可投入使用后三个月内编报竣工财务决算；确需延长的经批准，中小型不超过两个月，大型不超过六个月。',
    en: 'The final account is drawn up within three months of completion; with approval two more, six for large projects.',
  },
  source: finalAccounts('第二条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.finalAccounts,
  to: null,
  parameters: {
    months: always('编报期限（月）', 'Months', '个月', 3),
    more: always('中小型项目最多延长（月）', 'Extension', '个月', 2),
    moreLarge: always('大型项目最多延长（月）', 'Extension of large projects', '个月', 6),
  },
  why: {
    flagged: {
      zh: '{accepted}完工验收，应在{due}前编报决算，{drawn}才编报，超{late}天（第二条）。',
      en: 'Accepted {accepted}, due {due}, drawn up {drawn}: {late} days late.',
    },
    open: {
      zh: '{accepted}完工验收，应在{due}前编报决算，没有登记编报，已超{late}天（第二条）。',
      en: 'Accepted {accepted}, due {due}; not drawn up, {late} days late.',
    },
    pending: { zh: '{accepted}完工验收，{due}前编报决算。', en: 'Accepted {accepted}; due {due}.' },
    clear: { zh: '{accepted}完工验收，{drawn}编报决算。', en: 'Accepted {accepted}, drawn up {drawn}.' },
  },
  each: accepted,
  on: ({ on }) => on,
  one: ({ project, on }, { months, more, moreLarge }, _, today) => {
    const { finalAccountOn: drawn, finalAccountExtendedOn: extended, largeScale } = project.values
    if (extended !== undefined && largeScale === undefined)
      return cannotTell(project, [lacks('project', 'largeScale', project)])
    const due = addMonths(on, months + (extended === undefined ? 0 : largeScale ? moreLarge : more))
    const late = daysFrom(due, drawn ?? today)
    const numbers = { accepted: on, due, drawn, late }
    if (drawn !== undefined) return late > 0 ? flagged(project, numbers) : clear(project, numbers)
    return late > 0 ? flagged(project, numbers, [], 'open') : clear(project, numbers, [], 'pending')
  },
})
