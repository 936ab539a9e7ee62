/** What each route does: one use case. A route of the contracts without a handler does not compile. */
import type { Route } from '../core/api/contracts.ts'
import { ledgerQueryOf } from '../core/ledger/ledger-query.ts'
import { Refusal } from '../core/refusal.ts'
import { applyImport } from '../usecases/apply-import.ts'
import { boot } from '../usecases/boot.ts'
import { changePassword } from '../usecases/change-password.ts'
import { closeSession } from '../usecases/close-session.ts'
import { createImport, createImportFromText } from '../usecases/create-import.ts'
import { discardImport } from '../usecases/discard-import.ts'
import { loadSample } from '../usecases/load-sample.ts'
import { previewImport } from '../usecases/preview-import.ts'
import { getImport, listImports } from '../usecases/read-imports.ts'
import {
  countLedger,
  findNumbered,
  getFinding,
  getMeasure,
  listAspects,
  listInspections,
  listUnits,
  readLedger,
} from '../usecases/read-ledger.ts'
import { sessionView } from '../usecases/session-view.ts'
import { setPreferences } from '../usecases/set-preferences.ts'
import { setUp } from '../usecases/set-up.ts'
import { storeEdits } from '../usecases/store-edits.ts'
import type { Context, Handler } from './handler.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { checkHandlers } from './handlers/checks.ts'
import { citationHandlers, proposalHandlers } from './handlers/citations.ts'
import { deadlinesHandlers } from './handlers/deadlines.ts'
import { evidenceHandlers } from './handlers/evidence.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import { figureHandlers } from './handlers/figures.ts'
import { historyHandlers } from './handlers/history.ts'
import { lifeHandlers } from './handlers/life.ts'
import { liveHandlers } from './handlers/live.ts'
import { papersHandlers } from './handlers/papers.ts'
import { peopleHandlers } from './handlers/people.ts'
import { inspectionHandlers, planHandlers } from './handlers/plan.ts'
import { projectHandlers } from './handlers/projects.ts'
import { registerHandlers } from './handlers/registers.ts'
import { reportsHandlers } from './handlers/reports.ts'
import { clearSessionCookie, deviceOf, isLoopback, setSessionCookie } from './request-context.ts'

const ok = { ok: true } as const

export const handlers: { readonly [R in Route]: Handler<R> } = {
  'GET /api/boot': (context) => bootOf(context),
  'POST /api/setup': async ({ outside, language, settings, request, reply }, { body }) => {
    if (settings.setupCode !== null && !isLoopback(request) && body.setupCode !== settings.setupCode)
      throw new Refusal('setup.codeWrong', { field: 'setupCode' })
    const session = await setUp(outside, body, language, deviceOf(request))
    setSessionCookie(reply, session, settings.tls)
    return sessionView(session.visitor)
  },
  'DELETE /api/session': async ({ outside, visitor, token, reply }) => {
    await closeSession(outside, visitor, token)
    clearSessionCookie(reply)
    return ok
  },
  'PUT /api/me/password': async ({ outside, visitor, token, language, settings, reply }, { body }) => {
    const session = await changePassword(outside, visitor, { ...body, token }, language)
    setSessionCookie(reply, session, settings.tls)
    return sessionView(session.visitor)
  },
  'PUT /api/me/preferences': ({ outside, visitor }, { body }) => setPreferences(outside, visitor, body),
  'GET /api/inspections': ({ outside, visitor }) => listInspections(outside, visitor),
  'POST /api/sample': ({ outside, visitor }, { body }) => loadSample(outside, visitor, body.submissionId),
  'POST /api/imports': async ({ outside, visitor, file }) => createImport(outside, visitor, await file()),
  'POST /api/imports/text': ({ outside, visitor, language }, { body }) => {
    const name = body.name || (language === 'zh' ? '粘贴的文字' : 'Pasted text')
    return createImportFromText(outside, visitor, { name, text: body.text })
  },
  'GET /api/imports': ({ outside, visitor }) => listImports(outside, visitor),
  'GET /api/imports/:id': ({ outside, visitor }, { params }) => getImport(outside, visitor, params.id),
  'PUT /api/imports/:id/edits': ({ outside, visitor }, { params, body }) =>
    storeEdits(outside, visitor, params.id, body),
  'POST /api/imports/:id/preview': ({ outside, visitor }, { params, body }) =>
    previewImport(outside, visitor, params.id, body.inspectionId),
  'POST /api/imports/:id/apply': ({ outside, visitor }, { params, body }) =>
    applyImport(outside, visitor, params.id, body),
  'DELETE /api/imports/:id': async ({ outside, visitor }, { params }) => {
    await discardImport(outside, visitor, params.id)
    return ok
  },
  'GET /api/ledger': ({ outside, visitor }, { query }) => readLedger(outside, visitor, ledgerQueryOf(query)),
  'GET /api/ledger/counts': ({ outside, visitor }, { query }) => countLedger(outside, visitor, ledgerQueryOf(query)),
  'GET /api/findings/:id': ({ outside, visitor, language }, { params }) =>
    getFinding(outside, visitor, params.id, language),
  'GET /api/measures/:id': ({ outside, visitor, language }, { params }) =>
    getMeasure(outside, visitor, params.id, language),
  'GET /api/aspects': ({ outside, visitor }, { query }) => listAspects(outside, visitor, query.inspection),
  'GET /api/units': ({ outside, visitor }, { query }) => listUnits(outside, visitor, query.inspection),
  ...accountHandlers,
  ...citationHandlers,
  ...proposalHandlers,
  ...evidenceHandlers,
  ...checkHandlers,
  ...exchangeHandlers,
  ...figureHandlers,
  ...historyHandlers,
  ...lifeHandlers,
  ...liveHandlers,
  'GET /api/numbered': ({ outside, visitor }, { query }) =>
    findNumbered(outside, visitor, query.inspection, query.number),
  ...peopleHandlers,
  ...planHandlers,
  ...projectHandlers,
  ...inspectionHandlers,
  ...reportsHandlers,
  ...registerHandlers,
  ...deadlinesHandlers,
  ...papersHandlers,
}

/** The boot value for this visitor. */
export const bootOf = ({
  outside,
  visitor,
  settings,
  request,
}: Pick<Context, 'outside' | 'visitor' | 'settings' | 'request'>) =>
  boot(outside, visitor, {
    setupCodeNeeded: settings.setupCode !== null && !isLoopback(request),
    version: settings.version,
  })
