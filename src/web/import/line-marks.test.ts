import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines } from '../../../fixtures/ledger/three-findings.ts'
import { parseNotice } from '../../core/notice/parse-notice.ts'
import { marksOf, piecesOf } from './line-marks.ts'

const notice = parseNotice(lines)

describe('marks of source lines', () => {
  it('stand on the very characters of markers, quantities and documents', () => {
    const marked = (line: number, kind: string) =>
      (marksOf(notice, [], lines).get(line) ?? [])
        .filter((mark) => mark.kind === kind)
        .map(({ start, end }) => lines[line - 1]?.slice(start, end))
    expect(marked(4, 'marker')).toEqual(['一是', '二是', '三是'])
    expect(marked(4, 'quantity')).toContain('1186株')
    expect(marked(4, 'document')).toEqual(['《云岭区苗木移栽办法》'])
    expect(marked(7, 'heading')).toEqual(['3.加强内部监督'])
  })
  it('cut a line into pieces that together are the line', () => {
    const mark = fc.record({ start: fc.nat(12), end: fc.nat(12), kind: fc.constantFrom('marker', 'quantity', 'hint') })
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(mark), (text, marks) => {
        const pieces = piecesOf(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.every((piece) => text.startsWith(piece.text, piece.start))).toBe(true)
      }),
    )
  })
})
