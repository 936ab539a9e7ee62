import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

/** What ended stays as it is: it is read once. */
export const cycleQuery = (id: number, cycle: number) =>
  queryOptions({
    queryKey: ['cycle', id, cycle],
    queryFn: ({ signal }) => call('GET /api/measures/:id/cycles/:cycle', { params: { id, cycle }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
