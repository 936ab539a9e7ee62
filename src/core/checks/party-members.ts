/** Lectures whose material was reviewed in time, and dues. */
import { daysFrom } from './days.ts'
import { defineEachCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, isMissing, lacks, take } from './outcome.ts'
import { monthsFrom } from './party-periods.ts'
import { always, localRule, partyConstitution } from './sources.ts'
import type { UnitFacts } from './unit-facts.ts'

export const partyLectureReviewed = defineEachCheck<UnitFacts>()({
  id: 'party.lectureReviewed',
  area: 'party',
  name: { zh: '党课讲稿没有会前审阅', en: 'Material of a lecture not reviewed before' },
  explanation: {
    zh: '讲稿应在开讲前由支部书记或指定的人审阅。事后补审的，看讲稿与所讲是否一致，下次提前送审。',
    en: 'The secretary, or somebody named, reads the material before the lecture. Where it was read afterwards, compare it with what was said.',
  },
  source: localRule,
  nature: 'local',
  severity: 'low',
  from: null,
  to: null,
  parameters: { days: always('最少提前天数', 'Days before, at least', '天', 0) },
  why: {
    flagged: {
      zh: '{on}开讲，讲稿{reviewed}才审阅，应提前{days}天以上。',
      en: 'Held on {on}, material reviewed on {reviewed}; at least {days} days before are asked for.',
    },
    clear: { zh: '讲稿{reviewed}审阅，{on}开讲。', en: 'Material reviewed {reviewed}, held {on}.' },
  },
  each: ({ entries }) => entries.branchLife.filter(({ kind }) => kind === 'lecture'),
  on: ({ values }) => values.on ?? null,
  one: (lecture, { days }) => {
    const known = take(lecture, 'on', 'reviewedOn', 'reviewedBy')
    if (isMissing(known)) return cannotTell(lecture, known.missing)
    const { on, reviewedOn: reviewed } = known
    return daysFrom(reviewed, on) < days ? flagged(lecture, { on, reviewed, days }) : clear(lecture, { on, reviewed })
  },
})

/** Names of members stand in the entry, never in the sentence. */
export const partyDues = defineEachCheck<UnitFacts>()({
  id: 'party.dues',
  area: 'party',
  name: { zh: '党费欠缴', en: 'Dues in arrears' },
  explanation: {
    zh: '党费按月交。欠缴的问清原因、及时补交；没有正当理由连续六个月不交的，按党章处理。先核对记载，记载错的更正。',
    en: 'Dues are paid month by month. Ask why and let them be made up for; six months without a good reason are a matter of the constitution. First see whether the record is right.',
  },
  source: partyConstitution('第九条'),
  nature: 'statute',
  severity: 'medium',
  from: null,
  to: null,
  parameters: {
    months: always('欠几个月起提示', 'Months in arrears that are flagged', '个月', 1),
    lapse: always('连续不交的期限', 'Months without dues that are a lapse', '个月', 6),
  },
  why: {
    flagged: {
      zh: '党费交至{paidTo}，到上月底欠{arrears}个月。',
      en: 'Dues paid up to {paidTo}: {arrears} months owed.',
    },
    lapsed: {
      zh: '党费交至{paidTo}，到上月底已连续{arrears}个月未交，达到{lapse}个月（党章第九条）。',
      en: 'Dues paid up to {paidTo}: {arrears} months running, {lapse} are a lapse.',
    },
    clear: { zh: '党费交至{paidTo}，没有欠缴。', en: 'Dues paid up to {paidTo}.' },
  },
  each: ({ entries }) => entries.partyMember,
  on: () => null,
  one: (member, { months, lapse }, _, today) => {
    const { outOn, duesPaidTo: paidTo } = member.values
    if (outOn !== undefined && outOn <= today) return null
    if (paidTo === undefined) return cannotTell(member, [lacks('partyMember', 'duesPaidTo', member)])
    // The month that is running is not owed before it is over.
    const arrears = Math.max(0, monthsFrom(paidTo, today) - 1)
    if (arrears >= lapse) return flagged(member, { paidTo, arrears, lapse }, [], 'lapsed')
    return arrears >= months ? flagged(member, { paidTo, arrears }) : clear(member, { paidTo })
  },
})
