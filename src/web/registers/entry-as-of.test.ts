import { describe, expect, test } from 'vitest'
import { entryAsOf } from './entry-as-of.ts'
import type { EntryRecord } from './register-queries.ts'

const event = (id: number, at: string, act: string, before: object | null = null, after: object | null = null) => ({
  id,
  at,
  act,
  before,
  after,
  actor: '周衡',
  role: 'office',
  onBehalfOf: null,
  reason: null,
})
const entry = {
  kind: 'review',
  unit: { id: 3, name: '园林中心' },
  values: { topic: '复核', attendance: 9 },
  aggregate: null,
  withdrawn: true,
  names: { 'unit:2': '住建局' },
  history: [
    event(1, '2024-03-01T02:00:00Z', 'entry.created', null, { topic: '调度' }),
    event(
      5,
      '2024-03-05T02:00:00Z',
      'entry.changed',
      { topic: '调度', attendance: null },
      { topic: '复核', attendance: 9 },
    ),
    event(7, '2024-03-07T02:00:00Z', 'entry.changed', { $kind: 'scheduling', $unit: 2 }, { $kind: 'review', $unit: 3 }),
    event(9, '2024-03-09T02:00:00Z', 'entry.withdrawn'),
  ],
} as unknown as EntryRecord

describe('an entry as it was', () => {
  test('is as it is now when nothing happened since', () => {
    expect(entryAsOf(entry, '2024-03-09')).toMatchObject({ kind: 'review', withdrawn: true, values: entry.values })
  })

  test('has back what was changed since, and not what was filled in since', () => {
    expect(entryAsOf(entry, '2024-03-08')).toMatchObject({ withdrawn: false, kind: 'review' })
    expect(entryAsOf(entry, '2024-03-06')).toMatchObject({ kind: 'scheduling', unit: { id: 2, name: '住建局' } })
    expect(entryAsOf(entry, '2024-03-04')?.values).toEqual({ topic: '调度' })
  })

  test('was not there before it was entered', () => {
    expect(entryAsOf(entry, '2024-02-29')).toBeNull()
  })
})
