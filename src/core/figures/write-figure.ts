/** Writes a figure as its text: what `parseFigure` reads as the same query. */
import type { Language } from '../proofread/diagnostic.ts'
import type { Words } from '../registers/field.ts'
import { type Dictionary, type Keyword, keywords, lookUp, subjectTerms, type Term, termsOf } from './dictionary.ts'
import { asWord } from './lexemes.ts'
import { parseFigure } from './parse-figure.ts'
import { writePeriod } from './period.ts'
import { type Counting, type FigureQuery, figureQuerySchema } from './query.ts'
import type { Subject } from './subjects.ts'
import { type Bare, meaningsBefore, meaningsOf, namesOf, vocabularyOf } from './vocabulary.ts'

/**
 * Names where they mean one thing, `#key` where they do not. What the dictionary does not know (a register that is gone)
 * is written by its key.
 */
export function writeFigure(query: FigureQuery, dictionary: Dictionary, language: Language): string {
  const text = written(query, dictionary, language)
  // Names can be such that words run together ("green" "area"): then keys are written.
  const { query: read } = parseFigure(text, dictionary)
  return JSON.stringify(read) === JSON.stringify(figureQuerySchema.parse(query))
    ? text
    : written(query, dictionary, null)
}

function written({ count, outOf, asOf }: FigureQuery, dictionary: Dictionary, language: Language | null): string {
  const sides = [count, ...(outOf === null ? [] : [outOf])].map((side) => counted(side, dictionary, language))
  const day = asOf === null ? '' : ` ${keywords.asOf[language ?? 'zh']} ${asOf}`
  return `${sides.join(' ÷ ')}${day}`
}

/** @param language null: keys alone */
function counted(counting: Counting, dictionary: Dictionary, language: Language | null): string {
  const subject = dictionary.subjects.find(({ key }) => key === counting.of)
  if (subject === undefined) return `#${counting.of}`
  const vocabulary = vocabularyOf(subject)
  const before = (keyword: Keyword): string => `${keywords[keyword][language ?? 'zh']}=`
  const list = <T>(keys: readonly (string | number)[], terms: readonly Term<T>[]): string =>
    keys.map((key) => wordFor(String(key), terms, language)).join('、')
  /** The label when it means this alone and nothing but this. */
  const bareWord = (wanted: Bare, words: Words | undefined): string | null => {
    if (language === null || words === undefined) return null
    const [one, other] = meaningsOf(words[language], vocabulary)
    return one !== undefined && other === undefined && same(one.value, wanted) ? asWord(words[language]) : null
  }
  const parts = [wordFor(subject.key, subjectTerms(dictionary.subjects), language)]

  const countable = subject.counts[counting.count]
  if (Object.keys(subject.counts).length > 1 || countable === undefined) {
    const unit = countable && { zh: countable.unit, en: countable.unit }
    const wanted: Bare = { type: 'count', key: counting.count }
    const counts = termsOf(Object.fromEntries(Object.entries(subject.counts).map(([key, { name }]) => [key, name])))
    parts.push(
      bareWord(wanted, unit) ?? bareWord(wanted, countable?.name) ?? before('count') + list([counting.count], counts),
    )
  }
  if (counting.kinds.length > 0) {
    const bare = counting.kinds.map((kind) => bareWord({ type: 'kind', key: kind }, subject.kinds[kind]))
    parts.push(
      bare.every((word) => word !== null)
        ? bare.join('、')
        : before('kind') + list(counting.kinds, termsOf(subject.kinds)),
    )
  }
  for (const [field, values] of Object.entries(counting.where)) {
    const filter = subject.filters[field]
    const bare = values.map((value) => bareWord({ type: 'option', field, key: value }, filter?.options[value]))
    parts.push(
      filter?.bare && bare.every((word) => word !== null)
        ? bare.join('、')
        : `${fieldWord(field, subject, language)}=${list(values, termsOf(filter?.options ?? {}))}`,
    )
  }
  if (counting.period !== null) parts.push(writePeriod(counting.period, language ?? 'zh'))
  for (const keyword of ['unit', 'project', 'inspection'] as const) {
    const ids = counting[`${keyword}s`]
    if (ids.length > 0) parts.push(before(keyword) + list(ids, namesOf(keyword, dictionary)))
  }
  if (counting.findings.length > 0) parts.push(before('finding') + counting.findings.map(asWord).join('、'))
  return parts.join(' ')
}

const same = (one: Bare, other: Bare): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The name in this language when only this is called so; otherwise the key. */
function wordFor<T>(key: string, terms: readonly Term<T>[], language: Language | null): string {
  const term = terms.find((each) => each.key === key)
  const label = term?.labels[language === 'en' ? Math.min(1, term.labels.length - 1) : 0]
  if (language === null || label === undefined || /[“”"「」《》#]/.test(label)) return `#${key}`
  const found = lookUp(label, terms)
  return found.length === 1 && found[0]?.key === key ? asWord(label) : `#${key}`
}

function fieldWord(field: string, subject: Subject, language: Language | null): string {
  const label = language === null ? undefined : subject.filters[field]?.name[language]
  if (label === undefined || /[“”"「」《》#]/.test(label)) return `#${field}`
  const found = meaningsBefore(label, vocabularyOf(subject))
  const [one] = found
  return found.length === 1 && one?.value.type === 'field' && one.value.field === field ? asWord(label) : `#${field}`
}
