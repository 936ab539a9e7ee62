/** Deadline phrases: 立行立改, 长期坚持, 边巡边改, 限期整改, `2024年底前，并长期坚持`, `3个月内`. */
import { type Day, parseDay } from '../deadline/day.ts'
import { matchesIn } from './matches-in.ts'
import type { DateMention, DeadlineMention } from './notice.ts'
import { indexOfColumn, inQuotes, inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'

const phrases: readonly [DeadlineMention['kind'], RegExp][] = [
  ['immediate', /立行立改|立整立改|即知即改|立查立改|立即整改|即行即改/g],
  ['duringInspection', /边巡边改|边查边改|即巡即改|边审边改|未巡先改/g],
  ['ongoing', /长期坚持|长期推进|长期整改|持续坚持|常态化坚持|常态化推进/g],
  [
    'fixedTerm',
    /限期(?:整改|完成|改正|办理)|(?:短期|中期)(?:攻坚|整改|推进)|\d{1,3} ?(?:个月|个工作日|日|天)(?:之)?内|[一二两三四五六七八九十]{1,2}个(?:月|工作日)(?:之)?内/g,
  ],
]
/** A cheap look whether anything below can match. */
const anyPhrase = /前|底|末|截止|为止|改|坚持|推进|限期|攻坚|内/
const afterDate = /^(?:底|末)?(?:之前|以前|前|底前|底|末)|^(?:截止|为止)/
const thenOngoing = /^[,;、 ]{0,2}(?:并且?|且)?(?:长期|持续|常态化?)(?:坚持|推进|整改|巩固)/
const yearless = /(?:今年|明年|当年|本年)?(?:年底|年末|季度末|月底|月末)(?:之前|以前|前)/g

type Found = {
  readonly kind: DeadlineMention['kind']
  readonly from: number
  readonly to: number
  readonly by: Day | null
}

/** Deadlines of a stretch in order; `dates` are the dates of the same stretch. */
export function deadlinesOf(stretch: Stretch, dates: readonly DateMention[]): DeadlineMention[] {
  const text = textOf(stretch)
  if (!anyPhrase.test(text)) return []
  const found: Found[] = dates.flatMap((date) => boundBy(date, stretch, text) ?? [])
  for (const match of matchesIn(text, yearless)) {
    found.push({ kind: 'fixedTerm', from: match.index, to: match.index + match[0].length, by: null })
  }
  for (const [kind, form] of phrases) {
    for (const match of matchesIn(text, form)) {
      if (!isFree(stretch.shade, stretch.start + match.index, inTitle | inQuotes)) continue
      found.push({ kind, from: match.index, to: match.index + match[0].length, by: null })
    }
  }
  found.sort((one, other) => one.from - other.from || other.to - one.to)
  const mentions: DeadlineMention[] = []
  let taken = 0
  for (const { kind, from, to, by } of found) {
    if (from < taken) continue
    const then = kind === 'ongoing' ? null : thenOngoing.exec(text.slice(to, to + 12))
    taken = to + (then?.[0].length ?? 0)
    mentions.push({ ...nodeOf(within(stretch, from, taken)), kind, by, thenOngoing: then !== null })
  }
  return mentions
}

/** The deadline that a date makes with the words after it (`2024年底前`, `2024年底，长期坚持`); null when it makes none. */
function boundBy(date: DateMention, stretch: Stretch, text: string): Found | null {
  const from = indexOfColumn(stretch.shade, date.column) - stretch.start
  const end = indexOfColumn(stretch.shade, date.endColumn) - stretch.start
  const tail = text.slice(end, end + 4)
  const after = afterDate.exec(tail)?.[0] ?? ''
  const isBound = after !== '' && !/^(?:以前|前)(?:期|述|往|所)/.test(tail)
  const isEnd = /[底末]$/.test(text.slice(from, end)) && thenOngoing.test(text.slice(end, end + 12))
  if (!isBound && !isEnd) return null
  const to = end + after.length
  return { kind: 'fixedTerm', from, to, by: lastDay(date, text.slice(from, to)) }
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
