/** Entries for fixtures of checks: typed as the registers are, with days as plain strings. */
import { type Day, daySchema } from '../deadline/day.ts'
import type { KindOf } from '../registers/definition.ts'
import type { ValuesOf } from '../registers/field.ts'
import { type ShippedRegisters, shippedRegisters } from '../registers/registers.ts'
import type { CheckOutcome } from './check.ts'
import type { entriesByRegister } from './project-facts.ts'

type Kept = Parameters<typeof entriesByRegister>[0][number]

/** Days as strings, whatever they are in. */
type Plain<T> = T extends Day
  ? string
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T

/** One row: what it shows, the entries, and what the things judged come to, each outcome once. */
export type CheckFixture = {
  readonly name: string
  readonly entries: readonly Kept[]
  readonly expected: readonly CheckOutcome[]
  readonly today: Day
}
export type CheckFixtures = Readonly<Record<string, readonly CheckFixture[]>>

/** The day on which fixtures are judged unless they say another. */
export const fixtureDay = daySchema.parse('2025-06-30')

export const row = (
  name: string,
  expected: CheckOutcome | readonly CheckOutcome[],
  entries: readonly Kept[],
  today = '2025-06-30',
): CheckFixture => ({
  name,
  entries,
  expected: typeof expected === 'string' ? [expected] : expected,
  today: daySchema.parse(today),
})

/** An entry of a register. */
export function made<K extends keyof ShippedRegisters>(
  register: K,
  id: number,
  kind: KindOf<ShippedRegisters[K]>,
  values: Plain<ValuesOf<ShippedRegisters[K]['fields']>>,
): Kept {
  const { dateField } = shippedRegisters[register]
  const dated = dateField === null ? undefined : (values as Readonly<Record<string, unknown>>)[dateField]
  const on = typeof dated === 'object' && dated !== null && 'to' in dated ? dated.to : dated
  return {
    id,
    register,
    kind,
    unitId: 1,
    title: `${register} ${id}`,
    on: typeof on === 'string' ? daySchema.parse(on) : null,
    values: values as object,
    aggregate: null,
  }
}

/** The project of fixtures, number 1. */
export const works = (values: Plain<ValuesOf<ShippedRegisters['project']['fields']>> = {}): Kept =>
  made('project', 1, 'park', { name: '云岭区滨河绿地', ...values })
