import type { Rule } from '../../rule.ts'
import { isPublicNotice, titlePlace } from './public-notice.ts'

/** The rule on which the notice is published. */
export const basis: Rule = {
  code: 'form/basis',
  severity: 'hint',
  name: { zh: '缺少公开依据', en: 'The legal basis is missing' },
  explanation: {
    zh: {
      why: '公开整改情况是有依据的义务，写明依据，读者知道公开什么、向谁监督。',
      fix: '在开头写明依据的条例。',
      example: '“根据《中国共产党巡视工作条例》有关规定，现就整改情况作如下通报”。',
    },
    en: {
      why: 'Publication is a duty with a legal basis; naming it tells readers what is published and who may be held to it.',
      fix: 'Name the regulation in the preamble.',
      example: '“根据《中国共产党巡视工作条例》有关规定，现就整改情况作如下通报”.',
    },
  },
  *check(context) {
    const { notice, passages } = context
    const place = titlePlace(context)
    if (!place || !isPublicNotice(notice) || notice.inspection.basis.length > 0) return
    const named = passages.some(
      ({ role, text }) => role === 'prose' && /(?:根据|按照|依据|依照)[^。]{0,20}(?:《|条例|规定|要求)/.test(text),
    )
    if (named) return
    yield {
      ...place,
      message: { zh: '没有写明公开的依据。', en: 'The notice does not name its legal basis.' },
    }
  },
}
