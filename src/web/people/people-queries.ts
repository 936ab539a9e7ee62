import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

/** All units of the district, in the official order, each after the one it belongs to. */
export const unitTreeQuery = queryOptions({
  queryKey: ['unit-tree'],
  queryFn: ({ signal }) => call('GET /api/unit-tree', { signal }),
  staleTime: 5 * 60_000,
})
