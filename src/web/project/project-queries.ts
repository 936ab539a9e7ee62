/** What is asked of the server about projects, by the names under which answers are kept. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type ProjectRow = Answer<'GET /api/projects'>['rows'][number]
export type ProjectRecord = Answer<'GET /api/projects/:id'>
export type LookBack = Answer<'GET /api/look-backs/:id'>

export const projectsQuery = infiniteQueryOptions({
  queryKey: ['projects'],
  initialPageParam: 0,
  queryFn: ({ pageParam, signal }) =>
    call('GET /api/projects', { query: { limit: 100, ...(pageParam > 0 ? { cursor: pageParam } : {}) }, signal }),
  getNextPageParam: (last) => last.nextCursor,
})

export const projectQuery = (id: number) =>
  queryOptions({
    queryKey: ['project', id],
    queryFn: ({ signal }) => call('GET /api/projects/:id', { params: { id }, signal }),
    staleTime: 0,
  })

export const lookBacksQuery = queryOptions({
  queryKey: ['look-backs'],
  queryFn: ({ signal }) => call('GET /api/look-backs', { signal }),
})

export const lookBackQuery = (id: number) =>
  queryOptions({
    queryKey: ['look-back', id],
    queryFn: ({ signal }) => call('GET /api/look-backs/:id', { params: { id }, signal }),
    staleTime: 0,
  })
