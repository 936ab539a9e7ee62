/** Checks: their values, what they found, what becomes of it. */
import type { checkContracts } from '../../core/api/checks.ts'
import { dismissFlag, reopenFlag, turnFlagToFinding } from '../../usecases/decide-flag.ts'
import { listChecks, listFlags, listGaps, listResults, readCheck } from '../../usecases/read-checks.ts'
import { runChecksNow } from '../../usecases/run-checks-now.ts'
import { endLocalValue, setCheckMode, setLocalValue } from '../../usecases/set-check.ts'
import type { HandlersOf } from '../handler.ts'

const ok = { ok: true } as const

export const checkHandlers: HandlersOf<typeof checkContracts> = {
  'GET /api/checks': ({ outside, visitor }) => listChecks(outside, visitor),
  'GET /api/checks/:check': ({ outside, visitor, language }, { params }) =>
    readCheck(outside, visitor, params.check, language),
  'PUT /api/checks/:check/mode': async ({ outside, visitor }, { params, body }) => {
    await setCheckMode(outside, visitor, params.check, body)
    return ok
  },
  'POST /api/checks/:check/parameters': ({ outside, visitor }, { params, body }) =>
    setLocalValue(outside, visitor, params.check, body),
  'POST /api/check-parameters/:id/end': async ({ outside, visitor }, { params, body }) => {
    await endLocalValue(outside, visitor, params.id, body)
    return ok
  },
  'GET /api/flags': ({ outside, visitor, language }, { query }) => listFlags(outside, visitor, query, language),
  'GET /api/check-gaps': async ({ outside, visitor, language }, { query }) => ({
    gaps: await listGaps(outside, visitor, query.project ?? null, language),
  }),
  'GET /api/check-results': async ({ outside, visitor, language }, { query }) => ({
    results: await listResults(outside, visitor, query, language),
  }),
  'POST /api/flags/:id/dismiss': async ({ outside, visitor }, { params, body }) => {
    await dismissFlag(outside, visitor, params.id, body)
    return ok
  },
  'POST /api/flags/:id/reopen': async ({ outside, visitor }, { params, body }) => {
    await reopenFlag(outside, visitor, params.id, body)
    return ok
  },
  'POST /api/flags/:id/finding': ({ outside, visitor }, { params, body }) =>
    turnFlagToFinding(outside, visitor, params.id, body),
  'POST /api/checks/run': ({ outside, visitor }, { body }) => runChecksNow(outside, visitor, body.projectId),
}
