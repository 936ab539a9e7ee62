import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** An act of its own after the last numbered measure, without an ordinal. */
export const unnumberedAct: Rule = {
  code: 'number/unnumbered-act',
  severity: 'warning',
  name: { zh: '列举末尾有一项未编序号', en: 'An act without ordinal ends the list' },
  explanation: {
    zh: {
      why: '列举都编了序号，末尾另有一项没有编，读者会当作上一项的内容，措施数也会少计一项。',
      fix: '是独立措施的，补上序号；属于上一项的，改写成上一项的一部分。',
      example: '“三是开展复核，已完成。出台了‘项目长’负责制。”后一句应为“四是”。',
    },
    en: {
      why: 'In a numbered list an act without ordinal reads as part of the one before, and is not counted.',
      fix: 'Give it an ordinal if it is a measure of its own; otherwise make it part of the one before.',
      example: '“三是开展复核，已完成。出台了‘项目长’负责制。”: the last sentence wants 四是.',
    },
  },
  *check({ lists }) {
    for (const { finding, ordinals } of lists) {
      const last = ordinals.at(-1)
      if (!last) continue
      for (const measure of finding.measures) {
        if (!measure.implied || measure.marker !== null || measure.ordinal <= last.ordinal) continue
        yield {
          ...spanOf(measure),
          message: {
            zh: `第${finding.number}个问题“${last.marker}”之后的这一项没有编序号。`,
            en: `Finding ${finding.number}: this act after “${last.marker}” has no ordinal.`,
          },
        }
      }
    }
  },
}
