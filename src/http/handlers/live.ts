/** Changes as they happen. */
import type { liveContracts } from '../../core/api/live.ts'
import type { HandlersOf } from '../handler.ts'

export const liveHandlers: HandlersOf<typeof liveContracts> = {
  'GET /api/live': async ({ live, visitor, request, reply }, { query }) =>
    live.open(visitor, query.inspection, request, reply),
}
