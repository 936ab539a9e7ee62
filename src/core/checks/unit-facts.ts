/** What a check of a unit looks at: the entries that it keeps, by register, and apart from them those that stand for many. */
import { type EntriesByRegister, entriesByRegister } from './project-facts.ts'

type Kept = Parameters<typeof entriesByRegister>[0]

export type UnitFacts = {
  readonly unitId: number
  readonly entries: EntriesByRegister
  /** They say that something was done in a period, not on which day. */
  readonly aggregates: Kept
}

export const unitFactsOf = (unitId: number, entries: Kept): UnitFacts => ({
  unitId,
  entries: entriesByRegister(entries),
  aggregates: entries.filter(({ aggregate }) => aggregate !== null),
})
