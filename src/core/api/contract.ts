/** What a route says of itself; the routes stand in `contracts.ts` and in one file per part of the work beside it. */
import { z } from 'zod'
import type { Action } from '../access/policy.ts'

export type Contract = {
  action: Action
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** `file`: multipart with one part `file`. */
  upload?: true
  /** What comes out is not JSON (a file, events as they happen): the handler answers by itself; `response` is `z.void()`. */
  raw?: true
  response: z.ZodType
}

export const idParams = z.object({ id: z.coerce.number().int().positive() })
export const inspectionQuery = z.object({ inspection: z.coerce.number().int().positive() })
export const done = z.object({ ok: z.literal(true) })
/** Made by the client; a retry with the same one does nothing twice. */
export const submissionId = z.string().min(8).max(64)
/** Of the record that the page shows: an act decided on an older one is refused with `record.changedMeanwhile`. */
export const version = z.number().int().nonnegative()
