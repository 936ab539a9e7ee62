/** Escalation papers in the cache. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Paper = Answer<'GET /api/papers/:id'>
export type PaperRow = Answer<'GET /api/papers'>[number]

export const papersQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['papers', 'list', inspection],
    queryFn: ({ signal }) => call('GET /api/papers', { query: { inspection }, signal }),
    staleTime: 0,
  })

export const paperQuery = (id: number) =>
  queryOptions({
    queryKey: ['papers', 'one', id],
    queryFn: ({ signal }) => call('GET /api/papers/:id', { params: { id }, signal }),
    staleTime: 0,
  })

export const accountabilityQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['papers', 'accountability', inspection],
    queryFn: ({ signal }) => call('GET /api/accountability', { query: { inspection }, signal }),
    // Each reading is kept in the history.
    staleTime: Number.POSITIVE_INFINITY,
  })
