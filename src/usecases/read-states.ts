/** A record as it was: every state that it had, for whoever may read it now. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { recordStateSchema } from '../core/api/history.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function readStates(
  { data }: Outside,
  visitor: Visitor | null,
  kind: 'finding' | 'cause' | 'measure',
  recordId: number,
): Promise<z.infer<typeof recordStateSchema>[]> {
  const actor = permit(visitor, 'record.readStates')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const found = await data.read.history.states(scope, kind, recordId)
  if (found === null) throw new Refusal('record.notFound')
  permitOrHide(() => permit(visitor, 'record.readStates', found.subject))
  return found.states
}

/** That something exists which one may not see is nobody's business. */
function permitOrHide(ask: () => unknown): void {
  try {
    ask()
  } catch {
    throw new Refusal('record.notFound')
  }
}
