/** The life of measures and findings: acts, requests, approvals, the leader's page. */
import type { lifeContracts } from '../../core/api/life.ts'
import { actOnFinding } from '../../usecases/act-on-finding.ts'
import { actOnMeasure } from '../../usecases/act-on-measure.ts'
import { decideRequest } from '../../usecases/decide-request.ts'
import { listApprovals } from '../../usecases/list-approvals.ts'
import { raiseRequest } from '../../usecases/raise-request.ts'
import { readCycle } from '../../usecases/read-cycle.ts'
import { readLeaderPage } from '../../usecases/read-leader-page.ts'
import { urgeMeasure } from '../../usecases/urge-measure.ts'
import type { HandlersOf } from '../handler.ts'

export const lifeHandlers: HandlersOf<typeof lifeContracts> = {
  'POST /api/measures/:id/acts': ({ outside, visitor, language }, { params, body }) =>
    actOnMeasure(outside, visitor, params.id, body, language),
  'POST /api/measures/:id/requests': ({ outside, visitor, language }, { params, body }) =>
    raiseRequest(outside, visitor, params.id, body, language),
  'POST /api/requests/:id/decisions': ({ outside, visitor, language }, { params, body }) =>
    decideRequest(outside, visitor, params.id, body, language),
  'GET /api/measures/:id/cycles/:cycle': ({ outside, visitor }, { params }) =>
    readCycle(outside, visitor, params.id, params.cycle),
  'POST /api/findings/:id/acts': ({ outside, visitor, language }, { params, body }) =>
    actOnFinding(outside, visitor, params.id, body, language),
  'GET /api/approvals': ({ outside, visitor, language }, { query }) =>
    listApprovals(outside, visitor, query.inspection, language),
  'GET /api/leader': ({ outside, visitor, language }, { query }) =>
    readLeaderPage(outside, visitor, query.inspection, language),
  'POST /api/measures/:id/urge': async ({ outside, visitor }, { params, body }) => {
    await urgeMeasure(outside, visitor, params.id, body)
    return { ok: true }
  },
}
