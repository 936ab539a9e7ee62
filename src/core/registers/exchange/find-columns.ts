/**
 * Which column of somebody's table is what: headings are found by their meaning, in whatever order and either language, below a title if
 * there is one. A unit in a heading counts: 12 under “金额（万元）” is 120 000 元.
 */
import { letterOf } from '../../people/sheet-headings.ts'
import { Refusal } from '../../refusal.ts'
import type { Register } from '../definition.ts'
import type { ReadSheet } from './book.ts'
import type { LayoutColumn, Place, SheetLayout } from './layout.ts'

export type FoundColumn = LayoutColumn & {
  /** From 0. */
  index: number
  letter: string
  /** Put behind a plain number: the heading says so, not the definition. */
  headingUnit: string | null
}
export type FoundColumns = {
  /** Index of the row of headings. */
  at: number
  columns: readonly FoundColumn[]
  unknown: readonly string[]
}

const searchedRows = 10

/** What offices write instead of the words of the template. */
const synonyms: Readonly<Partial<Record<Place['is'], readonly string[]>>> = {
  line: ['序号', '编号', '行号', 'no', 'no.'],
  kind: ['类别', '种类', '类型', '分类', 'kind', 'type'],
  unit: ['登记单位', '填报单位', '报送单位', '所属单位', '单位', '单位名称', 'unit'],
  aggregateFrom: ['汇总期起', '期间起', '统计期起', '开始日期'],
  aggregateTo: ['汇总期止', '期间止', '统计期止', '截止日期'],
}

/** Units that a heading may name; anything else in brackets is a remark. */
const knownUnits =
  /^(?:[千万百亿]?元|亿|万[^\s]{1,2}|㎡|m2|平方米|平米|亩|公顷|平方公里|千米|公里|km|米|m|厘米|cm|毫米|mm|m3|立方米|方|吨|公斤|千克|kg|株|棵|个|次|人|人次|份|项|笔|件|处|点|户|天|日|个月|月|年|小时|%|家|名|场)$/i

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*:_]/g, '')
    .toLowerCase()
/** What is said beside the heading does not count: 名称（必填）. */
const plain = (text: string): string => folded(text).replace(/\(.*?\)|【.*?】/g, '')

/** @throws Refusal `sheet.empty`, `sheet.noHeadings`, `sheet.headingTwice`; `sheet` in the facts */
export function findColumns(register: Register, layout: SheetLayout, sheet: ReadSheet): FoundColumns {
  if (sheet.rows.every((row) => row.every((cell) => cell.trim() === '')))
    throw new Refusal('sheet.empty', { sheet: sheet.name })
  const find = finderOf(register, layout)
  let best: { at: number; found: (LayoutColumn | null)[]; score: number } | null = null
  for (const [at, row] of sheet.rows.slice(0, searchedRows).entries()) {
    const found = row.map(find)
    const score = found.filter((column) => column !== null).length
    if (score > (best?.score ?? 0)) best = { at, found, score }
  }
  const row = best === null ? undefined : sheet.rows[best.at]
  if (best === null || row === undefined) {
    const wanted = layout.columns.filter(({ hidden }) => !hidden).map(({ heading }) => heading.zh)
    throw new Refusal('sheet.noHeadings', { wanted: wanted.slice(0, 8).join('、') })
  }
  const seen = new Map<LayoutColumn, number>()
  for (const [index, column] of best.found.entries()) {
    if (column === null) continue
    const first = seen.get(column)
    if (first !== undefined)
      throw new Refusal('sheet.headingTwice', {
        first: letterOf(first),
        second: letterOf(index),
        heading: column.heading.zh,
      })
    seen.set(column, index)
  }
  return {
    at: best.at,
    columns: [...seen].map(([column, index]) => ({
      ...column,
      index,
      letter: letterOf(index),
      headingUnit: headingUnit(column, row[index] ?? ''),
    })),
    unknown: row.flatMap((heading, index) =>
      heading.trim() === '' || best.found[index] !== null ? [] : [`${letterOf(index)} ${heading.trim()}`],
    ),
  }
}

/** Exact headings before those without their brackets, those before keys and synonyms. */
function finderOf(register: Register, { columns }: SheetLayout): (heading: string) => LayoutColumn | null {
  const tables = [
    columns.flatMap((column) => [column.heading.zh, column.heading.en].map((text) => [folded(text), column] as const)),
    columns.flatMap((column) => [column.name.zh, column.name.en].map((text) => [plain(text), column] as const)),
    columns.flatMap((column) => ('field' in column.place ? [[folded(column.place.field), column] as const] : [])),
    columns.flatMap((column) => otherNames(register, column).map((text) => [text, column] as const)),
  ].map(oneMeaning)
  return (heading) => {
    const [exact, bare] = [folded(heading), plain(heading)]
    if (exact === '') return null
    return tables[0]?.get(exact) ?? tables[1]?.get(bare) ?? tables[2]?.get(bare) ?? tables[3]?.get(bare) ?? null
  }
}

function otherNames(register: Register, { place }: LayoutColumn): readonly string[] {
  if (place.is === 'field' && place.field === register.dateField && place.part === undefined)
    return ['日期', '时间', 'date']
  return synonyms[place.is] ?? []
}

/** A name that two columns share means neither. */
function oneMeaning(pairs: readonly (readonly [string, LayoutColumn])[]): Map<string, LayoutColumn> {
  const found = new Map<string, LayoutColumn | null>()
  for (const [name, column] of pairs) {
    const held = found.get(name)
    found.set(name, held === undefined || held === column ? column : null)
  }
  return new Map([...found].flatMap(([name, column]) => (column === null ? [] : [[name, column] as const])))
}

function headingUnit({ unit }: LayoutColumn, heading: string): string | null {
  if (unit === null) return null
  const [, inside = ''] = /\(([^()]*)\)\s*$/.exec(heading.normalize('NFKC').trim()) ?? []
  const said = inside.replace(/^单位[::]?/, '').trim()
  return said !== '' && said !== unit.normalize('NFKC') && knownUnits.test(said) ? said : null
}
