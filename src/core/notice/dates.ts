/**
 * Dates and periods as written. The calendar decides what is possible; a missing year is taken from an earlier date of
 * the same text and marked so, or not at all.
 */
import { type Day, dayOf } from '../deadline/day.ts'
import { matchesIn } from './matches-in.ts'
import type { DateMention } from './notice.ts'
import { chineseNumber, numberOf } from './numerals.ts'
import { inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'

const yearForm = '(?:19|20)\\d{2}|二[〇○零一二三四五六七八九]{3}'
const monthForm = '\\d{1,2}|[一二三四五六七八九]|十[一二]?'
const dayForm = '\\d{1,2}|[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?'
const dash = '(?:至|到|[-—–~─]{1,2})'

/** One point of a date; what is not written is null. */
type Point = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly part: string | null
  readonly length: number
}

const withYear = new RegExp(
  `(${yearForm}) ?年(?:度)?(?: ?(${monthForm}) ?月(?: ?(${dayForm})[日号]|份)?([上中下]旬|底|末|初)?| ?(第?[一二三四1-4]季度|[上下]半年))?`,
  'y',
)
const withoutYear = new RegExp(`(${monthForm}) ?月(?: ?(${dayForm})[日号]|份)?([上中下]旬|底|末|初)?`, 'y')
const numeric = /((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y
const dayOnly = new RegExp(`(${dayForm})[日号]`, 'y')
const monthsOfYear = new RegExp(`(${yearForm}) ?年 ?(\\d{1,2}) ?${dash} ?(\\d{1,2}) ?月`, 'y')
const daysOfMonth = new RegExp(`(?:(${yearForm}) ?年 ?)?(\\d{1,2}) ?月 ?(\\d{1,2}) ?${dash} ?(\\d{1,2}) ?[日号]`, 'y')
const years = new RegExp(`(${yearForm})年? ?${dash} ?(${yearForm})年`, 'y')
const separator = new RegExp(` ?${dash} ?`, 'y')
const candidate =
  /(?:19|20)\d{2}(?=[-/.年 —–~─至到])|二[〇○零一二三四五六七八九]{3}(?=年)|(?<![\d.年])(?:\d{1,2}|[一二三四五六七八九]|十[一二]?) ?(?=月)/g

function sticky(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

function pointAt(text: string, at: number): Point | null {
  const full = sticky(withYear, text, at)
  if (full) {
    return {
      year: numberOf(full[1] ?? ''),
      month: full[2] === undefined ? null : numberOf(full[2]),
      day: full[3] === undefined ? null : numberOf(full[3]),
      part: full[4] ?? full[5] ?? null,
      length: full[0].length,
    }
  }
  const plain = sticky(numeric, text, at)
  if (plain)
    return {
      year: Number(plain[1]),
      month: Number(plain[3]),
      day: Number(plain[4]),
      part: null,
      length: plain[0].length,
    }
  const short = sticky(withoutYear, text, at)
  if (!short) return null
  // 一月一调度, 三月: only Arabic months, or Chinese ones with day or part, are dates.
  if (!/^\d/.test(short[0]) && short[2] === undefined && short[3] === undefined && !short[0].endsWith('份')) return null
  return {
    year: null,
    month: numberOf(short[1] ?? ''),
    day: short[2] === undefined ? null : numberOf(short[2]),
    part: short[3] ?? null,
    length: short[0].length,
  }
}

type Range = { from: Day | null; to: Day | null; possible: boolean; precision: DateMention['precision'] }

const lastOf = (year: number, month: number): Day | null =>
  dayOf(year, month, 31) ?? dayOf(year, month, 30) ?? dayOf(year, month, 29) ?? dayOf(year, month, 28)

function rangeOf(point: Point, year: number | null): Range {
  // Without a year the calendar is asked in a leap year: only what no year has is impossible.
  const asked = year ?? 2024
  const known = (range: Range): Range => (year === null ? { ...range, from: null, to: null } : range)
  const impossible = (precision: DateMention['precision']): Range => ({
    from: null,
    to: null,
    possible: false,
    precision,
  })
  if (point.month === null) {
    const thirds = point.part ? seasonOf(point.part) : null
    if (!thirds) return known({ from: dayOf(asked, 1, 1), to: dayOf(asked, 12, 31), possible: true, precision: 'year' })
    return known({
      from: dayOf(asked, thirds.first, 1),
      to: lastOf(asked, thirds.last),
      possible: true,
      precision: thirds.precision,
    })
  }
  if (dayOf(asked, point.month, 1) === null) return impossible(point.day === null ? 'month' : 'day')
  if (point.day !== null) {
    const day = dayOf(asked, point.month, point.day)
    return day ? known({ from: day, to: day, possible: true, precision: 'day' }) : impossible('day')
  }
  if (point.part?.endsWith('旬')) {
    const first = point.part.startsWith('上') ? 1 : point.part.startsWith('中') ? 11 : 21
    const last = first === 21 ? lastOf(asked, point.month) : dayOf(asked, point.month, first + 9)
    return known({ from: dayOf(asked, point.month, first), to: last, possible: true, precision: 'period' })
  }
  return known({
    from: dayOf(asked, point.month, 1),
    to: lastOf(asked, point.month),
    possible: true,
    precision: 'month',
  })
}

function seasonOf(part: string): { first: number; last: number; precision: 'quarter' | 'period' } | null {
  if (part === '上半年') return { first: 1, last: 6, precision: 'period' }
  if (part === '下半年') return { first: 7, last: 12, precision: 'period' }
  const number = numberOf(part.replace('第', '').charAt(0))
  return number === null ? null : { first: number * 3 - 2, last: number * 3, precision: 'quarter' }
}

type Read = { range: Range; year: number | null; source: DateMention['yearSource']; length: number }

/** Dates of a stretch in order. `known` is the year to take where none is written; returned is the one in force at the end. */
export function datesOf(stretch: Stretch, known: number | null): { mentions: DateMention[]; year: number | null } {
  const text = textOf(stretch)
  const mentions: DateMention[] = []
  let year = known
  let from = 0
  for (const match of matchesIn(text, candidate)) {
    if (match.index < from || !isFree(stretch.shade, stretch.start + match.index, inTitle)) continue
    const read = readAt(text, match.index, year)
    if (!read) continue
    year = read.year ?? year
    from = match.index + read.length
    const node = nodeOf(within(stretch, match.index, from))
    const { precision, possible } = read.range
    mentions.push({ ...node, precision, from: read.range.from, to: read.range.to, yearSource: read.source, possible })
  }
  return { mentions, year }
}

function readAt(text: string, at: number, known: number | null): Read | null {
  return compactRange(text, at, known) ?? pointsAt(text, at, known)
}

/** `2024年6—8月`, `7月11-15日`, `2021-2023年`: ranges that leave out what both ends share. */
function compactRange(text: string, at: number, known: number | null): Read | null {
  const months = sticky(monthsOfYear, text, at)
  if (months) {
    const year = numberOf(months[1] ?? '')
    const first = rangeOf(pointOf(year, Number(months[2]), null), year)
    const last = rangeOf(pointOf(year, Number(months[3]), null), year)
    return { range: joined(first, last), year, source: 'written', length: months[0].length }
  }
  const days = sticky(daysOfMonth, text, at)
  if (days) {
    const written = days[1] === undefined ? null : numberOf(days[1])
    const year = written ?? known
    const first = rangeOf(pointOf(year, Number(days[2]), Number(days[3])), year)
    const last = rangeOf(pointOf(year, Number(days[2]), Number(days[4])), year)
    return { range: joined(first, last), year: written, source: sourceOf(written, known), length: days[0].length }
  }
  const span = sticky(years, text, at)
  if (!span) return null
  const [first, last] = [numberOf(span[1] ?? ''), numberOf(span[2] ?? '')]
  const range = joined(rangeOf(pointOf(first, null, null), first), rangeOf(pointOf(last, null, null), last))
  return { range, year: last, source: 'written', length: span[0].length }
}

const pointOf = (year: number | null, month: number | null, day: number | null): Point => ({
  year,
  month,
  day,
  part: null,
  length: 0,
})

const sourceOf = (written: number | null, known: number | null): DateMention['yearSource'] =>
  written !== null ? 'written' : known !== null ? 'context' : 'none'

function joined(first: Range, last: Range): Range {
  const possible = first.possible && last.possible
  return { from: possible ? first.from : null, to: possible ? last.to : null, possible, precision: 'period' }
}

function pointsAt(text: string, at: number, known: number | null): Read | null {
  const first = pointAt(text, at)
  if (!first) return null
  const year = first.year ?? known
  const source = sourceOf(first.year, known)
  const range = rangeOf(first, year)
  const gap = sticky(separator, text, at + first.length)
  const second = gap ? endAt(text, at + first.length + gap[0].length, first) : null
  if (!gap || !second) return { range, year: first.year, source, length: first.length }
  const last = rangeOf(second, second.year ?? year)
  const whole = joined(range, last)
  // 12月20日至1月10日: the end lies in a year that nobody wrote.
  if (second.year === null && whole.from && whole.to && whole.to < whole.from) whole.to = null
  return { range: whole, year: second.year ?? first.year, source, length: first.length + gap[0].length + second.length }
}

function endAt(text: string, at: number, first: Point): Point | null {
  const point = pointAt(text, at)
  if (point) return point
  if (first.day === null) return null
  const day = sticky(dayOnly, text, at)
  return day ? { year: null, month: first.month, day: numberOf(day[1] ?? ''), part: null, length: day[0].length } : null
}

/** The day that a text consisting of one date names (`2024-12-24`, `二〇二四年十二月二十四日`); null for anything else. */
export function soleDay(text: string): Day | null {
  const match =
    /^(\d{4}|[一二][〇○零一二三四五六七八九]{3})[-/.年](\d{1,2}|[一二三四五六七八九十]{1,2})[-/.月](\d{1,2}|[一二三四五六七八九十]{1,3})日?$/.exec(
      text,
    )
  const numbers = [match?.[1], match?.[2], match?.[3]].map((part) =>
    part ? (/^\d/.test(part) ? Number(part) : chineseNumber(part)) : null,
  )
  const [year, month, day] = numbers
  return year && month && day ? dayOf(year, month, day) : null
}
