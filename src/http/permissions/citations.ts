/**
 * Citations: read by whoever sees the record that cites; made and taken away by the unit's officer, its head and the office.
 * Those who check (leader, inspector, leading group) do not add to what they check.
 */
import type { citationContracts } from '../../core/api/citations.ts'
import type { proposalContracts } from '../../core/api/proposals.ts'
import { type Expectation, type Expectations, inInspection, inTenant, readersOfRecord } from './expectation.ts'

const submission = { submissionId: 'permission-citation' }

const citers: Expectation['allows'] = (role, relation) =>
  role === 'officer' || role === 'unitHead' ? relation === 'ownUnit' : inInspection('office')(role, relation)

/** Imports hold the whole text, other units' parts included: the office's alone. */
export const proposalExpectations: Expectations<typeof proposalContracts> = {
  'GET /api/imports/:id/entries': {
    allows: inTenant('office'),
    request: ({ importId }) => ({ path: { id: importId } }),
  },
  'POST /api/imports/:id/entries': {
    allows: inTenant('office'),
    request: ({ importId, unitId }) => ({
      path: { id: importId },
      body: {
        entries: [
          { key: '1.1/1.1', register: 'patrol', kind: null, unitId, values: {}, aggregate: null, measureIds: [] },
        ],
        ...submission,
      },
    }),
  },
}

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
