import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { contradiction } from './contradiction.ts'
import { tellsOfSome } from './tells-of-some.ts'

/** What the district's own checks found afterwards is no finding of the inspection. */
const laterCheck = /(?:检查|排查|督查|抽查|自查|走访|核查|巡查)[^。；;]*(?:发现|查出|梳理出)(?:各类)?$/

/** The number of findings the text claims against those it lists. */
export const declaredFindings: Rule = {
  code: 'count/declared-findings',
  severity: 'error',
  name: { zh: '问题数与正文不符', en: 'Declared number of findings differs' },
  explanation: {
    zh: {
      why: '总述中的问题数是读者核对整改是否完整的依据，与正文所列不一致，读者会认为有问题被遗漏或者合并。',
      fix: '逐条核对反馈意见：补列遗漏的问题，或者更正总数；有问题合并整改的，写明合并情况。',
      example: '文中称“反馈的12个问题”，正文只列出11个。',
    },
    en: {
      why: 'Readers check completeness by the number of findings. When the list is shorter or longer, findings seem lost or merged.',
      fix: 'Compare with the feedback: list what is missing or correct the number; say so where findings were merged.',
      example: 'The text says “12 findings” and lists 11.',
    },
  },
  *check({ notice, lines }) {
    const shown = notice.findings.length
    if (shown === 0) return
    const own = notice.declared.filter(
      ({ line, column }) => !laterCheck.test((lines[line - 1] ?? '').slice(0, column - 1)),
    )
    const claim = contradiction(own, 'finding', shown)
    if (claim === null || (shown < claim.value && tellsOfSome(notice))) return
    yield {
      ...spanOf(claim),
      message: {
        zh: `文中称${claim.value}${claim.unit}问题，正文列出${shown}个。`,
        en: `The text declares ${claim.value} findings and lists ${shown}.`,
      },
    }
  },
}
