import { expect, test } from 'vitest'
import type { LedgerRow, MeasureRow } from './ledger-row.ts'
import { between } from './use-selection.ts'

const measure = (id: number, findingId: number) => ({ type: 'measure', id, findingId }) as MeasureRow
const finding = (id: number) => ({ type: 'finding', id }) as LedgerRow
const rows = [finding(1), measure(11, 1), measure(12, 1), finding(2), measure(21, 2), measure(11, 2)]
const ids = (found: MeasureRow[]) => found.map(({ id }) => id)

test('a range takes the measures between both ends, whichever comes first', () => {
  expect(ids(between(rows, 11, measure(21, 2)))).toEqual([11, 12, 21])
  expect(ids(between(rows, 21, measure(12, 1)))).toEqual([12, 21])
})

test('an end that is no longer in the list leaves the one that was clicked', () => {
  expect(ids(between(rows, 99, measure(12, 1)))).toEqual([12])
})
