/** What a check says about one thing, in the few shapes that there are. */
import type { Finding, Need } from './check.ts'

type Numbers = Record<string, number | string | null | undefined>
type About = { readonly id: number } | null
type Cited = readonly { readonly id: number }[]

const finding = (
  outcome: Finding['outcome'],
  about: About,
  numbers: Numbers,
  why: string,
  cited: Cited = [],
  needs: readonly Need[] = [],
): Finding => ({
  outcome,
  entryId: about?.id ?? null,
  entryIds: [...new Set(cited.map(({ id }) => id).filter((id) => id !== about?.id))].sort((a, b) => a - b),
  numbers: Object.fromEntries(
    Object.entries(numbers).filter(
      (pair): pair is [string, number | string] => pair[1] !== null && pair[1] !== undefined,
    ),
  ),
  needs,
  why,
})

/** Against the rule. `why` names the sentence where a check has several. */
export const flagged = (about: About, numbers: Numbers, cited: Cited = [], why = 'flagged'): Finding =>
  finding('flagged', about, numbers, why, cited)

/** Looked at, and as it should be. */
export const clear = (about: About, numbers: Numbers, cited: Cited = [], why = 'clear'): Finding =>
  finding('clear', about, numbers, why, cited)

/** Something is missing: named, never taken for granted. */
export const cannotTell = (about: About, needs: readonly Need[]): Finding =>
  finding('cannotTell', about, {}, 'cannotTell', [], needs)

/** An entry, or a record of a register, that would have to be there. */
export const lacks = (register: string, field: string | null = null, entry: About = null): Need => ({
  register,
  field,
  entryId: entry?.id ?? null,
})

/** What of an entry is not filled in. */
export type Missing = { readonly missing: readonly Need[] }
export const isMissing = (taken: object): taken is Missing => 'missing' in taken

/** The named values of an entry, or what is missing of them. */
export function take<V extends object, const K extends keyof V & string>(
  entry: { readonly id: number; readonly register: string; readonly values: V },
  ...fields: readonly K[]
): { readonly [Key in K]: Exclude<V[Key], undefined> } | Missing {
  const missing = fields.filter((field) => entry.values[field] === undefined)
  if (missing.length > 0) return { missing: missing.map((field) => lacks(entry.register, field, entry)) }
  // None of them is undefined: that was asked just now.
  return entry.values as { readonly [Key in K]: Exclude<V[Key], undefined> }
}
