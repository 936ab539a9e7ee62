/**
 * Parts of a text node that keep their place. A node's text joins its lines with `\n`, so an offset in the text and a
 * line with a column are two names of one place; these functions translate the first into the second.
 */

import { matchesIn } from '../notice/matches-in.ts'
import type { Span } from '../notice/span.ts'

/** Any node of a parsed notice: a span and the text that stands there. */
export type Node = Span & { text: string }

/** The part of `node` from offset `start` to offset `end` (exclusive) of its text, as a node of its own. */
export function pieceOf(node: Node, start: number, end: number): Node {
  const from = placeOf(node, start)
  const to = placeOf(node, end)
  return {
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text: node.text.slice(start, end),
  }
}

/** Offset in a node's text of a place inside it: the reverse of {@link pieceOf}. */
export function offsetIn(node: Node, place: { line: number; column: number }): number {
  if (place.line === node.line) return place.column - node.column
  let lineStart = 0
  for (let line = node.line; line < place.line; line += 1) lineStart = node.text.indexOf('\n', lineStart) + 1
  return lineStart + place.column - 1
}

/** Text of a node just before a fact inside it, at most `length` characters of it. */
export function textBefore(node: Node, fact: Span, length: number): string {
  const start = offsetIn(node, fact)
  return node.text.slice(Math.max(0, start - length), start)
}

/** Text of a node just after a fact inside it, at most `length` characters of it. */
export function textAfter(node: Node, fact: Span, length: number): string {
  const end = offsetIn(node, { line: fact.endLine, column: fact.endColumn })
  return node.text.slice(end, end + length)
}

function placeOf(node: Node, offset: number): { line: number; column: number } {
  let line = node.line
  let lineStart = 0
  for (let at = node.text.indexOf('\n'); at !== -1 && at < offset; at = node.text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + (line === node.line ? node.column : 1) }
}

const marks = /[。！？；;!?\n，,“《（(〈‘”》）)〉’]/g
const commas = '，,'
const stops = '。！？；;!?：:'
const openers = '“《（(〈‘'
const closers = '”》）)〉’'

/** Sentences of a node, without their closing mark. Marks inside quotes, titles and brackets do not end a sentence. */
export const sentencesOf = (node: Node): Node[] => split(node, false)

/** Clauses of a node: like sentences, cut at commas too. */
export const clausesOf = (node: Node): Node[] => split(node, true)

function split(node: Node, atCommas: boolean): Node[] {
  const found: Node[] = []
  const place = placesAlong(node)
  let start = 0
  let depth = 0
  const close = (end: number): void => {
    const raw = node.text.slice(start, end)
    const text = raw.trim()
    if (text === '') return
    const offset = start + raw.indexOf(text)
    const from = place(offset)
    const to = place(offset + text.length)
    found.push({ line: from.line, column: from.column, endLine: to.line, endColumn: to.column, text })
  }
  for (const { 0: mark, index } of matchesIn(node.text, marks)) {
    if (openers.includes(mark)) depth += 1
    else if (closers.includes(mark)) depth = Math.max(0, depth - 1)
    else {
      // A line may end in the middle of a sentence, set to the width of a page; after a stop it ends a paragraph, and
      // a mark left open there must not swallow what follows.
      if (mark === '\n') {
        if (!stops.includes(node.text.slice(start, index).trimEnd().slice(-1) || '。')) continue
        depth = 0
      }
      if (depth > 0 || (!atCommas && commas.includes(mark))) continue
      close(index)
      start = index + 1
    }
  }
  close(node.text.length)
  return found
}

/** Places of offsets that only grow: counted along, because a node may hold thousands of lines. */
function placesAlong(node: Node): (offset: number) => { line: number; column: number } {
  let line = node.line
  let lineStart = 1 - node.column
  let next = node.text.indexOf('\n')
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1
      lineStart = next + 1
      next = node.text.indexOf('\n', lineStart)
    }
    return { line, column: offset - lineStart + 1 }
  }
}

/**
 * Deals facts to the pieces they stand in: one list per piece. Both come in the order of the text, pieces do not
 * overlap; a fact in no piece is left out.
 */
export function dealt<Fact extends Span>(pieces: readonly Node[], facts: readonly Fact[]): Fact[][] {
  const hands: Fact[][] = pieces.map(() => [])
  if (facts.length === 0) return hands
  let at = 0
  for (const fact of [...facts].sort(comparePlace)) {
    for (let piece = pieces[at]; piece !== undefined && endsBefore(piece, fact); piece = pieces[at]) at += 1
    const piece = pieces[at]
    if (piece !== undefined && within(fact, piece)) hands[at]?.push(fact)
  }
  return hands
}

const endsBefore = (a: Span, b: Span): boolean =>
  a.endLine < b.line || (a.endLine === b.line && a.endColumn <= b.column)

/** True when `inner` lies inside `outer` (borders may touch). */
export const within = (inner: Span, outer: Span): boolean =>
  compareStart(outer, inner) <= 0 &&
  (inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn))

/** Order of two spans by where they start, then by where they end. */
export const comparePlace = (a: Span, b: Span): number =>
  compareStart(a, b) || a.endLine - b.endLine || a.endColumn - b.endColumn

const compareStart = (a: Span, b: Span): number => a.line - b.line || a.column - b.column

/** The bare span of a node. */
export const spanOf = ({ line, column, endLine, endColumn }: Span): Span => ({ line, column, endLine, endColumn })
