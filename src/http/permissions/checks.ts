/**
 * Checks: read by who takes part in the work, each with what his own sight comes to; decided by the rectification office. Flags
 * belong to the district; a finding made of one belongs to an inspection.
 */
import type { checkContracts } from '../../core/api/checks.ts'
import { anywhere, type Expectation, type Expectations, inInspection, inTenant } from './expectation.ts'

const submissionId = 'permission-check'
const check = 'contract.signedLate'
const readers: Expectation['allows'] = (role) =>
  role !== null && ['office', 'inspector', 'leadingGroup', 'officer', 'unitHead', 'leader'].includes(role)
const office = inTenant('office')

export const checkExpectations: Expectations<typeof checkContracts> = {
  'GET /api/checks': { allows: readers },
  'GET /api/checks/:check': { allows: readers, request: () => ({ path: { check } }) },
  'GET /api/flags': { allows: readers },
  'GET /api/check-gaps': { allows: readers },
  'GET /api/check-results': {
    allows: readers,
    request: ({ projectId }) => ({ query: { kind: 'project', id: projectId } }),
  },
  'PUT /api/checks/:check/mode': {
    allows: anywhere('office'),
    request: () => ({ path: { check }, body: { mode: 'inForce', submissionId } }),
  },
  'POST /api/checks/:check/parameters': {
    allows: office,
    request: ({ unitId }) => ({
      path: { check },
      body: {
        parameter: 'days',
        unitId,
        from: null,
        to: null,
        value: 20,
        source: '区里规定',
        replaces: null,
        submissionId,
      },
    }),
  },
  'POST /api/check-parameters/:id/end': {
    allows: office,
    request: ({ localValueId }) => ({ path: { id: localValueId }, body: { submissionId } }),
  },
  'POST /api/flags/:id/dismiss': {
    allows: office,
    request: ({ flagId }) => ({ path: { id: flagId }, body: { reason: '资料已核对', submissionId } }),
  },
  'POST /api/flags/:id/reopen': {
    allows: office,
    request: ({ flagId }) => ({ path: { id: flagId }, body: { submissionId } }),
  },
  'POST /api/flags/:id/finding': {
    allows: inInspection('office'),
    request: ({ flagId, inspectionId }) => ({
      path: { id: flagId },
      body: { inspectionId, heading: '合同签订超期', submissionId },
    }),
  },
  'POST /api/checks/run': {
    allows: anywhere('office'),
    request: ({ projectId }) => ({ body: { projectId, submissionId } }),
  },
}
