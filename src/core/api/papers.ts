/** Routes of escalation papers and of the register of accountability. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { accountabilityKinds, paperActs, paperKindSchema, paperStateSchema } from '../paper/paper.ts'
import { type Contract, done, idParams, inspectionQuery, submissionId, version } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'

const actSchema = z.enum(paperActs)

export const paperRowSchema = z.object({
  id,
  kind: paperKindSchema,
  state: paperStateSchema,
  number: z.string().nullable(),
  unit: named,
  title: z.string(),
  lastDay: daySchema.nullable(),
  measures: z.number().int(),
  draftedAt: instant,
  /** Null: by the scheduler. */
  draftedBy: named.nullable(),
  sentAt: instant.nullable(),
  receivedAt: instant.nullable(),
})

export const paperSchema = paperRowSchema.omit({ measures: true }).extend({
  inspection: named,
  district: z.string(),
  version: z.number().int(),
  body: z.string(),
  measures: z.array(
    z.object({ id, number: z.string(), text: z.string(), dueOn: daySchema.nullable(), missedWeeks: z.number().int() }),
  ),
  steps: z.array(
    z.object({
      act: actSchema,
      person: named,
      onBehalfOf: named.nullable(),
      at: instant,
      words: z.string().nullable(),
    }),
  ),
  mayEdit: z.boolean(),
  offers: z.array(
    z.object({ act: actSchema, allowed: z.boolean(), reason: z.string().nullable(), words: z.boolean() }),
  ),
})

export const accountabilitySchema = z.object({
  /** Every kind, those without an entry with zeros. */
  sums: z.array(
    z.object({
      kind: z.enum(accountabilityKinds),
      entries: z.number().int(),
      people: z.number().int(),
      /** In cents (分). */
      recovered: z.number().int(),
    }),
  ),
  entries: z.array(
    z.object({
      id,
      kind: z.enum(accountabilityKinds),
      people: z.number().int(),
      recovered: z.number().int(),
      onDay: daySchema,
      words: z.string(),
      enteredBy: z.string(),
    }),
  ),
  mayEnter: z.boolean(),
})

export const papersContracts = {
  'GET /api/papers': { action: 'paper.read', query: inspectionQuery, response: z.array(paperRowSchema) },
  'GET /api/papers/:id': { action: 'paper.read', params: idParams, response: paperSchema },
  'POST /api/papers': {
    action: 'paper.draft',
    body: z.object({
      inspection: id,
      kind: paperKindSchema,
      /** Of one lead unit, which gets it. */
      measureIds: z.array(id).min(1).max(200),
      submissionId,
    }),
    response: z.object({ id }),
  },
  'PUT /api/papers/:id': {
    action: 'paper.draft',
    params: idParams,
    body: z.object({
      title: z.string().trim().min(1).max(120),
      body: z.string().trim().min(1).max(8000),
      lastDay: daySchema.nullable(),
      version,
      submissionId,
    }),
    response: z.object({ version: z.number().int() }),
  },
  'POST /api/papers/:id/acts': {
    action: 'paper.act',
    params: idParams,
    body: z.object({ act: actSchema, words: z.string().trim().max(2000).optional(), version, submissionId }),
    response: z.object({ version: z.number().int(), number: z.string().nullable() }),
  },
  'GET /api/accountability': { action: 'accountability.read', query: inspectionQuery, response: accountabilitySchema },
  'POST /api/accountability': {
    action: 'accountability.enter',
    body: z.object({
      inspection: id,
      kind: z.enum(accountabilityKinds),
      people: z.number().int().min(0).max(100_000),
      recovered: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
      onDay: daySchema,
      words: z.string().trim().min(1).max(500),
      submissionId,
    }),
    response: done,
  },
} as const satisfies Record<string, Contract>
