/** Local rules of signing in, within one transaction. */
import { securitySettingsOf } from '../../core/account/settings.ts'
import type { SecurityStore } from '../../usecases/ports/accounts.ts'
import type { Transaction } from './database.ts'

export function securitySettings(transaction: Transaction, tenantId: number): SecurityStore {
  return {
    async settings() {
      const row = await transaction
        .selectFrom('tenant_settings')
        .select('security')
        .where('tenant_id', '=', tenantId)
        .executeTakeFirst()
      return securitySettingsOf(row?.security)
    },
    async store(settings) {
      const security = JSON.stringify(settings)
      await transaction
        .insertInto('tenant_settings')
        .values({ tenant_id: tenantId, security })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ security }))
        .execute()
    },
  }
}
