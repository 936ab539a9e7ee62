import type { Rule } from '../../rule.ts'
import { endPlace, isPublicNotice } from './public-notice.ts'

const window =
  /(?:公开|公示|公布|监督|征求意见|反映)[^。]{0,12}(?:期限|时间|期)|自[^。]{0,16}(?:起|之日)[^。]{0,8}(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|个月)|\d+个?(?:工作日|天)内|(?:截止|截至|至)[^。]{0,4}\d+月\d+日(?:止|前|。)/

/** How long the public may comment. */
export const commentWindow: Rule = {
  code: 'form/comment-window',
  severity: 'hint',
  name: { zh: '没有写明公开期限', en: 'The window for comments is missing' },
  explanation: {
    zh: {
      why: '不写期限，群众不知道意见何时有效，单位也无法按期汇总答复。',
      fix: '在结尾写明公开的起止日期或者工作日数。',
      example: '“公开期限为自发布之日起15个工作日。”',
    },
    en: {
      why: 'Without a window nobody knows until when a comment counts, and the office cannot answer by a date.',
      fix: 'Give first and last day, or the number of working days, at the end.',
      example: '“公开期限为自发布之日起15个工作日。”',
    },
  },
  *check(context) {
    const { notice, passages } = context
    const place = endPlace(context)
    if (!place || !isPublicNotice(notice)) return
    // Without any contact the missing window is part of the same gap.
    if (notice.contact.telephone === null && notice.contact.email === null) return
    if (passages.some(({ role, text }) => role === 'prose' && window.test(text))) return
    // A period beside the contact is the window, whatever word introduces it.
    const closing = notice.prose.filter(({ line }) => line === notice.contact.line)
    if (closing.some(({ dates }) => dates.some(({ precision }) => precision === 'period'))) return
    yield {
      ...place,
      message: { zh: '没有写明公开期限。', en: 'The notice does not say until when comments are taken.' },
    }
  },
}
