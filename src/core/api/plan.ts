/**
 * Routes of the plan: editing findings, causes and measures, assigning many at once, the machine checks, joint review,
 * approval, docketing.
 */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { measureKindSchema, measureStatusSchema } from '../measure/status.ts'
import { planChecks, planLacks } from '../plan/checks.ts'
import { bulkLimit } from '../plan/edit-rules.ts'
import { opinions, roundStates } from '../plan/review.ts'
import { countedSchema } from '../registers/counted-schema.ts'
import { type Contract, idParams, inspectionQuery, submissionId, version } from './contract.ts'
import { id, named } from './ledger-records.ts'
import { doneBySchema } from './life.ts'

const words = (most: number) => z.string().trim().max(most)
const someWords = (most: number) => words(most).min(1)
const ids = z.array(id).max(200)
/** Needed once the plan is approved. */
const reason = words(2000).optional()
const write = { version, submissionId, reason }

export const planTargetSchema = z.object({
  words: words(500),
  quantity: z.number().nonnegative().max(1e12).nullable(),
  unit: words(20).nullable(),
  expectedProof: words(300).nullable(),
  /** What it counts; its progress is then worked out. Null: it is reported. No part of the plan that is approved. */
  counts: countedSchema.nullish(),
})

const findingFields = {
  number: someWords(40),
  heading: someWords(500),
  original: words(20_000).nullable(),
  aspect: words(200).nullable(),
  selfFound: z.boolean(),
  widenedFrom: id.nullable(),
}
const causeFields = { text: someWords(4000), findingIds: ids, measureIds: ids }
const assignedFields = {
  leadUnitId: id.nullable(),
  supportingUnitIds: z.array(id).max(50),
  responsibleLeaderId: id.nullable(),
  responsibleOfficerId: id.nullable(),
  kind: measureKindSchema.nullable(),
  duePhrase: words(200).nullable(),
  dueOn: daySchema.nullable(),
}
const measureFields = {
  ...assignedFields,
  text: someWords(8000),
  targets: z.array(planTargetSchema).max(20),
  findingIds: ids,
  causeIds: ids,
}
export const findingChangeSchema = z.object(findingFields).partial()
export const causeChangeSchema = z.object(causeFields).partial()
export const measureChangeSchema = z.object(measureFields).partial()
export const assignmentChangeSchema = z.object(assignedFields).partial()

const written = z.object({ id, version: z.number().int() })
const removed = z.object({ removalId: id })
const offer = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

const common = {
  inspection: named,
  version: z.number().int(),
  planApproved: z.boolean(),
  offers: z.object({ edit: offer, remove: offer }),
}
export const findingToEditSchema = z.object({ id, ...findingFields, ...common })
export const causeToEditSchema = z.object({ id, ...causeFields, ...common })
export const measureToEditSchema = z.object({
  id,
  number: z.string(),
  status: measureStatusSchema,
  docketNumber: z.string().nullable(),
  text: z.string(),
  kind: measureKindSchema.nullable(),
  duePhrase: z.string().nullable(),
  dueOn: daySchema.nullable(),
  originalDueOn: daySchema.nullable(),
  leadUnit: named.nullable(),
  supportingUnits: z.array(named),
  responsibleLeader: named.nullable(),
  responsibleOfficer: named.nullable(),
  targets: z.array(planTargetSchema),
  findingIds: z.array(id),
  causeIds: z.array(id),
  /** In an approved plan: its day then moves by extension alone. */
  approved: z.boolean(),
  ...common,
})
/** What links can be made to. */
export const planOutlineSchema = z.object({
  inspection: named.extend({ feedbackOn: daySchema.nullable() }),
  findings: z.array(z.object({ id, number: z.string(), heading: z.string() })),
  causes: z.array(z.object({ id, text: z.string(), findingIds: z.array(id) })),
  measures: z.array(z.object({ id, number: z.string(), text: z.string() })),
})

const problemSchema = z.object({
  check: z.enum(planChecks),
  record: z.enum(['finding', 'cause', 'measure']),
  id,
  number: z.string().nullable(),
  text: z.string(),
  /** For a measure: the finding that it stands under. */
  findingId: id.nullable(),
  lacks: z.array(z.enum(planLacks)),
})
const changeSchema = z.object({
  record: z.enum(['finding', 'cause', 'measure']),
  id,
  change: z.enum(['added', 'changed', 'removed']),
  number: z.string().nullable(),
  text: z.string(),
  fields: z.array(z.string()),
})
const countsSchema = z.object({
  findings: z.number().int().nullable(),
  causes: z.number().int().nullable(),
  measures: z.number().int().nullable(),
})
export const opinionSchema = z.object({
  id,
  body: z.string(),
  opinion: z.enum(opinions),
  words: z.string().nullable(),
  givenOn: daySchema,
  given: doneBySchema,
  /** The paper that the office entered it from; null when the body gave it itself. */
  paper: z.string().nullable(),
  answer: z.string().nullable(),
  answered: doneBySchema.nullable(),
})
export const roundSchema = z.object({
  id,
  round: z.number().int(),
  state: z.enum(roundStates),
  submitted: doneBySchema,
  words: z.string().nullable(),
  digest: z.string(),
  counts: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  bodies: z.array(z.string()),
  opinions: z.array(opinionSchema),
  standing: z.object({ missing: z.array(z.string()), returning: z.array(z.string()), unanswered: z.array(z.string()) }),
  decided: doneBySchema.nullable(),
  decisionWords: z.string().nullable(),
})
export const planSchema = z.object({
  inspection: named,
  counts: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  /** As the text that was imported claims them; null where it claims none. */
  declared: countsSchema,
  problems: z.array(problemSchema),
  /** Bodies that the next round goes to. */
  reviewBodies: z.array(z.string()),
  rounds: z.array(roundSchema),
  /** What is different from the plan under review or, without one, from the plan approved last. */
  changes: z.array(changeSchema),
  docket: z.object({
    ready: z.array(z.object({ id, number: z.string(), text: z.string(), officer: z.string().nullable() })),
    /** Planned, but not as approved: they wait for a round of review. */
    waiting: z.number().int(),
    firstNumber: z.string(),
    lastNumber: z.string(),
    docketed: z.number().int(),
  }),
  offers: z.object({
    edit: offer,
    submit: offer,
    approve: offer,
    return: offer,
    withdraw: offer,
    opine: offer,
    answer: offer,
    docket: offer,
  }),
})

const recordRoutes = {
  'POST /api/plan/findings': {
    action: 'plan.edit',
    body: findingChangeSchema.extend({ inspectionId: id, heading: findingFields.heading, reason, submissionId }),
    response: written,
  },
  'GET /api/plan/findings/:id': { action: 'plan.read', params: idParams, response: findingToEditSchema },
  'PUT /api/plan/findings/:id': {
    action: 'plan.edit',
    params: idParams,
    body: findingChangeSchema.extend(write),
    response: written,
  },
  'POST /api/plan/findings/:id/remove': {
    action: 'plan.edit',
    params: idParams,
    body: z.object(write),
    response: removed,
  },
  'POST /api/plan/causes': {
    action: 'plan.edit',
    body: causeChangeSchema.extend({ inspectionId: id, text: causeFields.text, reason, submissionId }),
    response: written,
  },
  'GET /api/plan/causes/:id': { action: 'plan.read', params: idParams, response: causeToEditSchema },
  'PUT /api/plan/causes/:id': {
    action: 'plan.edit',
    params: idParams,
    body: causeChangeSchema.extend(write),
    response: written,
  },
  'POST /api/plan/causes/:id/remove': {
    action: 'plan.edit',
    params: idParams,
    body: z.object(write),
    response: removed,
  },
  'POST /api/plan/measures': {
    action: 'plan.edit',
    body: measureChangeSchema.extend({ inspectionId: id, text: measureFields.text, reason, submissionId }),
    response: written,
  },
  'GET /api/plan/measures/:id': { action: 'plan.read', params: idParams, response: measureToEditSchema },
  'PUT /api/plan/measures/:id': {
    action: 'plan.edit',
    params: idParams,
    body: measureChangeSchema.extend(write),
    response: written,
  },
  'POST /api/plan/measures/:id/remove': {
    action: 'plan.edit',
    params: idParams,
    body: z.object(write),
    response: removed,
  },
  /** Puts back what was removed, under its own id. */
  'POST /api/plan/removals/:id/restore': {
    action: 'plan.edit',
    params: idParams,
    body: z.object({ submissionId }),
    response: z.object({ id }),
  },
} as const satisfies Record<string, Contract>

export const planContracts = {
  ...recordRoutes,
  'GET /api/plan': { action: 'plan.read', query: inspectionQuery, response: planSchema },
  'GET /api/plan/outline': { action: 'plan.read', query: inspectionQuery, response: planOutlineSchema },
  /** Many measures in one transaction, each with its own values, so that undoing is the same act with the values of before. */
  'POST /api/plan/assignments': {
    action: 'plan.edit',
    body: z.object({
      inspectionId: id,
      changes: z
        .array(z.object({ id, version, set: assignmentChangeSchema }))
        .min(1)
        .max(bulkLimit),
      reason,
      submissionId,
    }),
    response: z.object({
      changed: z.array(z.object({ id, version: z.number().int(), before: assignmentChangeSchema })),
      /** Left as they are, each with the reason in the language asked for. */
      left: z.array(z.object({ id, number: z.string(), reason: z.string() })),
      same: z.number().int(),
    }),
  },
  'POST /api/plan/rounds': {
    action: 'plan.edit',
    body: z.object({ inspectionId: id, words: words(2000).optional(), submissionId }),
    response: z.object({ id, round: z.number().int() }),
  },
  /** The plan as it was submitted, and what it changed against the one approved before. */
  'GET /api/plan/rounds/:id': {
    action: 'plan.read',
    params: idParams,
    response: roundSchema.extend({ inspection: named, plan: z.unknown(), changes: z.array(changeSchema) }),
  },
  'POST /api/plan/rounds/:id/opinions': {
    action: 'plan.opine',
    params: idParams,
    body: z.object({
      body: someWords(60),
      opinion: z.enum(opinions),
      words: words(4000).optional(),
      givenOn: daySchema,
      /** From the office: the paper that it enters the opinion from. */
      paper: words(200).optional(),
      submissionId,
    }),
    response: z.object({ id }),
  },
  'POST /api/plan/opinions/:id/answer': {
    action: 'plan.edit',
    params: idParams,
    body: z.object({ answer: someWords(4000), submissionId }),
    response: z.object({ id }),
  },
  'POST /api/plan/rounds/:id/decisions': {
    action: 'plan.decide',
    params: idParams,
    body: z.object({
      decision: z.enum(['approve', 'return', 'withdraw']),
      words: words(2000).optional(),
      submissionId,
    }),
    response: z.object({ state: z.enum(roundStates) }),
  },
  'POST /api/plan/docket': {
    action: 'plan.docket',
    body: z.object({
      inspectionId: id,
      /** Null: all that may be docketed. */
      measureIds: z.array(id).max(10_000).nullable(),
      submissionId,
    }),
    response: z.object({
      docketed: z.array(z.object({ id, number: z.string(), docketNumber: z.string() })),
    }),
  },
} as const satisfies Record<string, Contract>
