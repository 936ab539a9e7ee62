/** Routes of the project pages and of rounds of look-back: read models over entries of registers. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { stationNames, stationStates } from '../project/stations.ts'
import { keySchema } from '../registers/field.ts'
import { type Contract, idParams } from './contract.ts'
import { id, named } from './ledger-records.ts'

/** In 分; null: not recorded. */
const amount = z.number().int().nullable()
export const stageSchema = z.enum([...stationNames, 'finished'])

export const moneyBridgeSchema = z.object({
  estimate: amount,
  preliminaryBudget: amount,
  budget: amount,
  contract: amount,
  supplements: z.number().int(),
  changesApproved: z.number().int(),
  changesPending: z.number().int(),
  changes: z.number().int(),
  paid: z.number().int(),
  submitted: amount,
  reduction: amount,
  settled: amount,
  finalCost: amount,
  otherContracts: z.number().int(),
  otherPaid: z.number().int(),
})
const archive = z.object({ present: z.number().int(), required: z.number().int() }).nullable()

export const projectRowSchema = z.object({
  id,
  name: z.string(),
  kind: z.string().nullable(),
  kindName: z.string(),
  place: z.string().nullable(),
  owner: named.nullable(),
  leads: z.array(z.string()),
  contractor: z.string().nullable(),
  stage: stageSchema,
  /** Of the station at which it stands: days after its planned day. */
  lateDays: z.number().int().nullable(),
  /** What is missing in stations that have begun. */
  missing: z.number().int(),
  money: moneyBridgeSchema,
  archive,
})

/** What to fill in: an entry to be made, or a field of one that is there. */
export const missingSchema = z.object({
  text: z.string(),
  register: keySchema,
  kind: keySchema.nullable(),
  entryId: id.nullable(),
  field: keySchema.nullable(),
})

export const projectPageSchema = projectRowSchema.extend({
  code: z.string().nullable(),
  authority: named.nullable(),
  /** ㎡. */
  area: z.number().nullable(),
  fundSource: z.string().nullable(),
  companies: z.array(z.object({ role: z.string(), name: z.string() })),
  terms: z.array(
    z.object({ person: z.string(), post: z.string().nullable(), from: daySchema.nullable(), to: daySchema.nullable() }),
  ),
  line: z.array(
    z.object({
      station: z.enum(stationNames),
      state: z.enum(stationStates),
      plannedOn: daySchema.nullable(),
      startedOn: daySchema.nullable(),
      doneOn: daySchema.nullable(),
      lateDays: z.number().int().nullable(),
      missing: z.array(missingSchema),
    }),
  ),
  registers: z.array(
    z.object({
      register: keySchema,
      name: z.string(),
      entries: z.array(
        z.object({
          id,
          kindName: z.string().nullable(),
          title: z.string(),
          on: daySchema.nullable(),
          unit: z.string(),
          /** The first amount that it counts for besides itself; money in 分, unit `元`. */
          counted: z.object({ name: z.string(), value: z.number(), unit: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  /** Findings and measures that cite what is recorded of the project. */
  citedBy: z.array(
    z.object({
      recordKind: z.enum(['measure', 'finding']),
      recordId: id,
      number: z.string(),
      text: z.string(),
      entries: z.number().int(),
    }),
  ),
  lookBacks: z.array(z.object({ batchId: id, name: z.string() })),
  /** Worked out from what this reader sees, which is not all of the district. */
  narrowed: z.boolean(),
})

const answerSchema = z.object({
  answer: z.enum(['fine', 'problem', 'unclear', 'notApplicable']),
  note: z.string().nullable(),
  fixedOn: daySchema.nullable(),
})
const resultSchema = z.object({
  entryId: id,
  on: daySchema.nullable(),
  result: z.enum(['clean', 'fixed', 'open', 'returned']).nullable(),
  found: z.number().nullable(),
  fixed: z.number().nullable(),
  /** By number of the question. */
  answers: z.record(z.string(), answerSchema),
})
export const lookBackRowSchema = z.object({
  id,
  name: z.string(),
  on: daySchema.nullable(),
  projects: z.number().int(),
  selfChecked: z.number().int(),
  reviewed: z.number().int(),
  /** Projects with a problem that is not fixed. */
  open: z.number().int(),
})

export const projectContracts = {
  'GET /api/projects': {
    action: 'project.read',
    query: z.object({
      cursor: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ rows: z.array(projectRowSchema), nextCursor: id.nullable(), narrowed: z.boolean() }),
  },
  'GET /api/projects/:id': { action: 'project.read', params: idParams, response: projectPageSchema },
  'GET /api/look-backs': { action: 'project.read', response: z.object({ batches: z.array(lookBackRowSchema) }) },
  'GET /api/look-backs/:id': {
    action: 'project.read',
    params: idParams,
    response: lookBackRowSchema.extend({
      basis: z.string().nullable(),
      selfCheckDueOn: daySchema.nullable(),
      questions: z.array(z.object({ number: z.string(), question: z.string(), basis: z.string().nullable() })),
      rows: z.array(
        z.object({
          project: named,
          owner: named.nullable(),
          selfCheck: resultSchema.nullable(),
          review: resultSchema.nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Contract>
