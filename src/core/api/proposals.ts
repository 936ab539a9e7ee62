/** Routes of the entries that an imported notice proposes: what it reports, with the places that say so. */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { keySchema } from '../registers/field.ts'
import { type Contract, idParams, submissionId } from './contract.ts'
import { id, named } from './ledger-records.ts'

const spanSchema = z.object({
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
})
const proposalKey = z.string().min(1).max(60)

export const proposalSchema = z.object({
  /** The same text gives the same keys. */
  key: proposalKey,
  register: keySchema,
  kind: z.string().nullable(),
  /** What the text says; what it does not say is absent. */
  values: z.record(z.string(), z.unknown()),
  aggregate: z
    .object({ from: daySchema.nullable(), to: daySchema.nullable(), totals: z.record(z.string(), z.number()) })
    .nullable(),
  /** Who did it, as the text has it; `unit`: that unit, or the one that leads the measure. */
  unitText: z.string().nullable(),
  unit: named.nullable(),
  /** Where each field, count (`count:times`) and period was read. */
  spans: z.record(z.string(), spanSchema),
  /** Keys of proposals of which its number is the sum. */
  sumOf: z.array(proposalKey),
  places: z.array(
    z.object({
      span: spanSchema,
      text: z.string(),
      /** The whole line, with the places of it that were read. */
      line: z.string(),
      /** The measure that the import made of it; null where it made none. */
      measure: z.object({ id, number: z.string(), text: z.string() }).nullable(),
    }),
  ),
  /** The entry that was made of it before. */
  entryId: id.nullable(),
})

export const proposalContracts = {
  'GET /api/imports/:id/entries': {
    action: 'import.read',
    params: idParams,
    response: z.object({
      sourceName: z.string(),
      inspection: named.nullable(),
      /** Of the inspection; a period that the text leaves open is between them more often than not. */
      feedbackOn: daySchema.nullable(),
      publishedOn: daySchema.nullable(),
      proposals: z.array(proposalSchema),
    }),
  },
  /** All in one transaction: entries, the citations of their measures, and targets that count them from now on. */
  'POST /api/imports/:id/entries': {
    action: 'import.apply',
    params: idParams,
    body: z.object({
      entries: z
        .array(
          z.object({
            key: proposalKey,
            register: keySchema,
            kind: keySchema.nullable(),
            unitId: id,
            values: z.record(z.string().max(40), z.unknown()),
            aggregate: z
              .object({ from: daySchema, to: daySchema, totals: z.record(keySchema, z.unknown()) })
              .nullable(),
            measureIds: z.array(id).max(500),
          }),
        )
        .min(1)
        .max(1000),
      submissionId,
    }),
    response: z.object({
      created: z.number().int(),
      citations: z.number().int(),
      /** Made of the same proposal before, and left as they are. */
      same: z.number().int(),
    }),
  },
} as const satisfies Record<string, Contract>
