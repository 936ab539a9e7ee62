/** The audit log is for the audit administrator alone; a record as it was, for whoever reads the record. */
import type { historyContracts } from '../../core/api/history.ts'
import { anywhere, type Expectations, readersOfRecord } from './expectation.ts'

const auditors = { allows: anywhere('auditAdmin') }

export const historyExpectations: Expectations<typeof historyContracts> = {
  'GET /api/audit': auditors,
  'GET /api/audit/state': auditors,
  'POST /api/audit/verification': auditors,
  'GET /api/audit/table': auditors,
  'GET /api/records/:kind/:id/states': {
    allows: readersOfRecord,
    request: ({ measureId }) => ({ path: { kind: 'measure', id: measureId } }),
  },
}
