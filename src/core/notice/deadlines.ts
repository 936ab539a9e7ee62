/** Deadline phrases: 立行立改, 长期坚持, 边巡边改, 限期整改, `2024年底前，并长期坚持`, `3个月内`. */
import { type Day, parseDay } from '../deadline/day.ts'
import type { DateMention, DeadlineMention } from './notice.ts'
import { inQuotes, inTitle, isFree, nodeOf, type Stretch, spanOf, textOf, within } from './shade.ts'

const phrases: readonly [DeadlineMention['kind'], RegExp][] = [
  ['immediate', /立行立改|立整立改|即知即改|立查立改|立即整改|即行即改/g],
  ['duringInspection', /边巡边改|边查边改|即巡即改|边审边改|未巡先改/g],
  ['ongoing', /长期坚持|长期推进|长期整改|持续坚持|常态化坚持|常态化推进/g],
  [
    'fixedTerm',
    /限期(?:整改|完成|改正|办理)|(?:短期|中期)(?:攻坚|整改|推进)|\d{1,3} ?(?:个月|个工作日|日|天)(?:之)?内|[一二两三四五六七八九十]{1,2}个(?:月|工作日)(?:之)?内/g,
  ],
]
const afterDate = /^(?:底|末)?(?:之前|以前|前|底前|底|末)|^(?:截止|为止)/
const thenOngoing = /^[,;、 ]{0,2}(?:并且?|且)?(?:长期|持续|常态化?)(?:坚持|推进|整改|巩固)/
const yearless = /(?:今年|明年|当年|本年)?(?:年底|年末|季度末|月底|月末)(?:之前|以前|前)/g

/** Deadlines of a stretch in order; `dates` are the dates of the same stretch. */
export function deadlinesOf(stretch: Stretch, dates: readonly DateMention[]): DeadlineMention[] {
  const text = textOf(stretch)
  const found: { from: number; to: number; mention: DeadlineMention }[] = []
  const add = (kind: DeadlineMention['kind'], from: number, end: number, by: Day | null): void => {
    if (found.some((other) => from < other.to && other.from < end)) return
    const then = kind === 'ongoing' ? null : thenOngoing.exec(text.slice(end, end + 12))
    const to = end + (then?.[0].length ?? 0)
    found.push({ from, to, mention: { ...nodeOf(within(stretch, from, to)), kind, by, thenOngoing: then !== null } })
  }
  const starts = startsOf(stretch, dates)
  for (const { date, from, to } of starts) {
    const after = afterDate.exec(text.slice(to, to + 4))
    const isBound = after && !/^(?:以前|前)(?:期|述|往|所)/.test(text.slice(to, to + 4))
    const isEnd = /(?:底|末)$/.test(text.slice(from, to)) && date.possible
    if (isBound || (isEnd && thenOngoing.test(text.slice(to, to + 12)))) {
      add(
        'fixedTerm',
        from,
        to + (after?.[0].length ?? 0),
        lastDay(date, text.slice(from, to + (after?.[0].length ?? 0))),
      )
    }
  }
  for (const match of text.matchAll(yearless)) add('fixedTerm', match.index, match.index + match[0].length, null)
  for (const [kind, form] of phrases) {
    for (const match of text.matchAll(form)) {
      if (isFree(stretch.shade, stretch.start + match.index, inTitle | inQuotes))
        add(kind, match.index, match.index + match[0].length, null)
    }
  }
  return found.sort((one, other) => one.from - other.from).map(({ mention }) => mention)
}

/** Where each date stands in the comparable text of the stretch. */
function startsOf(stretch: Stretch, dates: readonly DateMention[]): { date: DateMention; from: number; to: number }[] {
  if (dates.length === 0) return []
  const places = new Map<number, number>()
  if (stretch.shade.map) {
    for (let index = stretch.start; index < stretch.end; index++)
      places.set(spanOf({ ...stretch, start: index }).column, index)
  }
  return dates.map((date) => {
    const from = (places.get(date.column) ?? date.column - 1) - stretch.start
    const to = (places.get(date.endColumn) ?? date.endColumn - 1) - stretch.start
    return { date, from, to }
  })
}

/**
 * The last day a bound allows: the day itself, or the end of a month, quarter or year named by its end (`2024年底前`,
 * `6月底前`). `6月前` leaves open whether June counts and gives no day.
 */
function lastDay(date: DateMention, phrase: string): Day | null {
  if (!date.possible || date.to === null) return null
  if (date.precision === 'day' || date.precision === 'period') return parseDay(date.to)
  return /底|末/.test(phrase) ? parseDay(date.to) : null
}
