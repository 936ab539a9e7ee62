import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './plain-search.ts'

test('what is written into an address is read back, whatever characters it has', () => {
  const names = fc.constantFrom('status', 'q', 'unit', 'row')
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ minLength: 1, unit: 'grapheme' })), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
    }),
  )
})
test('lists stay readable and empty values are left out', () => {
  expect(stringifySearch({ status: 'planned,docketed', q: '', unit: undefined })).toBe('?status=planned,docketed')
})
