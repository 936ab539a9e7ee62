/**
 * A calculator for whoever works on a site or checks what others claim: inputs as fields (so that form, reading and words
 * are those of the registers), the rule with its source, and the result in lines. The same functions decide in the checks.
 */
import type { Source } from '../checks/check.ts'
import type { EntriesByRegister } from '../checks/project-facts.ts'
import { filledWords } from '../checks/why-sentence.ts'
import type { Day } from '../deadline/day.ts'
import type { Field, ValuesOf, Words } from '../registers/field.ts'

/** Money in 分, shares in per cent. */
export type Line = {
  readonly name: Words
  readonly form: 'money' | 'quantity' | 'day' | 'percent'
  readonly value: number | string
  readonly unit?: string
  /** What the sheet is made for. */
  readonly main?: true
}
/** The same figures for several things: a row each, its name first. */
export type Table = {
  readonly columns: readonly Pick<Line, 'name' | 'form' | 'unit'>[]
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | string)[] }[]
}
export type Worked = { readonly lines: readonly Line[]; readonly verdict: Words; readonly table?: Table }
/** Values as a form holds them before they are read. */
export type Raw = Readonly<Record<string, unknown>>

type Fields = Readonly<Record<string, Field>>
type RegisterKey = keyof EntriesByRegister

export type Calculator<F extends Fields = Fields, R extends RegisterKey = RegisterKey> = {
  readonly key: string
  readonly name: Words
  /** What it is for, in a sentence. */
  readonly help: Words
  readonly fields: F
  /** The rule in words, as it is printed on the sheet. */
  readonly rule: Words
  readonly source: Source
  /** What stands in the form at first. */
  readonly begun: Raw
  /** Null: too little is filled in. */
  work(values: ValuesOf<F>, today: Day): Worked | null
  /** Registers of a project from which the form can be filled. */
  readonly registers: readonly R[]
  fill(entries: Pick<EntriesByRegister, R>): Raw
}

/** Keeps the types of fields and registers, so that `work` and `fill` know each. */
export const defineCalculator = <const F extends Fields, const R extends RegisterKey>(
  calculator: Calculator<F, R>,
): Calculator<F, R> => calculator

/** A verdict with its numbers. */
export const verdict = (zh: string, en: string, numbers: Readonly<Record<string, number | string>> = {}): Words =>
  filledWords({ zh, en }, numbers)

/** The first value there is. */
export const firstOf = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.find((value) => value !== undefined)
