/** Invitations, within one transaction. */
import type { Invitations } from '../../usecases/ports/accounts.ts'
import type { Transaction } from './database.ts'

export function invitations(transaction: Transaction, tenantId: number): Invitations {
  return {
    async store({ personId, codeDigest, at, endsAt }) {
      const fields = { code_digest: codeDigest, invited_at: at, ends_at: endsAt, used_at: null }
      await transaction
        .insertInto('invitation')
        .values({ tenant_id: tenantId, person_id: personId, ...fields })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(fields))
        .execute()
    },
    async lockOpen(codeDigest, now) {
      const found = await transaction
        .selectFrom('invitation')
        .select('person_id as personId')
        .where('tenant_id', '=', tenantId)
        .where('code_digest', '=', codeDigest)
        .where('used_at', 'is', null)
        .where('ends_at', '>', now)
        .forUpdate()
        .executeTakeFirst()
      return found ?? null
    },
    async markUsed(personId, at) {
      await transaction
        .updateTable('invitation')
        .set({ used_at: at })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
    },
  }
}
