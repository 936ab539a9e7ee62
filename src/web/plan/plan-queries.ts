/** What the pages of the plan ask the server, and what is read again after a change. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'

export type Plan = Answer<'GET /api/plan'>
export type Round = Plan['rounds'][number]
export type Problem = Plan['problems'][number]
export type MeasureToEdit = Answer<'GET /api/plan/measures/:id'>
export type FindingToEdit = Answer<'GET /api/plan/findings/:id'>
export type CauseToEdit = Answer<'GET /api/plan/causes/:id'>
export type Outline = Answer<'GET /api/plan/outline'>
export type Target = MeasureToEdit['targets'][number]

export const planQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['plan', inspection],
    queryFn: ({ signal }) => call('GET /api/plan', { query: { inspection }, signal }),
    staleTime: 0,
  })
export const outlineQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['plan-outline', inspection],
    queryFn: ({ signal }) => call('GET /api/plan/outline', { query: { inspection }, signal }),
    staleTime: 0,
  })
/** Fresh each time a dialog opens: it is edited on what is there now. */
const toEdit = { staleTime: 0, gcTime: 0 }
export const measureToEditQuery = (id: number) =>
  queryOptions({
    queryKey: ['plan-measure', id],
    queryFn: ({ signal }) => call('GET /api/plan/measures/:id', { params: { id }, signal }),
    ...toEdit,
  })
export const findingToEditQuery = (id: number) =>
  queryOptions({
    queryKey: ['plan-finding', id],
    queryFn: ({ signal }) => call('GET /api/plan/findings/:id', { params: { id }, signal }),
    ...toEdit,
  })
export const causeToEditQuery = (id: number) =>
  queryOptions({
    queryKey: ['plan-cause', id],
    queryFn: ({ signal }) => call('GET /api/plan/causes/:id', { params: { id }, signal }),
    ...toEdit,
  })

/** After a change to the plan: what is on the screen is read again, the rest when it is looked at. */
export function planChanged(): void {
  for (const key of ['plan', 'plan-outline', 'ledger', 'ledger-counts', 'finding', 'measure', 'units', 'aspects'])
    void queryClient.invalidateQueries({ queryKey: [key] })
}
