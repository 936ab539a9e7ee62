/** Evidence: read by whoever sees the measure; attached, changed and withdrawn by the unit's officer and the office alone. */
import type { evidenceContracts } from '../../core/api/evidence.ts'
import { type Expectation, type Expectations, inInspection, readersOfRecord } from './expectation.ts'

const submission = { submissionId: 'permission-evidence' }

/** Those who check (unit head, leader, inspector, leading group) do not add to what they check. */
const attachers: Expectation['allows'] = (role, relation) =>
  role === 'officer' ? relation === 'ownUnit' : inInspection('office')(role, relation)

export const evidenceExpectations: Expectations<typeof evidenceContracts> = {
  'GET /api/measures/:id/evidence': {
    allows: readersOfRecord,
    request: ({ measureId }) => ({ path: { id: measureId } }),
  },
  'POST /api/measures/:id/evidence': {
    allows: attachers,
    request: ({ measureId }) => ({ path: { id: measureId }, query: submission }),
  },
  'PUT /api/evidence/:id': {
    allows: attachers,
    request: ({ evidenceId }) => ({ path: { id: evidenceId }, body: { caption: '补植后' } }),
  },
  'POST /api/evidence/:id/withdraw': {
    allows: attachers,
    request: ({ evidenceId }) => ({ path: { id: evidenceId }, body: { reason: '重复', ...submission } }),
  },
  'GET /api/evidence/:id/file': {
    allows: readersOfRecord,
    request: ({ evidenceId }) => ({ path: { id: evidenceId } }),
  },
}
