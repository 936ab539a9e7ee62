import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../plain-search.ts'
import { ledgerQueryOf, ledgerSearchOf } from './ledger-search.ts'

describe('the address of the ledger', () => {
  test('keeps what it understands and drops the rest', () => {
    const raw = parseSearch('inspection=3&view=flat&status=planned&dueTo=2025-02-30&sort=colour&row=m12-3&open=1&x=y')
    expect(ledgerSearchOf(raw)).toEqual({ inspection: 3, view: 'flat', status: 'planned', row: 'm12-3', open: '1' })
  })
  test('nothing is open without a chosen row', () => {
    expect(ledgerSearchOf({ open: '1', row: 'javascript:1' })).toEqual({})
  })
  test('words that are names of every object are no views', () => {
    expect(ledgerSearchOf({ view: 'constructor', sort: 'toString' })).toEqual({})
  })
  test('reading it again changes nothing, whatever was typed into it', () => {
    const names = fc.constantFrom('inspection', 'view', 'status', 'q', 'dueFrom', 'sort', 'row', 'open', 'columns')
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.oneof(fc.string(), fc.constantFrom('1', 'flat', '2025-01-31', 'f3'))),
        (raw) => {
          const once = ledgerSearchOf(raw)
          expect(ledgerSearchOf(parseSearch(stringifySearch(once)))).toEqual(once)
        },
      ),
    )
  })
  test('the panel, the chosen row and the columns are no part of what the server is asked', () => {
    const search = ledgerSearchOf({ inspection: '3', view: 'tree', q: '补植', row: 'f1', open: '1', columns: 'due' })
    expect(ledgerQueryOf(search, 3)).toEqual({ inspection: '3', q: '补植' })
  })
})
