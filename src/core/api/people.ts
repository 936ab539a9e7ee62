/** Units, people, the roles they hold and who stands in for whom. Both days of a period are in it. */
import { z } from 'zod'
import { roleSchema } from '../access/role.ts'
import { daySchema } from '../deadline/day.ts'
import { type Contract, done, idParams, submissionId } from './contract.ts'
import { historyEventSchema, id, instant, named } from './ledger-records.ts'

const name = z.string().trim().min(1).max(80)
const unitFields = { name, shortName: z.string().trim().max(40).nullable(), parentId: id.nullable() }
const personFields = {
  name: z.string().trim().min(1).max(40),
  title: z.string().trim().max(80).nullable(),
  unitId: id.nullable(),
}

/** Somebody as a picker shows them: enough to tell two people of one name apart. */
export const personChoiceSchema = z.object({
  id,
  name: z.string(),
  title: z.string().nullable(),
  unit: named.nullable(),
})

export const unitNodeSchema = z.object({
  id,
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: id.nullable(),
  /** People who work in it. */
  people: z.number().int(),
  closedOn: daySchema.nullable(),
})

/** A role of somebody. Ended on a day before it began: it never counted. */
export const roleHeldSchema = z.object({
  id,
  role: roleSchema,
  unit: named.nullable(),
  /** Null: in every inspection. */
  inspection: named.nullable(),
  fromOn: daySchema,
  toOn: daySchema.nullable(),
  /** Counts today. */
  now: z.boolean(),
  over: z.boolean(),
  mayEnd: z.boolean(),
})

export const personRowSchema = personChoiceSchema.extend({
  loginName: z.string().nullable(),
  leftOn: daySchema.nullable(),
  /** Roles held today. */
  roles: z.array(z.object({ role: roleSchema, unit: named.nullable(), inspection: named.nullable() })),
})

export const deputationSchema = z.object({
  id,
  principal: named,
  deputy: named,
  fromOn: daySchema,
  toOn: daySchema,
  reason: z.string().nullable(),
  /** Ended before its last day. */
  endedAt: instant.nullable(),
  now: z.boolean(),
  mayEnd: z.boolean(),
})

export const personPageSchema = personChoiceSchema.extend({
  loginName: z.string().nullable(),
  leftOn: daySchema.nullable(),
  roles: z.array(roleHeldSchema),
  deputations: z.array(deputationSchema),
  history: z.array(historyEventSchema),
  mayEdit: z.boolean(),
  mayNameDeputy: z.boolean(),
  /** Roles that the reader may give this person somewhere. */
  mayGive: z.array(roleSchema),
})

export const holderSchema = roleHeldSchema.extend({
  person: personChoiceSchema,
  loginName: z.string().nullable(),
  /** Who stands in today. */
  deputy: named.nullable(),
})

const deputyBody = z.object({
  deputyId: id,
  fromOn: daySchema,
  toOn: daySchema,
  reason: z.string().trim().max(200).nullable(),
  submissionId,
})

export const sheetKinds = ['units', 'people'] as const
/** Cells as text, row by row, as the table has them. */
const sheetRows = z.array(z.array(z.string().max(2000)).max(100)).max(20_001)
const sheetSchema = z.object({ rows: sheetRows, kind: z.enum(sheetKinds).nullable() })
const sheetBody = {
  kind: z.enum(sheetKinds),
  rows: sheetRows,
  /** For which inspection the roles of a table of people are given; null: for every one. */
  inspectionId: id.nullable(),
}
const sheetCounts = z.object({
  create: z.number().int(),
  update: z.number().int(),
  same: z.number().int(),
  wrong: z.number().int(),
})
export const sheetPlanSchema = z.object({
  /** What stands over the columns that were understood, with their letters; and those that were not. */
  columns: z.array(z.object({ letter: z.string(), heading: z.string(), field: z.string().nullable() })),
  counts: sheetCounts,
  rows: z.array(
    z.object({
      /** Number of the row in the table, from 1. */
      row: z.number().int(),
      act: z.enum(['create', 'update', 'same', 'wrong']),
      name: z.string(),
      /** What becomes different: fields with old and new. */
      changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      problems: z.array(z.object({ cell: z.string(), message: z.string() })),
    }),
  ),
})

export const peopleContracts = {
  /** For pickers: at most `limit`, those whose name begins with `q` before those who have it elsewhere. */
  'GET /api/people': {
    action: 'person.search',
    query: z.object({
      q: z.string().trim().max(60).default(''),
      unit: z.coerce.number().int().positive().optional(),
      /** Those who hold a role in this inspection come first. */
      inspection: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.array(personChoiceSchema),
  },
  /** All units, each after the one it belongs to, in the official order. */
  'GET /api/unit-tree': { action: 'unit.tree', response: z.array(unitNodeSchema) },
  'POST /api/units': {
    action: 'unit.edit',
    body: z.object({ ...unitFields, submissionId }),
    response: z.object({ id }),
  },
  'PUT /api/units/:id': {
    action: 'unit.edit',
    params: idParams,
    body: z.object({
      ...unitFields,
      /** Before which brother it stands; null: last; left out: where it is. */
      beforeId: id.nullable().optional(),
    }),
    response: done,
  },
  'PUT /api/units/:id/closed': {
    action: 'unit.edit',
    params: idParams,
    body: z.object({ closed: z.boolean() }),
    response: done,
  },
  /** People of a unit (`none`: of no unit), or everywhere those who have the words; `more`: there are more than given. */
  'GET /api/people/list': {
    action: 'person.read',
    query: z.object({
      unit: z.union([z.literal('none'), z.coerce.number().int().positive()]).optional(),
      q: z.string().trim().max(60).default(''),
    }),
    response: z.object({ people: z.array(personRowSchema), more: z.boolean(), mayEdit: z.boolean() }),
  },
  'POST /api/people': {
    action: 'person.edit',
    body: z.object({ ...personFields, submissionId }),
    response: z.object({ id }),
  },
  'GET /api/people/:id': { action: 'person.read', params: idParams, response: personPageSchema },
  'PUT /api/people/:id': {
    action: 'person.edit',
    params: idParams,
    body: z.object({ ...personFields, left: z.boolean() }),
    response: done,
  },
  'POST /api/people/:id/roles': {
    action: 'role.give',
    params: idParams,
    body: z.object({
      role: roleSchema,
      unitId: id.nullable(),
      inspectionId: id.nullable(),
      fromOn: daySchema,
      toOn: daySchema.nullable(),
      submissionId,
    }),
    response: z.object({ id }),
  },
  'POST /api/roles/:id/end': {
    action: 'role.give',
    params: idParams,
    /** The last day on which it counts; yesterday ends it at once. */
    body: z.object({ lastDay: daySchema, reason: z.string().trim().max(200).nullable() }),
    response: done,
  },
  /** The one who set the district up gives the administration of people and accounts to somebody else. */
  'POST /api/roles/hand-over': {
    action: 'role.handOver',
    body: z.object({ personId: id, submissionId }),
    response: done,
  },
  /** Who holds which role today or later; administrators too. */
  'GET /api/roles': {
    action: 'role.read',
    query: z.object({ inspection: z.coerce.number().int().positive().optional() }),
    response: z.object({
      holders: z.array(holderSchema),
      /** The reader is office and system administrator in one, and should hand the latter over. */
      handOverDue: z.boolean(),
      securityAdmins: z.number().int(),
    }),
  },
  'GET /api/me/deputies': {
    action: 'deputy.own',
    response: z.object({ deputations: z.array(deputationSchema), hasRoles: z.boolean() }),
  },
  'POST /api/me/deputies': { action: 'deputy.own', body: deputyBody, response: z.object({ id }) },
  'POST /api/people/:id/deputies': {
    action: 'deputy.name',
    params: idParams,
    body: deputyBody,
    response: z.object({ id }),
  },
  /** By whoever handed over, or the security administrator. */
  'POST /api/deputies/:id/end': { action: 'deputy.own', params: idParams, response: done },
  /** Every action with the roles that may ask for it. */
  'GET /api/policy': {
    action: 'policy.read',
    response: z.array(
      z.object({
        action: z.string(),
        words: z.string(),
        /** Null: everybody, or everybody signed in. */
        whole: z.array(roleSchema).nullable(),
        members: z.array(roleSchema),
        everybody: z.enum(['everyone', 'signedIn']).nullable(),
      }),
    ),
  },
  /** A table (.xlsx, .csv) as rows of text; nothing is stored. `kind` as its headings say; null when they say nothing. */
  'POST /api/people/sheets': { action: 'person.import', upload: true, response: sheetSchema },
  'POST /api/people/sheets/text': {
    action: 'person.import',
    body: z.object({ text: z.string().max(5_000_000) }),
    response: sheetSchema,
  },
  'POST /api/people/sheets/preview': {
    action: 'person.import',
    body: z.object(sheetBody),
    response: sheetPlanSchema,
  },
  'POST /api/people/sheets/apply': {
    action: 'person.import',
    body: z.object({
      ...sheetBody,
      /** From the preview: when other rows would be written by now, nothing is. */
      expected: z.object({ create: z.number().int(), update: z.number().int() }),
      submissionId,
    }),
    response: sheetCounts,
  },
  /** An empty table with headings and an example, or (`filled`) everything there is, in the shape that can be imported again. */
  'GET /api/people/table': {
    action: 'person.import',
    query: z.object({
      kind: z.enum(sheetKinds),
      filled: z.enum(['true', 'false']).default('false'),
      inspection: z.coerce.number().int().positive().optional(),
    }),
    raw: true,
    response: z.void(),
  },
} as const satisfies Record<string, Contract>
