/**
 * One act on one record, as it is kept for ever. Its digest is taken over a canonical text of its content, the same
 * whoever computes it, so that anybody can check an event against its digest.
 */
import type { Role } from '../access/role.ts'
import type { Act } from './acts.ts'

/** `measure` is also the record of every report, application, request and piece of evidence of that measure: its timeline. */
export const recordKinds = [
  'tenant',
  'account',
  'person',
  'unit',
  'inspection',
  'finding',
  'cause',
  'measure',
  'import',
  'paper',
  'evidence',
  'register',
  'entry',
  'figure',
  'check',
] as const
export type RecordKind = (typeof recordKinds)[number]

export type HistoryEvent = {
  /** ISO 8601, UTC, milliseconds. */
  at: string
  actorId: number | null
  role: Role | null
  unitId: number | null
  onBehalfOf: number | null
  act: Act
  recordKind: RecordKind
  recordId: number
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
  reason: string | null
}

/** The text that is digested: JSON with names in order and no blanks, the tenant included. */
export const canonicalEvent = (tenantId: number, event: HistoryEvent): string => canonical({ tenantId, ...event })

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`)
  return `{${fields.join(',')}}`
}
