import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inBrackets,
  indexOfColumn,
  inQuotes,
  inTitle,
  isFree,
  nodeOf,
  partnerOf,
  sentencesOf,
  shadeOf,
  spanOf,
  textOf,
  wholeLine,
} from './shade.ts'
import { textAt } from './span.ts'

describe('comparable text', () => {
  test('full width becomes half width, blanks become one kind, characters without width go', () => {
    expect(shadeOf('１．ＡＢ，（三）；：％\u3000\u00a0\tx\r', 1).text).toBe('1.AB,(三);:%   x ')
    expect(shadeOf('\ufeff一\u200b是', 1).text).toBe('一是')
  })
  test('a Latin stop after Chinese text ends a sentence, one after a number does not', () => {
    expect(shadeOf('恢复绿地.(1)公示. 1.5万 a.b@c.d 等...', 1).text).toBe('恢复绿地。(1)公示。 1.5万 a.b@c.d 等...')
  })
  test('radicals become the characters that a reader sees, at their places', () => {
    const line = wholeLine(shadeOf('⼆是⼯程', 1))
    expect(line && textOf(line)).toBe('二是工程')
    expect(line && nodeOf(line)).toMatchObject({ column: 1, endColumn: 5, text: '⼆是⼯程' })
  })
  test('a line of nothing but characters without width can still be named', () => {
    const line = wholeLine(shadeOf('\u200b\u200b', 3))
    expect(line && nodeOf(line)).toEqual({ line: 3, column: 1, endLine: 3, endColumn: 3, text: '\u200b\u200b' })
  })
})

describe('places', () => {
  test('columns count the source, whatever was left out', () => {
    const line = wholeLine(shadeOf('\ufeff　一\u200b是学习', 1))
    expect(line && nodeOf(line)).toEqual({ line: 1, column: 3, endLine: 1, endColumn: 8, text: '一\u200b是学习' })
    expect(line && textOf(line)).toBe('一是学习')
  })
  test('any stretch of any line is where it says, and columns lead back', () => {
    const character = fc.constantFrom('一', '是', '。', ' ', '\u200b', '\ufeff', '，', '３', '“', '”', '😀', '\u3000')
    const drawn = fc.array(character, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(drawn, fc.nat(30), fc.nat(30), (source, one, other) => {
        const shade = shadeOf(source, 1)
        const start = Math.min(one, other) % (shade.text.length + 1)
        const end = Math.min(Math.max(one, other), shade.text.length)
        if (end <= start) return
        const node = nodeOf({ shade, start, end })
        expect(textAt([source], node)).toBe(node.text)
        expect(indexOfColumn(shade, node.column)).toBe(start)
        expect(indexOfColumn(shade, node.endColumn)).toBe(end)
      }),
    )
  })
  test('a span of two lines goes from the first to the last', () => {
    const [first, last] = [wholeLine(shadeOf(' a', 1)), wholeLine(shadeOf('b ', 3))]
    expect(first && last && spanOf(first, last)).toEqual({ line: 1, column: 2, endLine: 3, endColumn: 2 })
  })
})

describe('what encloses what', () => {
  test('marks pair over nested ones of other kinds', () => {
    const shade = shadeOf('a“b《c（d）〈e〉》f”g', 1)
    const free = (bit: number) => [...shade.text].filter((_, index) => isFree(shade, index, bit)).join('')
    expect(free(inQuotes)).toBe('a“”g')
    expect(free(inTitle)).toBe('a“b《》f”g')
    expect(free(inBrackets)).toBe('a“b《c()〈e〉》f”g')
    expect(partnerOf(shade, 1)).toBe(shade.text.indexOf('”'))
  })
  test('a mark without partner encloses nothing', () => {
    const shade = shadeOf('“a《b”c》d（e', 1)
    expect(isFree(shade, shade.text.indexOf('b'))).toBe(false)
    expect(isFree(shade, shade.text.indexOf('c'))).toBe(true)
    expect(isFree(shade, shade.text.indexOf('e'))).toBe(true)
  })
  test('straight quotes pair only when their number is even', () => {
    expect(isFree(shadeOf('a"b"c', 1), 2)).toBe(false)
    expect(isFree(shadeOf('a"b"c"', 1), 2)).toBe(true)
  })
  test('sentences keep the stops that quotes enclose', () => {
    const line = wholeLine(shadeOf('关于“甲。乙。”问题。 完成！余下', 1))
    expect(line && sentencesOf(line).map((sentence) => nodeOf(sentence).text)).toEqual([
      '关于“甲。乙。”问题。',
      '完成！',
      '余下',
    ])
  })
})
