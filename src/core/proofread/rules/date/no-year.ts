import type { DateMention } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import { spanOf, textBefore } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A date without its year, and none written earlier in the same paragraph. */
export const noYear: Rule = {
  code: 'date/no-year',
  severity: 'warning',
  name: { zh: '日期没有写年份', en: 'A date without year' },
  explanation: {
    zh: {
      why: '整改往往跨年度，没有年份的日期无法判断先后，过几年更无法查证。',
      fix: '补写年份；同一段前面已写年份的可以省略。',
      example: '“验收小组于10月12日到场复核”：是哪一年的9月25日？',
    },
    en: {
      why: 'Rectification runs over years. A date without year cannot be put in order, and later cannot be checked.',
      fix: 'Add the year; it may be left out where the same paragraph has given it just before.',
      example: '“验收小组于10月12日到场复核”: of which year?',
    },
  },
  *check({ passages }) {
    const bare = passages.flatMap((passage) => {
      let yearGiven = false
      return passage.dates.filter((date) => {
        if (date.yearSource === 'written') yearGiven = true
        if (date.yearSource === 'written' || yearGiven) return false
        // A month alone may be a season (`延长浇灌期至9月`); it is a date where something happened in it.
        return (
          /日|号/.test(date.text) ||
          (/月/.test(date.text) && /(?:于|在|^|[，,。；])$/.test(textBefore(passage, date, 1)))
        )
      })
    })
    // The same day told in several places is one omission.
    for (const mentions of groupsBy(bare, (date) => date.text.normalize('NFKC')).values()) {
      const [first, ...others] = mentions
      if (!first) continue
      yield {
        ...spanOf(first),
        message: {
          zh: `日期“${first.text}”没有写年份${others.length > 0 ? `，共${mentions.length}处` : ''}。`,
          en: `The date “${first.text}” has no year${others.length > 0 ? `, in ${mentions.length} places` : ''}.`,
        },
        related: others.map((date: DateMention) => ({
          ...spanOf(date),
          note: { zh: '同一日期', en: 'the same date' },
        })),
      }
    }
  },
}
