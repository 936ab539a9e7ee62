/** Routes of citations: entries that prove a measure or finding, or count for one of a measure's targets. */
import { z } from 'zod'
import { type Contract, done, idParams, submissionId } from './contract.ts'
import { id, instant, named } from './ledger-records.ts'
import { foundEntrySchema } from './registers.ts'

const permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

export const citationSchema = z.object({
  citationId: id,
  entry: foundEntrySchema.extend({ withdrawn: z.boolean() }),
  /** The reader may open it. */
  open: z.boolean(),
  targetId: id.nullable(),
  by: named,
  at: instant,
  remove: permission,
})

export const citationContracts = {
  'GET /api/citations': {
    action: 'citation.read',
    query: z.object({ kind: z.enum(['measure', 'finding']), record: z.coerce.number().int().positive() }),
    response: z.object({ citations: z.array(citationSchema), cite: permission }),
  },
  /** The same entry cited twice by one record is one citation. */
  'POST /api/citations': {
    action: 'citation.write',
    body: z.object({
      entryId: id,
      recordKind: z.enum(['measure', 'finding']),
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
} as const satisfies Record<string, Contract>
