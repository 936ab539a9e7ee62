/** What a person changed in a draft is kept as they go. */
import { wholeSight } from '../core/access/policy.ts'
import type { Edit } from '../core/ledger/edit.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/**
 * @param wish.basedOn version of the edits that these were made on
 * @throws Refusal `import.editedMeanwhile` when another version is stored, with the number of edits in it, `import.applied`, `record.notFound`
 */
export async function storeEdits(
  { data }: Outside,
  visitor: Visitor | null,
  importId: number,
  wish: { edits: Edit[]; basedOn: number },
): Promise<{ editsVersion: number }> {
  const actor = permit(visitor, 'import.edit')
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports }) => {
    const draft = await imports.lock(importId)
    if (draft === null) throw new Refusal('record.notFound')
    if (draft.appliedAt !== null) throw new Refusal('import.applied')
    if (draft.editsVersion !== wish.basedOn) throw new Refusal('import.editedMeanwhile', { stored: draft.edits.length })
    await imports.storeEdits(importId, wish.edits)
    return { editsVersion: draft.editsVersion + 1 }
  })
}
