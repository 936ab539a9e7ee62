import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

const marked = /边巡边改|边查边改|立行立改|即知即改|立查立改|立整立改|巡察期间|驻点期间|反馈前/

/** A corrective act between the beginning of the inspection and its feedback, not marked 边巡边改. */
export const beforeFeedback: Rule = {
  code: 'date/before-feedback',
  severity: 'warning',
  name: { zh: '整改日期早于反馈，未注明边巡边改', en: 'An act before the feedback, not marked as such' },
  explanation: {
    zh: {
      why: '反馈之前的整改只能是边巡边改。不注明，读者会认为日期有误，或者这项工作与反馈无关。',
      fix: '在措施中注明“边巡边改”；日期有误的更正。',
      example: '2023年9月6日反馈，措施写“2023年8月完成补栽”，没有注明边巡边改。',
    },
    en: {
      why: 'What was rectified before the feedback was rectified during the inspection. Unmarked, the date looks wrong or the work unrelated.',
      fix: 'Mark the act 边巡边改, or correct the date.',
      example: 'Feedback on 2023-09-06; a measure says “planted in August 2023” and is not marked.',
    },
  },
  *check({ notice, datedActs }) {
    const { from, feedbackOn } = notice.inspection
    if (feedbackOn === null) return
    for (const { date, sentence, to } of datedActs) {
      if (to >= feedbackOn || (from !== null && to < from) || marked.test(sentence.text)) continue
      yield {
        ...spanOf(date),
        message: {
          zh: `“${date.text}”早于反馈日期（${feedbackOn}），没有注明边巡边改。`,
          en: `“${date.text}” is before the feedback (${feedbackOn}) and not marked 边巡边改.`,
        },
      }
    }
  },
}
