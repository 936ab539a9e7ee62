import { matchesIn } from '../../../notice/matches-in.ts'
import { pieceOf, spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

const number = '(\\d+(?:\\.\\d+)?)'
const unit = '(%|％|个工作日|个月|小时|分钟|万元|亿元|[个项次件人元天日户家公里亩米棵株])'
const more = '提高|提升|上升|增加|增长|增至|扩大|扩展'
const less = '降低|下降|减少|压减|压缩|缩短|精简|降至|减至'
const change = new RegExp(
  `(?:由|从)[^，。；\\d]{0,8}${number}${unit}[^，。；\\d]{0,4}(?:(${more})|(?:${less}))(?:到|至|为)?[^，。；\\d]{0,4}${number}${unit}`,
  'g',
)

/** A number that is said to rise and falls, or to fall and rises. */
export const direction: Rule = {
  code: 'count/direction',
  severity: 'error',
  name: { zh: '增减方向与数字不符', en: 'A number said to rise that falls' },
  explanation: {
    zh: {
      why: '写“提高到”而数字变小，写“缩短至”而数字变大，必有一个数或者一个词写反，读者会认为成效是编的。',
      fix: '对照原始统计改正数字或者动词。',
      example: '“合格率由82%提高到79%”。',
    },
    en: {
      why: 'Where something “rises” to a smaller number or is “shortened” to a larger one, a number or the verb is wrong, and the result looks invented.',
      fix: 'Correct the number or the verb by the original statistics.',
      example: '“合格率由82%提高到79%”: the rate rises from 82% to 79%.',
    },
  },
  *check({ passages }) {
    for (const passage of passages) {
      for (const match of matchesIn(passage.text, change)) {
        const [text, from, fromUnit, rises, to, toUnit] = match
        const gain = Number(to) - Number(from)
        if (fromUnit !== toUnit || (rises === undefined ? gain < 0 : gain > 0)) continue
        const word = rises === undefined ? { zh: '减少', en: 'fall' } : { zh: '增加', en: 'rise' }
        const way =
          gain === 0
            ? { zh: '没有变', en: 'stays' }
            : gain > 0
              ? { zh: '变大', en: 'rises' }
              : { zh: '变小', en: 'falls' }
        yield {
          ...spanOf(pieceOf(passage, match.index, match.index + text.length)),
          message: {
            zh: `“${text}”说的是${word.zh}，数字却${way.zh}。`,
            en: `“${text}” is said to ${word.en}, but the number ${way.en}.`,
          },
        }
      }
    }
  },
}
