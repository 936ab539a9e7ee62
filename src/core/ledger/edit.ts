/**
 * What a person may change between parsing and writing: each act is one value, kept in order, so that undo is dropping
 * the last one and the server repeats exactly what the reader saw. Keys are those of the draft (`draft.ts`).
 */
import { z } from 'zod'
import { spanSchema } from '../notice/span.ts'

const key = z.string().min(1).max(40)
const text = z.string().trim().min(1).max(10_000)

export const editSchema = z.discriminatedUnion('do', [
  /** Correct one field of a finding, cause or measure. */
  z.object({
    do: z.literal('correct'),
    key,
    field: z.enum(['number', 'heading', 'original', 'aspect', 'text', 'status']),
    value: z.string().max(10_000),
  }),
  /** Leave out of the ledger, or take back in. */
  z.object({ do: z.literal('leaveOut'), key, leaveOut: z.boolean() }),
  /** Several measures are one: texts are joined in order, links united; the first key stays. */
  z.object({ do: z.literal('merge'), keys: z.array(key).min(2).max(200) }),
  /** One measure is two: `at` is an offset into its text. */
  z.object({ do: z.literal('split'), key, at: z.number().int().positive() }),
  /** It is something else than was recognised. */
  z.object({ do: z.literal('retag'), key, as: z.enum(['measure', 'cause', 'original', 'finding']) }),
  /** A measure or cause belongs to another finding. */
  z.object({ do: z.literal('move'), key, to: key }),
  /** A stretch of source text that was not recognised becomes a record. */
  z.object({
    do: z.literal('add'),
    as: z.enum(['finding', 'measure', 'cause']),
    to: key.nullable(),
    text,
    span: spanSchema,
  }),
  /** One act reported under several findings: one measure linked to all of them, or kept apart. */
  z.object({ do: z.literal('linkRepeat'), repeat: z.string().min(1).max(200), as: z.enum(['one', 'apart']) }),
  /** A doubt was looked at and the reading kept as it is. */
  z.object({ do: z.literal('settle'), doubt: z.string().min(1).max(200) }),
])
export type Edit = z.infer<typeof editSchema>
export const editsSchema = z.array(editSchema).max(5_000)
