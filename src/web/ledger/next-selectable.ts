import { type LedgerRow, rowKey } from './ledger-row.ts'

/** The key of the row `by` rows further that can be chosen (causes cannot); null at the ends. */
export function nextSelectable(rows: readonly LedgerRow[], from: number, by: number): string | null {
  const step = by < 0 ? -1 : 1
  let index = Math.max(0, Math.min(rows.length - 1, from < 0 ? 0 : from + by))
  while (rows[index]?.type === 'cause') index += step
  const row = rows[index] ?? rows[from]
  return row ? rowKey(row) : null
}
