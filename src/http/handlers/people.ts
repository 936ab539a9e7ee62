/** Units, people, roles and deputies. */
import type { peopleContracts } from '../../core/api/people.ts'
import { readUnitTree, searchPeople } from '../../usecases/search-people.ts'
import type { HandlersOf } from '../handler.ts'

export const peopleHandlers: HandlersOf<typeof peopleContracts> = {
  'GET /api/people': ({ outside, visitor }, { query }) =>
    searchPeople(outside, visitor, {
      q: query.q,
      unitId: query.unit ?? null,
      inspectionId: query.inspection ?? null,
      limit: query.limit,
    }),
  'GET /api/unit-tree': ({ outside, visitor }) => readUnitTree(outside, visitor),
}
