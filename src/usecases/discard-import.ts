/** A draft is thrown away. What was written to a ledger stays. */
import { wholeSight } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/** @throws Refusal `record.notFound`, `import.applied` */
export async function discardImport({ data, now }: Outside, visitor: Visitor | null, importId: number): Promise<void> {
  const actor = permit(visitor, 'import.discard')
  const event = eventsOf(actor, 'import.discard', now())
  await data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports, history }) => {
    const draft = await imports.lock(importId)
    if (draft === null) throw new Refusal('record.notFound')
    if (draft.appliedAt !== null) throw new Refusal('import.applied')
    await imports.remove(importId)
    const before = { sourceName: draft.sourceName, sha256: draft.sha256 }
    await history.append([event('import.discarded', 'import', importId, { before })])
  })
}
