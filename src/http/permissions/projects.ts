/**
 * Projects belong to the district and are kept by a unit: its officers and head read them; so does, whatever the inspection,
 * whoever sees one as a whole, and a leader, who answers across units. Lists hold what each one sees.
 */
import type { projectContracts } from '../../core/api/projects.ts'
import { type Expectation, type Expectations, readersSomewhere } from './expectation.ts'

const acrossUnits: readonly unknown[] = ['office', 'inspector', 'leadingGroup', 'viewer', 'leader']

/** `otherInspection` is of the same unit. */
const readersOfUnit: Expectation['allows'] = (role, relation) =>
  acrossUnits.includes(role)
    ? relation !== 'otherTenant'
    : (role === 'officer' || role === 'unitHead') && (relation === 'ownUnit' || relation === 'otherInspection')

export const projectExpectations: Expectations<typeof projectContracts> = {
  'GET /api/projects': { allows: readersSomewhere },
  'GET /api/projects/:id': { allows: readersOfUnit, request: ({ projectId }) => ({ path: { id: projectId } }) },
  'GET /api/look-backs': { allows: readersSomewhere },
  'GET /api/look-backs/:id': { allows: readersOfUnit, request: ({ batchId }) => ({ path: { id: batchId } }) },
}
