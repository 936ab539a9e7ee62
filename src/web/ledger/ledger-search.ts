/**
 * The state of the ledger page as it stands in the address: `/ledger?inspection=3&status=planned,docketed&row=m12-3`.
 * What an address says wrongly is dropped, never an error: addresses are edited by hand and outlive versions.
 */
import type { ledgerSorts, ledgerViews } from '../../core/api/ledger-records.ts'
import { isDay } from '../parts/day-distance.ts'

export type LedgerView = (typeof ledgerViews)[number]
export type LedgerSort = (typeof ledgerSorts)[number]

export type LedgerSearch = {
  inspection?: number
  view?: LedgerView
  light?: string
  status?: string
  kind?: string
  unit?: string
  aspect?: string
  dueFrom?: string
  dueTo?: string
  /** Measures without a piece of evidence. */
  evidence?: 'none'
  q?: string
  sort?: LedgerSort
  descending?: 'true'
  /** Columns shown, when other than the person's own. */
  columns?: string
  /** Causes shown in the tree. */
  causes?: '1'
  /** The chosen row: finding `f3`; measure `m12-3`, as it stands under finding 3. */
  row?: string
  /** The chosen row is open in the panel. */
  open?: '1'
}
/** Parts that choose rows: what the server is asked, and what a filter chip can drop. */
export const filterKeys = ['light', 'status', 'kind', 'unit', 'aspect', 'dueFrom', 'dueTo', 'evidence', 'q'] as const

const views: readonly LedgerView[] = ['tree', 'flat']
const sorts: readonly LedgerSort[] = ['number', 'due', 'status', 'unit']

export function ledgerSearchOf(raw: Record<string, unknown>): LedgerSearch {
  const search: LedgerSearch = {}
  const inspection = Number(raw.inspection)
  if (Number.isInteger(inspection) && inspection > 0) search.inspection = inspection
  for (const key of ['light', 'status', 'kind', 'unit', 'aspect', 'q', 'columns'] as const) {
    const value = raw[key]
    if (value !== undefined && String(value).trim() !== '') search[key] = String(value)
  }
  for (const key of ['dueFrom', 'dueTo'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && isDay(value)) search[key] = value
  }
  if (raw.evidence === 'none') search.evidence = 'none'
  const view = views.find((one) => one === raw.view)
  if (view) search.view = view
  const sort = sorts.find((one) => one === raw.sort)
  if (sort) search.sort = sort
  if (raw.descending === 'true') search.descending = 'true'
  if (String(raw.causes) === '1') search.causes = '1'
  if (typeof raw.row === 'string' && /^[fm]\d{1,15}(-\d{1,15})?$/.test(raw.row)) search.row = raw.row
  if (search.row && String(raw.open) === '1') search.open = '1'
  return search
}

/** What the server is asked for these rows; the same value names them in the cache. */
export function ledgerQueryOf(search: LedgerSearch, inspection: number): Record<string, string> {
  const query: Record<string, string> = { inspection: String(inspection) }
  for (const key of ['view', ...filterKeys, 'sort', 'descending'] as const) {
    const value = search[key]
    if (value !== undefined) query[key] = value
  }
  if (query.view === 'tree') delete query.view
  if (query.sort === 'number') delete query.sort
  return query
}

export const listOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : [])
