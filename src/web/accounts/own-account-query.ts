/** One's own account as the server tells it. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type OwnAccount = Answer<'GET /api/me/account'>

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => call('GET /api/me/account', { signal }),
  staleTime: 0,
})
