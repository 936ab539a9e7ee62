import { describe, expect, test } from 'vitest'
import { datesOf, soleDay } from './dates.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string, year: number | null = null): string[] {
  const line = wholeLine(shadeOf(text, 1))
  if (!line) return []
  return datesOf(line, year).mentions.map(
    ({ text, precision, from, to, yearSource, possible }) =>
      `${text} ${precision} ${from ?? '-'} ${to ?? '-'} ${yearSource}${possible ? '' : ' impossible'}`,
  )
}

describe('dates as written', () => {
  test.each([
    ['2022年5月9日', ['2022年5月9日 day 2022-05-09 2022-05-09 written']],
    ['２０２２年５月９日', ['２０２２年５月９日 day 2022-05-09 2022-05-09 written']],
    ['2022年 5月 9日', ['2022年 5月 9日 day 2022-05-09 2022-05-09 written']],
    ['二〇二二年五月九日', ['二〇二二年五月九日 day 2022-05-09 2022-05-09 written']],
    ['二○二三年十二月三十一日', ['二○二三年十二月三十一日 day 2023-12-31 2023-12-31 written']],
    ['2024-12-24', ['2024-12-24 day 2024-12-24 2024-12-24 written']],
    ['2024/2/29', ['2024/2/29 day 2024-02-29 2024-02-29 written']],
    ['2024.12.4', ['2024.12.4 day 2024-12-04 2024-12-04 written']],
    ['2022年4月份以来', ['2022年4月份 month 2022-04-01 2022-04-30 written']],
    ['2024年2月底', ['2024年2月底 month 2024-02-01 2024-02-29 written']],
    ['2024年5月中旬', ['2024年5月中旬 period 2024-05-11 2024-05-20 written']],
    ['2024年第三季度', ['2024年第三季度 quarter 2024-07-01 2024-09-30 written']],
    ['2024年上半年', ['2024年上半年 period 2024-01-01 2024-06-30 written']],
    ['2024年度', ['2024年度 year 2024-01-01 2024-12-31 written']],
    ['2022年、2023年项目', ['2022年 year 2022-01-01 2022-12-31 written', '2023年 year 2023-01-01 2023-12-31 written']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('periods', () => {
  test.each([
    ['2022年5月9日至7月8日', ['2022年5月9日至7月8日 period 2022-05-09 2022-07-08 written']],
    ['2022年5月9日—15日', ['2022年5月9日—15日 period 2022-05-09 2022-05-15 written']],
    ['2022年5月9-15日', ['2022年5月9-15日 period 2022-05-09 2022-05-15 written']],
    ['2024年6—8月', ['2024年6—8月 period 2024-06-01 2024-08-31 written']],
    ['2024年6月至8月', ['2024年6月至8月 period 2024-06-01 2024-08-31 written']],
    ['2023年11月20日至2024年1月10日', ['2023年11月20日至2024年1月10日 period 2023-11-20 2024-01-10 written']],
    ['2021-2023年', ['2021-2023年 period 2021-01-01 2023-12-31 written']],
    ['2021年至2023年', ['2021年至2023年 period 2021-01-01 2023-12-31 written']],
    ['5月9日至7月8日', ['5月9日至7月8日 period - - none']],
    // The end lies in the next year, which nobody wrote: no guess.
    ['2023年12月20日至1月10日', ['2023年12月20日至1月10日 period 2023-12-20 - written']],
    // Both years are written: out of order, and said so by the proofreader.
    ['2023年6月15日至2023年5月20日', ['2023年6月15日至2023年5月20日 period 2023-06-15 2023-05-20 written']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('the year of a date', () => {
  test('is taken from an earlier date of the same text, and said so', () => {
    expect(read('2023年3月查明，9月25日完成')).toEqual([
      '2023年3月 month 2023-03-01 2023-03-31 written',
      '9月25日 day 2023-09-25 2023-09-25 context',
    ])
  })
  test('is not guessed from a later one', () => {
    expect(read('9月25日完成，2024年复查')).toEqual([
      '9月25日 day - - none',
      '2024年 year 2024-01-01 2024-12-31 written',
    ])
  })
})

describe('what the calendar does not have', () => {
  test.each([
    ['2023年2月30日', ['2023年2月30日 day - - written impossible']],
    ['2023年2月29日', ['2023年2月29日 day - - written impossible']],
    ['2023年13月5日', ['2023年13月5日 day - - written impossible']],
    ['11月31日', ['11月31日 day - - none impossible']],
    ['2023年6月10日至31日', ['2023年6月10日至31日 period - - written impossible']],
    ['2023年14月', ['2023年14月 month - - written impossible']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test('29 February without a year may be', () => {
    expect(read('2月29日')).toEqual(['2月29日 day - - none'])
  })
})

describe('what is no date', () => {
  test.each([
    '3个月内',
    '一月一调度',
    '月季花公园',
    '每月通报',
    '20多年',
    '《2023年工作要点》',
    '第3条',
    '12345年',
    'G2023年号',
    '0000-1234567',
  ])('%s', (text) => expect(read(text).filter((each) => !each.startsWith('2023年 year'))).toEqual([]))
})

describe('a line that is nothing but a day', () => {
  test.each([
    ['2024年11月5日', '2024-11-05'],
    ['2024-11-05', '2024-11-05'],
    ['二〇二四年十一月五日', '2024-11-05'],
    ['2024年11月31日', null],
    ['2024年11月', null],
    ['截至2024年11月5日', null],
  ])('%s', (text, day) => expect(soleDay(text)).toBe(day))
})
