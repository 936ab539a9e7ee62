/** Whoever reads a ledger hears of its changes; of which ones is for the wall (`live.db.test.ts`). */
import type { goContracts } from '../../core/api/go.ts'
import type { liveContracts } from '../../core/api/live.ts'
import { type Expectations, readersOfInspection } from './expectation.ts'

export const liveExpectations: Expectations<typeof liveContracts & typeof goContracts> = {
  'GET /api/live': {
    allows: readersOfInspection,
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
  'GET /api/numbered': {
    allows: readersOfInspection,
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId, number: '1' } }),
  },
}
