/** The sealer's part of the history, in its transaction. */
import { sql } from 'kysely'
import type { Seals } from '../../usecases/ports/history.ts'
import type { Transaction } from './database.ts'

const lockClass = 0x7365616c // "seal"

export function historySeals(transaction: Transaction, tenantId: number): Seals {
  return {
    async lock() {
      const { rows } = await sql<{ got: boolean }>`
        select pg_try_advisory_xact_lock(${lockClass}::integer, ${tenantId}::integer) as got`.execute(transaction)
      return rows[0]?.got === true
    },
    async takeWaiting(most) {
      const { rows } = await sql<{ id: number; digest: string | null }>`
        with taken as (
          delete from history_waiting where tenant_id = ${tenantId} and event_id in (
            select event_id from history_waiting where tenant_id = ${tenantId} order by event_id limit ${most})
          returning event_id
        )
        select taken.event_id as id, encode(event.digest, 'hex') as digest
        from taken left join history_event event on event.tenant_id = ${tenantId} and event.event_id = taken.event_id
        order by taken.event_id`.execute(transaction)
      return rows
    },
    async last() {
      const { rows } = await sql<{ number: number; head: string }>`
        select seal_number as number, encode(head, 'hex') as head from history_seal
        where tenant_id = ${tenantId} order by seal_number desc limit 1`.execute(transaction)
      return rows[0] ?? null
    },
    async add(seal) {
      await transaction
        .insertInto('history_seal')
        .values({
          tenant_id: tenantId,
          seal_number: seal.number,
          algorithm: seal.algorithm,
          sealed_at: new Date(seal.sealedAt),
          event_ids: seal.events.map(({ id }) => id),
          digests: seal.events.map(({ digest }) => Buffer.from(digest, 'hex')),
          previous: seal.previous === null ? null : Buffer.from(seal.previous, 'hex'),
          head: Buffer.from(seal.head, 'hex'),
          key_id: seal.keyId,
          signature: Buffer.from(seal.signature, 'base64'),
        })
        .execute()
    },
  }
}
