/**
 * Weekly reports. A unit's officers report; the office alone excuses; the board is for who sees the whole and for heads of
 * units, each for their own.
 */
import type { reportsContracts } from '../../core/api/reports.ts'
import { type Expectations, inInspection, readersOfRecord } from './expectation.ts'

const week = '2024-09-09'
const report = { week, basedOn: 0, submissionId: 'permission-report' }
const wholeBoard = inInspection('office', 'inspector', 'leadingGroup')

export const reportsExpectations: Expectations<typeof reportsContracts> = {
  'GET /api/week': {
    allows: inInspection('officer'),
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
  'GET /api/measures/:id/reports': {
    allows: readersOfRecord,
    request: ({ measureId }) => ({ path: { id: measureId } }),
  },
  'POST /api/measures/:id/reports': {
    allows: (role, relation) => role === 'officer' && relation === 'ownUnit',
    request: ({ measureId }) => ({ path: { id: measureId }, body: { ...report, noChange: true } }),
  },
  'POST /api/measures/:id/reports/withdraw': {
    allows: (role, relation) => role === 'officer' && relation === 'ownUnit',
    request: ({ measureId }) => ({ path: { id: measureId }, body: report }),
  },
  'GET /api/board': {
    allows: (role, relation) => wholeBoard(role, relation) || inInspection('unitHead')(role, relation),
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
  'GET /api/board/rows': {
    allows: (role, relation) => wholeBoard(role, relation) || (role === 'unitHead' && relation === 'ownUnit'),
    request: ({ inspectionId, unitId }) => ({ query: { inspection: inspectionId, unit: unitId, week } }),
  },
  'POST /api/report-excuses': {
    allows: inInspection('office'),
    request: ({ inspectionId }) => ({
      body: { inspection: inspectionId, week, reason: '法定节假日', submissionId: 'permission-excuse' },
    }),
  },
}
