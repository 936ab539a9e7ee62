import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type EvidenceList = Answer<'GET /api/measures/:id/evidence'>
export type Evidence = EvidenceList['evidence'][number]

/** What of the measure a piece can prove. */
export type EvidenceTarget = { id: number; words: string }

export const evidenceQuery = (measureId: number) =>
  queryOptions({
    queryKey: ['evidence', measureId],
    queryFn: ({ signal }) => call('GET /api/measures/:id/evidence', { params: { id: measureId }, signal }),
  })

/** After a piece came, changed or was struck out: what shows it, its count or its event is read anew. */
export function evidenceChanged(client: QueryClient, measureId: number): void {
  for (const queryKey of [['evidence', measureId], ['measure', measureId], ['ledger']])
    void client.invalidateQueries({ queryKey })
}

type Wish = { size?: 'thumbnail' | 'preview'; download?: 'marked' | 'original' }

/** Where the bytes of a piece lie; the server looks each time whether the reader may see them. */
export function addressOfFile(id: number, wish: Wish = {}): string {
  const search = new URLSearchParams(wish).toString()
  return `/api/evidence/${id}/file${search === '' ? '' : `?${search}`}`
}
