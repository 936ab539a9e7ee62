import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type FindingRecord = Answer<'GET /api/findings/:id'>
export type MeasureRecord = Answer<'GET /api/measures/:id'>

export type MeasureRequest = MeasureRecord['life']['requests'][number]

export const findingQuery = (id: number) =>
  queryOptions({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => call('GET /api/findings/:id', { params: { id }, signal }),
  })

export const measureQuery = (id: number) =>
  queryOptions({
    queryKey: ['measure', id],
    queryFn: ({ signal }) => call('GET /api/measures/:id', { params: { id }, signal }),
  })
