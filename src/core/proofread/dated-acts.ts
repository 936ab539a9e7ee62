import type { Day } from '../deadline/day.ts'
import type { DateMention } from '../notice/notice.ts'
import type { Passage } from './passages.ts'
import { dealt, type Node, sentencesOf, textAfter, textBefore } from './pieces.ts'

/** A dated act: the date, the sentence it stands in, and the days it spans. */
export type DatedAct = { date: DateMention; sentence: Node; from: Day; to: Day }

/** Words that make a date background, a plan or a name, not the day of a corrective act. */
const background =
  /原|此前|以前|之前|以往|当时|历史|巡察前|签订于|签订的|立项|批复|任职|出生|成立于|投产|竣工于|审计期间|发生|因|由于/
const planned = /将|拟|计划|预计|力争|争取|底前|前完成|之前|下一步|时限|期限/

const checkedFrom =
  /(?:核对|审核|复核|复查|核查|梳理|清理|检查|抽查|排查|调阅|起底|评查|分析|统计|盘点|审计|自查|对|将|把)$/

/**
 * Dated acts of the measures: days and months only, since a bare year is mostly part of a name (`2022年口袋公园提升项目`).
 * Dates of background, plans and deadlines are left out.
 */
export function datedActsOf(passages: readonly Passage[]): DatedAct[] {
  return passages.flatMap((passage) => {
    if (passage.role !== 'measure' || passage.dates.length === 0) return []
    const sentences = sentencesOf(passage)
    return dealt(sentences, passage.dates).flatMap((dates, index) => {
      const sentence = sentences[index]
      if (!sentence || background.test(sentence.text) || planned.test(sentence.text)) return []
      return dates.flatMap((date) => {
        const { from, to, precision } = date
        if (from === null || to === null || !['day', 'month', 'period'].includes(precision)) return []
        if (passage.deadlines.some((deadline) => deadline.line === date.line && overlaps(deadline, date))) return []
        // `核对2022年1月至6月的单据`: the days of what was checked.
        if (checkedFrom.test(textBefore(sentence, date, 4))) return []
        // `自…以来`, `…以后` open a period whose acts come later; a date that names a thing (`…实施的办法`) is no act.
        if (/^(?:以来|起|以后|之后|[^，。；]{0,8}(?:实施|施行|发布|印发)的)/.test(textAfter(sentence, date, 14)))
          return []
        return [{ date, sentence, from, to }]
      })
    })
  })
}

const overlaps = (a: { column: number; endColumn: number }, b: { column: number; endColumn: number }): boolean =>
  a.column < b.endColumn && b.column < a.endColumn
