/** The ledger as it was left, so that a record leads back to the same rows; and how far each view was scrolled. */
import type { LedgerSearch } from './ledger-search.ts'

let last: LedgerSearch = {}
const offsets = new Map<string, number>()

export const rememberSearch = (search: LedgerSearch): void => {
  last = search
}
/** The search that leads back to the ledger with the row of `key` chosen. */
export const searchBackTo = (key: string): LedgerSearch => {
  const { open: _, ...rest } = last
  return { ...rest, row: last.row && sameRecord(last.row, key) ? last.row : key }
}
const sameRecord = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0]

export const rememberOffset = (view: string, offset: number): void => {
  offsets.set(view, offset)
}
export const offsetOf = (view: string): number => offsets.get(view) ?? 0
