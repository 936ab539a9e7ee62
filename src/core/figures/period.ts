/** Periods as people write them: `2024`, `2024年8月`, `2023-08 至 2024-05`, `2024-08-03 起`. */
import { type Day, dayOf } from '../deadline/day.ts'
import type { Language } from '../proofread/diagnostic.ts'
import type { Period } from './query.ts'

type Span = { from: Day; to: Day }

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function months(year: number, first: number, last: number): Span | null {
  if (last < 1 || last > 12) return null
  const from = dayOf(year, first, 1)
  const to = dayOf(year, last, lastDay(year, last))
  return from === null || to === null ? null : { from, to }
}

const digits = { 一: 1, 二: 2, 三: 3, 四: 4 } as const

/** One word for a stretch of days. Null for anything else, impossible days included. @param today for 今年, 上月 … */
export function readSpan(word: string, today: Day): Span | null {
  const text = word.normalize('NFKC').replace(/\s+/g, '')
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  switch (text) {
    case '今年':
    case '本年':
      return months(year, 1, 12)
    case '去年':
      return months(year - 1, 1, 12)
    case '本月':
      return months(year, month, month)
    case '上月':
      return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1)
  }
  const half = /^(\d{4})年?(上|下)半年$/.exec(text)
  if (half) return half[2] === '上' ? months(Number(half[1]), 1, 6) : months(Number(half[1]), 7, 12)
  const quarter = /^(\d{4})年?(?:第?([一二三四1-4])季度|-?Q([1-4]))$/i.exec(text)
  if (quarter) {
    const written = quarter[2] ?? quarter[3] ?? ''
    const number = digits[written as keyof typeof digits] ?? Number(written)
    return months(Number(quarter[1]), number * 3 - 2, number * 3)
  }
  const plain = /^(\d{4})(?:年|(?:[-/.年](\d{1,2})(?:月|(?:[-/.月](\d{1,2})日?))?))?$/.exec(text)
  if (!plain) return null
  const [, years = '', monthText, dayText] = plain
  if (monthText === undefined) return months(Number(years), 1, 12)
  if (dayText === undefined) return months(Number(years), Number(monthText), Number(monthText))
  const day = dayOf(Number(years), Number(monthText), Number(dayText))
  return day === null ? null : { from: day, to: day }
}

const between = /^(.+?)(?:至|到|—+|–|~|\.\.)(.+)$/
const ranges = ['至', '到', '—', '——', '–', '~', '-', '..', 'to', 'until']
const since = ['自', '从', 'since', 'from']
const onwards = ['起', '以来']

/**
 * The period with which these words begin, and how many of them it takes. Null when they begin with something else; one that
 * ends before it begins is none.
 */
export function readPeriod(words: readonly string[], today: Day): { period: Period; taken: number } | null {
  const [first = '', second = '', third = ''] = words
  const taken = (from: Day | null, to: Day | null, count: number) =>
    from !== null && to !== null && from > to ? null : { period: { from, to }, taken: count }
  const span = readSpan(first, today)
  if (span !== null) {
    const end = ranges.includes(second) ? readSpan(third, today) : null
    if (end !== null) return taken(span.from, end.to, 3)
    return onwards.includes(second) ? taken(span.from, null, 2) : taken(span.from, span.to, 1)
  }
  const next = readSpan(second, today)
  if (since.includes(first) && next !== null) {
    const to = ranges.includes(third) ? readSpan(words[3] ?? '', today) : null
    return to === null ? taken(next.from, null, 2) : taken(next.from, to.to, 4)
  }
  if (ranges.includes(first) && next !== null) return taken(null, next.to, 2)
  const open = onwards.find((word) => first.endsWith(word))
  const from = open === undefined ? null : readSpan(first.slice(0, -open.length).replace(/^[自从]/, ''), today)
  if (from !== null) return taken(from.from, null, 1)
  const until = /^[至到](.+)$/.exec(first)?.[1]
  const to = until === undefined ? null : readSpan(until, today)
  if (to !== null) return taken(null, to.to, 1)
  const [, left = '', right = ''] = between.exec(first) ?? []
  const [a, b] = [readSpan(left.replace(/^[自从]/, ''), today), readSpan(right, today)]
  return a === null || b === null ? null : taken(a.from, b.to, 1)
}

const isFirst = (day: Day): boolean => day.endsWith('-01')
const isLast = (day: Day): boolean => Number(day.slice(8)) === lastDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

/** The shortest words for it that {@link readPeriod} reads as the same. */
export function writePeriod({ from, to }: Period, language: Language): string {
  const [until, onward] =
    language === 'zh' ? ['至', (text: string) => `${text} 起`] : ['to', (text: string) => `since ${text}`]
  if (to === null) return from === null ? '' : onward(isFirst(from) ? from.slice(0, 7) : from)
  if (from === null) return `${until} ${isLast(to) ? to.slice(0, 7) : to}`
  if (from === to) return from
  if (!isFirst(from) || !isLast(to)) return `${from} ${until} ${to}`
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('01-01') && to.endsWith('12-31')) return from.slice(0, 4)
  const [a, b] = [from.slice(0, 7), to.slice(0, 7)]
  return a === b ? a : `${a} ${until} ${b}`
}
