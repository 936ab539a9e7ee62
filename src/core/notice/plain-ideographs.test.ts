import { describe, expect, it } from 'vitest'
import { plainIdeographs } from './plain-ideographs.ts'

describe('radicals in the text of a PDF', () => {
  it('become the characters that a reader sees', () => {
    expect(plainIdeographs('⼀是⻓期坚持⼯作，⻅⻘⽯湾')).toBe('一是长期坚持工作，见青石湾')
  })

  it('are all of the Kangxi block, one for one', () => {
    const block = Array.from({ length: 0x2fd6 - 0x2f00 }, (_, at) => String.fromCodePoint(0x2f00 + at)).join('')
    expect(plainIdeographs(block)).toMatch(/^[\u4e00-\u9fff]{214}$/)
  })

  it('leave every other character alone', () => {
    expect(plainIdeographs('一是⺀ABC１２“”')).toBe('一是⺀ABC１２“”')
  })
})
