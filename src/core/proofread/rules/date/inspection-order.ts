import type { Day } from '../../../deadline/day.ts'
import type { Passage } from '../../passages.ts'
import { comparePlace, spanOf } from '../../pieces.ts'
import type { Found, Rule, Words } from '../../rule.ts'

/** Begin, end, feedback and publication of the inspection must follow one another. */
export const inspectionOrder: Rule = {
  code: 'date/inspection-order',
  severity: 'error',
  name: { zh: '巡察、反馈、发布日期先后颠倒', en: 'Inspection, feedback and publication out of order' },
  explanation: {
    zh: {
      why: '先巡察、后反馈、再整改发布，顺序颠倒说明基本日期有误，其他日期也无法判断。',
      fix: '对照巡察通知和反馈会记录改正。',
      example: '巡察至2023年9月15日结束，反馈写2023年8月23日。',
    },
    en: {
      why: 'Inspection comes first, then feedback, then publication. In another order a basic date is wrong, and no other date can be judged.',
      fix: 'Correct by the notification and the record of the feedback meeting.',
      example: 'The inspection ended on 2023-09-15, the feedback is dated 2023-08-23.',
    },
  },
  *check({ notice, passages }) {
    const { to, feedbackOn } = notice.inspection
    if (feedbackOn !== null && to !== null && feedbackOn < to) {
      yield* at(passages, feedbackOn, {
        zh: `反馈日期${feedbackOn}早于巡察结束日期${to}。`,
        en: `The feedback (${feedbackOn}) is before the end of the inspection (${to}).`,
      })
    }
    if (notice.publishedOn !== null && feedbackOn !== null && notice.publishedOn < feedbackOn) {
      yield* at(passages, feedbackOn, {
        zh: `反馈日期${feedbackOn}晚于发布日期${notice.publishedOn}。`,
        en: `The feedback (${feedbackOn}) is after the publication (${notice.publishedOn}).`,
      })
    }
  },
}

/** The place in the preamble where that day is written. */
function* at(passages: readonly Passage[], day: Day, message: Words): Generator<Found> {
  const dates = passages.filter((passage) => passage.role === 'prose').flatMap((passage) => passage.dates)
  const [place] = dates.filter((date) => date.from === day || date.to === day).sort(comparePlace)
  if (place) yield { ...spanOf(place), message }
}
