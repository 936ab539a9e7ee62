import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from '../notice/span.ts'
import { clausesOf, dealt, type Node, offsetIn, pieceOf, sentencesOf } from './pieces.ts'

const text = fc
  .array(fc.constantFrom('甲', '乙', '，', '。', '；', '“', '”', '《', '》', '(', ')', '\n', ' ', 'a1'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

/** A node that begins in the third column of the second line. */
function nodeOf(words: string): { node: Node; lines: string[] } {
  const lines = ['第一行', ...`前言${words}`.split('\n'), '末行']
  const last = words.split('\n').at(-1) ?? ''
  const several = words.includes('\n')
  const endColumn = (several ? 1 : 3) + last.length
  return { lines, node: { line: 2, column: 3, endLine: 1 + `前言${words}`.split('\n').length, endColumn, text: words } }
}

describe('pieces', () => {
  it('stand where they say', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { node, lines } = nodeOf(words)
        for (const piece of [...sentencesOf(node), ...clausesOf(node)]) {
          expect(textAt(lines, piece)).toBe(piece.text)
          expect(words.slice(offsetIn(node, piece)).startsWith(piece.text)).toBe(true)
        }
      }),
    )
  })

  it('are found again from their offsets', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (words, a, b) => {
        const { node, lines } = nodeOf(words)
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((offset) => Math.min(offset, words.length))
        const piece = pieceOf(node, start ?? 0, end ?? 0)
        expect(textAt(lines, piece)).toBe(piece.text)
        expect(offsetIn(node, piece)).toBe(start)
      }),
    )
  })

  it('are not cut inside quotations, titles and brackets', () => {
    const { node } = nodeOf('实行“甲。乙，丙”，印发《甲，乙》(丙；丁)。完成')
    expect(clausesOf(node).map((piece) => piece.text)).toEqual(['实行“甲。乙，丙”', '印发《甲，乙》(丙；丁)', '完成'])
    expect(sentencesOf(node)).toHaveLength(2)
  })

  it('get the facts that stand in them', () => {
    const { node } = nodeOf('甲1次，乙2次。丙3次')
    const facts = [1, 3, 2].map((number) => {
      const at = node.text.indexOf(`${number}次`)
      return pieceOf(node, at, at + 2)
    })
    expect(dealt(sentencesOf(node), facts).map((hand) => hand.map((fact) => fact.text))).toEqual([
      ['1次', '2次'],
      ['3次'],
    ])
  })
})
