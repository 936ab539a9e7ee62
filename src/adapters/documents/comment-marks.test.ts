import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LinePart, markLines } from './comment-marks.ts'

const span = (line: number, column: number, endLine: number, endColumn: number) => ({
  line,
  column,
  endLine,
  endColumn,
})
/** Parts as one string: `[0` and `0]` are the borders of comment 0. */
const shown = (parts: readonly LinePart[]) =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'start' ? `[${part.comment}` : `${part.comment}]`))
    .join('')

describe('the borders of comments in a line', () => {
  it('cut it at their very characters, overlapping or not', () => {
    const spans = [span(1, 1, 1, 4), span(1, 3, 1, 6), span(1, 3, 1, 4)]
    expect(markLines(['甲乙丙丁戊己'], spans).map(shown)).toEqual(['[0甲乙[1[2丙0]2]丁戊1]己'])
  })

  it('may stand in different lines, and at the ends', () => {
    expect(markLines(['甲乙', '', '丙丁'], [span(1, 2, 3, 2), span(2, 1, 2, 1)]).map(shown)).toEqual([
      '甲[0乙',
      '[11]',
      '丙0]丁',
    ])
  })

  it('never cut a character in two nor leave the text', () => {
    expect(markLines(['甲𠮷乙'], [span(1, 3, 1, 4), span(9, 9, 9, 99)]).map(shown)).toEqual(['甲[0𠮷0]乙[11]'])
  })

  it('leave the text as it is, and open before they close, wherever they stand', () => {
    const anySpan = fc.tuple(
      fc.integer({ min: -1, max: 5 }),
      fc.integer({ min: -1, max: 9 }),
      fc.integer({ min: -1, max: 5 }),
      fc.integer({ min: -1, max: 9 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.array(anySpan, { maxLength: 6 }),
        (lines, places) => {
          const parts = markLines(
            lines,
            places.map((place) => span(...place)),
          )
          expect(parts.map((line) => line.map((part) => (part.kind === 'text' ? part.text : '')).join(''))).toEqual(
            lines,
          )
          const borders = parts.flat().filter((part) => part.kind !== 'text')
          for (const comment of places.keys()) {
            expect(borders.filter((border) => border.comment === comment).map((border) => border.kind)).toEqual([
              'start',
              'end',
            ])
          }
        },
      ),
    )
  })
})
