/** What pages read: one shape per screen. Ids are numbers, unique within the tenant. */
import { z } from 'zod'
import { roleSchema } from '../access/role.ts'
import { daySchema } from '../deadline/day.ts'
import { changeListSchema } from '../ledger/change-list.ts'
import { editsSchema } from '../ledger/edit.ts'
import { noticeSchema } from '../notice/notice.ts'
import { spanSchema } from '../notice/span.ts'
import { diagnosticSchema, languages } from '../proofread/diagnostic.ts'
import {
  historyEventSchema,
  id,
  instant,
  ledgerFindingRowSchema,
  ledgerMeasureRowSchema,
  named,
} from './ledger-records.ts'
import { findingLifeSchema, measureLifeSchema } from './life.ts'

export const preferencesSchema = z.object({
  language: z.enum(languages),
  textSize: z.enum(['normal', 'large']),
  /** Ledger columns shown, in order; empty: the default ones. */
  ledgerColumns: z.array(z.string().max(40)).max(40),
  /** Filters of the ledger kept under a name; `search` as in the address, without the inspection. */
  ledgerViews: z
    .array(z.object({ name: z.string().trim().min(1).max(30), search: z.string().max(1000) }))
    .max(20)
    .optional(),
})

export const sessionSchema = z.object({
  person: z.object({ id, name: z.string(), loginName: z.string() }),
  roles: z.array(
    z.object({
      role: roleSchema,
      unit: named.nullable(),
      inspectionId: id.nullable(),
      /** Whose role it is, for a deputy. */
      onBehalfOf: named.nullable(),
    }),
  ),
  /** Actions that the person may ask for somewhere; pages draw navigation from it. */
  allowed: z.array(z.string()),
  preferences: preferencesSchema,
  csrfToken: z.string(),
  /** What must be done before anything else: nothing else is allowed until then. */
  pending: z.enum(['password', 'secondFactor']).nullable(),
})

export const inspectionSchema = z.object({
  id,
  name: z.string(),
  body: z.string().nullable(),
  team: z.array(z.string()),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  feedbackOn: daySchema.nullable(),
  counts: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  createdAt: instant,
})

/** Known to everybody who opens the page, before signing in. */
/** `src/core/deadline/working-days.ts` */
export const calendarDaysSchema = z.object({
  years: z.array(z.number().int()),
  off: z.record(z.string(), z.string()),
  working: z.array(z.string()),
})

export const bootSchema = z.object({
  setUp: z.boolean(),
  /** A set-up code is asked for when the visitor is not on the machine itself. */
  setupCodeNeeded: z.boolean(),
  district: z.string().nullable(),
  session: sessionSchema.nullable(),
  inspections: z.array(inspectionSchema),
  /** Last year, this one and the next: distances of days are told in working days. */
  calendar: calendarDaysSchema,
  version: z.string(),
})

export const sourceRefSchema = z.object({ importId: id, sourceName: z.string(), spans: z.array(spanSchema) })

export const importSchema = z.object({
  id,
  sourceName: z.string(),
  format: z.enum(['txt', 'html', 'docx', 'pdf', 'pasted']),
  encoding: z.string().nullable(),
  sha256: z.string(),
  createdAt: instant,
  /** Null while it is a draft. */
  appliedAt: instant.nullable(),
  inspectionId: id.nullable(),
  lines: z.array(z.string()),
  notice: noticeSchema,
  diagnostics: z.array(diagnosticSchema),
  edits: editsSchema,
  editsVersion: z.number().int().nonnegative(),
  /** The same bytes were imported before: the draft or import that holds them. */
  sameAs: z.object({ id, appliedAt: instant.nullable(), inspectionId: id.nullable() }).nullable(),
})
export const importListRowSchema = importSchema.pick({
  id: true,
  sourceName: true,
  format: true,
  createdAt: true,
  appliedAt: true,
  inspectionId: true,
})

/** What the change list says for the chosen inspection, with the version of the ledger it was computed against. */
export const previewSchema = z.object({ changeList: changeListSchema, ledgerVersion: z.string() })

export const appliedSchema = z.object({
  inspectionId: id,
  created: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  updated: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
  same: z.object({ findings: z.number().int(), causes: z.number().int(), measures: z.number().int() }),
})

const neighbours = { previousId: id.nullable(), nextId: id.nullable() }

export const findingPageSchema = z.object({
  ...ledgerFindingRowSchema.omit({ type: true }).shape,
  inspection: named,
  original: z.string().nullable(),
  selfFound: z.boolean(),
  source: sourceRefSchema.nullable(),
  /** Lines of the source that its spans lie on, with two lines around. */
  sourceLines: z.array(z.object({ line: z.number().int(), text: z.string() })),
  causeList: z.array(z.object({ id, text: z.string(), measureIds: z.array(id) })),
  measureList: z.array(ledgerMeasureRowSchema),
  life: findingLifeSchema,
  history: z.array(historyEventSchema),
  allowed: z.array(z.string()),
  ...neighbours,
})

export const measurePageSchema = z.object({
  ...ledgerMeasureRowSchema.omit({ type: true }).shape,
  inspection: named,
  supportingUnits: z.array(named),
  source: sourceRefSchema.nullable(),
  sourceLines: z.array(z.object({ line: z.number().int(), text: z.string() })),
  findings: z.array(z.object({ id, number: z.string(), heading: z.string() })),
  causes: z.array(z.object({ id, text: z.string() })),
  documents: z.array(z.string()),
  life: measureLifeSchema,
  history: z.array(historyEventSchema),
  allowed: z.array(z.string()),
  ...neighbours,
})

export const errorSchema = z.object({
  code: z.string(),
  /** In the language of the request. */
  message: z.string(),
  field: z.string().nullable(),
  /** All that is wrong with a form, each at its field (`$kind`, `$unit` and `$aggregate`: of an entry as a whole). */
  problems: z
    .array(
      z.object({
        field: z.string(),
        row: z.number().int().optional(),
        column: z.string().optional(),
        message: z.string(),
      }),
    )
    .optional(),
  requestId: z.string(),
})
