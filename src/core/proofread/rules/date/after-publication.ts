import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** An act told as done, dated after the notice itself. */
export const afterPublication: Rule = {
  code: 'date/after-publication',
  severity: 'error',
  name: { zh: '日期晚于发布日期', en: 'A date after publication' },
  explanation: {
    zh: {
      why: '已完成的事项，日期不可能晚于通报发布日期，多为年份写错。',
      fix: '核对日期；属于计划的，写明“计划于”。',
      example: '2024年1月10日发布，文中写“2024年6月已完成移交”。',
    },
    en: {
      why: 'What is told as done cannot have a date after publication; the year is mostly wrong.',
      fix: 'Check the date; where it is a plan, say so.',
      example: 'Published on 2024-01-10, the text says “handed over in June 2024”.',
    },
  },
  *check({ datedActs, knownOn }) {
    if (knownOn === null) return
    for (const { date, from } of datedActs) {
      if (from <= knownOn) continue
      yield {
        ...spanOf(date),
        message: {
          zh: `“${date.text}”晚于发布日期（${knownOn}）。`,
          en: `“${date.text}” is after the day of publication (${knownOn}).`,
        },
      }
    }
  },
}
