/**
 * Escalation papers go to one unit: its officers and head read and answer what was sent to it; office, inspectors and leading group read
 * all of them. The office writes; who may take which act is for the paper's own rules. The register of
 * accountability is not for units.
 */
import type { papersContracts } from '../../core/api/papers.ts'
import { type Expectation, type Expectations, inInspection } from './expectation.ts'

const reads = inInspection('office', 'inspector', 'leadingGroup')
const addressed: Expectation['allows'] = (role, relation) =>
  (role === 'officer' || role === 'unitHead') && relation === 'ownUnit'
const ofInspection: Expectation['request'] = ({ inspectionId }) => ({ query: { inspection: inspectionId } })

export const papersExpectations: Expectations<typeof papersContracts> = {
  'GET /api/papers': {
    allows: (role, relation) => reads(role, relation) || inInspection('officer', 'unitHead')(role, relation),
    request: ofInspection,
  },
  'GET /api/papers/:id': {
    allows: (role, relation) => addressed(role, relation) || reads(role, relation),
    request: ({ paperId }) => ({ path: { id: paperId } }),
  },
  'POST /api/papers': {
    allows: inInspection('office'),
    request: ({ inspectionId, measureId }) => ({
      body: {
        inspection: inspectionId,
        kind: 'notice',
        measureIds: [measureId],
        submissionId: `permission-${measureId}`,
      },
    }),
  },
  'PUT /api/papers/:id': {
    allows: inInspection('office'),
    request: ({ paperId }) => ({
      path: { id: paperId },
      body: { title: '提醒', body: '请抓紧。', lastDay: null, version: 0, submissionId: 'permission-paper' },
    }),
  },
  'POST /api/papers/:id/acts': {
    allows: (role, relation) => addressed(role, relation) || inInspection('office', 'leadingGroup')(role, relation),
    request: ({ paperId }) => ({
      path: { id: paperId },
      body: { act: 'appeal', words: '不同意', version: 0, submissionId: 'permission-paper-act' },
    }),
  },
  'GET /api/accountability': { allows: reads, request: ofInspection },
  'POST /api/accountability': {
    allows: inInspection('office'),
    request: ({ inspectionId }) => ({
      body: {
        inspection: inspectionId,
        kind: 'talk',
        people: 1,
        recovered: 0,
        onDay: '2024-09-11',
        words: '约谈',
        submissionId: `permission-accountability-${inspectionId}`,
      },
    }),
  },
}
