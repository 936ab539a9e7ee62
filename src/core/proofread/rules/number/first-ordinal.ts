import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A list of measures that begins with 二是. */
export const firstOrdinal: Rule = {
  code: 'number/first-ordinal',
  severity: 'warning',
  name: { zh: '缺少“一是”', en: 'The first ordinal is missing' },
  explanation: {
    zh: {
      why: '从“二是”开始，读者不知道第一项是被删去了，还是没有标序号，措施数也数不清。',
      fix: '在第一项措施前补上“一是”；第一项确已删去的，后面重新编号。',
      example: '“完善巡查机制。开展巡查88次。二是出台《巡查办法》。”',
    },
    en: {
      why: 'A list that begins with 二是 leaves open whether the first measure was struck out or just has no ordinal, and the number of measures is unclear.',
      fix: 'Put 一是 before the first measure; if it was struck out, number the rest anew.',
      example: '“开展巡查88次。二是出台《巡查办法》。”',
    },
  },
  *check({ lists }) {
    for (const { finding, ordinals } of lists) {
      const [first] = ordinals
      const [start] = finding.measures
      if (!first || !start || first.ordinal === 1) continue
      yield {
        ...spanOf(start),
        message: {
          zh: `第${finding.number}个问题的措施从“${first.marker}”开始，缺少“一是”。`,
          en: `The measures of finding ${finding.number} begin with “${first.marker}”: the first ordinal is missing.`,
        },
      }
    }
  },
}
