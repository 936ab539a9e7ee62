import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../deadline/day.ts'
import { defineRegister } from '../registers/definition.ts'
import { meeting } from '../registers/meeting.ts'
import type { Dictionary } from './dictionary.ts'
import { parseFigure } from './parse-figure.ts'
import { readPeriod, writePeriod } from './period.ts'
import { type Counting, countingSchema, type FigureQuery, figureQuerySchema } from './query.ts'
import { ledgerSubjects, type Subject, subjectOf } from './subjects.ts'
import { writeFigure } from './write-figure.ts'

const day = (text: string) => {
  const read = parseDay(text)
  if (read === null) throw new Error(text)
  return read
}

/** Names such as a tenant may think of: of two things at once, of keywords, of units, with blanks and signs. */
const odd = defineRegister({
  ...meeting,
  key: 'odd',
  name: { zh: '补植 (一期)', en: 'green' },
  kinds: {
    big: { zh: '株数', en: 'area' },
    small: { zh: '2024', en: 'all' },
    third: { zh: '小“苗”', en: 'green area' },
    fourth: { zh: '截至', en: 'big' },
  },
  fields: {
    on: { type: 'day', name: { zh: '日期', en: 'Day' } },
    unit: {
      type: 'choice',
      name: { zh: '单位', en: 'unit' },
      options: { a: { zh: '甲、乙', en: 'a=b' }, b: { zh: '全部', en: 'x' } },
    },
    ok: { type: 'flag', name: { zh: '合格', en: 'ok' } },
    alive: { type: 'quantity', unit: '株', name: { zh: '成活', en: 'alive' } },
    paid: { type: 'money', name: { zh: '金额', en: 'paid' } },
  },
  counts: {
    trees: { name: { zh: '株数', en: 'trees' }, unit: '株', of: 'alive' },
    money: { name: { zh: '株', en: 'money' }, unit: '元', of: 'paid' },
    records: { name: { zh: '条数', en: 'green area' }, unit: '株', of: 'entries' },
  },
})
const subjects: Subject[] = [
  ...Object.values(ledgerSubjects),
  subjectOf(meeting),
  subjectOf(odd),
  subjectOf({ ...meeting, key: 'green', name: { zh: '会议次数', en: 'area' } }),
]
const dictionary: Dictionary = {
  subjects,
  units: [
    { id: 3, name: '区重点项目建设管理处', shortName: '重点处' },
    { id: 4, name: '城管局' },
    { id: 5, name: '城管局' },
    { id: 6, name: '“三供一业”办' },
  ],
  projects: [
    { id: 7, name: '云栖 绿廊=一标' },
    { id: 8, name: '云栖绿廊' },
  ],
  inspections: [{ id: 1, name: '2024 绿化专项巡察' }],
  today: day('2024-09-11'),
}
const parse = (text: string): Partial<FigureQuery> & { word?: string } => {
  const { query, problem } = parseFigure(text, dictionary)
  return query ?? { word: problem.word }
}
const counting = (given: Partial<Counting>): Counting =>
  countingSchema.parse({ of: 'meeting', count: 'times', ...given })

describe('a figure as people type it', () => {
  test.each<[string, Partial<Counting>]>([
    ['会议', {}],
    ['会议 次', {}],
    ['会议 参加人次 2024', { count: 'people', period: { from: day('2024-01-01'), to: day('2024-12-31') } }],
    [
      '2024年 会议 专题会议、调度会',
      { kinds: ['topical', 'scheduling'], period: { from: day('2024-01-01'), to: day('2024-12-31') } },
    ],
    ['会议 2023-08 至 2024-05 单位=重点处', { period: { from: day('2023-08-01'), to: day('2024-05-31') }, units: [3] }],
    ['会议 2023年8月至2024年5月', { period: { from: day('2023-08-01'), to: day('2024-05-31') } }],
    ['meetings times', {}],
    [
      'Meetings Meeting on one topic since 2024-09',
      { kinds: ['topical'], period: { from: day('2024-09-01'), to: null } },
    ],
    [
      '会议 党委(扩大)会议 今年',
      { kinds: ['partyCommittee'], period: { from: day('2024-01-01'), to: day('2024-12-31') } },
    ],
    ['措施 已销号、已核实', { of: 'measure', count: 'records', where: { status: ['signedOff', 'verified'] } }],
    ['措施 红灯 期限类别=长期坚持', { of: 'measure', count: 'records', where: { light: ['red'], kind: ['ongoing'] } }],
    ['会议 问题=13，20 巡察=“2024 绿化专项巡察”', { findings: ['13', '20'], inspections: [1] }],
  ])('%s', (text, wanted) => {
    expect(parse(text).count).toEqual(counting(wanted))
  })

  test('a ratio has two sides, and a day as of which it is looked at', () => {
    const { count, outOf, asOf } = parse('措施 已销号 ÷ 措施 全部 截至 2024-09-10')
    expect([count?.where, outOf?.where, asOf]).toEqual([{ status: ['signedOff'] }, {}, '2024-09-10'])
  })

  test.each([
    ['', ''],
    ['树木 2024', '树木'],
    ['会议 苹果', '苹果'],
    ['会议 #unit=甲', '#unit'],
    ['meetings topical meeting', 'meeting'],
    ['会议 单位=没有的局', '没有的局'],
    ['会议 单位=城管局', '城管局'],
    ['会议 单位=', '单位'],
    ['问题 2024', '2024'],
    ['问题 单位=重点处', '单位'],
    ['会议 2024-13', '2024-13'],
    ['会议 2024-05 至 2023-08', '2024-05'],
    ['会议 ÷', ''],
    ['会议 ÷ 会议 ÷ 会议', '÷'],
    ["会议'; drop table entry", "会议';"],
  ])('“%s” is refused, naming “%s”', (text, word) => {
    const { query, problem } = parseFigure(text, dictionary)
    expect(query).toBeNull()
    if (word !== '单位' || !text.endsWith('=')) expect(problem?.word).toBe(word)
    expect(problem?.message.zh).not.toBe('')
    expect(text.slice(problem?.at, problem?.end)).toContain(problem?.word)
  })
})

const someOf = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const someDay = fc
  .record({
    year: fc.integer({ min: 2022, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.constantFrom(1, 15, 28, 30, 31),
  })
  .map(({ year, month, date }) =>
    parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`),
  )
const somePeriod = fc
  .tuple(someDay, someDay)
  .map(([a, b]) =>
    a === null && b === null ? null : a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b },
  )

const someCounting = fc.constantFrom(...subjects).chain((subject) =>
  fc.record({
    of: fc.constant(subject.key),
    count: fc.constantFrom(...Object.keys(subject.counts)),
    kinds: Object.keys(subject.kinds).length === 0 ? fc.constant([]) : someOf(Object.keys(subject.kinds)),
    units: subject.can.unit ? someOf([3, 4, 5, 6]) : fc.constant([]),
    projects: subject.can.project ? someOf([7, 8]) : fc.constant([]),
    findings: someOf(['13', '2-1', '十三']),
    inspections: someOf([1]),
    period: subject.date === null ? fc.constant(null) : somePeriod,
    where: fc
      .uniqueArray(
        fc
          .constantFrom('none', ...Object.keys(subject.filters))
          .chain((field) =>
            fc.tuple(fc.constant(field), someOf(Object.keys(subject.filters[field]?.options ?? { none: 0 }))),
          ),
        { selector: ([field]) => field, maxLength: 3 },
      )
      .map((fields) => Object.fromEntries(fields.filter(([field, values]) => field !== 'none' && values.length > 0))),
  }),
)
const someQuery = fc
  .record({
    count: someCounting,
    outOf: fc.option(someCounting),
    asOf: fc.option(someDay.filter((each) => each !== null)),
  })
  .map((query) => figureQuerySchema.parse(query))

describe('laws', () => {
  test('what is written is read as the same, in both languages, whatever things are called', () => {
    fc.assert(
      fc.property(someQuery, fc.constantFrom('zh' as const, 'en' as const), (query, language) => {
        const text = writeFigure(query, dictionary, language)
        expect(parseFigure(text, dictionary)).toEqual({ query, problem: null })
      }),
      { numRuns: 500 },
    )
  })
  test('a period is written so that it is read as the same', () => {
    fc.assert(
      fc.property(somePeriod, fc.constantFrom('zh' as const, 'en' as const), (period, language) => {
        if (period === null) return
        const words = writePeriod(period, language).split(' ')
        expect(readPeriod(words, dictionary.today)).toEqual({ period, taken: words.length })
      }),
    )
  })
  test('no text whatever throws, and none but a good one gives a query', () => {
    const piece = fc.constantFrom(
      '会议',
      '次',
      '2024',
      '至',
      '“',
      '”',
      '=',
      '、',
      '÷',
      '单位',
      '#',
      ' ',
      '截至',
      '—',
      'green area',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { query, problem } = parseFigure(text, dictionary)
          if (query === null) expect(problem.message.zh.length).toBeGreaterThan(0)
          else expect(figureQuerySchema.parse(query)).toEqual(query)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('names are short where they can be', () => {
  const text = (query: Partial<Counting>) =>
    writeFigure(figureQuerySchema.parse({ count: { of: 'meeting', count: 'times', ...query } }), dictionary, 'zh')
  expect(text({ kinds: ['topical'], units: [3], period: { from: day('2023-08-01'), to: day('2024-05-31') } })).toBe(
    '会议 次 专题会议 2023-08 至 2024-05 单位=重点处',
  )
  expect(text({ of: 'measure', count: 'records', where: { status: ['signedOff'] } })).toBe('措施 已销号')
  expect(text({ count: 'people', period: { from: day('2024-01-01'), to: day('2024-12-31') } })).toBe('会议 人次 2024')
})
