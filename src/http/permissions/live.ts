/** Whoever reads a ledger hears of its changes; of which ones is for the wall (`live.db.test.ts`). */
import type { liveContracts } from '../../core/api/live.ts'
import { type Expectations, readersOfInspection } from './expectation.ts'

export const liveExpectations: Expectations<typeof liveContracts> = {
  'GET /api/live': {
    allows: readersOfInspection,
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
}
