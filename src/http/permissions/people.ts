/** Units, people, roles and deputies: three administrators with three tasks, and the office that knows who does what. */
import type { peopleContracts } from '../../core/api/people.ts'
import { anybodySignedIn, type Expectations } from './expectation.ts'

export const peopleExpectations: Expectations<typeof peopleContracts> = {
  // Names, titles and units of colleagues are no secret within the district: whoever hands over for a time finds somebody.
  'GET /api/people': { allows: anybodySignedIn },
  'GET /api/unit-tree': { allows: anybodySignedIn },
}
