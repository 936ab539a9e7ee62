import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { contradiction } from './contradiction.ts'
import { tellsOfSome } from './tells-of-some.ts'

/** The number of measures the text claims against those it lists. */
export const declaredMeasures: Rule = {
  code: 'count/declared-measures',
  severity: 'warning',
  name: { zh: '措施数与正文不符', en: 'Declared number of measures differs' },
  explanation: {
    zh: {
      why: '措施数是整改方案的总量。正文列出的少于总数，说明有措施没有公开结果；多于总数，说明总数没有更新。',
      fix: '对照整改台账逐项核对；只公开部分措施的，写明公开的项数。',
      example: '文中称“制定措施20项”，正文列出15项。',
    },
    en: {
      why: 'The number of measures is the size of the plan. Fewer in the text means that some have no published result; more means that the number is out of date.',
      fix: 'Compare with the ledger measure by measure; where only some are published, say how many.',
      example: 'The text says “20 measures” and lists 15.',
    },
  },
  *check({ notice }) {
    const shown = notice.findings.reduce((sum, finding) => sum + finding.measures.length, 0)
    if (shown === 0) return
    const claim = contradiction(notice.declared, 'measure', shown)
    if (claim === null || (shown < claim.value && tellsOfSome(notice))) return
    const gap = Math.abs(claim.value - shown)
    const less = shown < claim.value
    yield {
      ...spanOf(claim),
      message: {
        zh: `文中称措施${claim.value}${claim.unit}，正文列出${shown}项，${less ? '少' : '多'}${gap}项。`,
        en: `The text declares ${claim.value} measures and lists ${shown}: ${gap} ${less ? 'too few' : 'too many'}.`,
      },
    }
  },
}
