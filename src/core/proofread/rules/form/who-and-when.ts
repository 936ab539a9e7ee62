import type { Rule } from '../../rule.ts'
import { isPublicNotice, titlePlace } from './public-notice.ts'

/** Who inspected whom, and when. */
export const whoAndWhen: Rule = {
  code: 'form/who-and-when',
  severity: 'warning',
  name: { zh: '缺少巡察组、巡察时间或者反馈日期', en: 'Who inspected, or when, is missing' },
  explanation: {
    zh: {
      why: '谁在什么时候巡察、什么时候反馈，是判断整改是否及时的起点。',
      fix: '在开头写明巡察组名称、巡察起止日期和反馈日期，都写年份。',
      example: '“2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。9月6日反馈了意见。”',
    },
    en: {
      why: 'Who inspected, when, and when the feedback was given is where timeliness is measured from.',
      fix: 'Name team, first and last day of the inspection, and the day of feedback in the preamble, with years.',
      example: '“2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。9月6日反馈了意见。”',
    },
  },
  *check(context) {
    const { notice } = context
    const place = titlePlace(context)
    // Outside 巡察 and 巡视 (audits, special checks) other elements are usual.
    if (!place || !isPublicNotice(notice) || !/巡[察视]/.test(notice.title)) return
    const { team, from, feedbackOn } = notice.inspection
    const missing = [
      ...(team.length === 0 ? [{ zh: '巡察组', en: 'the team' }] : []),
      ...(from === null ? [{ zh: '巡察时间', en: 'the days of the inspection' }] : []),
      ...(feedbackOn === null ? [{ zh: '反馈日期', en: 'the day of feedback' }] : []),
    ]
    if (missing.length === 0) return
    yield {
      ...place,
      message: {
        zh: `没有写明${missing.map(({ zh }) => zh).join('、')}。`,
        en: `The notice does not say ${missing.map(({ en }) => en).join(', ')}.`,
      },
    }
  },
}
