import { dayOf } from '../../../deadline/day.ts'
import { matchesIn } from '../../../notice/matches-in.ts'
import { type Node, pieceOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

const dash = '(?:至|到|—|－|-|~|～){1,2}'
const periods = [
  new RegExp(`(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日${dash}(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日`, 'gu'),
  // A month without its year may be a season.
  new RegExp(`(\\d{4})年(\\d{1,2})月()${dash}(?:(\\d{4})年)?(\\d{1,2})月(?!\\d)`, 'gu'),
  new RegExp(`(\\d{4})年()()${dash}(\\d{4})年(?!\\d)`, 'gu'),
]

/** A period that ends before it begins. Read from the text itself, since such a period has no days to compare. */
export const periodReversed: Rule = {
  code: 'date/period-reversed',
  severity: 'error',
  name: { zh: '起止日期颠倒', en: 'A period that ends before it begins' },
  explanation: {
    zh: {
      why: '结束日期早于开始日期，必有一个写错；跨年的没有写第二个年份，也会读成颠倒。',
      fix: '更正日期；跨年的，两个年份都写上。',
      example: '“2023年9月15日至7月11日”。',
    },
    en: {
      why: 'When a period ends before it begins, one of its dates is wrong; over the turn of a year the second year may be missing.',
      fix: 'Correct the date; over the turn of a year give both years.',
      example: '“2023年9月15日至7月11日”.',
    },
  },
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.dates.length === 0) continue
      for (const match of periods.flatMap((period) => matchesIn(passage.text, period))) {
        if (!reversed(match)) continue
        const { text, ...span }: Node = pieceOf(passage, match.index, match.index + match[0].length)
        yield {
          ...span,
          message: {
            zh: `“${text}”结束日期早于开始日期。`,
            en: `“${text}” ends before it begins.`,
          },
        }
      }
    }
  },
}

function reversed(match: RegExpExecArray): boolean {
  const [, year, month, date, endYear, endMonth, endDate] = match
  // Without a year the months alone must tell; any leap year will do.
  const begins = dayOf(Number(year ?? 2024), Number(month || 1), Number(date || 1))
  const ends = dayOf(Number(endYear ?? year ?? 2024), Number(endMonth ?? (month || 1)), Number(endDate ?? 1))
  return begins !== null && ends !== null && ends < begins
}
