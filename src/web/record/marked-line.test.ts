import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Span, textAt } from '../../core/notice/span.ts'
import { markedLine } from './marked-line.ts'

const marked = (line: number, text: string, spans: Span[]) =>
  markedLine(line, text, spans)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)

test('marks the very characters of a span', () => {
  const text = '1.加强养护。一是补植27株。'
  const span = { line: 4, column: 8, endLine: 4, endColumn: 15 }
  expect(marked(4, text, [span])).toEqual([textAt(['', '', '', text], span)])
})
test('a span over three lines marks the tail, the whole and the head', () => {
  const lines = ['甲乙丙', '丁戊', '己庚辛']
  const span = { line: 1, column: 3, endLine: 3, endColumn: 2 }
  expect(lines.map((text, index) => marked(index + 1, text, [span]))).toEqual([['丙'], ['丁戊'], ['己']])
})
test('spans that overlap, are empty or lie beyond the line mark each character once at most', () => {
  const span = (column: number, endColumn: number): Span => ({ line: 1, column, endLine: 1, endColumn })
  expect(marked(1, '甲乙丙丁', [span(1, 3), span(2, 4), span(4, 4), span(9, 12)])).toEqual(['甲乙', '丙'])
})
test('the pieces of a line joined are the line, whatever the spans', () => {
  const column = fc.integer({ min: 1, max: 30 })
  const line = fc.integer({ min: 1, max: 3 })
  const span = fc.record({ line, column, endLine: line, endColumn: column })
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(span), line, (text, spans, at) => {
      expect(
        markedLine(at, text, spans)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
