import { spanOf, textAfter, textBefore } from '../../pieces.ts'
import type { RepeatedAct } from '../../repeated-acts.ts'
import type { Rule } from '../../rule.ts'

const kinds = ['培训', '会议', '推进会', '学习', '检查', '排查', '督查', '研讨', '警示教育', '调度']

/** A total that comes out only if a repeated act is counted once per finding. */
export const totalCountsTwice: Rule = {
  code: 'repeat/total-counts-twice',
  severity: 'error',
  name: { zh: '总数重复计算了同一做法', en: 'A total counts one act more than once' },
  explanation: {
    zh: {
      why: '总述中的次数如果是把各问题下的同一做法逐条相加得来的，就虚增了工作量。',
      fix: '按实际发生的次数重新统计，每一次只计一遍。',
      example: '同一轮培训3次写在4个问题下，总述写“开展专题培训12次”。',
    },
    en: {
      why: 'A total that adds up the same act under each finding claims work that was not done.',
      fix: 'Count what happened: each occasion once.',
      example: 'The same 3 trainings stand under 4 findings, and the summary says “12 trainings”.',
    },
  },
  *check({ passages, acts }) {
    const claims = acts.flatMap((act) => claimOf(act))
    if (claims.length === 0) return
    for (const passage of passages) {
      if (passage.role !== 'prose') continue
      for (const quantity of passage.quantities) {
        const words = textBefore(passage, quantity, 12) + textAfter(passage, quantity, 6)
        for (const { act, kind, unit, sum } of claims) {
          if (quantity.value !== sum || quantity.unit !== unit || !words.includes(kind)) continue
          const once = act.quantity?.value ?? 0
          yield {
            ...spanOf(quantity),
            message: {
              zh: `${sum}${unit}恰为同一做法${once}${unit}在${act.places.length}处重复相加之和，疑重复计数。`,
              en: `${sum} is just ${once} times the ${act.places.length} places that tell one act: it seems counted more than once.`,
            },
            related: act.places.map((place) => ({ ...place.span, note: { zh: '同一做法', en: 'the same act' } })),
          }
        }
      }
    }
  },
}

type Claim = { act: RepeatedAct; kind: string; unit: string; sum: number }

function claimOf(act: RepeatedAct): Claim[] {
  const kind = kinds.find((word) => act.text.includes(word))
  if (act.quantity === null || kind === undefined || act.places.length < 2) return []
  return [{ act, kind, unit: act.quantity.unit, sum: act.quantity.value * act.places.length }]
}
