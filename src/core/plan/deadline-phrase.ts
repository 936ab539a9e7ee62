/**
 * A deadline as people write it (`2024年底前，并长期坚持`, `三个月内`, `立行立改`) → kind and day. Where the words leave it open,
 * what has to be asked; the phrase itself is always kept.
 */
import { type Day, dayOf, parseDay } from '../deadline/day.ts'
import type { MeasureKind } from '../measure/status.ts'
import { datesOf } from '../notice/dates.ts'
import { deadlinesOf } from '../notice/deadlines.ts'
import { numberOf } from '../notice/numerals.ts'
import { shadeOf, wholeLine } from '../notice/shade.ts'

/**
 * `year`: no year is written. `month`: `6月前` leaves open whether June counts. `start`: counted from a day that nobody
 * named. `workingDays`: counted in working days. `day`: no day at all. `unclear`: several days, or words that are no deadline.
 */
export type DeadlineQuestion = 'year' | 'month' | 'start' | 'workingDays' | 'day' | 'unclear'

export type ReadDeadline = {
  kind: MeasureKind | null
  dueOn: Day | null
  /** After the day it goes on: 长期坚持. */
  thenOngoing: boolean
  question: DeadlineQuestion | null
  /** What is meant most probably; to be confirmed by a person. */
  proposal: Day | null
}

const nothing: ReadDeadline = { kind: null, dueOn: null, thenOngoing: false, question: null, proposal: null }
const within = /(\d{1,3}|[一二两三四五六七八九十]{1,2}) ?(个月|个工作日|日|天)(?:之)?内/
const loneDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** @param feedbackOn the day that periods (`三个月内`) and dates without a year are probably counted from */
export function readDeadline(phrase: string, feedbackOn: Day | null): ReadDeadline {
  const line = wholeLine(shadeOf(phrase.trim(), 1))
  if (line === null) return nothing
  const lone = loneDay.exec(phrase.trim())
  if (lone) {
    const dueOn = dayOf(Number(lone[1]), Number(lone[2]), Number(lone[3]))
    return { ...nothing, kind: 'fixedTerm', dueOn, question: dueOn === null ? 'unclear' : null }
  }
  const mentions = deadlinesOf(line, datesOf(line, null).mentions)
  if (mentions.length === 0) return { ...nothing, question: 'unclear' }
  const ongoing = mentions.some(({ kind, thenOngoing }) => kind === 'ongoing' || thenOngoing)
  const days = [...new Set(mentions.flatMap(({ by }) => by ?? []))]
  const dated = mentions.filter(({ kind }) => kind === 'fixedTerm')
  const atOnce = mentions.find(({ kind }) => kind === 'immediate' || kind === 'duringInspection')
  const kind: MeasureKind = ongoing && atOnce === undefined ? 'ongoing' : (atOnce?.kind ?? 'fixedTerm')
  const read = { ...nothing, kind, thenOngoing: ongoing && (dated.length > 0 || atOnce !== undefined) }
  const [only] = days
  if (days.length > 1) return { ...read, question: 'unclear' }
  if (only !== undefined) return { ...read, dueOn: parseDay(only) }
  if (dated.length > 0) return { ...read, ...openDay(phrase, feedbackOn) }
  return { ...read, question: kind === 'ongoing' ? 'day' : null }
}

/** A deadline is named, but its day is not. */
function openDay(phrase: string, feedbackOn: Day | null): Pick<ReadDeadline, 'question' | 'proposal'> {
  const period = within.exec(phrase.normalize('NFKC'))
  if (period) {
    const count = numberOf(period[1] ?? '')
    if (period[2] === '个工作日') return { question: 'workingDays', proposal: null }
    if (count === null || feedbackOn === null) return { question: 'start', proposal: null }
    const proposal = period[2] === '个月' ? monthsAfter(feedbackOn, count) : daysAfter(feedbackOn, count)
    return { question: 'start', proposal }
  }
  if (/\d{4} ?年/.test(phrase.normalize('NFKC'))) return { question: 'month', proposal: null }
  if (!/[年月季]/.test(phrase)) return { question: 'day', proposal: null }
  return { question: 'year', proposal: feedbackOn === null ? null : inYearOf(phrase, feedbackOn) }
}

/** The phrase read with the year of the feedback; the next year where that would lie before the feedback. */
function inYearOf(phrase: string, feedbackOn: Day): Day | null {
  const year = Number(feedbackOn.slice(0, 4))
  const yearEnd = /年底|年末/.test(phrase)
  for (const each of [year, year + 1]) {
    const line = wholeLine(shadeOf(yearEnd ? `${each}年底前` : phrase, 1))
    if (line === null) return null
    const by = deadlinesOf(line, datesOf(line, each).mentions).flatMap((mention) => mention.by ?? [])[0]
    if (by !== undefined && by >= feedbackOn) return parseDay(by)
  }
  return null
}

/** The same day of the month so many months later; the last of the month where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1]
  for (let last = date; last > 27; last -= 1) {
    const found = dayOf(inYear, inMonth, last)
    if (found !== null) return found
  }
  return dayOf(inYear, inMonth, Math.min(date, 27)) ?? day
}

/** So many calendar days later. */
export function daysAfter(day: Day, days: number): Day {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)
  return dayOf(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate()) ?? day
}
