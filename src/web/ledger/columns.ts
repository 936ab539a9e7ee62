/** Columns of the ledger: which there are, how wide, which can be sorted by. The text of a row is always there. */
import type { LedgerSort } from './ledger-search.ts'

export type ColumnKey =
  | 'light'
  | 'status'
  | 'number'
  | 'text'
  | 'unit'
  | 'officer'
  | 'due'
  | 'target'
  | 'week'
  | 'docket'
  | 'kind'
  | 'leader'
  | 'aspect'

type Column = { width: string | null; sort?: LedgerSort; byDefault: boolean; beside?: boolean }

/**
 * In the order in which they stand. `beside`: stays while the panel is open. Without a width it is no column of its own: the
 * aspect stands in the row of the finding, measures have none.
 */
export const columns: Record<ColumnKey, Column> = {
  light: { width: '84px', byDefault: true, beside: true },
  status: { width: '112px', sort: 'status', byDefault: true },
  number: { width: '64px', sort: 'number', byDefault: true, beside: true },
  text: { width: 'minmax(220px, 1fr)', byDefault: true, beside: true },
  aspect: { width: null, byDefault: false },
  kind: { width: '84px', byDefault: false },
  unit: { width: '132px', sort: 'unit', byDefault: true },
  leader: { width: '80px', byDefault: false },
  officer: { width: '80px', byDefault: true },
  due: { width: '206px', sort: 'due', byDefault: true, beside: true },
  target: { width: '112px', byDefault: true },
  week: { width: '92px', byDefault: true },
  docket: { width: '112px', byDefault: false },
}
export const columnKeys = Object.keys(columns) as ColumnKey[]
export const defaultColumns = columnKeys.filter((key) => columns[key].byDefault)

/** Columns named by an address or by preferences, in their own order; unknown names are dropped, none at all means the default. */
export function columnsOf(names: readonly string[]): ColumnKey[] {
  const known = columnKeys.filter((key) => key === 'text' || names.includes(key))
  return known.length > 1 ? known : defaultColumns
}

export const isDefault = (chosen: readonly ColumnKey[]): boolean =>
  chosen.length === defaultColumns.length && chosen.every((key) => defaultColumns.includes(key))

/** The value of `grid-template-columns`. */
export const templateOf = (shown: readonly ColumnKey[]): string => shown.map((key) => columns[key].width).join(' ')
