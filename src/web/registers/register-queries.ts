/** What is asked of the server about registers and entries, by the names under which answers are kept. */
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'

export type RegisterView = Answer<'GET /api/registers'>['registers'][number]
export type EntryRow = Answer<'GET /api/registers/:register/entries'>['rows'][number]
export type EntryRecord = Answer<'GET /api/entries/:id'>
export type FoundEntry = Answer<'GET /api/entries'>['entries'][number]
/** `unit:3`, `person:5`, `entry:7` → how it is called. */
export type Names = Readonly<Record<string, string>>

/** Every register with its definition; definitions change seldom. */
export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: ({ signal }) => call('GET /api/registers', { signal }),
  staleTime: 60_000,
})

/** Undefined while it is read, null when there is no such register. */
export function useRegister(key: string): { register: RegisterView | null | undefined; error: Error | null } {
  const { data, error } = useQuery(registersQuery)
  return { register: data && (data.registers.find((one) => one.key === key) ?? null), error }
}

const pageLimit = 100

export const entriesQuery = (register: string, query: Record<string, string>) =>
  infiniteQueryOptions({
    queryKey: ['entries', register, query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/registers/:register/entries', {
        params: { register },
        query: { ...query, limit: pageLimit, ...(pageParam ? { cursor: pageParam } : {}) } as { limit: number },
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor,
    structuralSharing: false,
  })

export const entryQuery = (id: number) =>
  queryOptions({
    queryKey: ['entry', id],
    queryFn: ({ signal }) => call('GET /api/entries/:id', { params: { id }, signal }),
    staleTime: 0,
  })

/** Search while typing; nothing typed: what the reader used last. */
export const foundEntriesQuery = (registers: readonly string[], q: string) =>
  queryOptions({
    queryKey: ['found-entries', registers.join(','), q],
    queryFn: ({ signal }) =>
      call('GET /api/entries', {
        query: { limit: 12, ...(registers.length > 0 ? { registers: registers.join(',') } : {}), ...(q ? { q } : {}) },
        signal,
      }),
  })

/** After a definition changed: lists and forms follow it. */
export const definitionsChanged = (): Promise<void> =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => /^(registers|entries|entry)$/.test(String(name)),
  })

/** Where the bytes of a file of an entry lie; the server looks each time whether the reader may see them. */
export function addressOfEntryFile(
  entryId: number,
  sha256: string,
  wish: { size?: 'thumbnail' | 'preview'; download?: 'marked' } = {},
): string {
  const search = new URLSearchParams(wish).toString()
  return `/api/entries/${entryId}/files/${sha256}${search === '' ? '' : `?${search}`}`
}
