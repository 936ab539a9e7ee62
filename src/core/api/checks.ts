/** Routes of checks: which there are, by which values they judge, what they found, what became of it. */
import { z } from 'zod'
import { checkAreas, checkOutcomes } from '../checks/check.ts'
import { daySchema } from '../deadline/day.ts'
import { keySchema, wordsSchema } from '../registers/field.ts'
import { type Contract, done, idParams, submissionId } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'

const checkId = z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/)
const checkParams = z.object({ check: checkId })
const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

export const checkModes = ['shadow', 'inForce', 'off'] as const
export const checkModeSchema = z.enum(checkModes)
export const subjectKinds = ['project', 'unit', 'finding'] as const
export const flagStates = ['open', 'dismissed', 'found'] as const
const outcomes = z.object({
  flagged: z.number().int(),
  clear: z.number().int(),
  cannotTell: z.number().int(),
  notApplicable: z.number().int(),
})

const checkSchema = z.object({
  id: checkId,
  area: z.enum(checkAreas),
  name: wordsSchema,
  nature: z.enum(['statute', 'local', 'signal']),
  severity: z.enum(['high', 'medium', 'low']),
  source: z.object({ document: wordsSchema, article: z.string().nullable(), verified: z.boolean() }),
  mode: checkModeSchema,
  subject: z.enum(subjectKinds),
})

/** A local rule that takes the place of a shipped value. */
const localValueSchema = z.object({
  id,
  parameter: z.string(),
  unit: named.nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  value: z.number(),
  source: z.string(),
  version: z.number().int(),
  setBy: named,
  setAt: instant,
  ended: z.object({ by: named, at: instant }).nullable(),
})

/** What is missing, in words, with the form in which to fill it in. */
const needSchema = z.object({
  register: keySchema,
  registerName: wordsSchema,
  field: keySchema.nullable(),
  fieldName: wordsSchema.nullable(),
  entryId: id.nullable(),
})

export const checkResultSchema = z.object({
  id,
  check: checkSchema,
  outcome: z.enum(checkOutcomes),
  subject: z.object({ kind: z.enum(subjectKinds), id, name: z.string() }),
  unit: named.nullable(),
  /** Entries it is about and rests on; of those that the reader may open. */
  entries: z.array(z.object({ id, register: keySchema, title: z.string() })),
  /** Why, in one sentence with its numbers. */
  sentence: wordsSchema,
  needs: z.array(needSchema),
  used: z.array(
    z.object({ parameter: z.string(), name: wordsSchema, unit: z.string(), value: z.number(), local: z.boolean() }),
  ),
  since: instant,
  judgedAt: instant,
  /** Of what is flagged. */
  flag: z
    .object({
      state: z.enum(flagStates),
      by: named.nullable(),
      at: instant.nullable(),
      reason: z.string().nullable(),
      finding: z.object({ id, number: z.string() }).nullable(),
      dismiss: permission,
      turn: permission,
    })
    .nullable(),
})

export const checkContracts = {
  'GET /api/checks': {
    action: 'check.read',
    response: z.object({
      checks: z.array(checkSchema.extend({ counts: outcomes, localValues: z.number().int() })),
      decide: z.boolean(),
      /** Subjects that have changed and are not judged yet. */
      due: z.number().int(),
    }),
  },
  'GET /api/checks/:check': {
    action: 'check.read',
    params: checkParams,
    response: z.object({
      check: checkSchema,
      explanation: wordsSchema,
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      parameters: z.array(
        z.object({
          key: z.string(),
          name: wordsSchema,
          unit: z.string(),
          shipped: z.array(z.object({ from: daySchema.nullable(), value: z.number(), source: wordsSchema.nullable() })),
          local: z.array(localValueSchema),
        }),
      ),
      counts: outcomes,
      results: z.array(checkResultSchema),
      decide: z.boolean(),
    }),
  },
  'PUT /api/checks/:check/mode': {
    action: 'check.decide',
    params: checkParams,
    body: z.object({ mode: checkModeSchema, submissionId }),
    response: done,
  },
  /** A new local value; with `replaces`, the one that it takes the place of ends. */
  'POST /api/checks/:check/parameters': {
    action: 'check.decide',
    params: checkParams,
    body: z.object({
      parameter: keySchema,
      unitId: id.nullable(),
      from: daySchema.nullable(),
      to: daySchema.nullable(),
      value: z.number().min(-1e12).max(1e15),
      source: z.string().trim().min(2).max(300),
      replaces: id.nullable(),
      submissionId,
    }),
    response: z.object({ id }),
  },
  'POST /api/check-parameters/:id/end': {
    action: 'check.decide',
    params: idParams,
    body: z.object({ submissionId }),
    response: done,
  },
  /** What is flagged, newest first. */
  'GET /api/flags': {
    action: 'check.read',
    query: z.object({
      state: z.enum(flagStates).default('open'),
      area: z.enum(checkAreas).optional(),
      severity: z.enum(['high', 'medium', 'low']).optional(),
      unit: z.coerce.number().int().positive().optional(),
      project: z.coerce.number().int().positive().optional(),
      /** Of checks on trial, for the office. */
      shadow: z.enum(['true', 'false']).default('false'),
      cursor: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      flags: z.array(checkResultSchema),
      nextCursor: z.string().nullable(),
      counts: z.object({ open: z.number().int(), dismissed: z.number().int(), found: z.number().int() }),
      decide: z.boolean(),
    }),
  },
  /** What cannot be judged for want of what: by what is missing, most often missing first. */
  'GET /api/check-gaps': {
    action: 'check.read',
    query: z.object({ project: z.coerce.number().int().positive().optional() }),
    response: z.object({ gaps: z.array(checkResultSchema) }),
  },
  'GET /api/check-results': {
    action: 'check.read',
    query: z.object({
      kind: z.enum([...subjectKinds, 'entry']),
      id: z.coerce.number().int().positive(),
    }),
    response: z.object({ results: z.array(checkResultSchema) }),
  },
  'POST /api/flags/:id/dismiss': {
    action: 'check.decide',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(4).max(500), submissionId }),
    response: done,
  },
  'POST /api/flags/:id/reopen': {
    action: 'check.decide',
    params: idParams,
    body: z.object({ submissionId }),
    response: done,
  },
  /** A self-found finding in this inspection, which cites the entries. */
  'POST /api/flags/:id/finding': {
    action: 'check.decide',
    params: idParams,
    body: z.object({ inspectionId: id, heading: z.string().trim().min(4).max(300), submissionId }),
    response: z.object({ findingId: id }),
  },
  'POST /api/checks/run': {
    action: 'check.decide',
    body: z.object({ projectId: id.nullable(), submissionId }),
    /** Subjects judged. */
    response: z.object({ judged: z.number().int() }),
  },
} as const satisfies Record<string, Contract>
