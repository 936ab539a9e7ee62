/** Going to a record by its number. */
import { z } from 'zod'
import type { Contract } from './contract.ts'
import { id } from './ledger-records.ts'

export const numberedSchema = z.object({
  kind: z.enum(['finding', 'measure']),
  id,
  number: z.string(),
  text: z.string(),
})
export type Numbered = z.infer<typeof numberedSchema>

export const goContracts = {
  /** Findings and measures with this very number, measures with this docket number too. */
  'GET /api/numbered': {
    action: 'ledger.read',
    query: z.object({
      inspection: z.coerce.number().int().positive(),
      number: z.string().trim().min(1).max(60),
    }),
    response: z.array(numberedSchema),
  },
} as const satisfies Record<string, Contract>
