import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'

/** All units of the district, in the official order, each after the one it belongs to. */
export const unitTreeQuery = queryOptions({
  queryKey: ['unit-tree'],
  queryFn: ({ signal }) => call('GET /api/unit-tree', { signal }),
  staleTime: 5 * 60_000,
})

export const peopleListQuery = (search: { unit?: number | 'none'; q?: string }) =>
  queryOptions({
    queryKey: ['people-list', search],
    queryFn: ({ signal }) =>
      call('GET /api/people/list', {
        query: { q: search.q ?? '', ...(search.q || search.unit === undefined ? {} : { unit: search.unit }) },
        signal,
      }),
    enabled: search.unit !== undefined || Boolean(search.q),
    staleTime: 0,
  })

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => call('GET /api/people/:id', { params: { id }, signal }),
    staleTime: 0,
  })

export const rolesQuery = (inspection: number | undefined) =>
  queryOptions({
    queryKey: ['roles', inspection],
    queryFn: ({ signal }) => call('GET /api/roles', { query: inspection === undefined ? {} : { inspection }, signal }),
    staleTime: 0,
  })

export const ownDeputiesQuery = queryOptions({
  queryKey: ['own-deputies'],
  queryFn: ({ signal }) => call('GET /api/me/deputies', { signal }),
  staleTime: 0,
})

/** After anything about units, people or roles: what shows them is read again. */
export async function peopleChanged(): Promise<void> {
  await Promise.all(
    ['unit-tree', 'people-list', 'person', 'people', 'roles', 'own-deputies', 'units', 'accounts'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  )
}
