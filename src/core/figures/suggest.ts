/** What could come next in a figure's text while it is typed: the last word completed, or the next one offered. */
import type { Language } from '../proofread/diagnostic.ts'
import type { Words } from '../registers/field.ts'
import { type Dictionary, fold, keywords, type Named } from './dictionary.ts'
import { asWord, lexemesOf } from './lexemes.ts'
import { subjectIn } from './parse-figure.ts'
import type { Subject } from './subjects.ts'
import { meaningsBefore, vocabularyOf } from './vocabulary.ts'

export type Suggestion = {
  /** The whole text with it. */
  text: string
  label: string
  /** What it is: a register, a count, a type … */
  note: Words
}
type Offer = { word: string; label: string; note: Words; also?: readonly string[] }

const most = 10

export function suggest(text: string, dictionary: Dictionary, language: Language): Suggestion[] {
  const lexemes = lexemesOf(text)
  const divided = lexemes.findLastIndex(({ kind }) => kind === '÷')
  const side = lexemes.slice(divided + 1)
  const last = side.at(-1)
  const open = last !== undefined && last.kind === 'word' && last.end === text.length && !/\s$/.test(text) ? last : null
  const before = open === null ? text : text.slice(0, open.at)
  const settled = open === null ? side : side.slice(0, -1)
  const typed = fold(open?.text ?? '')
  const offers = offersAfter(settled, dictionary, language)
  const glue = before === '' || /[\s=＝、,，]$/.test(before) ? '' : ' '
  const begins = (offer: Offer) => [offer.label, ...(offer.also ?? [])].some((label) => fold(label).startsWith(typed))
  const holds = (offer: Offer) => [offer.label, ...(offer.also ?? [])].some((label) => fold(label).includes(typed))
  const fitting = [...offers.filter(begins), ...offers.filter((offer) => !begins(offer) && holds(offer))]
  const found = fitting
    .slice(0, most)
    .map(({ word, label, note }) => ({ text: `${before}${glue}${word}`, label, note }))
    .filter(({ text: next }) => next !== text)
  // A word that is complete asks for the next one.
  return found.length === 0 && open !== null && fitting.length > 0 ? suggest(`${text} `, dictionary, language) : found
}

function offersAfter(side: ReturnType<typeof lexemesOf>, dictionary: Dictionary, language: Language): Offer[] {
  const offer = (words: Words, note: Words): Offer => ({
    word: asWord(words[language]),
    label: words[language],
    note,
    also: [words.zh, words.en],
  })
  // Behind `=` or `、`, whatever stands before it is not complete yet.
  const sign = side.at(-1)?.kind
  let begun = side.length
  if (sign === '=' || sign === '、') while (begun > 0 && !startsItem(side, begun)) begun -= 1
  const complete = side.slice(0, begun)
  const subject = subjectIn(complete, dictionary)
  if (subject === null)
    return dictionary.subjects.map(({ name, register }) =>
      offer(name, register === null ? { zh: '台账', en: 'ledger' } : { zh: '登记簿', en: 'register' }),
    )
  if (begun < side.length) return valuesFor(side.slice(begun), subject, dictionary, offer)
  return wordsOf(subject, dictionary, language, offer)
}

/** Whether the item before this place is whole: a word that neither `=` nor `、` binds to what follows. */
const startsItem = (side: ReturnType<typeof lexemesOf>, at: number): boolean =>
  side[at]?.kind === 'word' && side[at - 1]?.kind !== '=' && side[at - 1]?.kind !== '、'

function valuesFor(
  item: ReturnType<typeof lexemesOf>,
  subject: Subject,
  dictionary: Dictionary,
  offer: (words: Words, note: Words) => Offer,
): Offer[] {
  const [first, second] = item
  if (second?.kind !== '=') return Object.values(subject.kinds).map((kind) => offer(kind, { zh: '类别', en: 'type' }))
  const meaning = meaningsBefore(first?.text ?? '', vocabularyOf(subject))[0]?.value
  const names = (named: readonly Named[], note: Words): Offer[] =>
    named.map(({ id, name, shortName }) => {
      const shown = shortName ?? name
      const alone = named.filter((each) => each.name === shown || each.shortName === shown).length === 1
      return { word: alone ? asWord(shown) : `#${id}`, label: shown, note, also: [name] }
    })
  if (meaning === undefined) return []
  if (meaning.type === 'field')
    return Object.values(meaning.filter.options).map((words) => offer(words, meaning.filter.name))
  switch (meaning.keyword) {
    case 'unit':
    case 'project':
    case 'inspection':
      return names(dictionary[`${meaning.keyword}s`], keywords[meaning.keyword])
    case 'kind':
      return Object.values(subject.kinds).map((kind) => offer(kind, keywords.kind))
    case 'count':
      return Object.values(subject.counts).map(({ name }) => offer(name, keywords.count))
    default:
      return []
  }
}

function wordsOf(
  subject: Subject,
  { today }: Dictionary,
  language: Language,
  offer: (words: Words, note: Words) => Offer,
): Offer[] {
  const year = Number(today.slice(0, 4))
  const period = (word: string, also: readonly string[]): Offer => ({
    word,
    label: word,
    note: { zh: '期间', en: 'period' },
    also,
  })
  const keyword = (key: 'unit' | 'project' | 'inspection' | 'finding'): Offer => {
    const word = `${keywords[key][language]}=`
    return { word, label: word, note: { zh: '只数这些', en: 'only these' }, also: [keywords[key].zh, keywords[key].en] }
  }
  const counts = Object.values(subject.counts)
  return [
    ...(counts.length > 1 ? counts.map(({ name }) => offer(name, { zh: '数什么', en: 'count' })) : []),
    ...Object.values(subject.filters).flatMap(({ name, options, bare }): Offer[] =>
      bare ? Object.values(options).map((option) => offer(option, name)) : [],
    ),
    ...(subject.date === null
      ? []
      : [period(String(year), ['今年']), period(String(year - 1), ['去年']), period(today.slice(0, 7), ['本月'])]),
    ...(subject.can.unit ? [keyword('unit')] : []),
    ...Object.values(subject.kinds).map((kind) => offer(kind, { zh: '类别', en: 'type' })),
    ...Object.values(subject.filters).flatMap(({ name, bare }): Offer[] =>
      bare
        ? []
        : [
            {
              word: `${asWord(name[language])}=`,
              label: `${name[language]}=`,
              note: { zh: '字段', en: 'field' },
              also: [name.zh, name.en],
            },
          ],
    ),
    ...(subject.can.project ? [keyword('project')] : []),
    ...(subject.can.finding ? [keyword('finding')] : []),
    ...(subject.can.inspection ? [keyword('inspection')] : []),
    { word: '÷', label: '÷', note: { zh: '比率', en: 'ratio' } },
  ]
}
