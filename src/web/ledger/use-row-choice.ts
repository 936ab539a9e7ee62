import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../language/language.ts'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { indexOfKey, type LedgerRow, recordOf } from './ledger-row.ts'
import type { LedgerSearch } from './ledger-search.ts'
import { nextSelectable } from './next-selectable.ts'
import { useSearchChange } from './use-search-change.ts'

/** Browsers refuse more than a few address changes a second: a row walked past does not get into the address. */
const settleMs = 150

/**
 * The chosen row and whether it is open: at once on the screen, a moment later in the address. `j k` walk, `Enter` opens
 * beside the list, `o` as a page, `Esc` closes.
 */
export function useRowChoice(rows: readonly LedgerRow[], search: LedgerSearch, narrow: boolean) {
  const text = useText()
  const navigate = useNavigate()
  const change = useSearchChange()
  const [chosen, setChosen] = useState({ selected: search.row ?? null, open: search.open === '1' })
  const written = useRef(chosen)
  // The address changed by other means: back, a pasted link.
  useEffect(() => {
    const next = { selected: search.row ?? null, open: search.open === '1' }
    if (next.selected === written.current.selected && next.open === written.current.open) return
    written.current = next
    setChosen(next)
  }, [search.row, search.open])
  useEffect(() => {
    const { selected, open } = chosen
    if (selected === written.current.selected && open === written.current.open) return
    const timer = window.setTimeout(() => {
      written.current = chosen
      change({ row: selected ?? undefined, open: open && selected ? '1' : undefined })
    }, settleMs)
    return () => window.clearTimeout(timer)
  }, [chosen, change])

  const full = useCallback(
    (key: string) => {
      const { kind, id } = recordOf(key)
      // The row is written first, so that "back" finds it.
      written.current = { selected: key, open: false }
      change({ row: key, open: undefined })
      void navigate({ to: kind === 'finding' ? '/findings/$id' : '/measures/$id', params: { id: String(id) } })
    },
    [navigate, change],
  )
  const select = useCallback((key: string) => setChosen((now) => ({ ...now, selected: key })), [])
  const openRow = useCallback(
    (key: string) => (narrow ? full(key) : setChosen({ selected: key, open: true })),
    [narrow, full],
  )
  const close = useCallback(() => {
    setChosen((now) => ({ ...now, open: false }))
    document.getElementById('ledger-rows')?.focus({ preventScroll: true })
  }, [])
  const walk = (by: number) => {
    const at = chosen.selected === null ? -1 : indexOfKey(rows, chosen.selected)
    const next = nextSelectable(rows, at, by)
    if (next) select(next)
  }
  const { selected, open } = chosen
  useDocumentKeys({
    j: () => walk(1),
    k: () => walk(-1),
    enter: () => selected && openRow(selected),
    o: () => selected && full(selected),
    escape: () => open && close(),
  })
  const row = selected === null ? undefined : rows[indexOfKey(rows, selected)]
  const spoken =
    row === undefined || row.type === 'cause'
      ? ''
      : text.ledger.chosen(row.number, row.type === 'finding' ? row.heading : row.text)
  return { selected, open, spoken, select, openRow, close }
}
