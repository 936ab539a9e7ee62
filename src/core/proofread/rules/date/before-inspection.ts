import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A corrective act dated before the inspection began. */
export const beforeInspection: Rule = {
  code: 'date/before-inspection',
  severity: 'warning',
  name: { zh: '整改日期早于巡察开始', en: 'An act before the inspection' },
  explanation: {
    zh: {
      why: '整改措施发生在巡察开始之前，不可能是针对这次反馈的整改，可能是年份写错，也可能是以旧充新。',
      fix: '核对日期；确属以前的工作的，说明是背景，不作为整改成效。',
      example: '巡察自2023年5月8日开始，措施写“2022年6月补栽15株”。',
    },
    en: {
      why: 'What was done before the inspection cannot answer it: either the year is wrong or old work is shown as new.',
      fix: 'Check the date; where it is earlier work, say that it is background and do not count it as a result.',
      example: 'The inspection began on 2023-05-08, a measure says “planted in June 2022”.',
    },
  },
  *check({ notice, datedActs }) {
    const begin = notice.inspection.from
    if (begin === null) return
    for (const { date, to } of datedActs) {
      if (to >= begin) continue
      yield {
        ...spanOf(date),
        message: {
          zh: `“${date.text}”早于巡察开始（${begin}），不应作为整改措施。`,
          en: `“${date.text}” is before the inspection began (${begin}): it cannot be rectification.`,
        },
      }
    }
  },
}
