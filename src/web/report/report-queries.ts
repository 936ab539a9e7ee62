/** What the pages of weekly reports read. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'

export type WeekPage = Answer<'GET /api/week'>
export type WeekRow = WeekPage['rows'][number]
export type WeeklyReport = NonNullable<WeekRow['report']>
export type MeasureReports = Answer<'GET /api/measures/:id/reports'>
export type Target = WeekRow['targets'][number]

export const weekQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['week', inspection],
    queryFn: ({ signal }) => call('GET /api/week', { query: { inspection }, signal }),
  })

export const measureReportsQuery = (measureId: number) =>
  queryOptions({
    queryKey: ['measure', measureId, 'reports'],
    queryFn: ({ signal }) => call('GET /api/measures/:id/reports', { params: { id: measureId }, signal }),
  })

/** After a report: the week, the measure and the ledger are read again where they are open. */
export function reportsChanged(measureId: number): void {
  for (const queryKey of [['week'], ['measure', measureId], ['ledger'], ['ledger-counts'], ['board']])
    void queryClient.invalidateQueries({ queryKey })
}
