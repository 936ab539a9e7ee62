/** Routes of weekly reports: what an officer owes this week, reports of a measure, the board unit × week, excuses. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { lightSchema } from '../deadline/light.ts'
import { requestKindSchema } from '../measure/acts.ts'
import { countedSchema } from '../registers/counted-schema.ts'
import { wordsSchema } from '../registers/field.ts'
import { dueStateSchema } from '../report/due-state.ts'
import { type Contract, idParams, inspectionQuery, submissionId } from './contract.ts'
import { id, instant, ledgerMeasureRowSchema, named } from './ledger-records.ts'

const count = z.number().int()
export const reachedSchema = z.object({ targetId: id, quantity: z.number().min(0).max(1e12) })

/** One version of a report, of the lead unit or of a supporting one. */
export const weeklyReportSchema = z.object({
  unit: named,
  version: count,
  noChange: z.boolean(),
  done: z.string().nullable(),
  difficulty: z.string().nullable(),
  nextStep: z.string().nullable(),
  percent: count.nullable(),
  reached: z.array(reachedSchema),
  evidenceIds: z.array(id),
  /** Entries of registers that it brought. */
  entryIds: z.array(id),
  by: named,
  onBehalfOf: named.nullable(),
  filedAt: instant,
})

/** What is owed in one week, and what became of it. */
export const reportDueSchema = z.object({
  /** The Monday. */
  week: daySchema,
  dueAt: instant,
  state: dueStateSchema,
  excuse: z.string().nullable(),
})

export const reportTargetSchema = z.object({
  id,
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  reached: z.number().nullable(),
  /** What it counts: then its progress is the sum of the entries cited for it, and is typed nowhere. */
  counts: countedSchema.extend({ name: wordsSchema.nullable() }).nullable(),
})

export const weekRowSchema = z.object({
  ...reportDueSchema.shape,
  measure: ledgerMeasureRowSchema,
  targets: z.array(reportTargetSchema),
  /** Version of the newest report; 0 when there is none. A report is based on it. */
  version: count,
  report: weeklyReportSchema.nullable(),
  /** The newest report of an earlier week. */
  last: weeklyReportSchema.extend({ week: daySchema }).nullable(),
})

export const weekPageSchema = z.object({
  week: daySchema,
  /** Null where no report is due this week: nothing is docketed yet. */
  dueAt: instant.nullable(),
  endsAt: instant,
  holiday: z.boolean(),
  /** Of the reader's units; `reported` counts late ones too, excused ones are in neither. */
  owed: count,
  reported: count,
  rows: z.array(weekRowSchema),
  /** Weeks that are over without a report, newest first; they can still be filled in and stay marked. */
  missed: z.array(weekRowSchema),
  /** What asks for something else than a report: returned applications, requests that were decided, newest first. */
  attention: z.array(
    z.object({
      kind: z.enum(['returned', 'approved', 'refused']),
      request: requestKindSchema.nullable(),
      measure: z.object({ id, number: z.string(), text: z.string() }),
      by: z.string(),
      at: instant,
      words: z.string().nullable(),
    }),
  ),
  /** The week before; null when nothing was due. */
  before: z.object({ week: daySchema, owed: count, filed: count, late: count, missed: count }).nullable(),
})

export const measureReportsSchema = z.object({
  measureId: id,
  targets: z.array(reportTargetSchema),
  /** Whether the reader may report, and for which unit. */
  mayReport: z.boolean(),
  leadUnit: named.nullable(),
  /** Newest first; the first one may be the week that runs. All versions, newest first; other units' parts beneath. */
  weeks: z.array(reportDueSchema.extend({ version: count, open: z.boolean(), reports: z.array(weeklyReportSchema) })),
})

export const boardCellSchema = z.object({
  light: lightSchema.nullable(),
  due: count,
  filed: count,
  late: count,
  backfilled: count,
  excused: count,
  missed: count,
})
export const boardSchema = z.object({
  /** Oldest first. */
  weeks: z.array(z.object({ week: daySchema, dueAt: instant, holiday: z.boolean() })),
  /** In the order of the official list. A cell is null where nothing was due. */
  units: z.array(z.object({ unit: named, missed: count, cells: z.array(boardCellSchema.nullable()) })),
})
export const boardRowSchema = reportDueSchema.extend({
  measure: ledgerMeasureRowSchema,
  /** Of that week: as it was when the week ended. */
  light: lightSchema,
  report: weeklyReportSchema.nullable(),
})

const words = z.string().trim().max(2000)
export const reportBodySchema = z.object({
  week: daySchema,
  /** Version that the page showed; 0 for the first report of the week. */
  basedOn: z.number().int().nonnegative(),
  submissionId,
  noChange: z.boolean(),
  done: words.nullish(),
  difficulty: words.nullish(),
  nextStep: words.nullish(),
  /** Only for measures without a target that can be counted. */
  percent: z.number().int().min(0).max(100).nullish(),
  reached: z.array(reachedSchema).max(50).default([]),
  evidenceIds: z.array(id).max(200).default([]),
  /** Entries that say what was done; the measure cites them from now on, for the target named. */
  entries: z
    .array(z.object({ entryId: id, targetId: id.nullable() }))
    .max(50)
    .default([]),
})

const filed = z.object({ version: count, state: z.enum(['filed', 'late', 'backfilled', 'withdrawn']) })

export const reportsContracts = {
  'GET /api/week': { action: 'week.read', query: inspectionQuery, response: weekPageSchema },
  'GET /api/measures/:id/reports': { action: 'measure.read', params: idParams, response: measureReportsSchema },
  'POST /api/measures/:id/reports': {
    action: 'report.file',
    params: idParams,
    body: reportBodySchema,
    response: filed,
  },
  /** Takes “no change” back, as long as its week lasts. */
  'POST /api/measures/:id/reports/withdraw': {
    action: 'report.file',
    params: idParams,
    body: reportBodySchema.pick({ week: true, basedOn: true, submissionId: true }),
    response: filed,
  },
  'GET /api/board': { action: 'board.read', query: inspectionQuery, response: boardSchema },
  'GET /api/board/rows': {
    action: 'board.read',
    query: inspectionQuery.extend({
      unit: z.coerce.number().int().positive(),
      week: daySchema,
      /** Id of the last measure of the page before. */
      after: z.coerce.number().int().nonnegative().default(0),
    }),
    response: z.object({ rows: z.array(boardRowSchema), next: id.nullable() }),
  },
  /** The office excuses measures from a week's report: chosen ones, those of a unit, or all that are still expected. */
  'POST /api/report-excuses': {
    action: 'report.excuse',
    body: z.object({
      inspection: id,
      week: daySchema,
      measureIds: z.array(id).min(1).max(500).optional(),
      unitId: id.optional(),
      /** Null takes the excuse back. */
      reason: z.string().trim().min(2).max(200).nullable(),
      submissionId,
    }),
    response: z.object({ changed: count }),
  },
} as const satisfies Record<string, Contract>
