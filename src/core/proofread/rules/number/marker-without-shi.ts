import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** `六对…` in a list of `一是…`. */
export const markerWithoutShi: Rule = {
  code: 'number/marker-without-shi',
  severity: 'warning',
  name: { zh: '序号缺“是”字', en: 'An ordinal without 是' },
  explanation: {
    zh: {
      why: '序号漏写“是”字，读起来不通，按序号统计时这一项容易被漏掉。',
      fix: '补上“是”字，与前后各项一致。',
      example: '“二是确认弃土点3处。三对河道项目开展复核。”应为“三是对”。',
    },
    en: {
      why: 'Without 是 the sentence does not read, and the measure is easily lost when ordinals are counted.',
      fix: 'Add 是, as in the other items.',
      example: '“三对河道项目开展复核” should read “三是对”.',
    },
  },
  *check({ lists }) {
    for (const { finding, ordinals } of lists) {
      if (!ordinals.some(({ marker }) => marker.endsWith('是'))) continue
      for (const ordinal of ordinals) {
        if (!/^[一二三四五六七八九十]+$/.test(ordinal.marker)) continue
        yield {
          ...spanOf(ordinal),
          message: {
            zh: `第${finding.number}个问题的“${ordinal.marker}”后缺“是”字。`,
            en: `Finding ${finding.number}: 是 is missing after “${ordinal.marker}”.`,
          },
        }
      }
    }
  },
}
