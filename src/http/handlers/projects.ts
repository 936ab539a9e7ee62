/** Projects, and the rounds in which they were looked back at. */
import type { projectContracts } from '../../core/api/projects.ts'
import { listProjects } from '../../usecases/list-projects.ts'
import { listLookBacks, readLookBack } from '../../usecases/read-look-backs.ts'
import { readProject } from '../../usecases/read-project.ts'
import type { HandlersOf } from '../handler.ts'

export const projectHandlers: HandlersOf<typeof projectContracts> = {
  'GET /api/projects': ({ outside, visitor, language }, { query }) => listProjects(outside, visitor, query, language),
  'GET /api/projects/:id': ({ outside, visitor, language }, { params }) =>
    readProject(outside, visitor, params.id, language),
  'GET /api/look-backs': ({ outside, visitor }) => listLookBacks(outside, visitor),
  'GET /api/look-backs/:id': ({ outside, visitor }, { params }) => readLookBack(outside, visitor, params.id),
}
