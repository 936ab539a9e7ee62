/** Routes of evidence: files that prove what a measure reached. Whoever sees the measure sees its evidence, nobody else. */
import { z } from 'zod'
import { evidenceKinds } from '../evidence/file-type.ts'
import { type Contract, idParams, submissionId } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'

/** What the camera wrote into a photo. The clock of a camera has no zone: `2024-06-03T10:22:11`. */
export const photoSchema = z.object({
  takenAt: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  camera: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})

const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

export const evidenceSchema = z.object({
  id,
  measureId: id,
  cycle: z.number().int(),
  targetId: id.nullable(),
  name: z.string(),
  mediaType: z.string(),
  kind: z.enum(evidenceKinds),
  size: z.number().int(),
  sha256: z.string(),
  caption: z.string().nullable(),
  uploadedBy: named,
  onBehalfOf: named.nullable(),
  unit: named.nullable(),
  uploadedAt: instant,
  /** Null for what is no picture. */
  photo: photoSchema.nullable(),
  /** Taken before the day of the feedback, and no photo of the state before: a question, not a fault. */
  olderThanFeedback: z.boolean(),
  /** This photo shows the state after; the one named here, before. */
  beforeId: id.nullable(),
  /** Other measures, of those that the reader sees, to which the same bytes are attached. */
  alsoProves: z.array(z.object({ measureId: id, number: z.string() })),
  /** Struck out, and kept. */
  withdrawn: z.object({ by: named, at: instant, reason: z.string() }).nullable(),
  edit: permission,
  withdraw: permission,
})

export const evidenceListSchema = z.object({
  /** Of the present cycle and of earlier ones, oldest first. */
  evidence: z.array(evidenceSchema),
  cycle: z.number().int(),
  feedbackOn: z.string().nullable(),
  attach: permission,
  limitMb: z.number().int(),
  /** Pictures are scaled and marked here; without, they are shown and downloaded as they came. */
  pictures: z.boolean(),
})

export const evidenceSizes = ['thumbnail', 'preview'] as const
export const evidenceFileQuery = z.object({
  /** A scaled picture; otherwise the file itself. */
  size: z.enum(evidenceSizes).optional(),
  /** `marked`: a picture with name, unit and time of the reader across it. `original`: as it came. Otherwise shown in place. */
  download: z.enum(['marked', 'original']).optional(),
})

export const evidenceContracts = {
  'GET /api/measures/:id/evidence': { action: 'evidence.read', params: idParams, response: evidenceListSchema },
  'POST /api/measures/:id/evidence': {
    action: 'evidence.attach',
    params: idParams,
    query: z.object({ submissionId, targetId: z.coerce.number().int().positive().optional() }),
    upload: true,
    /** `repeated`: the same bytes are there already; that piece is given, and nothing was added. */
    response: z.object({ evidence: evidenceSchema, repeated: z.boolean() }),
  },
  'PUT /api/evidence/:id': {
    action: 'evidence.attach',
    params: idParams,
    /** What is named is set; null clears it. */
    body: z.object({
      caption: z.string().trim().max(500).nullable().optional(),
      targetId: id.nullable().optional(),
      beforeId: id.nullable().optional(),
    }),
    response: evidenceSchema,
  },
  'POST /api/evidence/:id/withdraw': {
    action: 'evidence.attach',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(500), submissionId }),
    response: evidenceSchema,
  },
  'GET /api/evidence/:id/file': {
    action: 'evidence.read',
    params: idParams,
    query: evidenceFileQuery,
    raw: true,
    response: z.void(),
  },
} as const satisfies Record<string, Contract>
