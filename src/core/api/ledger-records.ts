/** Rows of the ledger and of history, and the values that all records are made of. Ids are unique within the tenant. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { lightSchema } from '../deadline/light.ts'
import { measureKindSchema, measureStatusSchema } from '../measure/status.ts'
import { statusBuckets } from '../notice/notice.ts'

export const id = z.number().int().positive()
export const instant = z.string() // ISO 8601 with zone
export const named = z.object({ id, name: z.string() })

export const progressSchema = z.object({ quantity: z.number(), unit: z.string().nullable() })

/** A finding as a row of the ledger. */
export const ledgerFindingRowSchema = z.object({
  type: z.literal('finding'),
  id,
  number: z.string(),
  heading: z.string(),
  aspect: z.string().nullable(),
  reportedStatus: z.object({ text: z.string(), bucket: z.enum(statusBuckets) }).nullable(),
  measures: z.number().int(),
  /** Signed off, ongoing or unsubstantiated. */
  measuresClosed: z.number().int(),
  causes: z.number().int(),
})
/** A measure as a row of the ledger: once per finding in the tree, once in all in the flat table. */
export const ledgerMeasureRowSchema = z.object({
  type: z.literal('measure'),
  id,
  /** `13-2`: number of the finding and place under it. In the flat table: under its first finding. */
  number: z.string(),
  findingId: id.nullable(),
  text: z.string(),
  status: measureStatusSchema,
  kind: measureKindSchema.nullable(),
  docketNumber: z.string().nullable(),
  leadUnit: named.nullable(),
  responsibleOfficer: named.nullable(),
  responsibleLeader: named.nullable(),
  dueOn: daySchema.nullable(),
  duePhrase: z.string().nullable(),
  /** The date of the plan, which stays when the deadline is extended. */
  originalDueOn: daySchema.nullable(),
  target: progressSchema.nullable(),
  /** Of the first target that has a quantity. */
  reached: z.number().nullable(),
  /** Numbers of all findings that it answers, when there is more than one. */
  alsoAnswers: z.array(z.string()),
  light: lightSchema,
  cycle: z.number().int(),
  /** Counts every change: an act decided on an older version is refused. */
  version: z.number().int(),
  /** Pieces of evidence. */
  evidence: z.number().int(),
  /** Weeks in a row without the report that was due. */
  missedWeeks: z.number().int(),
  lastReportOn: daySchema.nullable(),
  reviewOn: daySchema.nullable(),
})
/** A cause as a row of the tree. */
export const ledgerCauseRowSchema = z.object({
  type: z.literal('cause'),
  id,
  findingId: id,
  text: z.string(),
})
export const ledgerRowSchema = z.discriminatedUnion('type', [
  ledgerFindingRowSchema,
  ledgerMeasureRowSchema,
  ledgerCauseRowSchema,
])

export const ledgerViews = ['tree', 'flat'] as const
export const ledgerSorts = ['number', 'due', 'status', 'unit'] as const
export const ledgerQuerySchema = z.object({
  inspection: z.coerce.number().int().positive(),
  view: z.enum(ledgerViews).default('tree'),
  /** Comma-separated lists. */
  status: z.string().max(200).optional(),
  light: z.string().max(200).optional(),
  kind: z.string().max(200).optional(),
  unit: z.string().max(2000).optional(),
  aspect: z.string().max(400).optional(),
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
  /** `none`: measures without a piece of evidence. */
  evidence: z.enum(['none']).optional(),
  /** Free text: Chinese substring search over headings, original wording, causes and measures. */
  q: z.string().trim().max(100).optional(),
  sort: z.enum(ledgerSorts).default('number'),
  descending: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const ledgerPageSchema = z.object({ rows: z.array(ledgerRowSchema), nextCursor: z.string().nullable() })
export const ledgerCountsSchema = z.object({
  findings: z.number().int(),
  causes: z.number().int(),
  measures: z.number().int(),
  matching: z.object({ findings: z.number().int(), measures: z.number().int() }),
  byStatus: z.record(z.string(), z.number().int()),
  byLight: z.record(z.string(), z.number().int()),
})

export const historyEventSchema = z.object({
  id,
  at: instant,
  actor: z.string(),
  /** The one a deputy acted for. */
  onBehalfOf: z.string().nullable(),
  role: z.string().nullable(),
  act: z.string(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
