/**
 * Parts of a text node that keep their place. A node's text joins its lines with `\n`, so an offset in the text and a
 * line with a column are two names of one place; these functions translate the first into the second.
 */
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

function placeOf(node: Node, offset: number): { line: number; column: number } {
  let line = node.line
  let lineStart = 0
  for (let at = node.text.indexOf('\n'); at !== -1 && at < offset; at = node.text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + (line === node.line ? node.column : 1) }
}

const sentenceEnds = '。！？；;!?\n'
const clauseEnds = `${sentenceEnds}，,`
const openers = '“《（(〈‘'
const closers = '”》）)〉’'

/** Sentences of a node, without their closing mark. Marks inside quotes, titles and brackets do not end a sentence. */
export const sentencesOf = (node: Node): Node[] => split(node, sentenceEnds)

/** Clauses of a node: like sentences, cut at commas too. */
export const clausesOf = (node: Node): Node[] => split(node, clauseEnds)

function split(node: Node, ends: string): Node[] {
  const found: Node[] = []
  let start = 0
  let depth = 0
  const close = (end: number): void => {
    const raw = node.text.slice(start, end)
    const text = raw.trim()
    if (text === '') return
    const from = start + raw.indexOf(text)
    found.push(pieceOf(node, from, from + text.length))
  }
  for (let index = 0; index < node.text.length; index += 1) {
    const mark = node.text.charAt(index)
    if (openers.includes(mark)) depth += 1
    else if (closers.includes(mark)) depth = Math.max(0, depth - 1)
    // A mark left open must not swallow what follows: a line end closes everything.
    else if (mark === '\n') depth = 0
    if (depth === 0 && ends.includes(mark)) {
      close(index)
      start = index + 1
    }
  }
  close(node.text.length)
  return found
}

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
