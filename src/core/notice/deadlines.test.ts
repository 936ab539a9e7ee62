import { describe, expect, test } from 'vitest'
import { datesOf } from './dates.ts'
import { deadlinesOf } from './deadlines.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  if (!line) return []
  return deadlinesOf(line, datesOf(line, null).mentions).map(
    ({ text, kind, by, thenOngoing }) => `${text} ${kind} ${by ?? '-'}${thenOngoing ? ' then' : ''}`,
  )
}

describe('deadlines', () => {
  test.each([
    ['2024年9月30日前完成', ['2024年9月30日前 fixedTerm 2024-09-30']],
    ['2024年底前，并长期坚持', ['2024年底前，并长期坚持 fixedTerm 2024-12-31 then']],
    ['2024年底，长期坚持', ['2024年底，长期坚持 fixedTerm 2024-12-31 then']],
    ['2024年6月底前', ['2024年6月底前 fixedTerm 2024-06-30']],
    ['2024年第三季度末前', ['2024年第三季度末前 fixedTerm 2024-09-30']],
    // Whether June counts is not said.
    ['2024年6月前', ['2024年6月前 fixedTerm -']],
    ['6月底前', ['6月底前 fixedTerm -']],
    ['年底前', ['年底前 fixedTerm -']],
    ['2024年2月30日前', ['2024年2月30日前 fixedTerm -']],
    ['立行立改，长期坚持', ['立行立改，长期坚持 immediate - then']],
    ['长期坚持', ['长期坚持 ongoing -']],
    ['边巡边改', ['边巡边改 duringInspection -']],
    ['限期整改', ['限期整改 fixedTerm -']],
    ['三个月内', ['三个月内 fixedTerm -']],
    ['短期攻坚、中期推进和长期坚持', ['短期攻坚 fixedTerm -', '中期推进 fixedTerm -', '长期坚持 ongoing -']],
    ['\u200b2024年底\u200b前', ['2024年底\u200b前 fixedTerm 2024-12-31']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('a date alone, or 前期, sets no deadline', () => {
    expect(read('2024年9月召开会议')).toEqual([])
    expect(read('2024年前期工作')).toEqual([])
  })
})
