import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { LedgerSearch } from './ledger-search.ts'

/** Changes parts of the ledger's address; undefined takes a part out. The list stays where it is in the history. */
export function useSearchChange(): (change: { [K in keyof LedgerSearch]?: string | number | undefined }) => void {
  const navigate = useNavigate()
  return useCallback(
    (change) =>
      void navigate({
        to: '/ledger',
        replace: true,
        search: (now) => ({ ...now, ...change }) as LedgerSearch,
      }),
    [navigate],
  )
}
