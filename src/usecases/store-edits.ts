/** What a person changed in a draft is kept as they go. */
import { wholeSight } from '../core/access/policy.ts'
import type { Edit } from '../core/ledger/edit.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/**
 * @param wish.basedOn number of edits that the page had loaded
 * @throws Refusal `import.editedMeanwhile` when another number is stored, `import.applied`, `record.notFound`
 */
export async function storeEdits(
  { data }: Outside,
  visitor: Visitor | null,
  importId: number,
  wish: { edits: Edit[]; basedOn: number },
): Promise<{ stored: number }> {
  const actor = permit(visitor, 'import.edit')
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports }) => {
    const draft = await imports.lock(importId)
    if (draft === null) throw new Refusal('record.notFound')
    if (draft.appliedAt !== null) throw new Refusal('import.applied')
    if (draft.edits.length !== wish.basedOn) throw new Refusal('import.editedMeanwhile', { stored: draft.edits.length })
    await imports.storeEdits(importId, wish.edits)
    return { stored: wish.edits.length }
  })
}
