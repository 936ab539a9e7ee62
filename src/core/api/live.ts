/** Changes as they happen: a stream of events (`text/event-stream`) for whoever reads a ledger. */
import { z } from 'zod'
import { type Contract, inspectionQuery } from './contract.ts'
import { id, instant } from './ledger-records.ts'

/** A record that changed, as far as the listener may see it. What it looks like now is for the listener to read. */
export const changeSchema = z.object({
  kind: z.enum(['inspection', 'finding', 'cause', 'measure']),
  id,
  act: z.string(),
  actorId: id.nullable(),
  actor: z.string(),
  at: instant,
})
export type Change = z.infer<typeof changeSchema>

export const liveContracts = {
  /** Each message holds an array of {@link changeSchema}, or null: so much changed that all is to be read again. */
  'GET /api/live': { action: 'live.read', query: inspectionQuery, raw: true, response: z.void() },
} as const satisfies Record<string, Contract>
