/** The names that a figure's text may use, and how a word is looked up among them. */
import type { Day } from '../deadline/day.ts'
import type { Words } from '../registers/field.ts'
import type { Subject } from './subjects.ts'

export type Named = { readonly id: number; readonly name: string; readonly shortName?: string | null }
export type Dictionary = {
  readonly subjects: readonly Subject[]
  readonly units: readonly Named[]
  /** Entries of the register of projects. */
  readonly projects: readonly Named[]
  readonly inspections: readonly Named[]
  readonly today: Day
}

/** A thing with the words that mean it; `#key` always does. */
export type Term<T> = { readonly key: string; readonly labels: readonly string[]; readonly value: T }

/** Words compare without blanks, width and case: `党委(扩大)会议` is `党委（扩大）会议`. */
export const fold = (word: string): string => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Those that the word means: by label, or where none is called so by key. */
export function lookUp<T>(word: string, terms: readonly Term<T>[]): Term<T>[] {
  if (word.startsWith('#')) return terms.filter(({ key }) => key === word.slice(1))
  const folded = fold(word)
  const called = terms.filter(({ labels }) => labels.some((label) => fold(label) === folded))
  return called.length > 0 ? called : terms.filter(({ key }) => fold(key) === folded)
}

export const termsOf = (words: Readonly<Record<string, Words>>): Term<string>[] =>
  Object.entries(words).map(([key, { zh, en }]) => ({ key, labels: [zh, en], value: key }))
export const namedTerms = (named: readonly Named[]): Term<number>[] =>
  named.map(({ id, name, shortName }) => ({
    key: String(id),
    labels: shortName ? [shortName, name] : [name],
    value: id,
  }))
export const subjectTerms = (subjects: readonly Subject[]): Term<Subject>[] =>
  subjects.map((subject) => ({ key: subject.key, labels: [subject.name.zh, subject.name.en], value: subject }))

/** `单位=`, `类别=` …: what stands before the equals sign. */
export const keywords = {
  count: { zh: '计', en: 'count' },
  kind: { zh: '类别', en: 'type' },
  unit: { zh: '单位', en: 'unit' },
  project: { zh: '项目', en: 'project' },
  finding: { zh: '问题', en: 'finding' },
  inspection: { zh: '巡察', en: 'inspection' },
  asOf: { zh: '截至', en: 'asof' },
} as const satisfies Record<string, Words>
export type Keyword = keyof typeof keywords
export const keywordTerms: readonly Term<Keyword>[] = (Object.keys(keywords) as Keyword[]).map((key) => ({
  key: `keyword-${key}`,
  labels: [keywords[key].zh, keywords[key].en],
  value: key,
}))
