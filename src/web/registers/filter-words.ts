/** Filters of a register's list in words: on the chips, over a print. */
import type { Language } from '../../core/proofread/diagnostic.ts'
import type { Field } from '../../core/registers/field.ts'
import type { RegisterView } from './register-queries.ts'
import { listOf, type RegisterSearch, whereOf } from './register-search.ts'
import { unitOf, valueWords } from './value-words.ts'

type Texts = {
  from: (value: string) => string
  to: (value: string) => string
  between: (a: string, b: string) => string
}

/** What is asked of one field; null when nothing is. */
export function conditionWords(
  key: string,
  field: Field,
  where: string | undefined,
  language: Language,
  text: Texts,
): string | null {
  const own = whereOf(where).filter(([one]) => one === key)
  const said = (value: unknown) => `${valueWords(field, value, language, {})}${unitOf(field)}`
  const is = own.filter(([, way]) => way === 'is').map(([, , value]) => said(value))
  const [from, to] = (['from', 'to'] as const).map((way) => own.find(([, one]) => one === way)?.[2])
  if (is.length > 0) return is.join('、')
  if (from !== undefined && to !== undefined) return text.between(said(from), said(to))
  if (from !== undefined) return text.from(said(from))
  return to === undefined ? null : text.to(said(to))
}

export const kindWords = (register: RegisterView, kind: string | undefined, language: Language): string | null =>
  listOf(kind)
    .map((key) => register.kinds?.[key]?.[language] ?? key)
    .join('、') || null

export function periodWords({ from, to }: RegisterSearch, text: Texts): string | null {
  if (from && to) return text.between(from, to)
  if (from) return text.from(from)
  return to ? text.to(to) : null
}
