import { Readable } from 'node:stream'
import type { historyContracts } from '../../core/api/history.ts'
import { actWords } from '../../core/history/acts.ts'
import { auditDay, auditRows, readAudit, readAuditState, verifyForAudit } from '../../usecases/read-audit.ts'
import { readStates } from '../../usecases/read-states.ts'
import type { HandlersOf } from '../handler.ts'

const headings = {
  zh: ['编号', '时间', '操作人', '代', '角色', '单位', '操作', '对象', '对象编号', '事由', '已封存'],
  en: ['id', 'time', 'actor', 'on behalf of', 'role', 'unit', 'act', 'record', 'record id', 'reason', 'sealed'],
}

/** A field of CSV; what a spreadsheet would take for a formula is text. */
const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`

export const historyHandlers: HandlersOf<typeof historyContracts> = {
  'GET /api/audit': ({ outside, visitor }, { query }) => readAudit(outside, visitor, query),
  'GET /api/audit/state': ({ outside, visitor }) => readAuditState(outside, visitor),
  'POST /api/audit/verification': ({ outside, visitor }) => verifyForAudit(outside, visitor),
  'GET /api/audit/table': async ({ outside, visitor, language, reply }, { query }) => {
    const rows = auditRows(outside, visitor, query)
    // The first row is read before anything is sent: a refusal can still be said.
    const first = await rows.next()
    async function* lines(): AsyncGenerator<string> {
      yield `\uFEFF${csvLine(headings[language])}`
      for (let each = first; !each.done; each = await rows.next()) {
        const { id, at, actor, onBehalfOf, role, unit, act, recordKind, recordId, reason, waiting } = each.value
        const words = (actWords as Record<string, Record<typeof language, string>>)[act]?.[language] ?? act
        yield csvLine([id, at, actor, onBehalfOf, role, unit, words, recordKind, recordId, reason, !waiting])
      }
    }
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-${auditDay(outside)}.csv"`)
      .send(Readable.from(lines()))
  },
  'GET /api/records/:kind/:id/states': ({ outside, visitor }, { params }) =>
    readStates(outside, visitor, params.kind, params.id),
}
