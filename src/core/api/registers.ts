/** Routes of registers and their entries. What cites them: `citations.ts`; their way through Excel: `exchange.ts`. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { registerSchema } from '../registers/definition.ts'
import { fileSchema, keySchema } from '../registers/field.ts'
import { type Contract, idParams, submissionId, version } from './contract.ts'
import { historyEventSchema, id, instant, named } from './ledger-records.ts'

export const registerParams = z.object({ register: keySchema })
const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

/** A shipped register with the fields that the tenant added, or one of the tenant's own. */
export const registerViewSchema = registerSchema.extend({
  /** Made by the tenant; a shipped one may have fields of the tenant in `ownFields`. */
  own: z.boolean(),
  ownFields: z.array(keySchema),
})

export const aggregateSchema = z.object({
  from: daySchema,
  to: daySchema,
  /** By count; a count that is missing is not known. */
  totals: z.record(keySchema, z.number()),
})

/** As a form, an import or a program sends it: values by field, judged by the definition (`readValues`). */
const written = z.object({
  kind: keySchema.nullable(),
  unitId: id,
  values: z.record(z.string().max(40), z.unknown()),
  aggregate: aggregateSchema.nullable(),
  submissionId,
})

export const entryRowSchema = z.object({
  id,
  register: keySchema,
  kind: z.string().nullable(),
  unit: named,
  title: z.string(),
  on: daySchema.nullable(),
  /** As kept; computed fields are worked out by whoever shows them. Restricted fields are absent where not allowed. */
  values: z.record(z.string(), z.unknown()),
  aggregate: aggregateSchema.nullable(),
  /** The aggregate in which it is counted already. */
  coveredBy: id.nullable(),
  citations: z.number().int(),
  version,
  withdrawn: z.boolean(),
})

/** Names of the units, people, projects and entries that values refer to, by `unit:3`, `person:5`, `entry:7`. */
export const namesSchema = z.record(z.string(), z.string())

export const entryQuerySchema = z.object({
  kind: z.string().max(400).optional(),
  /** Comma-separated ids. */
  unit: z.string().max(2000).optional(),
  project: z.coerce.number().int().positive().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** Fields of the register, as JSON: `[["result","is","flagged"],["amount","from",100],["amount","to",900],["unit","is",3]]`. */
  where: z.string().max(2000).optional(),
  q: z.string().trim().max(100).optional(),
  /** Withdrawn entries too. */
  withdrawn: z.enum(['true', 'false']).default('false'),
  sort: z.enum(['on', 'changed', 'title']).default('on'),
  descending: z.enum(['true', 'false']).default('true'),
})
const pageQuery = entryQuerySchema.extend({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const citedBySchema = z.object({
  citationId: id,
  recordKind: z.enum(['measure', 'finding', 'report', 'notice']),
  recordId: id,
  /** Number of the measure or finding. */
  number: z.string(),
  text: z.string(),
  targetId: id.nullable(),
  by: named,
  onBehalfOf: named.nullable(),
  at: instant,
})

export const entryPageSchema = entryRowSchema.extend({
  /** Under which it was written, and the present one: a field that is gone is still shown. */
  writtenUnder: registerViewSchema,
  definition: registerViewSchema,
  names: namesSchema,
  /** Of the records that the reader sees; `otherCitations` counts the rest. */
  citedBy: z.array(citedBySchema),
  otherCitations: z.number().int(),
  /** Entries that refer to this one (changes of a contract …). */
  referredBy: z.array(z.object({ id, register: keySchema, title: z.string(), on: daySchema.nullable() })),
  created: z.object({ by: named, at: instant }),
  withdrawal: z.object({ by: named, at: instant, reason: z.string() }).nullable(),
  history: z.array(historyEventSchema),
  edit: permission,
  /** Of an entry that is withdrawn: restoring it. */
  withdraw: permission,
  previousId: id.nullable(),
  nextId: id.nullable(),
})

/** An entry as it is offered for citing or referring. */
export const foundEntrySchema = z.object({
  id,
  register: keySchema,
  kind: z.string().nullable(),
  title: z.string(),
  on: daySchema.nullable(),
  unit: named,
  /** What it counts for, by count; money in 分. */
  counts: z.record(z.string(), z.number()),
})

/** Records go on citing an entry that is withdrawn: it is shown there struck out, and counts nothing. */
const struck = { citations: z.number().int() }

export const registerContracts = {
  'GET /api/registers': {
    action: 'register.read',
    response: z.object({
      registers: z.array(registerViewSchema.extend({ entries: z.number().int(), write: z.boolean() })),
      define: z.boolean(),
    }),
  },
  'POST /api/registers': {
    action: 'register.define',
    body: z.object({ definition: registerSchema, submissionId }),
    response: registerViewSchema,
  },
  /** Of a shipped register the tenant's own fields alone may differ from before. `version`: the one that the page showed. */
  'PUT /api/registers/:register': {
    action: 'register.define',
    params: registerParams,
    body: z.object({ definition: registerSchema, version, submissionId }),
    response: registerViewSchema,
  },
  'GET /api/registers/:register/schema': {
    action: 'register.read',
    params: registerParams,
    /** JSON Schema of an entry's values. */
    response: z.record(z.string(), z.unknown()),
  },
  'GET /api/registers/:register/entries': {
    action: 'entry.read',
    params: registerParams,
    query: pageQuery,
    response: z.object({
      rows: z.array(entryRowSchema),
      names: namesSchema,
      nextCursor: z.string().nullable(),
    }),
  },
  'POST /api/registers/:register/entries': {
    action: 'entry.write',
    params: registerParams,
    body: written,
    response: z.object({ id }),
  },
  /** Search while typing; without `q` what the reader used last. `registers`: comma-separated. */
  'GET /api/entries': {
    action: 'entry.read',
    query: z.object({
      q: z.string().trim().max(100).optional(),
      registers: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(12),
    }),
    response: z.object({ entries: z.array(foundEntrySchema) }),
  },
  'GET /api/entries/:id': { action: 'entry.read', params: idParams, response: entryPageSchema },
  'PUT /api/entries/:id': {
    action: 'entry.write',
    params: idParams,
    body: written.extend({ version }),
    response: z.object({ version }),
  },
  'POST /api/entries/:id/withdraw': {
    action: 'entry.write',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(500), version, submissionId }),
    response: z.object(struck),
  },
  'POST /api/entries/:id/restore': {
    action: 'entry.write',
    params: idParams,
    body: z.object({ version, submissionId }),
    response: z.object(struck),
  },
  /** Taken in before the entry is saved, and attached by saving it. */
  'POST /api/entry-files': { action: 'entry.write', upload: true, response: fileSchema },
  'GET /api/entries/:id/files/:sha256': {
    action: 'entry.read',
    params: idParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: z.object({ size: z.enum(['thumbnail', 'preview']).optional(), download: z.enum(['marked']).optional() }),
    raw: true,
    response: z.void(),
  },
} as const satisfies Record<string, Contract>
