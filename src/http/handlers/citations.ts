/** What measures and findings cite, and what targets count. */
import type { citationContracts } from '../../core/api/citations.ts'
import type { proposalContracts } from '../../core/api/proposals.ts'
import { citeEntry, setCounted, withdrawCitation } from '../../usecases/cite-entry.ts'
import { listCitations } from '../../usecases/list-citations.ts'
import { listProposals, takeProposals } from '../../usecases/propose-import-entries.ts'
import type { HandlersOf } from '../handler.ts'

export const proposalHandlers: HandlersOf<typeof proposalContracts> = {
  'GET /api/imports/:id/entries': ({ outside, visitor }, { params }) => listProposals(outside, visitor, params.id),
  'POST /api/imports/:id/entries': ({ outside, visitor }, { params, body }) =>
    takeProposals(outside, visitor, params.id, body),
}

export const citationHandlers: HandlersOf<typeof citationContracts> = {
  'GET /api/citations': ({ outside, visitor, language }, { query }) =>
    listCitations(outside, visitor, { kind: query.kind, id: query.record }, language),
  'POST /api/citations': ({ outside, visitor }, { body }) => citeEntry(outside, visitor, body),
  'POST /api/citations/:id/withdraw': async ({ outside, visitor }, { params, body }) => {
    await withdrawCitation(outside, visitor, params.id, body.submissionId)
    return { ok: true }
  },
  'PUT /api/targets/:id/counts': ({ outside, visitor }, { params, body }) =>
    setCounted(outside, visitor, params.id, body),
}
