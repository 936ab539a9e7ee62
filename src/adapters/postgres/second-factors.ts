/** Second factors and their recovery codes, within one transaction. */
import type { SecondFactors } from '../../usecases/ports/accounts.ts'
import type { Transaction } from './database.ts'

export function secondFactors(transaction: Transaction, tenantId: number): SecondFactors {
  return {
    async lock(personId) {
      const found = await transaction
        .selectFrom('second_factor')
        .select(['sealed_secret as sealedSecret', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .forUpdate()
        .executeTakeFirst()
      return found ?? null
    },
    async store(personId, sealedSecret, step, at) {
      const fields = { sealed_secret: sealedSecret, confirmed_at: at, last_step: step }
      await transaction
        .insertInto('second_factor')
        .values({ tenant_id: tenantId, person_id: personId, ...fields })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(fields))
        .execute()
    },
    async spend(personId, step) {
      await transaction
        .updateTable('second_factor')
        .set({ last_step: step })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
    },
    async remove(personId) {
      await removeCodes(personId)
      await transaction
        .deleteFrom('second_factor')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
    },
    async storeRecoveryCodes(personId, digests) {
      await removeCodes(personId)
      await transaction
        .insertInto('recovery_code')
        .values(
          digests.map((digest) => ({ tenant_id: tenantId, person_id: personId, code_digest: digest, used_at: null })),
        )
        .execute()
    },
    async spendRecoveryCode(personId, digest, at) {
      const { numUpdatedRows } = await transaction
        .updateTable('recovery_code')
        .set({ used_at: at })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('code_digest', '=', digest)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return null
      const { left } = await transaction
        .selectFrom('recovery_code')
        .select((count) => count.fn.countAll<number>().as('left'))
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow()
      return left
    },
  }

  async function removeCodes(personId: number): Promise<void> {
    await transaction
      .deleteFrom('recovery_code')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .execute()
  }
}
