/** The audit log, for the audit administrator: who did what when, and whether the history is whole. */

import type { AuditSearch } from '../core/api/history.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import type { VerifyReport } from '../core/history/verify-history.ts'
import { checkHistory } from './check-history.ts'
import { eventsOf, permit } from './permit.ts'
import type { AuditQuery, AuditRow } from './ports/history.ts'
import type { Outside, Visitor } from './ports.ts'

/** Records whose changes are an auditor's business: who may do what. */
const openKinds = ['tenant', 'account', 'person', 'unit']

export async function readAudit({ data }: Outside, visitor: Visitor | null, search: AuditSearch) {
  const { tenantId } = permit(visitor, 'audit.read')
  const rows = await data.read.history.audit(tenantId, { ...queryOf(search), limit: search.limit + 1 })
  const shown = rows.slice(0, search.limit).map(withoutContent)
  return { rows: shown, next: rows.length > search.limit ? (shown.at(-1)?.id ?? null) : null }
}

/** At most so many rows are written into one table. */
const mostRows = 100_000

/** All rows of a search, a page at a time. */
export async function* auditRows({ data }: Outside, visitor: Visitor | null, search: AuditSearch) {
  const { tenantId } = permit(visitor, 'audit.read')
  let before = search.before ?? null
  for (let written = 0; written < mostRows; ) {
    const rows = await data.read.history.audit(tenantId, { ...queryOf(search), before, limit: 1000 })
    for (const row of rows) yield withoutContent(row)
    written += rows.length
    before = rows.at(-1)?.id ?? null
    if (rows.length < 1000) return
  }
}

export async function readAuditState({ data, sealing }: Outside, visitor: Visitor | null) {
  const { tenantId } = permit(visitor, 'audit.read')
  const state = await data.read.history.sealState(tenantId)
  const checkpoints = await sealing.checkpoints.read(tenantId)
  const { algorithm, keyId } = sealing
  return {
    ...state,
    checkpoints: checkpoints.length,
    checkpointAt: checkpoints.at(-1)?.sealedAt ?? null,
    algorithm,
    keyId,
  }
}

/** Checks the whole history; that it was checked, and with which result, is an event of its own. */
export async function verifyForAudit(outside: Outside, visitor: Visitor | null): Promise<VerifyReport> {
  const actor = permit(visitor, 'audit.verify')
  const report = await checkHistory(outside, actor.tenantId)
  const event = eventsOf(actor, 'audit.verify', outside.now())
  const { events, seals, faultCount } = report
  await outside.data.inTenant({ tenantId: actor.tenantId, sight: { whole: [], audiences: [] } }, ({ history }) =>
    history.append([event('history.verified', 'tenant', actor.tenantId, { after: { events, seals, faultCount } })]),
  )
  return report
}

const queryOf = ({ act, actor, kind, record, from, to, before, limit }: AuditSearch): AuditQuery => ({
  act: act ?? null,
  actorId: actor ?? null,
  recordKind: kind ?? null,
  recordId: record ?? null,
  from: from === undefined ? null : midnight(from),
  to: to === undefined ? null : new Date(midnight(to).getTime() + 86_400_000),
  before: before ?? null,
  limit,
})

/** Days are days in China. */
const midnight = (day: Day): Date => new Date(`${day}T00:00:00+08:00`)

const withoutContent = (row: AuditRow): AuditRow =>
  openKinds.includes(row.recordKind) ? row : { ...row, before: null, after: null, reason: null }

/** Today in China, for the name of a table. */
export const auditDay = ({ now }: Outside): Day => chinaDay(now())
