/** What the words of a figure can mean once it is known what is counted. */
import { type Dictionary, type Keyword, keywordTerms, lookUp, namedTerms, type Term, termsOf } from './dictionary.ts'
import type { Filter, Subject } from './subjects.ts'

/** Meaning of a word that stands alone. */
export type Bare =
  | { type: 'count'; key: string }
  | { type: 'kind'; key: string }
  | { type: 'option'; field: string; key: string }

/** What stands before an equals sign. */
export type Before = { type: 'keyword'; keyword: Keyword } | { type: 'field'; field: string; filter: Filter }

export type Vocabulary = {
  /** Words that stand alone, in groups: a word means something of the first group that has it. */
  bare: readonly (readonly Term<Bare>[])[]
  before: readonly Term<Before>[]
}

export function vocabularyOf(subject: Subject): Vocabulary {
  const counts = Object.entries(subject.counts)
  const countTerms = counts.map(
    ([key, { name }]): Term<Bare> => ({ key, labels: [name.zh, name.en], value: { type: 'count', key } }),
  )
  const kinds = termsOf(subject.kinds).map((term): Term<Bare> => ({ ...term, value: { type: 'kind', key: term.key } }))
  const options = (ofBare: boolean) =>
    Object.entries(subject.filters).flatMap(([field, { options, bare }]) =>
      // Yes and no say nothing alone.
      bare !== ofBare || 'true' in options
        ? []
        : termsOf(options).map((term): Term<Bare> => ({ ...term, value: { type: 'option', field, key: term.key } })),
    )
  // A unit stands for the first count that has it.
  const units = new Map<string, Term<Bare>>()
  for (const [key, { unit }] of counts)
    if (!units.has(unit)) units.set(unit, { key, labels: [unit], value: { type: 'count', key } })
  const fields = Object.entries(subject.filters).map(
    ([field, filter]): Term<Before> => ({
      key: field,
      labels: [filter.name.zh, filter.name.en],
      value: { type: 'field', field, filter },
    }),
  )
  const words = keywordTerms.map((term): Term<Before> => ({ ...term, value: { type: 'keyword', keyword: term.value } }))
  return {
    bare: [[...countTerms, ...kinds, ...options(true)], [...units.values()], options(false)],
    before: [...words, ...fields],
  }
}

/** Meanings of a word that stands alone. */
export const meaningsOf = (word: string, { bare }: Vocabulary): Term<Bare>[] =>
  bare.map((terms) => lookUp(word, terms)).find((found) => found.length > 0) ?? []

/** A keyword goes before a field of the same name, which is then reached by its key: `#unit=`. */
export function meaningsBefore(word: string, { before }: Vocabulary): Term<Before>[] {
  const found = lookUp(word, before)
  const words = found.filter(({ value }) => value.type === 'keyword')
  return words.length > 0 ? words : found
}

export const namesOf = (keyword: 'unit' | 'project' | 'inspection', dictionary: Dictionary): Term<number>[] =>
  namedTerms(dictionary[`${keyword}s`])
