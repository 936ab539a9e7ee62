/** Routes of the life of a measure and of a finding: what may be done now, acts, requests, approvals, the leader's page. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { lightSchema } from '../deadline/light.ts'
import { standards } from '../finding/standards.ts'
import { measureActSchema, requestKindSchema } from '../measure/acts.ts'
import { measureStatusSchema } from '../measure/status.ts'
import { countedSchema } from '../registers/counted-schema.ts'
import { type Contract, done, idParams, inspectionQuery, submissionId, version } from './contract.ts'
import { historyEventSchema, id, instant, ledgerMeasureRowSchema, named } from './ledger-records.ts'

/** Who did it; `onBehalfOf` when a deputy did. */
export const doneBySchema = z.object({ person: named, onBehalfOf: named.nullable(), at: instant })

/** What is missing before an act, each with the place that fixes it. `text` is a sentence in the language asked for. */
export const missingSchema = z.object({
  code: z.string(),
  text: z.string(),
  targetId: id.nullable(),
})

/** One act that somebody might look for here: allowed, or why not. Pages draw their buttons from these, in this order. */
export const offerSchema = z.object({
  act: measureActSchema,
  to: measureStatusSchema,
  allowed: z.boolean(),
  /** Why not, in the language asked for. */
  reason: z.string().nullable(),
  missing: z.array(missingSchema),
})

export const targetSchema = z.object({
  id,
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  expectedProof: z.string().nullable(),
  /** By the newest report; from cited entries where there are any. */
  reached: z.number().nullable(),
  /** What it counts; null: its progress is reported. */
  counts: countedSchema.nullable(),
  evidence: z.number().int(),
})

/** The application for sign-off that is under way, or the last one. */
export const applicationSchema = z.object({
  id,
  applied: doneBySchema,
  selfAssessment: z.string(),
  targets: z.array(z.object({ targetId: id, met: z.boolean(), explanation: z.string().nullable() })),
  endorsed: doneBySchema.extend({ note: z.string().nullable() }).nullable(),
  verified: doneBySchema.extend({ note: z.string().nullable(), siteCheck: z.string().nullable() }).nullable(),
  signed: doneBySchema.extend({ note: z.string().nullable() }).nullable(),
  returned: doneBySchema.extend({ missing: z.string() }).nullable(),
})

/** An extension, a move to long-term, or a finding that does not hold: asked for by one, decided by two others. */
export const requestSchema = z.object({
  id,
  kind: requestKindSchema,
  state: z.enum(['raised', 'endorsed', 'approved', 'refused', 'withdrawn']),
  raised: doneBySchema,
  reason: z.string(),
  /** Extension: how far the work is. */
  progress: z.string().nullable(),
  /** Extension: the date asked for. Move to long-term: the next review. */
  day: daySchema.nullable(),
  previousDueOn: daySchema.nullable(),
  /** Does not hold: the documents that show it. */
  basis: z.string().nullable(),
  decisions: z.array(
    doneBySchema.extend({ decision: z.enum(['endorse', 'approve', 'refuse']), note: z.string().nullable() }),
  ),
  /** What the reader may decide now, and why not otherwise. */
  offers: z.array(
    z.object({
      decision: z.enum(['endorse', 'approve', 'refuse', 'withdraw']),
      allowed: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
})

/** The part of the measure page that its life adds. */
export const measureLifeSchema = z.object({
  targets: z.array(targetSchema),
  application: applicationSchema.nullable(),
  requests: z.array(requestSchema),
  offers: z.array(offerSchema),
  requestOffers: z.array(z.object({ kind: requestKindSchema, allowed: z.boolean(), reason: z.string().nullable() })),
  /** Earlier cycles, frozen as they ended; newest first. */
  cycles: z.array(
    z.object({ cycle: z.number().int(), status: measureStatusSchema, endedAt: instant, reason: z.string() }),
  ),
  closedAt: instant.nullable(),
})

export const measureActBodySchema = z.object({
  act: measureActSchema,
  version,
  submissionId,
  /** Return: what is missing, at least ten characters. Reopen, review: why. Otherwise a remark. */
  reason: z.string().trim().max(2000).optional(),
  /** Apply. */
  selfAssessment: z.string().trim().max(4000).optional(),
  targets: z
    .array(z.object({ targetId: id, met: z.boolean(), explanation: z.string().trim().max(1000).optional() }))
    .optional(),
  /** Verify: what was seen on site. */
  siteCheck: z.string().trim().max(2000).optional(),
  /** Review of an ongoing measure: the next one. */
  reviewOn: daySchema.optional(),
  /** Reopen: document or event that gives the ground. */
  basis: z.string().trim().max(1000).optional(),
})

export const findingLifeSchema = z.object({
  version: z.number().int(),
  state: z.enum(['open', 'basicallyDone', 'signedOff']),
  signedOff: doneBySchema.nullable(),
  basicallyDone: doneBySchema.nullable(),
  standards: z.array(z.object({ standard: z.enum(standards), basis: z.string() })),
  offers: z.array(
    z.object({
      act: z.enum(['basicallyDone', 'signOff', 'reopen']),
      allowed: z.boolean(),
      reason: z.string().nullable(),
      missing: z.array(missingSchema),
    }),
  ),
})

/** Something that waits for the reader's decision, with everything needed to decide it. */
export const approvalSchema = z.object({
  /** `measure-12`, `request-3`, `finding-4`. */
  key: z.string(),
  subject: z.enum(['measure', 'request', 'finding']),
  id,
  measure: ledgerMeasureRowSchema.nullable(),
  finding: z.object({ id, number: z.string(), heading: z.string() }).nullable(),
  /** Acts or decisions that the reader may take. */
  may: z.array(z.string()),
  application: applicationSchema.nullable(),
  request: requestSchema.nullable(),
  targets: z.array(targetSchema),
  waitingSince: instant,
})

export const leaderPageSchema = z.object({
  total: z.number().int(),
  lights: z.record(lightSchema, z.number().int()),
  /** Reds, then yellows; each with one line of reason and one of next step. */
  rows: z.array(
    z.object({
      measure: ledgerMeasureRowSchema,
      reason: z.string(),
      next: z.string(),
      awaitsMe: z.boolean(),
      urgedAt: instant.nullable(),
    }),
  ),
  awaitingMe: z.number().int(),
})

export const lifeContracts = {
  'POST /api/measures/:id/acts': {
    action: 'measure.act',
    params: idParams,
    body: measureActBodySchema,
    response: z.object({ status: measureStatusSchema, version: z.number().int(), sentence: z.string() }),
  },
  'POST /api/measures/:id/requests': {
    action: 'measure.request',
    params: idParams,
    body: z.object({
      kind: requestKindSchema,
      version,
      submissionId,
      reason: z.string().trim().min(1).max(2000),
      progress: z.string().trim().max(2000).optional(),
      day: daySchema.optional(),
      basis: z.string().trim().max(2000).optional(),
    }),
    response: z.object({ requestId: id, version: z.number().int(), sentence: z.string() }),
  },
  'POST /api/requests/:id/decisions': {
    action: 'measure.decide',
    params: idParams,
    body: z.object({
      decision: z.enum(['endorse', 'approve', 'refuse', 'withdraw']),
      note: z.string().trim().max(2000).optional(),
      version,
      submissionId,
    }),
    response: z.object({ version: z.number().int(), sentence: z.string() }),
  },
  /** A cycle as it ended: the whole measure page of then. */
  'GET /api/measures/:id/cycles/:cycle': {
    action: 'measure.read',
    params: z.object({ id: z.coerce.number().int().positive(), cycle: z.coerce.number().int().positive() }),
    response: z.object({
      cycle: z.number().int(),
      measure: ledgerMeasureRowSchema,
      targets: z.array(targetSchema),
      applications: z.array(applicationSchema),
      history: z.array(historyEventSchema),
      reason: z.string(),
      endedAt: instant,
    }),
  },
  'POST /api/findings/:id/acts': {
    action: 'finding.act',
    params: idParams,
    body: z.object({
      act: z.enum(['basicallyDone', 'signOff', 'reopen']),
      version,
      submissionId,
      standards: z
        .array(z.object({ standard: z.enum(standards), basis: z.string().trim().min(1).max(1000) }))
        .optional(),
      reason: z.string().trim().max(2000).optional(),
    }),
    response: z.object({ version: z.number().int(), sentence: z.string() }),
  },
  'GET /api/approvals': { action: 'approval.list', query: inspectionQuery, response: z.array(approvalSchema) },
  'GET /api/leader': { action: 'leader.read', query: inspectionQuery, response: leaderPageSchema },
  /** A leader asks the unit to hurry: a message to its officer and head. */
  'POST /api/measures/:id/urge': {
    action: 'measure.urge',
    params: idParams,
    body: z.object({ submissionId, words: z.string().trim().max(500).optional() }),
    response: done,
  },
} as const satisfies Record<string, Contract>
