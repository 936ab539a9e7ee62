import { describe, expect, it } from 'vitest'
import { type PrintedLine, type PrintedPage, paragraphsOf } from './pdf-paragraphs.ts'

type Options = Partial<PrintedLine> & { gap?: number }

/** A page of A4 with a type area from 80 to 528 (28 characters of 16 points), lines 29 points apart. `indent` in characters. */
function page(...lines: [text: string, indent: number, options?: Options][]): PrintedPage {
  let y = 730
  const printed = lines.map(([text, indent, options]) => {
    const { gap = 29, size = 16, ...others }: Options = options ?? {}
    const left = 80 + indent * 16
    y -= gap
    return { text, left, right: left + text.length * size, y, size, ...others }
  })
  return { height: 842, lines: printed }
}
const full = (length = 28) => '字'.repeat(length)

describe('printed lines of a paragraph', () => {
  it('are joined where the next line begins at the margin', () => {
    expect(paragraphsOf([page([full(26), 2], [full(), 0], ['完。', 0], ['又一段。', 2])])).toEqual([
      `${full(26 + 28)}完。`,
      '又一段。',
    ])
  })

  it('are not joined after a line that ends early', () => {
    expect(paragraphsOf([page([full(26), 2], [full(20), 0], ['各乡镇：', 0], [full(26), 2])])).toHaveLength(3)
  })

  it('are joined over the end of a page', () => {
    expect(paragraphsOf([page(['首段。', 2], [full(26), 2]), page([full(), 0], ['完。', 0], ['又一段。', 2])])).toEqual(
      ['首段。', `${full(26 + 28)}完。`, '又一段。'],
    )
  })

  it('are told apart by distance and by items where a document does not indent', () => {
    const lines = page(
      [full(), 0],
      [full(), 0],
      ['完。', 0],
      [full(), 0, { gap: 50 }],
      [full(), 0],
      ['（一）甲', 0],
      ['乙', 0],
    )
    expect(paragraphsOf([lines])).toEqual([`${full(56)}完。`, full(56), '（一）甲', '乙'])
  })

  it('of a title are joined although the second is centred', () => {
    const title = page(
      [full(20), 0, { size: 22, right: 528 }],
      ['的通报', 12, { size: 22 }],
      [full(26), 2],
      ['完。', 0],
      ['又', 2],
    )
    expect(paragraphsOf([title])).toEqual([`${full(20)}的通报`, `${full(26)}完。`, '又'])
  })

  it('get the space back that stood at the end of a line between two words', () => {
    const line = { right: 528 }
    expect(paragraphsOf([page(['word', 2, line], ['and', 0, line], ['字', 0])])).toEqual(['word and字'])
  })

  it('are none on a page without text', () => {
    expect(paragraphsOf([page(), page()])).toEqual([])
  })
})
