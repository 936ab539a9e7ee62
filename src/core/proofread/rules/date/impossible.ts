import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A date that the calendar does not have. */
export const impossible: Rule = {
  code: 'date/impossible',
  severity: 'error',
  name: { zh: '日期不存在', en: 'An impossible date' },
  explanation: {
    zh: {
      why: '日历上没有的日期一望即知是笔误，却说明全文没有核对过。',
      fix: '查对原始记录，改成实际日期。',
      example: '“2023年2月30日完成移交”。',
    },
    en: {
      why: 'A day that no calendar has is a plain slip, and shows that nobody checked.',
      fix: 'Look up the record and give the true day.',
      example: '“2023年2月30日完成移交”.',
    },
  },
  *check({ passages }) {
    for (const passage of passages) {
      for (const date of passage.dates) {
        if (date.possible) continue
        yield {
          ...spanOf(date),
          message: { zh: `日期“${date.text}”不存在。`, en: `The date “${date.text}” does not exist.` },
        }
      }
    }
  },
}
