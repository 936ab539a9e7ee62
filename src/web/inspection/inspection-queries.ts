import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type InspectionRecord = Answer<'GET /api/inspections/:id'>

export const inspectionQuery = (id: number) =>
  queryOptions({
    queryKey: ['inspection', id],
    queryFn: ({ signal }) => call('GET /api/inspections/:id', { params: { id }, signal }),
    staleTime: 0,
  })
