/**
 * Reads a figure's text: what is counted first, then in any order which count, kinds, fields, a period, units, projects.
 *
 *     培训 次 2024
 *     补植 株 2023-08 至 2024-05 单位=重点处
 *     措施 已销号 ÷ 措施 全部 截至 2024-09-10
 *
 * Never throws: a word that is not understood is named.
 */
import type { Day } from '../deadline/day.ts'
import type { Words } from '../registers/field.ts'
import { type Dictionary, fold, lookUp, subjectTerms, type Term, termsOf } from './dictionary.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { readPeriod, readSpan } from './period.ts'
import type { Counting, FigureQuery } from './query.ts'
import type { Subject } from './subjects.ts'
import { type Bare, meaningsBefore, meaningsOf, namesOf, type Vocabulary, vocabularyOf } from './vocabulary.ts'

export type FigureProblem = { word: string; at: number; end: number; message: Words }
export type ParsedFigure =
  | { query: FigureQuery; problem: null }
  /** `subject`: what is counted, as far as that is known. */
  | { query: null; problem: FigureProblem }

class Trouble extends Error {
  readonly problem: FigureProblem
  constructor(problem: FigureProblem) {
    super(problem.message.en)
    this.problem = problem
  }
}

/** Words that stand alone or in a list, or `before=values`. */
type Item = { before: Lexeme | null; words: Lexeme[] }

export function parseFigure(text: string, dictionary: Dictionary): ParsedFigure {
  try {
    const lexemes = lexemesOf(text)
    const divisions = lexemes.filter(({ kind }) => kind === '÷')
    const [first, second] = divisions
    if (second !== undefined) throw trouble(second, '一个比率只有一个“÷”。', 'A ratio has one ÷.')
    const place = first === undefined ? lexemes.length : lexemes.indexOf(first)
    const asOf: { day: Day | null } = { day: null }
    const count = countingOf(lexemes.slice(0, place), dictionary, asOf, first ?? end(text))
    const outOf = first === undefined ? null : countingOf(lexemes.slice(place + 1), dictionary, asOf, end(text))
    return { query: { count, outOf, asOf: asOf.day }, problem: null }
  } catch (fault) {
    if (fault instanceof Trouble) return { query: null, problem: fault.problem }
    throw fault
  }
}

/** What a text counts, as far as it can be told while it is being typed. */
export function subjectIn(lexemes: readonly Lexeme[], dictionary: Dictionary): Subject | null {
  const items = itemsOf(lexemes)
  return items === null ? null : (findSubject(items, dictionary)?.subject ?? null)
}

const end = (text: string): Lexeme => ({ kind: 'word', text: '', quoted: false, at: text.length, end: text.length })
const trouble = ({ text, at, end }: Lexeme, zh: string, en: string): Trouble =>
  new Trouble({ word: text, at, end, message: { zh, en } })

function itemsOf(lexemes: readonly Lexeme[]): Item[] | null {
  const items: Item[] = []
  let at = 0
  while (at < lexemes.length) {
    const word = lexemes[at]
    if (word?.kind !== 'word') return null
    const before = lexemes[at + 1]?.kind === '=' ? word : null
    if (before !== null) at += 2
    const words: Lexeme[] = []
    for (;;) {
      const value = lexemes[at]
      if (value?.kind !== 'word') return null
      words.push(value)
      at += 1
      if (lexemes[at]?.kind !== '、') break
      at += 1
    }
    items.push({ before, words })
  }
  return items
}

/** Names may have blanks, in English, or a 、 within: as many words together as mean something. */
function together<T>(
  items: readonly Item[],
  at: number,
  look: (word: string) => Term<T>[],
): { found: Term<T>[]; taken: number } {
  const words: string[] = []
  for (const { before, words: each } of items.slice(at, at + 8)) {
    const [word] = each
    if (words.length === 0 && before === null && each.length > 1) {
      words.push(each.map(({ text }) => text).join('、'))
      break
    }
    if (before !== null || each.length !== 1 || word === undefined) break
    const joins = !word.quoted && /^[\x21-\x7e]+$/.test(word.text)
    if (words.length > 0 && !joins) break
    words.push(word.text)
    if (!joins) break
  }
  for (let taken = words.length; taken > 0; taken -= 1) {
    const found = look(words.slice(0, taken).join(' '))
    if (found.length > 0) return { found, taken }
  }
  return { found: [], taken: 1 }
}

function findSubject(items: readonly Item[], dictionary: Dictionary) {
  const terms = subjectTerms(dictionary.subjects)
  for (const at of items.keys()) {
    const { found, taken } = together(items, at, (word) => lookUp(word, terms))
    const [only, other] = found
    if (only !== undefined) return { subject: only.value, at, taken, several: other !== undefined }
  }
  return null
}

function countingOf(
  lexemes: readonly Lexeme[],
  dictionary: Dictionary,
  asOf: { day: Day | null },
  behind: Lexeme,
): Counting {
  const items = itemsOf(lexemes)
  const [start] = lexemes
  if (start === undefined)
    throw trouble(behind, '请写明要数什么，例如“培训 2024”。', 'Say what is counted, for example “training 2024”.')
  if (items === null) {
    const odd = lexemes.find(({ kind }, place) => kind !== 'word' && lexemes[place + 1]?.kind !== 'word') ?? start
    throw trouble(odd, `“${odd.text}”前后都要有内容。`, `Something is missing beside “${odd.text}”.`)
  }
  const held = findSubject(items, dictionary)
  if (held === null)
    throw trouble(
      start,
      `没有叫“${start.text}”的登记簿。可以数各登记簿，也可以数问题、原因、措施、周报。`,
      `There is no register “${start.text}”. Count a register, or findings, causes, measures, weekly reports.`,
    )
  const { subject } = held
  if (held.several)
    throw trouble(
      items[held.at]?.words[0] ?? start,
      `有几个登记簿都叫“${subject.name.zh}”，请写 #${subject.key} 这样的代码。`,
      `Several registers are called “${subject.name.en}”: write its key, such as #${subject.key}.`,
    )
  const [first = 'records'] = Object.keys(subject.counts)
  const counting: Counting = {
    of: subject.key,
    count: first,
    kinds: [],
    units: [],
    projects: [],
    findings: [],
    inspections: [],
    period: null,
    where: {},
  }
  const vocabulary = vocabularyOf(subject)
  const rest = items.filter((_, at) => at < held.at || at >= held.at + held.taken)
  let at = 0
  while (at < rest.length) at += take(rest, at, { counting, subject, vocabulary, dictionary, asOf })
  return counting
}

type Reader = {
  counting: Counting
  subject: Subject
  vocabulary: Vocabulary
  dictionary: Dictionary
  asOf: { day: Day | null }
}

const all = ['全部', '所有', '合计', 'all']
const asOfWords = ['截至', '截止', '截止到', 'asof']

/** Reads one item, or several that belong together. @returns how many */
function take(items: readonly Item[], at: number, reader: Reader): number {
  const { counting, subject, vocabulary, dictionary, asOf } = reader
  const item = items[at]
  const [word] = item?.words ?? []
  if (item === undefined || word === undefined) return 1
  if (item.before !== null) {
    takeFilter(item.before, item.words, reader)
    return 1
  }
  const singles = items
    .slice(at, at + 4)
    .map(({ before, words }) => (before === null && words.length === 1 ? (words[0]?.text ?? '') : ''))
  if (!word.quoted && item.words.length === 1) {
    if (all.includes(fold(word.text))) return 1
    if (asOfWords.includes(fold(word.text))) {
      const span = readSpan(singles[1] ?? '', dictionary.today)
      if (span === null)
        throw trouble(
          word,
          `“${word.text}”后面要写日期，例如 ${dictionary.today}。`,
          `A day follows “${word.text}”, such as ${dictionary.today}.`,
        )
      asOf.day = span.to
      return 2
    }
    const read = readPeriod(singles, dictionary.today)
    if (read !== null) {
      if (subject.date === null)
        throw trouble(
          word,
          `“${subject.name.zh}”没有日期，不能按期间数。`,
          `${subject.name.en}: without a date, no period.`,
        )
      counting.period = read.period
      return read.taken
    }
  }
  const { found, taken } = together(items, at, (text) => meaningsOf(text, vocabulary))
  if (item.words.length > 1 && found.length === 0) {
    for (const each of item.words) mean(only(each, meaningsOf(each.text, vocabulary), subject), counting)
    return 1
  }
  mean(only(word, found, subject), counting)
  return taken
}

function mean(meaning: Bare, counting: Counting): void {
  if (meaning.type === 'count') counting.count = meaning.key
  else if (meaning.type === 'kind') counting.kinds = added(counting.kinds, meaning.key)
  else counting.where = { ...counting.where, [meaning.field]: added(counting.where[meaning.field] ?? [], meaning.key) }
}

const added = <T>(values: readonly T[], value: T): T[] => (values.includes(value) ? [...values] : [...values, value])

function only<T>(word: Lexeme, found: readonly Term<T>[], subject: Subject): T {
  const [one, other] = found
  if (one === undefined)
    throw trouble(
      word,
      `“${subject.name.zh}”里没有“${word.text}”。`,
      `“${word.text}” is nothing of “${subject.name.en}”.`,
    )
  if (other !== undefined)
    throw trouble(
      word,
      `“${word.text}”有几种意思，请写成“计=…”“类别=…”或“字段=…”，或用 # 加代码。`,
      `“${word.text}” means several things: write “count=…”, “type=…” or “field=…”, or # and its key.`,
    )
  return one.value
}

function takeFilter(
  before: Lexeme,
  words: readonly Lexeme[],
  { counting, subject, vocabulary, dictionary, asOf }: Reader,
): void {
  const meaning = only(before, meaningsBefore(before.text, vocabulary), subject)
  const values = <T>(terms: readonly Term<T>[]): T[] =>
    words.reduce<T[]>((found, word) => added(found, only(word, lookUp(word.text, terms), subject)), [])
  if (meaning.type === 'field') {
    counting.where = { ...counting.where, [meaning.field]: values(termsOf(meaning.filter.options)) }
    return
  }
  const { keyword } = meaning
  const barred = (can: boolean) => {
    if (!can)
      throw trouble(
        before,
        `“${subject.name.zh}”不能按${before.text}数。`,
        `${subject.name.en} are not counted by ${before.text}.`,
      )
  }
  switch (keyword) {
    case 'count':
      counting.count =
        values(termsOf(Object.fromEntries(Object.entries(subject.counts).map(([key, { name }]) => [key, name]))))[0] ??
        counting.count
      return
    case 'kind':
      counting.kinds = values(termsOf(subject.kinds))
      return
    case 'finding':
      barred(subject.can.finding)
      counting.findings = words.reduce<string[]>((found, { text }) => added(found, text), [])
      return
    case 'asOf': {
      const [word] = words
      const span = readSpan(word?.text ?? '', dictionary.today)
      if (span === null)
        throw trouble(word ?? before, `“${word?.text ?? ''}”不是日期。`, `“${word?.text ?? ''}” is no day.`)
      asOf.day = span.to
      return
    }
    default:
      barred(subject.can[keyword])
      counting[`${keyword}s`] = values(namesOf(keyword, dictionary))
  }
}
