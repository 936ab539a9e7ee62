import { describe, expect, test } from 'vitest'
import { parseDay } from '../deadline/day.ts'
import { meeting } from '../registers/meeting.ts'
import { percentOf, writeAmount } from './amount.ts'
import { definitionOf } from './definition-of.ts'
import type { Dictionary } from './dictionary.ts'
import { parseFigure } from './parse-figure.ts'
import { ledgerSubjects, subjectOf } from './subjects.ts'
import { suggest } from './suggest.ts'

const today = parseDay('2024-09-11')
if (today === null) throw new Error('no such day')
const dictionary: Dictionary = {
  subjects: [...Object.values(ledgerSubjects), subjectOf(meeting)],
  units: [
    { id: 3, name: '区重点项目建设管理处', shortName: '重点处' },
    { id: 4, name: '区城市管理局', shortName: '城管局' },
  ],
  projects: [{ id: 7, name: '云栖 绿廊' }],
  inspections: [{ id: 1, name: '2024 绿化专项巡察' }],
  today,
}
const texts = (text: string) => suggest(text, dictionary, 'zh').map((each) => each.text)

describe('suggestions', () => {
  test.each([
    ['', '会议'],
    ['会', '会议'],
    ['会议 ', '会议 2024'],
    ['会议', '会议 2024'],
    ['会议 参', '会议 参加人次'],
    ['会议 专', '会议 专题会议'],
    ['会议 专题会议、', '会议 专题会议、调度会'],
    ['会议 单', '会议 单位='],
    ['会议 单位=', '会议 单位=重点处'],
    ['会议 单位=区城', '会议 单位=城管局'],
    ['会议 单位=重点处、城', '会议 单位=重点处、城管局'],
    ['会议 项目=', '会议 项目=“云栖 绿廊”'],
    ['措施 ', '措施 已销号'],
    ['措施 期限类别=', '措施 期限类别=长期坚持'],
    ['措施 已销号 ÷ 措', '措施 已销号 ÷ 措施'],
  ])('after “%s” comes “%s” among others', (typed, wanted) => {
    expect(texts(typed)).toContain(wanted)
  })
  test('what is taken is understood, unless it ends in an equals sign', () => {
    for (const typed of ['', '会议 ', '会议 单位=', '措施 ', '会议 项目=', '周报 '])
      for (const text of texts(typed))
        if (!/[=÷]$/.test(text)) expect([text, parseFigure(text, dictionary).problem]).toEqual([text, null])
  })
})

const definition = (text: string) => {
  const { query, problem } = parseFigure(text, dictionary)
  if (query === null) throw new Error(problem.message.en)
  return definitionOf(query, dictionary)
}
describe('definitions in words', () => {
  test.each([
    ['会议', '“会议”登记簿的会议次数。同一条只计一次，汇总记录已含的单条不重复计。按现在的登记。'],
    [
      '会议 人次 2024 专题会议 单位=重点处 问题=13',
      '“会议”登记簿中类别为“专题会议”、会议日期在 2024 年内、登记单位为“区重点项目建设管理处”（含下属单位）、被问题 13 或其措施引用的参加人次合计。同一条只计一次，汇总记录已含的单条不重复计。按现在的登记。',
    ],
    [
      '措施 已销号 ÷ 措施 截至 2024-09-10',
      '分子：措施状态为“已销号”的措施的条数；分母：全部措施的条数。百分比保留一位小数。按 2024-09-10 当天结束时的登记。',
    ],
  ])('%s', (text, words) => expect(definition(text).zh).toBe(words))
  test('in English as well', () => {
    expect(definition('measures “Signed off” unit=重点处').en).toBe(
      'number of measures status is “Signed off”, led by “区重点项目建设管理处” (units below included). As recorded now.',
    )
  })
})

test('amounts and shares are printed exactly', () => {
  expect(writeAmount(123456789, { kept: 'money', unit: '元' })).toBe('1,234,567.89')
  expect(writeAmount(1213, { kept: 'plain', unit: '株' })).toBe('1,213')
  expect(writeAmount(0.3, { kept: 'plain', unit: '株' })).toBe('0.3')
  expect(writeAmount(2000, { kept: 'area', unit: '亩' })).toBe('3.00')
  expect(writeAmount(2000, { kept: 'area', unit: '㎡' })).toBe('2,000')
  expect(percentOf(27, 29)).toBe('93.1%')
  expect(percentOf(1, 8)).toBe('12.5%')
  expect(percentOf(0, 5)).toBe('0.0%')
  expect(percentOf(1, 0)).toBeNull()
})
