import { describe, expect, it } from 'vitest'
import { listNumber } from './list-number.ts'

describe('a number in a list format of Word', () => {
  it.each([
    ['decimal', [1, 12], ['1', '12']],
    ['decimalZero', [1, 12], ['01', '12']],
    ['decimalFullWidth', [12], ['１２']],
    ['chineseCounting', [1, 10, 11, 20, 35, 101], ['一', '十', '十一', '二十', '三十五', '一〇一']],
    [
      'chineseCountingThousand',
      [2, 10, 19, 20, 101, 110, 1010, 2005],
      ['二', '十', '十九', '二十', '一百零一', '一百一十', '一千零一十', '二千零五'],
    ],
    ['chineseLegalSimplified', [1, 10, 21], ['壹', '壹拾', '贰拾壹']],
    ['ideographDigital', [3, 10, 25], ['三', '一〇', '二五']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['decimalEnclosedCircle', [1, 20, 21, 50, 51], ['①', '⑳', '㉑', '㊿', '51']],
    ['decimalEnclosedCircleChinese', [3], ['③']],
    ['decimalEnclosedParen', [1, 20], ['⑴', '⒇']],
    ['ideographEnclosedCircle', [1, 10], ['㊀', '㊉']],
    ['upperRoman', [4, 9, 14], ['IV', 'IX', 'XIV']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['none', [1], ['']],
    ['aFormatOfTheFuture', [7], ['7']],
  ])('%s', (format, values, texts) => {
    expect(values.map((value) => listNumber(value, format))).toEqual(texts)
  })
})
