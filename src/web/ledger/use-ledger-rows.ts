import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type Answer, call } from '../api.ts'
import { rowsInPage } from '../boot.ts'
import type { LedgerRow } from './ledger-row.ts'

type Page = Answer<'GET /api/ledger'>
/** The first page fills a screen; the following ones are read ahead while scrolling. */
const firstLimit = 100
const nextLimit = 250
/** Rows that are this old are read again when the page is opened anew. */
const staleMs = 120_000
/** Up to so many pages are read again in place; with more, the list begins anew at its first page. */
const refreshedPages = 4

export const ledgerRowsQuery = (query: Record<string, string>) =>
  infiniteQueryOptions({
    queryKey: ['ledger', query],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      if (pageParam === '') {
        const came = rowsInPage(query)
        if (came) return came
      }
      return readPage(query, pageParam, pageParam === '' ? firstLimit : nextLimit, signal)
    },
    getNextPageParam: (last: Page) => last.nextCursor,
    // Comparing a hundred thousand rows with themselves is what makes long lists slow.
    structuralSharing: false,
    staleTime: staleMs,
    // Many pages are not all read again just because the list is looked at again.
    refetchOnMount: (query) => (query.state.data?.pages.length ?? 0) <= refreshedPages,
    gcTime: 10 * 60_000,
  })

function readPage(query: Record<string, string>, cursor: string, limit: number, signal: AbortSignal): Promise<Page> {
  return call('GET /api/ledger', {
    query: { ...query, inspection: Number(query.inspection), limit, ...(cursor ? { cursor } : {}) },
    signal,
  })
}

/** Rows of a view as far as they have been read, and the way to more. */
export function useLedgerRows(query: Record<string, string>) {
  const client = useQueryClient()
  const result = useInfiniteQuery(ledgerRowsQuery(query))
  const rows = useMemo(() => rowsOf(result.data), [result.data])
  const refresh = useCallback(async () => {
    const { queryKey } = ledgerRowsQuery(query)
    void client.invalidateQueries({ queryKey: ['ledger-counts'] })
    if ((client.getQueryData(queryKey)?.pages.length ?? 0) > refreshedPages) await client.resetQueries({ queryKey })
    else await client.refetchQueries({ queryKey })
  }, [client, query])
  return { ...result, rows, refresh }
}

export const rowsOf = (data: InfiniteData<Page> | undefined): LedgerRow[] =>
  data ? data.pages.flatMap((page) => page.rows) : []
