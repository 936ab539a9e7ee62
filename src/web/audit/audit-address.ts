/** The conditions of the audit log, as they stand in its address. */
import { parseDay } from '../../core/deadline/day.ts'
import { recordKinds } from '../../core/history/history-event.ts'

export type AuditAddress = { act?: string; kind?: string; from?: string; to?: string }

/** Takes from an address what the log knows; anything else is dropped. */
export function auditAddressOf(search: Record<string, unknown>): AuditAddress {
  const { act, kind, from, to } = search
  return {
    ...(typeof act === 'string' && act !== '' ? { act } : {}),
    ...(recordKinds.some((each) => each === kind) ? { kind: String(kind) } : {}),
    ...(typeof from === 'string' && parseDay(from) ? { from } : {}),
    ...(typeof to === 'string' && parseDay(to) ? { to } : {}),
  }
}

/** The same as the query of the routes. */
export function auditQueryOf({ act, kind, from, to }: AuditAddress) {
  const known = recordKinds.find((each) => each === kind)
  return {
    limit: 50,
    ...(act === undefined ? {} : { act }),
    ...(known === undefined ? {} : { kind: known }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
