import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../deadline/day.ts'
import { countsOf } from './counts-of.ts'
import { defineRegister } from './definition.ts'
import type { Field } from './field.ts'
import { meeting } from './meeting.ts'
import { roundedWan, writeMoney, yuan } from './money.ts'
import { inMu, readArea, readQuantity } from './quantity.ts'
import { readDay, readField, readTotals, readValues } from './read-values.ts'
import { referencesOf } from './references-of.ts'
import { titleOf } from './title-of.ts'
import { writeValue } from './write-value.ts'

const words = (zh: string) => ({ zh, en: zh })
const works = defineRegister({
  key: 'works',
  version: 1,
  name: words('工程'),
  help: words('试'),
  group: 'project',
  kinds: { planting: words('补植'), paving: words('铺装') },
  fields: {
    on: { type: 'day', name: words('日期'), required: true },
    plants: { type: 'quantity', unit: '株', name: words('株数'), kinds: ['planting'], most: 10_000 },
    amount: { type: 'money', name: words('金额') },
    change: { type: 'money', signed: true, name: words('增减') },
    area: { type: 'area', name: words('面积') },
    state: { type: 'choice', name: words('结果'), options: { done: words('完成'), open: words('未完成') } },
    bonded: { type: 'flag', name: words('有保函') },
    basis: { type: 'document', many: true, name: words('依据') },
    leader: { type: 'person', name: words('负责人') },
    projects: { type: 'project', many: true, name: words('项目') },
    span: { type: 'dayRange', name: words('工期') },
    share: {
      type: 'computed',
      name: words('增减比例'),
      unit: '%',
      decimals: 2,
      of: { divide: ['change', 'amount'] },
    },
    rows: {
      type: 'rows',
      name: words('明细'),
      columns: {
        item: { type: 'text', name: words('名称'), required: true },
        unit: { type: 'unit', name: words('单位') },
      },
    },
  },
  dateField: 'on',
  title: words('{kind}：{leader}，{plants}株'),
  counts: {
    times: { name: words('次数'), unit: '次', of: 'entries' },
    plants: { name: words('株数'), unit: '株', of: 'plants', kinds: ['planting'] },
    money: { name: words('金额'), unit: '元', of: 'amount' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})

const read = (raw: Record<string, unknown>, kind: string | null = 'planting') =>
  readValues(works, kind, { on: '2024-07-05', ...raw })
const problemsOf = (raw: Record<string, unknown>, kind?: string | null) =>
  (read(raw, kind).problems ?? []).map(({ field, row, column, message }) => [
    [field, row, column].filter((part) => part !== undefined).join('.'),
    message.zh,
  ])

describe('values as people write them', () => {
  test.each([
    ['1,234.56 元', 123_456],
    ['12.5万元', 12_500_000],
    ['１２．５万', 12_500_000],
    ['￥80', 8_000],
    ['人民币 1.2亿元', 12_000_000_000],
    ['0.07', 7],
    ['−3', -300],
  ])('money %s is %d 分', (text, fen) => expect(yuan(text)).toBe(fen))

  test.each([
    ['0.001', 'tooManyPlaces'],
    ['1.2345678万', 'tooManyPlaces'],
    ['12,34', 'notANumber'],
    ['12 34', 'notANumber'],
    ['三万元', 'notANumber'],
    ['5 株', 'otherUnit'],
    ['90071992547409.92', 'tooLarge'],
  ])('money %s is not guessed', (text, fault) => expect(yuan(text)).toBe(fault))

  test.each([
    ['2024/7/5', '2024-07-05'],
    ['2024年7月5日', '2024-07-05'],
    ['2024.07.05', '2024-07-05'],
    ['20240705', '2024-07-05'],
    ['２０２４－７－５', '2024-07-05'],
    ['2024-2-30', null],
    ['2024年7月', null],
    ['7月5日', null],
    ['2024-7/5', null],
  ])('the day %s is %s', (text, day) => expect(readDay(text)).toBe(day))

  test('亩 come to the nearest thousandth of a ㎡, and ㎡ are taken as they are', () => {
    expect(readArea('3.2亩')).toBe(2133.333)
    expect(readArea('1,200.125 ㎡')).toBe(1200.125)
    expect(readArea('0.0001')).toBe('tooManyPlaces')
    expect(readArea('2 公顷')).toBe(20_000)
    expect(inMu(2133.333)).toBe('3.20')
  })

  test('a quantity has its own unit behind it, and no other', () => {
    expect(readQuantity('1,186 株', '株', 0)).toBe(1186)
    expect(readQuantity('1.2万株', '株', 0)).toBe(12_000)
    expect(readQuantity('5 棵', '株', 0)).toBe('otherUnit')
    expect(readQuantity('5.5', '株', 0)).toBe('tooManyPlaces')
  })

  test('choices and flags come by key or by word', () => {
    expect(read({ state: '未完成', bonded: '是' }).values).toMatchObject({ state: 'open', bonded: true })
    expect(read({ state: 'done', bonded: false }).values).toMatchObject({ state: 'done', bonded: false })
    expect(problemsOf({ state: '大概', bonded: '也许' })).toEqual([
      ['state', '“结果”请从这些里选：完成、未完成。'],
      ['bonded', '“有保函”请填“是”或“否”。'],
    ])
  })

  test('several titles in one cell lose their marks, and the marks within them stay', () => {
    expect(read({ basis: '《绿化条例》、《关于印发〈规程〉的通知》' }).values?.basis).toEqual([
      '绿化条例',
      '关于印发〈规程〉的通知',
    ])
    expect(read({ basis: ['《关于《规程》的通知》'] }).values?.basis).toEqual(['关于《规程》的通知'])
  })

  test('names stand for ids where they say which', () => {
    const findIds = (_: string, name: string) => ({ 云甲: [7], 云乙: [8, 9] })[name] ?? []
    const reading = (leader: string) => readField(works.fields.leader, leader, findIds)
    expect(reading('云甲')).toEqual({ value: 7 })
    expect(reading('云乙')).toMatchObject({ message: { zh: '“负责人”：叫“云乙”的有 2 个，请写清是哪一个。' } })
    expect(reading('云丙')).toMatchObject({ message: { zh: expect.stringContaining('没有“云丙”') } })
    expect(problemsOf({ leader: '云甲' })).toEqual([['leader', '“负责人”请从列表中选择。']])
  })
})

describe('what a definition asks for', () => {
  test('what is required, of another kind, unknown or computed is said by name', () => {
    expect(problemsOf({ on: '', nosuch: 1, share: 2 }).map(([field]) => field)).toEqual(['nosuch', 'share', 'on'])
    expect(problemsOf({ plants: 5 }, 'paving')).toEqual([
      ['plants', '“株数”不适用于这一类（铺装），请清空或改选种类。'],
    ])
    expect(problemsOf({ plants: 10_001 })).toEqual([['plants', '“株数”不能大于 10000株。']])
    expect(problemsOf({ amount: '-5' })).toEqual([['amount', '“金额”不能是负数。']])
    expect(problemsOf({}, null)).toEqual([['$kind', '请选择种类。']])
    expect(problemsOf({}, 'nosuch')).toEqual([['$kind', '“工程”没有“nosuch”这一种类。']])
    expect(problemsOf({ constructor: 'x' })[0]?.[0]).toBe('constructor')
    expect(problemsOf({}, 'constructor')[0]?.[0]).toBe('$kind')
  })

  test('rows are read cell by cell; an empty row is none', () => {
    expect(read({ rows: [{ item: '雪松', unit: 3 }, { item: ' ' }] }).values?.rows).toEqual([{ item: '雪松', unit: 3 }])
    expect(problemsOf({ rows: [{ unit: 3 }, { item: '雪松', unit: 'x' }, 5] })).toEqual([
      ['rows.0.item', '请填写“名称”。'],
      ['rows.1.unit', '“单位”请从列表中选择。'],
      ['rows.2', '“明细”要逐行填写。'],
    ])
  })

  test('an entry that stands for many has a period in place of its date', () => {
    expect(readValues(works, 'planting', {}, { aggregate: true })).toEqual({ values: {} })
    const dated = readValues(works, 'planting', { on: '2024-07-05' }, { aggregate: true })
    expect(dated.problems?.[0]?.message.zh).toBe('汇总登记以起止日期代替“日期”，请清空这一栏。')
    expect(readTotals(works, 'planting', { times: '157', money: '12.5万元' })).toEqual({
      totals: { times: 157, money: 12_500_000 },
    })
    expect(readTotals(works, 'paving', { plants: 3 }).problems?.[0]?.column).toBe('plants')
    expect(readTotals(works, 'planting', {}).problems?.[0]?.message.zh).toBe('请填写汇总的数量。')
    expect(readTotals(works, 'planting', { plants: 20_000 }).totals).toEqual({ plants: 20_000 })
  })
})

test('counts are the entry itself and its fields, of the kinds that count; what is not known is absent', () => {
  expect(countsOf(works, 'planting', { plants: 27, amount: 500 }, null)).toEqual({ times: 1, plants: 27, money: 500 })
  expect(countsOf(works, 'paving', { plants: 27 }, null)).toEqual({ times: 1 })
  expect(countsOf(works, 'planting', { plants: 27 }, { times: 157 })).toEqual({ times: 157 })
  expect(countsOf(meeting, 'topical', { attendance: 35 }, null)).toEqual({ times: 1, people: 35 })
})

test('a title leaves out what is not filled in, with the mark before it', () => {
  const names = { 'person:7': '云甲' }
  expect(titleOf(works, 'planting', { leader: 7, plants: 27 }, null, names)).toBe('补植：云甲，27株')
  expect(titleOf(works, 'paving', { leader: 7 }, null, names)).toBe('铺装：云甲株')
  expect(titleOf(meeting, 'topical', { topic: '补植' }, null, {})).toBe('专题会议：补植')
  expect(titleOf(meeting, 'topical', {}, { from: '2024-01-01', to: '2024-10-31' }, {})).toBe(
    '专题会议（2024-01-01 至 2024-10-31）',
  )
})

test('what an entry refers to is found in fields and rows, each once', () => {
  const values = { leader: 7, projects: [4, 2, 4], rows: [{ item: '雪松', unit: 3 }] }
  expect(referencesOf(works, values)).toEqual({
    units: [3],
    people: [7],
    entries: [
      { id: 4, register: 'project', field: 'projects' },
      { id: 2, register: 'project', field: 'projects' },
    ],
    projects: [2, 4],
    files: [],
  })
})

describe('laws', () => {
  const ids = fc.integer({ min: 1, max: 1_000_000 })
  const fen = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  const text = fc.stringMatching(/^[\u4e00-\u9fa5a-z]{1,20}$/)
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => parseDay(date.toISOString().slice(0, 10)))
  const field = (extra: object): Field => ({ name: words('栏'), ...extra }) as Field
  const kept = fc.oneof(
    fen.map((value) => [field({ type: 'money', signed: true }), value] as const),
    fc.integer({ min: 0, max: 9_000_000_000 }).map((value) => [field({ type: 'area' }), value / 1000] as const),
    fc
      .integer({ min: 0, max: 9_000_000_000 })
      .map((value) => [field({ type: 'quantity', unit: '米', decimals: 3 }), value / 1000] as const),
    text.map((value) => [field({ type: 'text' }), value] as const),
    fc.array(text, { minLength: 1, maxLength: 4 }).map((value) => {
      const distinct = [...new Set(value)]
      return [field({ type: 'document', many: true }), distinct] as const
    }),
    day.map((value) => [field({ type: 'day' }), value] as const),
    fc.tuple(day, day).map(([a, b]) => {
      const [from, to] = [a, b].sort()
      return [field({ type: 'dayRange' }), { from, to }] as const
    }),
    fc.boolean().map((value) => [field({ type: 'flag' }), value] as const),
    fc
      .constantFrom('done', 'open')
      .map(
        (value) => [field({ type: 'choice', options: { done: words('完成'), open: words('未完成') } }), value] as const,
      ),
    fc
      .uniqueArray(ids, { minLength: 1, maxLength: 4 })
      .map((value) => [field({ type: 'unit', many: true }), value] as const),
    ids.map((value) => [field({ type: 'reference', register: 'contract' }), value] as const),
  )

  test('what is written is read back as the same value', () => {
    fc.assert(
      fc.property(kept, ([of, value]) => {
        const names = (kind: string) => new Proxy({}, { get: (_, key) => `${kind}${String(key)}` })
        const findIds = (_: string, name: string) => [Number(name.slice(name.lastIndexOf(':') + 1))]
        if (of.type === 'rows') throw new Error('not written into a cell')
        expect(readField(of, writeValue(of, value, 'zh', names('名') as Record<string, string>), findIds)).toEqual({
          value,
        })
      }),
      { numRuns: 500 },
    )
  })

  test('no amount of money is changed by writing and reading it, in 元 and in 万元', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(yuan(`${writeMoney(amount)} 元`)).toBe(amount === 0 ? 0 : amount)
        expect(yuan(`${writeMoney(amount, { unit: '万元' })}万元`)).toBe(amount === 0 ? 0 : amount)
      }),
    )
    expect(roundedWan(123_450)).toBe('0.12')
    expect(roundedWan(-12_345_678)).toBe('-12.35')
  })

  test('nothing that is sent makes it throw, and what is read is read the same again', () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(works.fields), 'x'), fc.jsonValue())
    fc.assert(
      fc.property(anything, fc.constantFrom('planting', 'paving', null), (raw, kind) => {
        const once = readValues(works, kind, raw)
        if (once.values !== undefined) expect(readValues(works, kind, once.values)).toEqual(once)
        else expect(once.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
