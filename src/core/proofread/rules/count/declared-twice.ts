import type { Declared } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** Words before a number that claim the whole: `反馈的28个问题`. A number without them may count a part. */
const claimsWhole: Partial<Record<Declared['what'], RegExp>> = {
  finding: /(?:反馈|指出|提出|移交)(?:的)?(?:整改)?(?:共|共计)?$/,
  cause: /(?:梳理|剖析|分析)(?:出|查找)?(?:问题|具体)?$/,
  measure: /(?:制定|细化|形成|明确)(?:了|出|具体)?(?:整改)?$/,
}
const names: Partial<Record<Declared['what'], { zh: string; en: string }>> = {
  finding: { zh: '问题', en: 'findings' },
  cause: { zh: '原因', en: 'causes' },
  measure: { zh: '措施', en: 'measures' },
}

/** One whole declared with two numbers. */
export const declaredTwice: Rule = {
  code: 'count/declared-twice',
  severity: 'error',
  name: { zh: '总数前后不一致', en: 'A whole declared with two numbers' },
  explanation: {
    zh: {
      why: '同一个总数在文中两处写法不同，至少有一处是错的。',
      fix: '以整改方案为准统一；口径不同的，写明各自的口径。',
      example: '前文“反馈的12个问题”，后文“围绕反馈的11个问题”。',
    },
    en: {
      why: 'Where one whole has two numbers, at least one is wrong.',
      fix: 'Use the number of the plan throughout; where definitions differ, give both.',
      example: 'First “the 12 findings of the feedback”, later “the 11 findings of the feedback”.',
    },
  },
  *check({ notice, lines }) {
    const claims = notice.declared.filter((each) => {
      const before = (lines[each.line - 1] ?? '').slice(Math.max(0, each.column - 11), each.column - 1)
      return claimsWhole[each.what]?.test(before) ?? false
    })
    for (const [what, group] of groupsBy(claims, (each) => each.what)) {
      const [first] = group
      const other = group.find((each) => each.value !== first?.value)
      const name = names[what]
      if (!first || !other || !name) continue
      yield {
        ...spanOf(other),
        message: {
          zh: `${name.zh}总数在前文为${first.value}，此处为${other.value}。`,
          en: `The number of ${name.en} is ${first.value} before and ${other.value} here.`,
        },
        related: [{ ...spanOf(first), note: { zh: '前文', en: 'before' } }],
      }
    }
  },
}
