/** How long the public waits: to be told that a matter was taken up, and for the answer. */
import { addDays } from '../deadline/working-days.ts'
import { daysFrom, earliest } from './days.ts'
import { defineEachCheck } from './define-project-check.ts'
import { cannotTell, clear, flagged, lacks } from './outcome.ts'
import { always, inForce, petitionRules } from './sources.ts'
import type { UnitFacts } from './unit-facts.ts'

type Comment = UnitFacts['entries']['comment'][number]
const each = ({ entries }: UnitFacts): readonly Comment[] =>
  entries.comment.filter(({ values }) => values.category === 'petition' || values.category === 'accusation')
const on = ({ values }: Comment) => values.on ?? null

export const commentAcceptedLate = defineEachCheck<UnitFacts>()({
  id: 'comment.acceptedLate',
  area: 'time',
  name: { zh: '信访事项逾期未告知受理', en: 'Acceptance of a petition told late' },
  explanation: {
    zh: '申诉求决、检举控告收到后，应在期限内书面告知是否受理。逾期的立即告知，并说明由谁办、何时答复。',
    en: 'Whoever petitions is told in time whether the matter is taken up, by whom, and until when.',
  },
  source: petitionRules('第二十三条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.petitionRules,
  to: null,
  parameters: { days: always('告知期限（天）', 'Days at most', '天', 15) },
  why: {
    flagged: {
      zh: '{received}收到，{accepted}告知受理，第{took}天，超过{days}天。',
      en: 'Received {received}, told {accepted}: day {took}, more than {days}.',
    },
    open: {
      zh: '{received}收到，已{took}天没有告知受理，超过{days}天。',
      en: 'Received {received}; nothing told after {took} days, more than {days}.',
    },
    clear: { zh: '{received}收到，{accepted}告知受理，第{took}天。', en: 'Received {received}, told on day {took}.' },
    pending: { zh: '{received}收到，第{took}天，还在{days}天内。', en: 'Received {received}, day {took} of {days}.' },
  },
  each,
  on,
  one: (comment, { days }, _, today) => {
    const { on: received, answeredOn } = comment.values
    if (received === undefined) return cannotTell(comment, [lacks('comment', 'on', comment)])
    // Who has the answer already needs not be told that there will be one.
    const accepted = comment.values.acceptedOn ?? answeredOn
    const took = daysFrom(received, accepted ?? today)
    if (accepted === undefined)
      return took > days
        ? flagged(comment, { received, took, days }, [], 'open')
        : clear(comment, { received, took, days }, [], 'pending')
    const numbers = { received, accepted, took, days }
    return took > days ? flagged(comment, numbers) : clear(comment, numbers)
  },
})

export const commentAnsweredLate = defineEachCheck<UnitFacts>()({
  id: 'comment.answeredLate',
  area: 'time',
  name: { zh: '信访事项逾期未答复', en: 'Petition answered late' },
  explanation: {
    zh: '自受理之日起六十日内办结，经批准可以延长，最多三十日。逾期的，先答复已查清的部分，说明余下的何时办结。',
    en: 'Sixty days from acceptance, up to thirty more with approval. Where it is late, answer what is known and say when the rest follows.',
  },
  source: petitionRules('第三十四条'),
  nature: 'statute',
  severity: 'medium',
  from: inForce.petitionRules,
  to: null,
  parameters: {
    days: always('办理期限（天）', 'Days at most', '天', 60),
    extension: always('最多延长（天）', 'Extension at most', '天', 30),
  },
  why: {
    flagged: {
      zh: '{accepted}受理，{answered}答复，晚于{due}。',
      en: 'Accepted {accepted}, answered {answered}, after {due}.',
    },
    open: {
      zh: '{accepted}受理，至今没有答复，{due}已过{late}天。',
      en: 'Accepted {accepted}, no answer; {late} days past {due}.',
    },
    clear: { zh: '{accepted}受理，{answered}答复。', en: 'Accepted {accepted}, answered {answered}.' },
    pending: { zh: '{accepted}受理，应在{due}前答复。', en: 'Accepted {accepted}, to be answered by {due}.' },
  },
  each,
  on,
  one: (comment, { days, extension }, _, today) => {
    const { on: received, acceptedOn, extendedTo, answeredOn: answered, result } = comment.values
    const accepted = acceptedOn ?? received
    if (accepted === undefined) return cannotTell(comment, [lacks('comment', 'on', comment)])
    // What was handed on is answered by whoever has it now.
    if (answered === undefined && result === 'transferred') return null
    const regular = addDays(accepted, days)
    const longest = addDays(regular, extension)
    const due =
      extendedTo === undefined || extendedTo < regular ? regular : (earliest([extendedTo, longest]) ?? longest)
    if (answered === undefined)
      return due < today
        ? flagged(comment, { accepted, due, late: daysFrom(due, today) }, [], 'open')
        : clear(comment, { accepted, due }, [], 'pending')
    return answered > due ? flagged(comment, { accepted, answered, due }) : clear(comment, { accepted, answered, due })
  },
})
