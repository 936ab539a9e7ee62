/** Session, imports, ledger. */
import type { Route } from '../../core/api/contracts.ts'
import {
  anybodySignedIn,
  anywhere,
  type Expectation,
  everyone,
  inInspection,
  inTenant,
  readersOfInspection,
  readersOfRecord,
  readersSomewhere,
} from './expectation.ts'

const ofImport = { request: ({ importId }) => ({ path: { id: importId } }) } satisfies Partial<Expectation>
const ofInspection = {
  allows: readersOfInspection,
  request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
} satisfies Expectation

export const baseExpectations = {
  'GET /api/boot': { allows: everyone },
  'POST /api/setup': {
    allows: everyone,
    request: () => ({ body: { district: '云岭区', personName: '某某', loginName: 'somebody', password: 'x' } }),
  },
  'POST /api/session': { allows: everyone, request: () => ({ body: { loginName: 'nobody', password: 'x' } }) },
  'DELETE /api/session': { allows: anybodySignedIn },
  'PUT /api/me/password': { allows: anybodySignedIn, request: () => ({ body: { current: 'wrong', next: 'x' } }) },
  'PUT /api/me/preferences': {
    allows: anybodySignedIn,
    request: () => ({ body: { language: 'zh', textSize: 'normal', ledgerColumns: [] } }),
  },
  'GET /api/inspections': { allows: readersSomewhere },
  'POST /api/sample': {
    allows: anywhere('office'),
    request: () => ({ body: { submissionId: 'permission-sample' } }),
  },
  // Imports hold the whole text; they belong to the tenant, not to a unit or, before they are applied, to an inspection.
  'POST /api/imports': { allows: anywhere('office') },
  'POST /api/imports/text': {
    allows: anywhere('office'),
    request: () => ({ body: { text: '1.补植不到位。一是补植27株。' } }),
  },
  'GET /api/imports': { allows: anywhere('office') },
  'GET /api/imports/:id': { allows: inTenant('office'), ...ofImport },
  'PUT /api/imports/:id/edits': {
    allows: inTenant('office'),
    request: ({ importId }) => ({ path: { id: importId }, body: { edits: [], basedOn: 0 } }),
  },
  // Preview and apply name the inspection.
  'POST /api/imports/:id/preview': {
    allows: inInspection('office'),
    request: ({ importId, inspectionId }) => ({ path: { id: importId }, body: { inspectionId } }),
  },
  'POST /api/imports/:id/apply': {
    allows: inInspection('office'),
    request: ({ importId, inspectionId }) => ({
      path: { id: importId },
      body: { inspectionId, inspectionName: null, edits: [], ledgerVersion: 'old', submissionId: 'permission-apply' },
    }),
  },
  'DELETE /api/imports/:id': { allows: inTenant('office'), ...ofImport },
  'GET /api/ledger': ofInspection,
  'GET /api/ledger/counts': ofInspection,
  'GET /api/units': ofInspection,
  'GET /api/aspects': ofInspection,
  'GET /api/findings/:id': { allows: readersOfRecord, request: ({ findingId }) => ({ path: { id: findingId } }) },
  'GET /api/measures/:id': { allows: readersOfRecord, request: ({ measureId }) => ({ path: { id: measureId } }) },
} satisfies Partial<Record<Route, Expectation>>
