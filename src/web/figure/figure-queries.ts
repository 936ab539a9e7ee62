/** Figures in the cache. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Answer, type Ask, call } from '../api.ts'

export type Figure = Answer<'GET /api/figures'>
export type FigureRecords = Answer<'GET /api/figures/records'>
export type NamedFigure = Answer<'GET /api/figures/named'>['figures'][number]
/** What is counted: one of name, text and query (JSON of `figureQuerySchema`). */
export type FigureAsk = Ask<'GET /api/figures'>['query']
export type Side = 'count' | 'outOf'

export const figureQuery = (ask: FigureAsk) =>
  queryOptions({
    queryKey: ['figures', 'one', ask],
    queryFn: ({ signal }) => call('GET /api/figures', { query: ask, signal }),
    // What was recorded meanwhile shows when it is looked at again.
    staleTime: 0,
    retry: false,
  })

export const figureRecordsQuery = (ask: FigureAsk, side: Side) =>
  infiniteQueryOptions({
    queryKey: ['figures', 'records', ask, side],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/figures/records', {
        query: { ...ask, side, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page: FigureRecords) => page.nextCursor ?? undefined,
    staleTime: 0,
    retry: false,
  })

export const figureCourseQuery = ({ asOf: _, ...ask }: FigureAsk) =>
  queryOptions({
    queryKey: ['figures', 'course', ask],
    queryFn: ({ signal }) => call('GET /api/figures/course', { query: ask, signal }),
    staleTime: 60_000,
    retry: false,
  })

export const figureUsesQuery = (ask: FigureAsk) =>
  queryOptions({
    queryKey: ['figures', 'uses', ask],
    queryFn: ({ signal }) => call('GET /api/figures/uses', { query: ask, signal }),
    staleTime: 60_000,
    retry: false,
  })

export const suggestionsQuery = (text: string) =>
  queryOptions({
    queryKey: ['figures', 'suggestions', text],
    queryFn: ({ signal }) => call('GET /api/figures/suggestions', { query: { text }, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const namedFiguresQuery = queryOptions({
  queryKey: ['figures', 'named'],
  queryFn: ({ signal }) => call('GET /api/figures/named', { signal }),
  staleTime: 0,
})
