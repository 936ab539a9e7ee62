/**
 * What follows from a member's act (places in the ledger, lights) concerns rows that he does not see: it is written with the
 * sight of the ledger itself, and his own comes back afterwards.
 */
import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export async function asWhole<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ own: string | null }>`
    select current_setting('bihuan.whole', true) as own`.execute(transaction)
  await sql`select set_config('bihuan.whole', 'all', true)`.execute(transaction)
  const result = await work()
  // Not after a failure: the transaction is over then.
  await sql`select set_config('bihuan.whole', ${rows[0]?.own ?? ''}, true)`.execute(transaction)
  return result
}
