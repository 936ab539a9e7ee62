import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

/** How many rows there are and match: read apart, so that rows never wait for it. Order and view do not change it. */
export function countsQuery(query: Record<string, string>) {
  const { sort: _, descending: __, view: ___, ...filters } = query
  return queryOptions({
    queryKey: ['ledger-counts', filters],
    queryFn: ({ signal }) =>
      call('GET /api/ledger/counts', { query: { ...filters, inspection: Number(filters.inspection) }, signal }),
  })
}

export const aspectsQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['aspects', inspection],
    queryFn: ({ signal }) => call('GET /api/aspects', { query: { inspection }, signal }),
    staleTime: 5 * 60_000,
  })

export const unitsQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['units', inspection],
    queryFn: ({ signal }) => call('GET /api/units', { query: { inspection }, signal }),
    staleTime: 5 * 60_000,
  })
