/** Routes of the history: the audit log with its seals, and records as they were. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { recordKinds } from '../history/history-event.ts'
import type { Contract } from './contract.ts'
import { id, instant } from './ledger-records.ts'

const fields = z.record(z.string(), z.unknown())

export const auditRowSchema = z.object({
  id,
  at: instant,
  actor: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  role: z.string().nullable(),
  unit: z.string().nullable(),
  act: z.string(),
  recordKind: z.string(),
  recordId: z.number().int(),
  /** Of accounts, people, units and the district alone: the content of the ledger is not for auditors. */
  before: fields.nullable(),
  after: fields.nullable(),
  reason: z.string().nullable(),
  /** Not sealed yet. */
  waiting: z.boolean(),
})

const seal = z.number().int()
const event = z.number().int()
/** As `Fault` of `verify-history.ts`. */
export const faultSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('eventChanged'), event, seal: seal.nullable() }),
  z.object({ code: z.literal('eventMissing'), event, seal }),
  z.object({ code: z.literal('eventUnsealed'), event }),
  z.object({ code: z.literal('eventTwice'), event, seal }),
  z.object({ code: z.literal('sealChanged'), seal }),
  z.object({ code: z.literal('sealMissing'), seal }),
  z.object({ code: z.literal('sealMoved'), seal }),
  z.object({ code: z.literal('sealSignature'), seal }),
  z.object({ code: z.literal('truncated'), seal, last: seal }),
  z.object({ code: z.literal('checkpointDiffers'), seal }),
  z.object({ code: z.literal('checkpointSignature'), seal }),
])

const auditQuery = z.object({
  act: z.string().max(60).optional(),
  actor: z.coerce.number().int().positive().optional(),
  kind: z.enum(recordKinds).optional(),
  record: z.coerce.number().int().positive().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** Only events older than this one. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditSearch = z.infer<typeof auditQuery>

export const recordStateSchema = z.object({
  /** When it became so; null: it stood so when states began to be kept. */
  at: instant.nullable(),
  by: z.string().nullable(),
  act: z.string().nullable(),
  fields,
})

export const historyContracts = {
  'GET /api/audit': {
    action: 'audit.read',
    query: auditQuery,
    response: z.object({ rows: z.array(auditRowSchema), next: z.number().int().nullable() }),
  },
  'GET /api/audit/state': {
    action: 'audit.read',
    response: z.object({
      seals: z.number().int(),
      head: z.string().nullable(),
      sealedAt: instant.nullable(),
      waiting: z.number().int(),
      checkpoints: z.number().int(),
      checkpointAt: instant.nullable(),
      algorithm: z.string(),
      keyId: z.string(),
    }),
  },
  'POST /api/audit/verification': {
    action: 'audit.verify',
    response: z.object({
      events: z.number().int(),
      seals: z.number().int(),
      waiting: z.number().int(),
      checkpoints: z.number().int(),
      head: z.string().nullable(),
      faults: z.array(faultSchema),
      faultCount: z.number().int(),
    }),
  },
  /** The rows as a table for Excel (CSV in UTF-8 with mark), newest first, at most 100 000. */
  'GET /api/audit/table': { action: 'audit.read', query: auditQuery, raw: true, response: z.void() },
  'GET /api/records/:kind/:id/states': {
    action: 'record.readStates',
    params: z.object({ kind: z.enum(['finding', 'cause', 'measure']), id: z.coerce.number().int().positive() }),
    /** Newest first. */
    response: z.array(recordStateSchema),
  },
} as const satisfies Record<string, Contract>
