/** Routes of registers through Excel: template, export, import with a preview. */
import { z } from 'zod'
import { type Contract, submissionId } from './contract.ts'
import { id } from './ledger-records.ts'
import { entryQuerySchema, registerParams } from './registers.ts'

/** More rows of one kind nobody reads. */
export const SHOWN_ROWS = 300

export const importedRowSchema = z.object({
  /** Row of the sheet, from 1. */
  row: z.number().int(),
  change: z.enum(['create', 'update', 'same', 'refused']),
  entryId: id.nullable(),
  title: z.string(),
  fields: z.array(z.object({ field: z.string(), name: z.string(), before: z.string(), after: z.string() })),
  /** With the address of the cell (`C14`, `议定事项!B3`; `14:14` for the row as a whole). */
  problems: z.array(z.object({ cell: z.string(), message: z.string() })),
})

export const exchangeContracts = {
  'GET /api/registers/:register/template': {
    action: 'entry.read',
    params: registerParams,
    raw: true,
    response: z.void(),
  },
  'GET /api/registers/:register/export': {
    action: 'entry.read',
    params: registerParams,
    query: entryQuerySchema,
    raw: true,
    response: z.void(),
  },
  'POST /api/registers/:register/import': {
    action: 'entry.write',
    params: registerParams,
    upload: true,
    response: z.object({
      /** Under which what it would write is kept for a day; null when a row was refused, or when nothing would change. */
      token: z.string().nullable(),
      /** Of each kind of change the first {@link SHOWN_ROWS}, refused ones first. */
      rows: z.array(importedRowSchema),
      counts: z.object({
        create: z.number().int(),
        update: z.number().int(),
        same: z.number().int(),
        refused: z.number().int(),
      }),
      /** Columns that were not understood. */
      unknownColumns: z.array(z.string()),
    }),
  },
  'POST /api/registers/:register/import/apply': {
    action: 'entry.write',
    params: registerParams,
    body: z.object({ token: z.string().max(80), submissionId }),
    response: z.object({ created: z.number().int(), updated: z.number().int(), same: z.number().int() }),
  },
} as const satisfies Record<string, Contract>
