/** The life of measures and findings. Who may do which act is for the transitions; here: who may try at all. */
import type { lifeContracts } from '../../core/api/life.ts'
import {
  type Expectation,
  type Expectations,
  inInspection,
  partiesToInspection,
  partiesToRecord,
  readersOfRecord,
} from './expectation.ts'

let submitted = 0
/** Of one caller: a submission that another made is refused for that alone. */
const submission = () => ({ submissionId: `permission-life-${++submitted}` })
const wish = () => ({ version: 0, ...submission() })
const ofInspection = {
  allows: partiesToInspection,
  request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
} satisfies Expectation

export const lifeExpectations: Expectations<typeof lifeContracts> = {
  'POST /api/measures/:id/acts': {
    allows: partiesToRecord,
    request: ({ measureId }) => ({ path: { id: measureId }, body: { act: 'apply', ...wish() } }),
  },
  'POST /api/measures/:id/requests': {
    allows: partiesToRecord,
    request: ({ measureId }) => ({ path: { id: measureId }, body: { kind: 'extend', reason: '雨季', ...wish() } }),
  },
  'POST /api/requests/:id/decisions': {
    allows: partiesToRecord,
    request: ({ requestId }) => ({ path: { id: requestId }, body: { decision: 'endorse', ...wish() } }),
  },
  'GET /api/measures/:id/cycles/:cycle': {
    allows: readersOfRecord,
    request: ({ measureId }) => ({ path: { id: measureId, cycle: 1 } }),
  },
  'POST /api/findings/:id/acts': {
    allows: (role, relation) =>
      role === 'leader' ? relation === 'ownUnit' : inInspection('office', 'inspector', 'leadingGroup')(role, relation),
    request: ({ findingId }) => ({ path: { id: findingId }, body: { act: 'signOff', ...wish() } }),
  },
  'GET /api/approvals': ofInspection,
  'GET /api/leader': {
    allows: inInspection('leader'),
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
  'POST /api/measures/:id/urge': {
    allows: (role, relation) =>
      role === 'leader' ? relation === 'ownUnit' : inInspection('office', 'leadingGroup')(role, relation),
    request: ({ measureId }) => ({ path: { id: measureId }, body: submission() }),
  },
}
