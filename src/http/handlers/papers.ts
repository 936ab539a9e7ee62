/** Escalation papers and the register of accountability. */
import type { papersContracts } from '../../core/api/papers.ts'
import { actOnPaper, draftPaper, editPaper, enterAccountability } from '../../usecases/change-paper.ts'
import { listPapers, readAccountability, readPaper } from '../../usecases/read-papers.ts'
import type { HandlersOf } from '../handler.ts'

export const papersHandlers: HandlersOf<typeof papersContracts> = {
  'GET /api/papers': ({ outside, visitor }, { query }) => listPapers(outside, visitor, query.inspection),
  'GET /api/papers/:id': ({ outside, visitor, language }, { params }) =>
    readPaper(outside, visitor, params.id, language),
  'POST /api/papers': ({ outside, visitor }, { body }) => draftPaper(outside, visitor, body),
  'PUT /api/papers/:id': ({ outside, visitor }, { params, body }) => editPaper(outside, visitor, params.id, body),
  'POST /api/papers/:id/acts': ({ outside, visitor }, { params, body }) =>
    actOnPaper(outside, visitor, params.id, body),
  'GET /api/accountability': ({ outside, visitor }, { query }) =>
    readAccountability(outside, visitor, query.inspection),
  'POST /api/accountability': ({ outside, visitor }, { body }) => enterAccountability(outside, visitor, body),
}
