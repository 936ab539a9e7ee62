/** Routes of citations: entries that prove a measure or finding, or count for one of a measure's targets. */
import { z } from 'zod'
import { countedSchema } from '../registers/counted-schema.ts'
import { type Contract, done, idParams, submissionId } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'
import { foundEntrySchema } from './registers.ts'

const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })
const citingKind = z.enum(['measure', 'finding'])

export const citationSchema = z.object({
  citationId: id,
  /**
   * Withdrawn ones stay, struck out. Of an entry that the reader may not open the title alone; of one in a restricted
   * register not even that.
   */
  entry: foundEntrySchema.extend({ withdrawn: z.boolean() }),
  /** The reader may open it. */
  open: z.boolean(),
  targetId: id.nullable(),
  /** What it adds to the target, in the target's unit; null where it proves and does not count. */
  adds: z.number().nullable(),
  /** Counted already by an aggregate that is cited for the same target. */
  covered: z.boolean(),
  /** Of the measure or finding; those of an earlier one are frozen. */
  cycle: z.number().int(),
  by: named,
  at: instant,
  remove: permission,
})

export const countingTargetSchema = z.object({
  id,
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  reached: z.number().nullable(),
  counts: countedSchema.nullable(),
  /** What it seems to count, by its words and unit. */
  proposed: countedSchema.nullable(),
})

export const citationContracts = {
  'GET /api/citations': {
    action: 'citation.read',
    query: z.object({ kind: citingKind, record: z.coerce.number().int().positive() }),
    response: z.object({
      cycle: z.number().int(),
      /** Oldest first. */
      citations: z.array(citationSchema),
      /** Of a measure. */
      targets: z.array(countingTargetSchema),
      cite: permission,
    }),
  },
  /** The same entry cited twice by one record is one citation; cited again for a target it counts for that one. */
  'POST /api/citations': {
    action: 'citation.write',
    body: z.object({
      entryId: id,
      recordKind: citingKind,
      recordId: id,
      targetId: id.nullable(),
      submissionId,
    }),
    response: z.object({ citationId: id }),
  },
  'POST /api/citations/:id/withdraw': {
    action: 'citation.write',
    params: idParams,
    body: z.object({ submissionId }),
    response: done,
  },
  /** What a target counts; null: its progress is reported again. What was reached is worked out at once. */
  'PUT /api/targets/:id/counts': {
    action: 'citation.write',
    params: idParams,
    body: z.object({ counts: countedSchema.nullable(), submissionId }),
    response: z.object({ reached: z.number().nullable() }),
  },
} as const satisfies Record<string, Contract>
