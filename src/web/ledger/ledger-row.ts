import type { Answer } from '../api.ts'

export type LedgerRow = Answer<'GET /api/ledger'>['rows'][number]
export type FindingRow = Extract<LedgerRow, { type: 'finding' }>
export type MeasureRow = Extract<LedgerRow, { type: 'measure' }>

/** Names a row within a list: a measure stands once under each finding that it answers. */
export function rowKey(row: LedgerRow): string {
  if (row.type === 'finding') return `f${row.id}`
  if (row.type === 'measure') return row.findingId === null ? `m${row.id}` : `m${row.id}-${row.findingId}`
  return `c${row.id}-${row.findingId}`
}

/** The record that a row key names. */
export function recordOf(key: string): { kind: 'finding' | 'measure'; id: number } {
  return { kind: key.startsWith('f') ? 'finding' : 'measure', id: Number.parseInt(key.slice(1), 10) }
}

/** Where a row of this key stands; a measure under another finding will do, so that a link survives a change of view. */
export function indexOfKey(rows: readonly LedgerRow[], key: string): number {
  const { kind, id } = recordOf(key)
  const under = Number(key.split('-')[1] ?? Number.NaN)
  let other = -1
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (row === undefined || row.id !== id || row.type !== kind) continue
    if (row.type !== 'measure' || row.findingId === under || Number.isNaN(under)) return index
    if (other < 0) other = index
  }
  return other
}
