import { useCallback, useMemo, useRef, useState } from 'react'
import type { LedgerRow, MeasureRow } from './ledger-row.ts'

export type Selection = {
  /** Chosen measures by id, as they were last read. */
  measures: ReadonlyMap<number, MeasureRow>
  /** Turns one over; with `range`, everything from the one turned before gets the same. */
  pick(row: MeasureRow, range: boolean): void
  replace(rows: readonly MeasureRow[]): void
  clear(): void
}

/** Measures ticked for acts on many. A measure that stands under several findings is one. */
export function useSelection(rows: readonly LedgerRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<number, MeasureRow>>(new Map())
  const last = useRef<number | null>(null)
  const latest = useRef(rows)
  latest.current = rows
  const pick = useCallback((row: MeasureRow, range: boolean) => {
    const from = last.current
    last.current = row.id
    setChosen((now) => {
      const on = !now.has(row.id)
      const next = new Map(now)
      for (const each of range && from !== null ? between(latest.current, from, row) : [row]) {
        if (on) next.set(each.id, each)
        else next.delete(each.id)
      }
      return next
    })
  }, [])
  const replace = useCallback(
    (given: readonly MeasureRow[]) => setChosen(new Map(given.map((row) => [row.id, row]))),
    [],
  )
  const clear = useCallback(() => setChosen(new Map()), [])
  // Rows read again since they were ticked have newer versions.
  const measures = useMemo(() => {
    if (chosen.size === 0) return chosen
    const next = new Map(chosen)
    for (const row of rows) if (row.type === 'measure' && next.has(row.id)) next.set(row.id, row)
    return next
  }, [chosen, rows])
  return { measures, pick, replace, clear }
}

/** Measures from one to the other, in whatever direction. */
export function between(rows: readonly LedgerRow[], from: number, to: MeasureRow): MeasureRow[] {
  const ends = [
    rows.findIndex((row) => row.type === 'measure' && row.id === from),
    rows.findIndex((row) => row.type === 'measure' && row.id === to.id && row.findingId === to.findingId),
  ]
  if (ends.includes(-1)) return [to]
  return rows.slice(Math.min(...ends), Math.max(...ends) + 1).flatMap((row) => (row.type === 'measure' ? [row] : []))
}
