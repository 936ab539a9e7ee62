import { expect, test } from 'vitest'
import { canonicalEvent, type HistoryEvent } from './history-event.ts'

const event: HistoryEvent = {
  at: '2024-07-05T01:00:00.000Z',
  actorId: 1,
  role: 'office',
  unitId: null,
  onBehalfOf: null,
  act: 'record.updated',
  recordKind: 'finding',
  recordId: 3,
  before: { heading: '旧', aspect: null },
  after: { heading: '新', aspect: null },
  reason: null,
}

test('the order of fields makes no difference, any content does', () => {
  const turned = { ...event, before: { aspect: null, heading: '旧' } }
  expect(canonicalEvent(1, turned)).toBe(canonicalEvent(1, event))
  expect(canonicalEvent(2, event)).not.toBe(canonicalEvent(1, event))
  expect(canonicalEvent(1, { ...event, recordId: 4 })).not.toBe(canonicalEvent(1, event))
  expect(canonicalEvent(1, { ...event, after: { heading: '新 ', aspect: null } })).not.toBe(canonicalEvent(1, event))
})
