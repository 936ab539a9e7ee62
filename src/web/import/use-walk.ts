/** The doubts not dealt with yet, and where in them a person stands: after an answer, the next one comes. */
import { useMemo, useState } from 'react'
import { type Doubt, openDoubts } from '../../core/ledger/doubt.ts'
import type { Edit } from '../../core/ledger/edit.ts'

export function useWalk(doubts: readonly Doubt[], edits: readonly Edit[]) {
  const [current, setCurrent] = useState<string | null>(null)
  const open = useMemo(() => openDoubts(doubts, edits), [doubts, edits])
  const order = useMemo(() => new Map(doubts.map(({ id }, index) => [id, index])), [doubts])
  // The doubt itself, or when it is dealt with, the first open one after its place.
  const place = current === null ? 0 : (order.get(current) ?? 0)
  const after = open.findIndex(({ id }) => (order.get(id) ?? 0) >= place)
  const at = after === -1 ? 0 : after
  return {
    open,
    at,
    /** Place of that doubt among all, from 1. */
    number: (order.get(open[at]?.id ?? '') ?? 0) + 1,
    /** The doubt `by` steps on, around the ends; null when there is none. */
    step: (by: number): Doubt | null => {
      const next = open[(at + by + open.length) % Math.max(1, open.length)] ?? null
      if (next) setCurrent(next.id)
      return next
    },
    go: (doubt: Doubt): void => setCurrent(doubt.id),
  }
}
