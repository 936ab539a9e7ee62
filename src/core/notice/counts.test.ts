import { expect, test } from 'vitest'
import { countsOf } from './counts.ts'
import { outline } from './outline.ts'
import { parseNotice } from './parse-notice.ts'

const notice = parseNotice([
  '云岭区城管局关于专项检查整改情况的通报',
  '反馈2个问题、5条措施，召开会议3次，已完成1个。',
  '（一）方面',
  '1.关于移交不及时的问题【已完成】',
  '一是移交。二是出台《移交办法》。',
  '2.加强管护一是补植苗木27株。二是巡查。出台《管护办法》。',
])

test('claims stand beside what was parsed', () => {
  const { counts, claims } = countsOf(notice)
  expect(counts).toEqual({
    findings: 2,
    aspects: 1,
    causes: 0,
    measures: 5,
    impliedMeasures: 1,
    regulations: 2,
    findingsWithStatus: 1,
  })
  expect(claims.map(({ declared, parsed, agrees }) => [declared.what, declared.value, parsed, agrees])).toEqual([
    ['finding', 2, 2, true],
    ['measure', 5, 5, true],
    ['meeting', 3, null, null],
    ['done', 1, 1, true],
  ])
})

test('a plan is no rule, and a rule named twice is one', () => {
  const { claims } = countsOf(
    parseNotice([
      '关于云岭区园林站整改情况的通报',
      '健全制度3项。制定《整改方案》。',
      '1.加强管护。一是制定《“绿地”管护办法》。二是修订《绿地管护办法》。三是出台《移交办法》。',
    ]),
  )
  expect(claims.map(({ declared, parsed, agrees }) => [declared.what, parsed, agrees])).toEqual([
    ['regulation', 2, false],
  ])
})

test('the outline shows head, claims, findings and measures with their lines', () => {
  expect(outline(notice, 'zh')).toBe(
    [
      '云岭区城管局关于专项检查整改情况的通报',
      '巡察对象：（未写明）',
      '巡察组：（未写明）',
      '进驻：（未写明）',
      '反馈：（未写明）',
      '发布：（未写明）',
      '联系方式：（未写明）',
      '',
      '文中数字与识别结果',
      '  第 2 行 2个问题，识别到 2',
      '  第 2 行 5条措施，识别到 5',
      '  第 2 行 会议3次',
      '  第 2 行 已完成1个，识别到 1',
      '',
      '问题 2 个，措施 5 条（其中 1 条无序号）',
      '',
      '方面',
      '1. 关于移交不及时的问题 (第 4 行) [完成]',
      '   一是 移交。 (第 5 行)',
      '   二是 出台《移交办法》。 (第 5 行)',
      '2. 加强管护 (第 6 行) [标题后缺句号]',
      '   一是 补植苗木27株。 (第 6 行)',
      '   二是 巡查。 (第 6 行)',
      '   (3, 无序号) 出台《管护办法》。 (第 6 行)',
    ].join('\n'),
  )
  expect(outline(notice, 'en')).toContain('2 findings, 5 measures (1 without a marker)')
})

test('without findings the outline says so', () => {
  expect(outline(parseNotice(['关于绿化的通报', '已开展工作。']), 'zh')).toContain('没有识别到问题，全文按段落保留')
})
