/** What an import would write to an inspection's ledger, and the version of the ledger that this was computed against. */
import { wholeSight } from '../core/access/policy.ts'
import { applyEdits } from '../core/ledger/apply-edits.ts'
import { type ChangeList, changeListOf } from '../core/ledger/change-list.ts'
import { draftOf, type LedgerDraft } from '../core/ledger/draft.ts'
import type { Edit } from '../core/ledger/edit.ts'
import { emptyLedger } from '../core/ledger/existing-ledger.ts'
import { repeatedActs } from '../core/proofread/repeated-acts.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, StoredImport, Visitor } from './ports.ts'

/** Version of a ledger that does not exist yet. */
export const newLedger = 'new'

/** The ledger as a stored document and a person's edits say it should be. */
export function draftOfImport({ reading }: StoredImport, edits: readonly Edit[]): LedgerDraft {
  return applyEdits(draftOf(reading.notice), edits, repeatedActs(reading.notice)).draft
}

/** @throws Refusal `record.notFound` for an unknown import or inspection */
export async function previewImport(
  { data }: Outside,
  visitor: Visitor | null,
  importId: number,
  inspectionId: number | null,
): Promise<{ changeList: ChangeList; ledgerVersion: string }> {
  const actor = permit(visitor, 'import.read', { inspectionId, audiences: null })
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports, ledger }) => {
    const found = await imports.find(importId)
    if (found === null) throw new Refusal('record.notFound')
    const draft = draftOfImport(found, found.edits)
    if (inspectionId === null) return { changeList: changeListOf(draft, emptyLedger), ledgerVersion: newLedger }
    const ledgerVersion = await ledger.ledgerVersion(inspectionId)
    if (ledgerVersion === null) throw new Refusal('record.notFound')
    return { changeList: changeListOf(draft, await ledger.existingLedger(inspectionId)), ledgerVersion }
  })
}
