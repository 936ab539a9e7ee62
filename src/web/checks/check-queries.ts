/** What is asked of the server about checks. Everything lies under `checks`, and is read again after each decision. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import type { ChecksSearch } from './checks-search.ts'

export type CheckResult = Answer<'GET /api/check-results'>['results'][number]
export type CheckRecord = Answer<'GET /api/checks/:check'>
export type LocalValue = CheckRecord['parameters'][number]['local'][number]

export const checksQuery = queryOptions({
  queryKey: ['checks', 'all'],
  queryFn: ({ signal }) => call('GET /api/checks', { signal }),
})
export const checkQuery = (check: string) =>
  queryOptions({
    queryKey: ['checks', 'one', check],
    queryFn: ({ signal }) => call('GET /api/checks/:check', { params: { check }, signal }),
  })
export const flagsQuery = ({ state, area }: ChecksSearch) =>
  infiniteQueryOptions({
    queryKey: ['checks', 'flags', state ?? 'open', area ?? ''],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/flags', {
        query: { state: state ?? 'open', limit: 50, ...(area && { area }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
export const gapsQuery = queryOptions({
  queryKey: ['checks', 'gaps'],
  queryFn: ({ signal }) => call('GET /api/check-gaps', { query: {}, signal }),
})
export const resultsQuery = (kind: 'project' | 'unit' | 'finding' | 'entry', id: number) =>
  queryOptions({
    queryKey: ['checks', 'results', kind, id],
    queryFn: ({ signal }) => call('GET /api/check-results', { query: { kind, id }, signal }),
  })

export const readChecksAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['checks'] })
