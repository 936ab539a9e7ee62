import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A run-in list that breaks off and goes on in the next paragraph. */
export const listSplit: Rule = {
  code: 'form/list-split',
  severity: 'warning',
  name: { zh: '列举被分成两段', en: 'A list split over two paragraphs' },
  explanation: {
    zh: {
      why: '连写的“一是、二是”中间断开另起一段，后半段看起来不属于这个问题，转成台账时容易丢失。',
      fix: '并成一段，或者每一项都另起一行。',
      example: '“5.补植苗木。一是补栽15株。”另起一段“二是补栽385株。三是完成移交。”',
    },
    en: {
      why: 'When a run-in list breaks off and goes on in a new paragraph, its second half seems to belong to nothing and is easily lost.',
      fix: 'Join the paragraphs, or begin a new line for every item.',
      example: '“5.补植苗木。一是补栽15株。” and in a new paragraph “二是补栽385株。三是完成移交。”',
    },
  },
  *check({ lists }) {
    for (const { finding, ordinals } of lists) {
      const rows = groupsBy(ordinals, ({ line }) => line)
      const runIn = [...rows.values()].some((row) => row.length >= 2)
      if (!runIn || rows.size < 2) continue
      for (const [index, ordinal] of ordinals.entries()) {
        const previous = ordinals[index - 1]
        if (!previous || ordinal.line === previous.line || ordinal.ordinal !== previous.ordinal + 1) continue
        yield {
          ...spanOf(ordinal),
          message: {
            zh: `第${finding.number}个问题的列举在“${ordinal.marker}”处另起一段。`,
            en: `The list of finding ${finding.number} breaks off before “${ordinal.marker}”.`,
          },
          related: [{ ...spanOf(previous), note: { zh: '前一项', en: 'the item before' } }],
        }
      }
    }
  },
}
