import { expect, test } from 'vitest'
import { ledgerQuerySchema } from '../api/ledger-records.ts'
import { ledgerQueryOf } from './ledger-query.ts'

const read = (query: Record<string, string>) => ledgerQueryOf(ledgerQuerySchema.parse({ inspection: '3', ...query }))

test('an address without filters asks for the first hundred rows of the tree', () => {
  expect(read({})).toMatchObject({ inspectionId: 3, view: 'tree', sort: 'number', descending: false, limit: 100 })
  expect(read({})).toMatchObject({ statuses: [], kinds: [], unitIds: [], aspects: [], words: [], cursor: null })
})

test('lists are taken apart, each value once', () => {
  const query = read({ status: 'planned,underway,planned', unit: '4,12', q: ' 补植  苗木 ', descending: 'true' })
  expect(query).toMatchObject({
    statuses: ['planned', 'underway'],
    unitIds: [4, 12],
    words: ['补植', '苗木'],
    descending: true,
  })
})

test('a value that is not known is refused by name', () => {
  for (const [field, value] of [
    ['status', 'lost'],
    ['kind', 'soon'],
    ['unit', '4x'],
    ['unit', '0'],
  ] as const)
    expect(() => read({ [field]: value })).toThrow(
      expect.objectContaining({ code: 'request.invalid', facts: { detail: `${field}: ${value}`, field } }),
    )
})
