/** Sentences in both languages with `{name}` for facts; a fact can itself be words in both languages. */
import type { Language } from './proofread/diagnostic.ts'

export type Sentence = { readonly zh: string; readonly en: string }
export type Facts = Readonly<Record<string, string | number | Sentence>>

/** The sentence in one language with its facts filled in. */
export const sentenceIn = (sentence: Sentence, facts: Facts, language: Language): string =>
  sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? ''
    return typeof fact === 'object' ? fact[language] : String(fact)
  })
