import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

/** Districts to choose from, and whether there is another place to sign in at. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => call('GET /api/sign-in', { signal }),
})
