/**
 * Registers through Excel. Templates and exports: every reader, who is given the entries that he sees. Imports: who enters
 * records; row by row it is judged for which unit.
 */
import type { exchangeContracts } from '../../core/api/exchange.ts'
import { anywhere, type Expectations, readersSomewhere } from './expectation.ts'

const path = { register: 'meeting' }
const keepers = anywhere('office', 'officer', 'unitHead')

export const exchangeExpectations: Expectations<typeof exchangeContracts> = {
  'GET /api/registers/:register/template': { allows: readersSomewhere, request: () => ({ path }) },
  'GET /api/registers/:register/export': { allows: readersSomewhere, request: () => ({ path }) },
  'POST /api/registers/:register/import': { allows: keepers, request: () => ({ path }) },
  'POST /api/registers/:register/import/apply': {
    allows: keepers,
    request: () => ({ path, body: { token: 'unknown', submissionId: 'permission-exchange' } }),
  },
}
