/**
 * A source line made comparable: every later step reads `text` and cites `source`.
 * Full-width forms become half-width, every kind of space becomes one blank, radicals the characters they look like,
 * characters without width are left out;
 * the source itself is never changed, and {@link spanOf} leads back to exact columns.
 */

import { matchesIn } from './matches-in.ts'
import { plainIdeographs } from './plain-ideographs.ts'
import type { Span } from './span.ts'

/** What encloses a character: bits of {@link Shade.enclosed}. */
export const inQuotes = 1
export const inTitle = 2
export const inBrackets = 4

export type Shade = {
  /** 1-based line number. */
  readonly number: number
  readonly source: string
  /** Comparable form of the line; an index into it is not a column when the line has characters without width. */
  readonly text: string
  /** Source index of each character of `text`; null when they are the same. */
  readonly map: Uint32Array | null
  /** Per character of `text`, the bits of what encloses it; null when nothing does. */
  readonly enclosed: Uint8Array | null
  /** For an opening mark 1 + index of its closing one and the reverse, else 0; null when the line has no pair. */
  readonly partner: Uint32Array | null
}

/** Part of one line; `start` and `end` (exclusive) are indexes into `shade.text`. */
export type Stretch = { readonly shade: Shade; readonly start: number; readonly end: number }

const widthless = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/
const needsWork =
  /[\t\r\n\v\f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060\u2e80-\u2fd5\u3000\ufeff\uff01-\uff5e\uff61]/
const changeable = /[\t\r\n\v\f\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\uff01-\uff5e\uff61]/g

function comparable(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return character === '｡' ? '。' : ' '
}

function withoutWidthless(text: string): { text: string; map: Uint32Array | null } {
  if (!widthless.test(text)) return { text, map: null }
  const map = new Uint32Array(text.length)
  const kept: string[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (widthless.test(character)) continue
    map[kept.length] = index
    kept.push(character)
  }
  return { text: kept.join(''), map: map.slice(0, kept.length) }
}

const openers = '“‘《〈(【[「『"'
const closers = '”’》〉)】]」』"'
const bits = [inQuotes, inQuotes, inTitle, inTitle, inBrackets, inBrackets, inBrackets, inQuotes, inQuotes, inQuotes]
const anyMark = /[“‘《〈(【[「『"]/
const marks = /[“”‘’《》〈〉()【】[\]「」『』"]/g
const straight = openers.indexOf('"')

/** Pairs the marks of a line. A mark without partner encloses nothing. Linear: every opener is pushed and popped once. */
function pairs(text: string): { enclosed: Uint8Array | null; partner: Uint32Array | null } {
  if (!anyMark.test(text)) return { enclosed: null, partner: null }
  const partner = new Uint32Array(text.length)
  const stack: { kind: number; index: number }[] = []
  const open = new Uint32Array(openers.length)
  const hasOddStraight = text.includes('"') && text.split('"').length % 2 === 0
  for (const { 0: character, index } of matchesIn(text, marks)) {
    const opens = openers.indexOf(character)
    const closes = closers.indexOf(character)
    if (opens === straight && hasOddStraight) continue
    if (closes >= 0 && (open[closes] ?? 0) > 0) {
      let top = stack.pop()
      while (top && top.kind !== closes) {
        open[top.kind] = (open[top.kind] ?? 1) - 1
        top = stack.pop()
      }
      if (!top) continue
      open[closes] = (open[closes] ?? 1) - 1
      partner[top.index] = index + 1
      partner[index] = top.index + 1
    } else if (opens >= 0) {
      stack.push({ kind: opens, index })
      open[opens] = (open[opens] ?? 0) + 1
    }
  }
  return { enclosed: enclosedBy(text, partner), partner }
}

function enclosedBy(text: string, partner: Uint32Array): Uint8Array {
  const enclosed = new Uint8Array(text.length)
  const depth = new Map<number, number>()
  const bitOf = (index: number): number =>
    bits[Math.max(openers.indexOf(text.charAt(index)), closers.indexOf(text.charAt(index)))] ?? 0
  const change = (bit: number, by: number): void => void depth.set(bit, (depth.get(bit) ?? 0) + by)
  let current = 0
  for (let index = 0; index < text.length; index++) {
    const other = partner[index] ?? 0
    if (other > 0) {
      const opens = other > index + 1
      const bit = bitOf(index)
      if (!opens) change(bit, -1)
      current = 0
      for (const [each, count] of depth) if (count > 0) current |= each
      enclosed[index] = current
      if (opens) {
        change(bit, 1)
        current |= bit
      }
    } else enclosed[index] = current
  }
  return enclosed
}

/** Index of the mark that closes (or opens) the one at `index`; null when it has none. */
export function partnerOf(shade: Shade, index: number): number | null {
  const other = shade.partner?.[index] ?? 0
  return other > 0 ? other - 1 : null
}

// A Latin full stop after Chinese text ends a sentence like 。; `1.` and `a.b` stay.
const latinStop = /\.(?<=[一-龥”》)】]\.)(?![\w.])/g

/** The shade of line `number` (1-based). */
export function shadeOf(source: string, number: number): Shade {
  if (!needsWork.test(source)) {
    const text = source.replace(latinStop, '。')
    return { number, source, text, map: null, ...pairs(text) }
  }
  const even = plainIdeographs(source.replace(changeable, comparable))
  const bare = withoutWidthless(even)
  // A line of nothing but characters without width keeps them, so that it can be named and set aside.
  const { text: written, map } = bare.text.trim() === '' ? { text: even, map: null } : bare
  const text = written.replace(latinStop, '。')
  return { number, source, text, map, ...pairs(text) }
}

/** True when nothing of `bit` encloses the character. */
export function isFree(shade: Shade, index: number, bit: number = inQuotes | inTitle | inBrackets): boolean {
  return ((shade.enclosed?.[index] ?? 0) & bit) === 0
}

/** The stretch without blanks at its ends; null when nothing is left. */
export function trimmed(shade: Shade, start: number, end: number): Stretch | null {
  let from = start
  let to = end
  while (from < to && shade.text[from] === ' ') from++
  while (to > from && shade.text[to - 1] === ' ') to--
  return to > from ? { shade, start: from, end: to } : null
}

/** The whole line without blanks at its ends; null for a blank line. */
export function wholeLine(shade: Shade): Stretch | null {
  return trimmed(shade, 0, shade.text.length)
}

/** Comparable text of a stretch. */
export function textOf(stretch: Stretch): string {
  return stretch.shade.text.slice(stretch.start, stretch.end)
}

const sourceStart = (shade: Shade, index: number): number => (shade.map ? (shade.map[index] ?? index) : index)
const sourceEnd = (shade: Shade, index: number): number => (shade.map ? (shade.map[index - 1] ?? index - 1) + 1 : index)

/** Index into `shade.text` of a 1-based column; for the exclusive end of a node, the index after its last character. */
export function indexOfColumn(shade: Shade, column: number): number {
  const { map } = shade
  if (!map) return column - 1
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle] ?? 0) < column - 1) low = middle + 1
    else high = middle
  }
  return low
}

/** Place in the source from the beginning of `first` to the end of `last` (the same stretch when only one is given). */
export function spanOf(first: Stretch, last: Stretch = first): Span {
  return {
    line: first.shade.number,
    column: sourceStart(first.shade, first.start) + 1,
    endLine: last.shade.number,
    endColumn: sourceEnd(last.shade, last.end) + 1,
  }
}

/** Place and source text of a stretch: the beginning of every node. */
export function nodeOf(stretch: Stretch): Span & { text: string } {
  const { shade, start, end } = stretch
  const [from, to] = [sourceStart(shade, start), sourceEnd(shade, end)]
  return {
    line: shade.number,
    column: from + 1,
    endLine: shade.number,
    endColumn: to + 1,
    text: shade.source.slice(from, to),
  }
}

/** The stretch `from`–`to`, relative to the beginning of `stretch`. */
export function within(stretch: Stretch, from: number, to: number): Stretch {
  return { shade: stretch.shade, start: stretch.start + from, end: stretch.start + to }
}

const stopForms = { full: /[。!?]/g, withSemicolon: /[。!?;]/g } as const

/** Sentences of a stretch, cut after each stop that nothing encloses; blanks at the ends dropped. */
export function sentencesOf(stretch: Stretch, stops: keyof typeof stopForms = 'full'): Stretch[] {
  const { shade } = stretch
  const found: Stretch[] = []
  let start = stretch.start
  for (const { index } of matchesIn(textOf(stretch), stopForms[stops])) {
    const at = stretch.start + index
    if (!isFree(shade, at)) continue
    const sentence = trimmed(shade, start, at + 1)
    if (sentence) found.push(sentence)
    start = at + 1
  }
  const rest = trimmed(shade, start, stretch.end)
  if (rest) found.push(rest)
  return found
}
