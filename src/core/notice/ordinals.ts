/**
 * Run-in ordinals (`一是…二是…`) in the text of a finding: which of them are markers of measures.
 * Nothing inside “”, 《》 or brackets is a marker, nor are `统一是`, `一是一`, `第一是`, `之一是`.
 */

import { circledNumber } from './markers.ts'
import { matchesIn } from './matches-in.ts'
import { chineseNumber } from './numerals.ts'
import { isFree, type Stretch, textOf } from './shade.ts'

export type Mark = {
  /** Which of the stretches given. */
  readonly part: number
  /** Index into the line where the marker begins, and where the text after it begins. */
  readonly start: number
  readonly end: number
  readonly number: number
  /** As written in the source. */
  readonly written: string
}

const numerals = '一二三四五六七八九十'
// Before 一是 these make a word of it; before any other ordinal too (第二是, 其三是).
const joined = '统唯第其某每逐专单归划同周百零之为任'
const stop = /[。;:,、!?”"》)】\] ]/
// How an act begins when the writer left out 是. Each is a verb or preposition that no counted thing begins with.
const actBeginnings =
  '对|由|将|把|针对|通过|组织|开展|召开|制定|修订|完善|建立|出台|加强|强化|督促|聘请|规范|推进|落实|加快|明确|成立|聚焦|结合|按照|深入|认真|积极|进一步|要|已'
const bareOrdinal = new RegExp(`([一二三四五六七八九十]{1,3})[,、]?(?=${actBeginnings})`, 'g')

/** Marks of `一是…二是…`, an ordinal without 是 included where the sequence asks for exactly that number. */
export function ordinalMarks(parts: readonly Stretch[]): Mark[] {
  const found: Mark[] = []
  const bounded = new Set<Mark>()
  for (const [part, stretch] of parts.entries()) {
    const text = textOf(stretch)
    for (let at = text.indexOf('是', 1); at > 0; at = text.indexOf('是', at + 1)) {
      const length = numeralBefore(text, at)
      if (length === 0) continue
      const numeral = text.slice(at - length, at)
      const before = text.charAt(at - length - 1)
      // 一是一,二是二: the saying, not a list.
      if (joined.includes(before) && before !== '') continue
      if (text.startsWith(numeral, at + 1)) continue
      const mark = markAt(part, stretch, at - length, `${numeral}是`)
      if (!mark) continue
      found.push(mark)
      if (before === '' || stop.test(before)) bounded.add(mark)
    }
  }
  if (found.length === 0) return found
  const hasSecond = found.some((mark) => mark.number === 2)
  const marks = found.filter((mark, index) => {
    if (bounded.has(mark)) return true
    if (mark.number === 1) return hasSecond
    return found[index - 1]?.number === mark.number - 1
  })
  return withBare(marks, parts)
}

const longestNumeral = 3

/** How many characters right before `end` are numerals, at most three. */
function numeralBefore(text: string, end: number): number {
  let length = 0
  while (length < longestNumeral && length < end && numerals.includes(text.charAt(end - length - 1))) length++
  return length
}

/** The mark `written` at index `at` of a stretch; null when its numeral is none or something encloses it. */
function markAt(part: number, stretch: Stretch, at: number, written: string): Mark | null {
  const number = chineseNumber(written.replace(/[是,、]$/, ''))
  const start = stretch.start + at
  if (number === null || number === 0 || !isFree(stretch.shade, start)) return null
  return { part, start, end: start + written.length, number, written }
}

/** Adds ordinals without 是: after a full stop, and only the number that must follow. */
function withBare(marks: readonly Mark[], parts: readonly Stretch[]): Mark[] {
  const all: Mark[] = []
  for (const [index, mark] of marks.entries()) {
    all.push(mark)
    const next = marks[index + 1]
    let wanted = mark.number + 1
    if (next && next.number === wanted) continue
    for (let part = mark.part; part <= (next?.part ?? parts.length - 1); part++) {
      const stretch = parts[part]
      if (!stretch) continue
      const text = textOf(stretch)
      const from = part === mark.part ? mark.end - stretch.start : 0
      const to = next && part === next.part ? next.start - stretch.start : text.length
      for (const match of matchesIn(text.slice(from, to), bareOrdinal)) {
        const at = from + match.index
        const free = at === 0 || '。;'.includes(text.charAt(at - 1))
        const bare = free ? markAt(part, stretch, at, match[0]) : null
        if (bare?.number !== wanted) continue
        all.push(bare)
        wanted++
      }
    }
  }
  return all
}

type List = {
  readonly form: RegExp
  readonly anywhere?: true
  readonly number: (word: string, previous: number) => number
}
const circled: List = { form: /[①-⑳]/g, anywhere: true, number: circledNumber }
const bracketed: List = {
  form: /(?<![\d(])\((\d{1,2})\)/g,
  anywhere: true,
  number: (word) => Number(word.slice(1, -1)),
}
const dotted: List = { form: /(?<![\d.])\d{1,2}[.、](?!\d)/g, number: (word) => Number(word.slice(0, -1)) }
const lists: readonly List[] = [
  circled,
  bracketed,
  {
    form: /第[一二三四五六七八九十][,、]|其[一二三四五][,、是]/g,
    number: (word) => chineseNumber(word.charAt(1)) ?? 0,
  },
  { form: /[一二三四五六七八九十]{1,3}要(?![求素点务])/g, number: (word) => chineseNumber(word.slice(0, -1)) ?? 0 },
  dotted,
  { form: /\d{1,2}\)/g, number: (word) => Number(word.slice(0, -1)) },
  { form: /另?一方面[,是]?/g, number: (word) => (word.startsWith('另') ? 2 : 1) },
  {
    form: /(?:首先|其次|再次|然后|最后)[,:]?/g,
    number: (word, previous) => (word.startsWith('首先') ? 1 : previous + 1),
  },
]

/** Marks of the other run-in lists, the first kind that counts 1, 2 …; empty when there is none. */
export function listMarks(parts: readonly Stretch[]): Mark[] {
  for (const list of lists) {
    const marks: Mark[] = []
    for (const [part, stretch] of parts.entries()) {
      const previous = (): number => marks.at(-1)?.number ?? 0
      for (const mark of marksOf(list, part, stretch, previous)) {
        if (mark.number === previous() + 1 || (mark.number === 1 && marks.length > 0)) marks.push(mark)
      }
    }
    if (marks.length > 1) return marks
  }
  return []
}

/**
 * Marks inside a line that count on from `previous` in the list that numbers whole lines with markers of `rank`
 * (`1.`, `（1）`, `①`).
 */
export function countingOn(rank: number, part: number, stretch: Stretch, previous: number): Mark[] {
  const list = rank === 3 ? dotted : rank === 4 ? bracketed : rank === 5 ? circled : null
  const found: Mark[] = []
  if (!list) return found
  const last = (): number => found.at(-1)?.number ?? previous
  for (const mark of marksOf(list, part, stretch, last)) if (mark.number === last() + 1) found.push(mark)
  return found
}

function* marksOf(list: List, part: number, stretch: Stretch, previous: () => number): Generator<Mark> {
  const text = textOf(stretch)
  for (const { 0: written, index } of matchesIn(text, list.form)) {
    const start = stretch.start + index
    const isBounded = list.anywhere === true || index === 0 || stop.test(text.charAt(index - 1))
    if (!isBounded || !isFree(stretch.shade, start)) continue
    yield { part, start, end: start + written.length, number: list.number(written, previous()), written }
  }
}
