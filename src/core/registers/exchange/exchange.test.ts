import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../deadline/day.ts'
import { defineRegister, type Register } from '../definition.ts'
import type { Cell, Field } from '../field.ts'
import type { Values } from '../read-values.ts'
import { shippedRegisters } from '../registers.ts'
import type { ReadSheet } from './book.ts'
import { bookOf, rowsOf } from './book-of.ts'
import { nameBook } from './name-book.ts'
import { type CurrentEntry, type ImportFacts, planImport } from './plan-import.ts'
import { askedIn, readImport } from './read-import.ts'

const planting = defineRegister({
  key: 'planting',
  version: 1,
  name: { zh: '补植', en: 'Planting' },
  help: { zh: '补植记录。', en: 'What was planted.' },
  group: 'planting',
  kinds: { tree: { zh: '乔木', en: 'Trees' }, shrub: { zh: '灌木', en: 'Shrubs' } },
  fields: {
    on: { type: 'day', name: { zh: '补植日期', en: 'Planted on' }, required: true },
    place: { type: 'text', name: { zh: '地点', en: 'Place' }, required: true },
    plants: { type: 'quantity', unit: '株', name: { zh: '数量', en: 'Plants' } },
    cost: { type: 'money', name: { zh: '费用', en: 'Cost' } },
    green: { type: 'area', name: { zh: '绿化面积', en: 'Green area' } },
    watered: { type: 'flag', name: { zh: '已浇水', en: 'Watered' } },
    result: {
      type: 'choice',
      name: { zh: '结果', en: 'Result' },
      options: { good: { zh: '成活', en: 'Alive' }, dead: { zh: '枯死', en: 'Dead' } },
    },
    worker: { type: 'person', name: { zh: '负责人', en: 'In charge' } },
    helpers: { type: 'person', many: true, name: { zh: '参加人', en: 'Helpers' } },
    projects: { type: 'project', many: true, name: { zh: '项目', en: 'Projects' } },
    rules: { type: 'document', many: true, name: { zh: '依据', en: 'Rules' } },
    season: { type: 'dayRange', name: { zh: '养护期', en: 'Season' } },
    photos: { type: 'files', name: { zh: '照片', en: 'Photos' } },
    each: { type: 'computed', name: { zh: '单价', en: 'Each' }, unit: '分', of: { divide: ['cost', 'plants'] } },
    species: {
      type: 'rows',
      name: { zh: '树种', en: 'Species' },
      columns: {
        name: { type: 'text', name: { zh: '名称', en: 'Name' }, required: true },
        plants: { type: 'quantity', unit: '株', name: { zh: '株数', en: 'Plants' } },
        supplier: { type: 'unit', name: { zh: '供苗单位', en: 'Supplier' } },
      },
    },
  },
  dateField: 'on',
  title: { zh: '{kind}：{place}', en: '{kind}: {place}' },
  counts: {
    times: { name: { zh: '次数', en: 'Times' }, unit: '次', of: 'entries' },
    plants: { name: { zh: '株数', en: 'Plants' }, unit: '株', of: 'plants' },
    cost: { name: { zh: '费用', en: 'Cost' }, unit: '元', of: 'cost' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})

/** Two people of one name, two entries of one title, a name with a separator in it. */
const book = nameBook({
  units: [
    { id: 1, name: '云岭区水务局', shortName: '区水务局', closed: false },
    { id: 2, name: '云岭区财政局', shortName: null, closed: false },
    { id: 3, name: '云岭区园林站', shortName: null, closed: true },
  ],
  people: [
    { id: 1, name: '周衡', unit: '云岭区水务局', left: false },
    { id: 2, name: '周衡', unit: '云岭区财政局', left: false },
    { id: 3, name: '林茂', unit: null, left: true },
    { id: 4, name: '何青', unit: '云岭区水务局', left: false },
  ],
  entries: Object.keys(shippedRegisters).flatMap((register, index) => [
    { id: index * 10 + 1, register, title: '东湖、西湖绿化' },
    { id: index * 10 + 2, register, title: '滨河公园' },
    { id: index * 10 + 3, register, title: '滨河公园' },
  ]),
})
const entryIdOf = (register: string): number[] => {
  const at = Object.keys(shippedRegisters).indexOf(register)
  return [at * 10 + 1, at * 10 + 2, at * 10 + 3]
}

const facts = (current: readonly CurrentEntry[], change: Partial<ImportFacts> = {}): ImportFacts => ({
  current: new Map(current.map((entry) => [entry.id, entry])),
  book,
  mayWrite: (unitId) => unitId === 1,
  ownUnitId: null,
  ...change,
})

/** As a spreadsheet gives it back: headings, then the rows of each sheet. */
function exported(
  register: Register,
  entries: readonly CurrentEntry[],
  language: 'zh' | 'en' = 'zh',
): { name: string; rows: string[][] }[] {
  const sheets = bookOf(register, { restricted: true, language, units: ['云岭区水务局'] })
  const rows = rowsOf(register, entries, { restricted: true, language, names: book.names, line: 1 })
  return sheets.map(({ name, columns, rows: own = [] }, sheet) => ({
    name,
    rows: [
      columns.map(({ heading }) => heading),
      ...own.map((cells) => [...cells]),
      ...rows.filter((row) => row.sheet === sheet).map(({ cells }) => [...cells]),
    ],
  }))
}
const plan = (
  register: Register,
  sheets: readonly ReadSheet[],
  current: readonly CurrentEntry[] = [],
  change: Partial<ImportFacts> = {},
) => [...planImport(register, readImport(register, sheets, true), facts(current, change))]

const entry = (values: Values, change: Partial<CurrentEntry> = {}): CurrentEntry => ({
  id: 7,
  version: 3,
  kind: 'tree',
  unitId: 1,
  values,
  aggregate: null,
  title: '乔木：东湖',
  withdrawn: false,
  changed: { by: '何青', on: '2024-09-10' },
  ...change,
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const word = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const text = fc.oneof(word, fc.constantFrom('=1+1', "'12", '滨河、公园', '#REF', '0012', '-5', '2024-07-05', '是'))
const files = fc.constant([{ sha256: 'a'.repeat(64), name: '照片.jpg', mediaType: 'image/jpeg', size: 12 }])

/** What an entry may hold for a field. */
function kept(field: Field | Cell): fc.Arbitrary<unknown> {
  const one = keptOne(field)
  return 'many' in field && field.many ? fc.uniqueArray(one, { minLength: 1, maxLength: 3 }) : one
}
function keptOne(field: Field | Cell): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'longText':
      return fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options))
    case 'flag':
      return fc.boolean()
    case 'day':
      return day
    case 'dayRange':
      return fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
    case 'quantity':
      return fc.integer({ min: 0, max: 999_999 }).map((whole) => whole / 10 ** (field.decimals ?? 0))
    case 'area':
      return fc.integer({ min: 0, max: 999_999_999 }).map((whole) => whole / 1000)
    case 'money':
      return fc.integer({ min: 0, max: 10 ** 13 })
    case 'unit':
      return fc.constantFrom(1, 2)
    case 'person':
      return fc.constantFrom(1, 2, 3, 4)
    case 'project':
      return fc.constantFrom(...entryIdOf('project'))
    case 'reference':
      return fc.constantFrom(...entryIdOf(field.register))
    case 'files':
      return files
    case 'rows':
      return fc.array(
        fc.record(Object.fromEntries(Object.entries(field.columns).map(([key, column]) => [key, kept(column)]))),
        { minLength: 1, maxLength: 3 },
      )
    default:
      return text
  }
}

function keptEntry(register: Register, id: number): fc.Arbitrary<CurrentEntry> {
  const kinds = register.kinds === null ? [null] : Object.keys(register.kinds)
  return fc.constantFrom(...kinds).chain((kind) => {
    const fields = Object.entries(register.fields).filter(
      ([, field]) =>
        field.type !== 'computed' && (field.kinds === undefined || (kind !== null && field.kinds.includes(kind))),
    )
    const values = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, kept(field)])), {
      requiredKeys: fields.filter(([, field]) => field.required).map(([key]) => key),
    })
    return values.map((each) => entry(each, { id, kind, title: `第 ${id} 条` }))
  })
}

describe('what was exported and comes back', () => {
  for (const register of [planting, ...Object.values<Register>(shippedRegisters)]) {
    test(`changes nothing when nothing was changed, in either language: ${register.name.zh}`, () => {
      const several = fc.tuple(keptEntry(register, 5), keptEntry(register, 6))
      fc.assert(
        fc.property(several, fc.constantFrom('zh' as const, 'en' as const), (entries, language) => {
          const planned = plan(register, exported(register, entries, language), entries)
          expect(planned.map(({ change, problems }) => [change, problems])).toEqual([
            ['same', []],
            ['same', []],
          ])
        }),
        { numRuns: 25 },
      )
    })
  }

  test('gives exactly the cells that were changed', () => {
    const changes = fc.record(
      {
        place: text,
        plants: fc.integer({ min: 0, max: 9999 }),
        cost: fc.integer({ min: 0, max: 10 ** 12 }),
        on: day,
        watered: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    const written = (field: string, value: unknown): string => {
      if (field === 'cost') return (Number(value) / 100).toFixed(2)
      return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
    }
    fc.assert(
      fc.property(keptEntry(planting, 5), changes, (before, edits) => {
        const sheets = exported(planting, [before])
        const [headings = [], row = []] = sheets[0]?.rows ?? []
        for (const [field, value] of Object.entries(edits)) {
          const heading = {
            place: '地点',
            plants: '数量（株）',
            cost: '费用（元）',
            on: '补植日期',
            watered: '已浇水',
          }[field]
          row[headings.indexOf(heading ?? '')] = written(field, value)
        }
        const [planned] = plan(planting, sheets, [before])
        const after = { ...before.values, ...edits }
        const isSame = Object.entries(edits).every(([field, value]) => before.values[field] === value)
        expect(planned?.problems).toEqual([])
        expect(planned?.change).toBe(isSame ? 'same' : 'update')
        if (!isSame)
          expect(planned?.write).toEqual({
            id: 5,
            version: 3,
            kind: before.kind,
            unitId: 1,
            values: after,
            aggregate: null,
          })
      }),
    )
  })

  test('keeps what the rules have come to forbid, as long as nobody touches it', () => {
    const old = entry({ result: 'gone', on: '2024-03-01', more: 'of an older definition' })
    expect(plan(planting, exported(planting, [old]), [old])[0]?.change).toBe('same')
  })

  test('knows an aggregate by its period and totals, money to the last 分', () => {
    const sum = entry(
      {},
      {
        aggregate: { from: '2024-01-01' as Day, to: '2024-06-30' as Day, totals: { times: 157, cost: 123_456_789_01 } },
      },
    )
    const sheets = exported(planting, [sum])
    expect(plan(planting, sheets, [sum])[0]?.change).toBe('same')
    const [headings = [], row = []] = sheets[0]?.rows ?? []
    row[headings.indexOf('汇总·费用（元）')] = '123456789.02'
    const [planned] = plan(planting, sheets, [sum])
    expect(planned?.write?.aggregate?.totals).toEqual({ times: 157, cost: 123_456_789_02 })
  })
})

describe('lists of an entry', () => {
  const held = entry({
    on: '2024-03-01',
    place: '东湖',
    species: [
      { name: '香樟', plants: 3 },
      { name: '桂花', plants: 5, supplier: 2 },
    ],
  })
  const sheets = () => exported(planting, [held])

  test('a row more, a row less and a changed cell are one change of the list', () => {
    const more = sheets()
    more[1]?.rows.push(['', '1', '银杏', '2', '区水务局'])
    expect(plan(planting, more, [held])[0]?.write?.values.species).toEqual([
      ...(held.values.species as []),
      { name: '银杏', plants: 2, supplier: 1 },
    ])
    const less = sheets()
    less[1]?.rows.splice(1, 1)
    expect(plan(planting, less, [held])[0]?.write?.values.species).toEqual([{ name: '桂花', plants: 5, supplier: 2 }])
  })
  test('without their sheet they stay as they are', () => {
    expect(plan(planting, sheets().slice(0, 1), [held])[0]?.change).toBe('same')
  })
  test('a wrong cell is named with its sheet; a row of nobody is told, one of a record that was taken out is not', () => {
    const wrong = sheets()
    const cells = wrong[1]?.rows[2] ?? []
    cells[3] = '五株半'
    wrong[1]?.rows.push(['', '9', '银杏', '2', ''], ['99', '9', '银杏', '2', ''])
    const planned = plan(planting, wrong, [held])
    expect(planned.flatMap(({ problems }) => problems.map(({ cell }) => cell))).toEqual(['树种!D3', '树种!B4'])
  })
})

describe('a table that somebody made', () => {
  const table = (...rows: string[][]): ReadSheet[] => [{ name: 'Sheet1', rows }]
  const only = (...rows: string[][]) => plan(planting, table(...rows), [], { ownUnitId: 1 })[0]

  test('has its headings anywhere below a title, in its own words, with its own unit', () => {
    const planned = only(
      ['2024年补植统计表'],
      [],
      ['类型', '时间', '*地点（必填）', '费用（万元）', '数量'],
      ['乔木', '2024年7月5日', '东湖', '12.5', '27 株'],
    )
    expect(planned?.write).toEqual({
      id: null,
      version: null,
      kind: 'tree',
      unitId: 1,
      values: { on: '2024-07-05', place: '东湖', cost: 12_500_000, plants: 27 },
      aggregate: null,
    })
    expect(planned?.change).toBe('create')
    expect(planned?.title).toBe('乔木：东湖')
  })

  test('is told each wrong cell by its address, and no more than the row is refused', () => {
    const rows = [
      ['类别', '补植日期', '地点', '数量（株）', '负责人', '登记单位'],
      ['乔木', '2024-02-30', '东湖', '三', '周衡', '区水务局'],
      ['乔木', '2024-02-28', '西湖', '3', '周衡（区财政局）', '区水务局'],
      ['藤本', '2024-02-28', '', '3', '无名氏', '区财政局'],
      ['灌木', '#REF!', '南湖', '', '', '某局'],
    ]
    const planned = plan(planting, table(...rows))
    expect(planned.map(({ change }) => change)).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(planned.map(({ problems }) => problems.map(({ cell }) => cell))).toEqual([
      ['B2', 'D2', 'E2'],
      ['E3'],
      ['F4', 'A4', 'E4', 'C4'],
      ['B5'],
    ])
  })

  const projectIds = entryIdOf('project')
  test('a name that two share is not guessed; with the unit behind it there is one', () => {
    const rows = [
      ['类别', '补植日期', '地点', '参加人', '项目'],
      ['乔木', '2024-02-28', '西湖', '周衡（云岭区财政局）、何青', `东湖、西湖绿化、滨河公园〔#${projectIds[1]}〕`],
      ['乔木', '2024-02-28', '西湖', '周衡', ''],
      ['乔木', '2024-02-28', '西湖', '', '滨河公园'],
    ]
    const [first, second, third] = plan(planting, table(...rows), [], { ownUnitId: 1 })
    expect(first?.write?.values).toMatchObject({ helpers: [2, 4], projects: projectIds.slice(0, 2) })
    expect(second?.problems[0]?.message.zh).toContain('2')
    expect(third?.problems.map(({ cell }) => cell)).toEqual(['E4'])
  })

  test('asks for what it names, and for nothing else', () => {
    const rows = [
      ['系统编号', '参加人', '项目'],
      ['7', '周衡（区财政局）、#4', '甲、乙'],
      ['', '', ''],
    ]
    const asked = askedIn(planting, readImport(planting, table(...rows), true))
    expect(asked.entryIds).toEqual([7])
    expect(asked.people).toContain('周衡')
    expect(asked.numbers).toEqual([4])
    expect(asked.titles.map(({ title }) => title)).toEqual(['甲', '甲、乙', '乙'])
  })

  test('two columns of one meaning, or none at all, are refused', () => {
    const code = (rows: string[][]): string => {
      try {
        readImport(planting, table(...rows), true)
        return ''
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(
      code([
        ['地点', '地点（全称）'],
        ['东湖', '东湖公园'],
      ]),
    ).toBe('sheet.headingTwice')
    expect(
      code([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    ).toBe('sheet.noHeadings')
    expect(code([['', ''], ['']])).toBe('sheet.empty')
  })
})

describe('a record that is there', () => {
  const held = entry({ on: '2024-03-01', place: '东湖' })
  const edited = (change: (cells: string[], headings: readonly string[]) => void, current: CurrentEntry = held) => {
    const sheets = exported(planting, [held])
    const [headings = [], row = []] = sheets[0]?.rows ?? []
    change(row, headings)
    return plan(planting, sheets, [current])[0]
  }
  const place = (cells: string[], headings: readonly string[]): void => {
    cells[headings.indexOf('地点')] = '南湖'
  }

  test('that somebody changed since the export is not overwritten: who and when is said', () => {
    const planned = edited(place, { ...held, version: 4 })
    expect(planned?.change).toBe('refused')
    expect(planned?.problems).toEqual([
      { cell: 'B2', message: expect.objectContaining({ zh: expect.stringContaining('何青') }) },
    ])
    expect(edited(() => {}, { ...held, version: 4 })?.change).toBe('same')
  })
  test('of another unit, withdrawn, or twice in the sheet is refused', () => {
    expect(edited(place, { ...held, unitId: 2 })?.change).toBe('refused')
    expect(edited(place, { ...held, withdrawn: true })?.change).toBe('refused')
    const sheets = exported(planting, [held])
    const rows = sheets[0]?.rows ?? []
    rows.push([...(rows[1] ?? [])])
    expect(plan(planting, sheets.slice(0, 1), [held]).map(({ change }) => change)).toEqual(['same', 'refused'])
  })
  test('a cleared cell clears the field; a column that is not there leaves it alone', () => {
    const full = entry({ on: '2024-03-01', place: '东湖', plants: 5, cost: 100 })
    const sheets = exported(planting, [full])
    const [headings = [], row = []] = sheets[0]?.rows ?? []
    row[headings.indexOf('数量（株）')] = ''
    const away = headings.indexOf('费用（元）')
    for (const cells of sheets[0]?.rows ?? []) cells.splice(away, 1)
    expect(plan(planting, sheets, [full])[0]?.write?.values).toEqual({ on: '2024-03-01', place: '东湖', cost: 100 })
  })
})
