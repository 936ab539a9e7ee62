/** Routes of figures: counted, opened to their records, named, suggested while typed. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { figureQuerySchema } from '../figures/query.ts'
import { keySchema, wordsSchema } from '../registers/field.ts'
import { type Contract, submissionId, version } from './contract.ts'
import { id } from './ledger-records.ts'

/** A name, a text, or a query as JSON: one of the three. `inspection`: where the query names none. */
export const figureAskSchema = z.object({
  name: keySchema.optional(),
  text: z.string().trim().max(1000).optional(),
  query: z.string().max(8000).optional(),
  asOf: daySchema.optional(),
  inspection: z.coerce.number().int().positive().optional(),
})

const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

/** One side of a figure. */
export const countedSchema = z.object({
  /** Exact, as kept: money in 分, areas in ㎡. */
  value: z.number(),
  kept: z.enum(['plain', 'money', 'area']),
  /** As it is shown, with its unit. */
  shown: z.string(),
  unit: z.string(),
  /** Single entries and entries that stand for many that it is made of; records of the ledger are single. */
  singles: z.number().int(),
  aggregates: z.number().int(),
  /** Single entries within one of those aggregates: they add nothing. */
  covered: z.number().int(),
  /** Entries in which the field that is added up was not filled in. */
  unknown: z.number().int(),
  /** Aggregates that reach over an edge of the period, and entries without a day: not in it. */
  cut: z.number().int(),
  undated: z.number().int(),
})

export const figureSchema = z.object({
  /** What was asked for, as a text that can be typed and as a query. */
  text: z.string(),
  query: figureQuerySchema,
  /** Under which name and version, where it has one. */
  named: z.object({ key: keySchema, version, name: z.string() }).nullable(),
  count: countedSchema,
  /** Null: no ratio. `percent` is null when nothing stands below the line. */
  ratio: z.object({ outOf: countedSchema, percent: z.string().nullable() }).nullable(),
  definition: z.string(),
  asOf: daySchema.nullable(),
  /** `own`: of the reader's units alone; others see more. */
  seen: z.enum(['whole', 'own']),
  records: permission,
  /** Of its rows as a file. */
  download: permission,
})

export const figureRecordSchema = z.object({
  /** Of an entry, finding, cause or measure (of a report: of its measure). */
  id,
  title: z.string(),
  on: daySchema.nullable(),
  unit: z.string().nullable(),
  /** In the entry; null where it was not filled in. */
  amount: z.number().nullable(),
  shown: z.string(),
  part: z.enum(['single', 'aggregate', 'covered']),
})

export const namedFigureSchema = z.object({
  key: keySchema,
  /** 0: as it is shipped. */
  version,
  name: wordsSchema,
  text: z.string(),
  query: figureQuerySchema,
  definition: z.string(),
  shipped: z.boolean(),
  changed: z.object({ by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
})

export const figureContracts = {
  'GET /api/figures': { action: 'figure.read', query: figureAskSchema, response: figureSchema },
  'GET /api/figures/records': {
    action: 'figure.read',
    query: figureAskSchema.extend({
      side: z.enum(['count', 'outOf']).default('count'),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    /** Newest first; `sum` is that of the rows on this page, `of` where their pages are. */
    response: z.object({
      of: keySchema,
      rows: z.array(figureRecordSchema),
      sum: z.object({ value: z.number(), shown: z.string(), unit: z.string() }),
      nextCursor: z.string().nullable(),
    }),
  },
  /** What it came to at the end of each of the last twelve months and now. */
  'GET /api/figures/course': {
    action: 'figure.read',
    query: figureAskSchema.omit({ asOf: true }),
    response: z.object({
      points: z.array(
        z.object({ day: daySchema, value: z.number(), shown: z.string(), percent: z.string().nullable() }),
      ),
    }),
  },
  /** Where else the same is counted: named figures, targets of measures. */
  'GET /api/figures/uses': {
    action: 'figure.read',
    query: figureAskSchema,
    response: z.object({
      figures: z.array(z.object({ key: keySchema, name: z.string() })),
      measures: z.array(z.object({ id, number: z.string(), text: z.string() })),
    }),
  },
  /** While it is typed: what could come next, and what is wrong so far. */
  'GET /api/figures/suggestions': {
    action: 'figure.read',
    query: z.object({ text: z.string().max(1000) }),
    response: z.object({
      suggestions: z.array(z.object({ text: z.string(), label: z.string(), note: z.string() })),
      problem: z
        .object({ word: z.string(), at: z.number().int(), end: z.number().int(), message: z.string() })
        .nullable(),
    }),
  },
  'GET /api/figures/named': {
    action: 'figure.read',
    response: z.object({ figures: z.array(namedFigureSchema), define: permission }),
  },
  /** A new one with version 0; otherwise the version that the page showed. `retire` takes it out of use. */
  'PUT /api/figures/named/:key': {
    action: 'figure.define',
    params: z.object({ key: keySchema }),
    body: z.object({
      name: wordsSchema,
      text: z.string().trim().min(1).max(1000),
      version,
      reason: z.string().trim().max(500).nullable(),
      retire: z.boolean().default(false),
      submissionId,
    }),
    response: z.object({ version }),
  },
} as const satisfies Record<string, Contract>
