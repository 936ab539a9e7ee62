/** What is asked of the server about citations. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type CitingKind = 'measure' | 'finding'
export type Citations = Answer<'GET /api/citations'>
export type Citation = Citations['citations'][number]
export type CountingTarget = Citations['targets'][number]

export const citationsQuery = (kind: CitingKind, id: number) =>
  queryOptions({
    queryKey: ['citations', kind, id],
    queryFn: ({ signal }) => call('GET /api/citations', { query: { kind, record: id }, signal }),
  })
