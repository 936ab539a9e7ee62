import { expect, test } from 'vitest'
import { indexOfKey, type LedgerRow, recordOf, rowKey } from './ledger-row.ts'
import { nextSelectable } from './next-selectable.ts'

const finding = (id: number): LedgerRow => ({
  type: 'finding',
  id,
  number: String(id),
  heading: '加强养护',
  aspect: null,
  reportedStatus: null,
  measures: 2,
  measuresClosed: 0,
  causes: 1,
})
const cause = (id: number, findingId: number): LedgerRow => ({ type: 'cause', id, findingId, text: '无人负责' })
const measure = (id: number, findingId: number): LedgerRow => ({
  type: 'measure',
  id,
  number: `${findingId}-${id}`,
  findingId,
  text: '补植',
  status: 'planned',
  kind: null,
  docketNumber: null,
  leadUnit: null,
  responsibleOfficer: null,
  responsibleLeader: null,
  dueOn: null,
  duePhrase: null,
  target: null,
  alsoAnswers: [],
  originalDueOn: null,
  reached: null,
  light: 'grey',
  cycle: 1,
  version: 0,
  evidence: 0,
  missedWeeks: 0,
  lastReportOn: null,
  reviewOn: null,
})
const rows = [finding(1), cause(5, 1), measure(9, 1), finding(2), measure(9, 2), cause(6, 2)]

test('walking steps over causes in both directions', () => {
  expect(nextSelectable(rows, 0, 1)).toBe('m9-1')
  expect(nextSelectable(rows, 2, -1)).toBe('f1')
})
test('walking stops at the ends, also where the last row is a cause', () => {
  expect(nextSelectable(rows, 0, -1)).toBe('f1')
  expect(nextSelectable(rows, 4, 1)).toBe('m9-2')
})
test('walking begins at the first row, and nowhere in an empty list', () => {
  expect(nextSelectable(rows, -1, 1)).toBe('f1')
  expect(nextSelectable([], -1, 1)).toBeNull()
})
test('one measure under two findings is two rows and one record', () => {
  expect(new Set(rows.map(rowKey)).size).toBe(rows.length)
  expect(recordOf('m9-2')).toEqual({ kind: 'measure', id: 9 })
})
test('a row named under another finding is still found', () => {
  expect(indexOfKey(rows, 'm9-2')).toBe(4)
  expect(indexOfKey(rows, 'm9-77')).toBe(2)
  expect(indexOfKey(rows, 'f77')).toBe(-1)
})
