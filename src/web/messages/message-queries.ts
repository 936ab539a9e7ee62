/** Messages of the signed-in person, in the cache. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'

export type Message = Answer<'GET /api/messages'>['messages'][number]

/** Looked at every minute while the page is in sight. */
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'count'],
  queryFn: ({ signal }) => call('GET /api/messages/unread', { signal }),
  refetchInterval: 60_000,
  staleTime: 30_000,
})

export const messagesQuery = (which: 'unread' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['messages', 'list', which],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/messages', {
        query: { unread: which === 'unread' ? 'true' : 'false', ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
    staleTime: 0,
  })

/** Marks them and shows it everywhere. */
export async function markRead(which: { ids: number[] } | { upTo: number }): Promise<void> {
  const { unread } = await call('POST /api/messages/read', { body: which })
  queryClient.setQueryData(unreadQuery.queryKey, { unread })
  await queryClient.invalidateQueries({ queryKey: ['messages', 'list'] })
}
