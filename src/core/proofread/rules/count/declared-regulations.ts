import { namedRegulations } from '../../../notice/named-regulations.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { contradiction } from './contradiction.ts'

/** The number of rules the text claims to have made against those it names. */
export const declaredRegulations: Rule = {
  code: 'count/declared-regulations',
  severity: 'hint',
  name: { zh: '制度数与点名的文件数不符', en: 'Declared number of regulations differs' },
  explanation: {
    zh: {
      why: '制度是整改成果中最容易核对的一项。总数与点名的文件数不同，读者无法知道是哪几项制度。',
      fix: '附制度清单，或者在正文逐一写明名称；同一文件在几个问题下出现的，只计一项。',
      example: '文中称“建立制度4项”，正文点名制定或修订的文件只有2件。',
    },
    en: {
      why: 'Rules made are the easiest result to check. When the number differs from the documents named, nobody can tell which they are.',
      fix: 'Attach a list, or name each in the text; a document that stands under several findings counts once.',
      example: 'The text says “4 rules were made” and names 2 documents.',
    },
  },
  *check({ notice }) {
    const titles = namedRegulations(notice)
    if (titles.size === 0) return
    const claim = contradiction(notice.declared, 'regulation', titles.size)
    if (claim === null) return
    yield {
      ...spanOf(claim),
      // More named than counted is a plain mistake; fewer may only be named without 《》.
      severity: titles.size > claim.value ? 'warning' : 'hint',
      message: {
        zh: `文中称制度${claim.value}${claim.unit}，正文点名制定、修订或印发的文件（去重）为${titles.size}件。`,
        en: `The text declares ${claim.value} rules; it names ${titles.size} different documents made, revised or issued.`,
      },
    }
  },
}
