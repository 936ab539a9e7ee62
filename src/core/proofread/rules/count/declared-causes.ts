import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { contradiction } from './contradiction.ts'

/** The number of causes the text claims against those it shows. */
export const declaredCauses: Rule = {
  code: 'count/declared-causes',
  severity: 'warning',
  name: { zh: '原因数与正文不符', en: 'Declared number of causes differs' },
  explanation: {
    zh: {
      why: '写明梳理了多少条原因却不列出，读者无法判断措施是否对准原因，这个数字也无从核对。',
      fix: '在每个问题下写明原因，或者删去这个数字；列出的，核对条数。',
      example: '文中称“梳理原因8条”，正文没有列出一条。',
    },
    en: {
      why: 'A number of causes that are not shown cannot be checked, and nobody can tell whether the measures answer them.',
      fix: 'Give the causes under each finding, or leave the number out; where they are listed, count them again.',
      example: 'The text says “8 causes were identified” and shows none.',
    },
  },
  *check({ notice }) {
    if (notice.findings.length === 0) return
    const shown = notice.findings.reduce((sum, finding) => sum + finding.causes.length, 0)
    const claim = contradiction(notice.declared, 'cause', shown)
    if (claim === null) return
    yield {
      ...spanOf(claim),
      message:
        shown === 0
          ? {
              zh: `文中称原因${claim.value}${claim.unit}，正文没有列出原因。`,
              en: `The text declares ${claim.value} causes and shows none.`,
            }
          : {
              zh: `文中称原因${claim.value}${claim.unit}，正文列出${shown}条。`,
              en: `The text declares ${claim.value} causes and lists ${shown}.`,
            },
    }
  },
}
