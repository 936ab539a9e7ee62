/** Units, people, roles and deputies: three administrators with three tasks, and the office that knows who does what. */
import type { peopleContracts } from '../../core/api/people.ts'
import {
  anybodySignedIn,
  anywhere,
  type Expectation,
  type Expectations,
  inInspection,
  inTenant,
} from './expectation.ts'

const submissionId = 'permission-people'
const days = { fromOn: '2024-10-01', toOn: '2024-10-07', reason: null }
const keepers = anywhere('systemAdmin', 'securityAdmin', 'office')
const anybodyOfTheTenant: Expectation['allows'] = (role, relation) => role !== null && relation !== 'otherTenant'
const ofPerson = ({ personId }: { personId: number }) => ({ path: { id: personId } })
/** The office within its inspection, the security administrator everywhere. */
const giversOfRoles: Expectation['allows'] = (role, relation) =>
  inInspection('office')(role, relation) || inTenant('securityAdmin')(role, relation)
const sheet = { kind: 'people', rows: [['姓名', '单位']], inspectionId: null }

export const peopleExpectations: Expectations<typeof peopleContracts> = {
  // Names, titles and units of colleagues are no secret within the district: whoever hands over for a time finds somebody.
  'GET /api/people': { allows: anybodySignedIn },
  'GET /api/unit-tree': { allows: anybodySignedIn },
  'POST /api/units': {
    allows: anywhere('systemAdmin'),
    request: () => ({ body: { name: '水务局', shortName: null, parentId: null, submissionId } }),
  },
  'PUT /api/units/:id': {
    allows: inTenant('systemAdmin'),
    request: ({ unitId }) => ({ path: { id: unitId }, body: { name: `局${unitId}`, shortName: null, parentId: null } }),
  },
  'PUT /api/units/:id/closed': {
    allows: inTenant('systemAdmin'),
    request: ({ unitId }) => ({ path: { id: unitId }, body: { closed: true } }),
  },
  'GET /api/people/list': { allows: keepers },
  'POST /api/people': {
    allows: anywhere('systemAdmin'),
    request: () => ({ body: { name: '周衡', title: null, unitId: null, submissionId } }),
  },
  'GET /api/people/:id': { allows: inTenant('office', 'systemAdmin', 'securityAdmin'), request: ofPerson },
  'PUT /api/people/:id': {
    allows: inTenant('systemAdmin'),
    request: (target) => ({ ...ofPerson(target), body: { name: '周衡', title: null, unitId: null, left: false } }),
  },
  'POST /api/people/:id/roles': {
    allows: giversOfRoles,
    request: (target) => ({
      ...ofPerson(target),
      body: {
        role: 'officer',
        unitId: target.unitId,
        inspectionId: target.inspectionId,
        fromOn: '2024-10-01',
        toOn: null,
        // Once for each who asks: a retry of another person's is refused for that reason alone.
        submissionId: `${submissionId}-${Math.random()}`,
      },
    }),
  },
  'POST /api/roles/:id/end': {
    allows: giversOfRoles,
    request: ({ roleId }) => ({ path: { id: roleId }, body: { lastDay: '2024-09-30', reason: null } }),
  },
  'POST /api/roles/hand-over': {
    allows: inTenant('systemAdmin'),
    request: ({ personId }) => ({ body: { personId, submissionId: `${submissionId}-${Math.random()}` } }),
  },
  'GET /api/roles': {
    allows: inInspection('office', 'systemAdmin', 'securityAdmin', 'auditAdmin'),
    request: ({ inspectionId }) => ({ query: { inspection: inspectionId } }),
  },
  'GET /api/me/deputies': { allows: anybodySignedIn },
  'POST /api/me/deputies': {
    allows: anybodyOfTheTenant,
    request: ({ personId }) => ({
      body: { deputyId: personId, ...days, submissionId: `${submissionId}-${Math.random()}` },
    }),
  },
  'POST /api/people/:id/deputies': {
    allows: inTenant('securityAdmin'),
    request: (target) => ({
      ...ofPerson(target),
      body: { deputyId: target.personId, ...days, submissionId: `${submissionId}-${Math.random()}` },
    }),
  },
  // Whoever handed over ends it himself; here it is somebody else's.
  'POST /api/deputies/:id/end': {
    allows: inTenant('securityAdmin'),
    request: ({ deputationId }) => ({ path: { id: deputationId } }),
  },
  'GET /api/policy': { allows: anywhere('securityAdmin', 'auditAdmin') },
  'POST /api/people/sheets': { allows: keepers },
  'POST /api/people/sheets/text': { allows: keepers, request: () => ({ body: { text: '姓名,单位' } }) },
  'POST /api/people/sheets/preview': { allows: keepers, request: () => ({ body: sheet }) },
  'POST /api/people/sheets/apply': {
    allows: keepers,
    request: () => ({ body: { ...sheet, expected: { create: 0, update: 0 }, submissionId } }),
  },
  'GET /api/people/table': { allows: keepers, request: () => ({ query: { kind: 'people' } }) },
}
