/**
 * Citations: read by whoever sees the record that cites; made and taken away by the unit's officer, its head and the office.
 * Those who check (leader, inspector, leading group) do not add to what they check.
 */
import type { citationContracts } from '../../core/api/citations.ts'
import { type Expectation, type Expectations, inInspection, readersOfRecord } from './expectation.ts'

const submission = { submissionId: 'permission-citation' }

const citers: Expectation['allows'] = (role, relation) =>
  role === 'officer' || role === 'unitHead' ? relation === 'ownUnit' : inInspection('office')(role, relation)

export const citationExpectations: Expectations<typeof citationContracts> = {
  'GET /api/citations': {
    allows: readersOfRecord,
    request: ({ measureId }) => ({ query: { kind: 'measure', record: measureId } }),
  },
  'POST /api/citations': {
    allows: citers,
    request: ({ measureId, entryId }) => ({
      body: { recordKind: 'measure', recordId: measureId, entryId, targetId: null, ...submission },
    }),
  },
  'POST /api/citations/:id/withdraw': {
    allows: citers,
    request: ({ citationId }) => ({ path: { id: citationId }, body: submission }),
  },
  'PUT /api/targets/:id/counts': {
    allows: citers,
    request: ({ targetId }) => ({ path: { id: targetId }, body: { counts: null, ...submission } }),
  },
}
