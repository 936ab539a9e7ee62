/** What was submitted is carried out once: a repeated submission gets the first one's result. */
import { Refusal } from '../../core/refusal.ts'
import type { Submissions } from '../../usecases/ports.ts'
import type { Transaction } from './database.ts'

export function submissions(transaction: Transaction, tenantId: number): Submissions {
  const held = { tenant_id: tenantId }
  return {
    async once<T>(
      submission: { id: string; act: string; personId: number; at: Date },
      work: () => Promise<T>,
    ): Promise<T> {
      // Of two at the same moment the second waits here until the first has ended.
      const taken = await transaction
        .insertInto('submission')
        .values({
          ...held,
          submission_id: submission.id,
          person_id: submission.personId,
          act: submission.act,
          result: null,
          submitted_at: submission.at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('submission_id')
        .executeTakeFirst()
      const rows = { tenant: tenantId, id: submission.id }
      if (taken === undefined) {
        const first = await transaction
          .selectFrom('submission')
          .select(['act', 'person_id', 'result'])
          .where('tenant_id', '=', rows.tenant)
          .where('submission_id', '=', rows.id)
          .executeTakeFirstOrThrow()
        if (first.act !== submission.act || first.person_id !== submission.personId)
          throw new Refusal('submission.otherAct')
        return first.result as T
      }
      const result = await work()
      await transaction
        .updateTable('submission')
        .set({ result: JSON.stringify(result) })
        .where('tenant_id', '=', rows.tenant)
        .where('submission_id', '=', rows.id)
        .execute()
      return result
    },
  }
}
