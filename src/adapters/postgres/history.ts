/** Adds to the history. Each event carries the digest of its content; nothing written here is ever changed. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalEvent, type HistoryEvent } from '../../core/history/history-event.ts'
import type { DigestAlgorithm } from '../../core/history/seal.ts'
import type { Stores } from '../../usecases/ports.ts'
import type { Transaction } from './database.ts'

/**
 * @param algorithm of the digests
 * @param written takes the ids of the events, to be told of after the commit
 */
export function history(
  transaction: Transaction,
  tenantId: number,
  algorithm: DigestAlgorithm,
  written: number[],
): Stores['history'] {
  return {
    async append(events) {
      if (events.length === 0) return
      const rows = events.map((event) => ({ ...event, digest: digestOf(tenantId, event, algorithm) }))
      const { rows: inserted } = await sql<{
        id: number
      }>`insert into history_event (tenant_id, at, actor_id, role, unit_id, on_behalf_of, act, record_kind,
          record_id, before, after, reason, digest_algorithm, digest)
        select ${tenantId}::bigint, "at", "actorId", role, "unitId", "onBehalfOf", act, "recordKind", "recordId",
          nullif(before, 'null'), nullif("after", 'null'), reason, ${algorithm}, decode(digest, 'hex')
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event("at" timestamptz, "actorId" bigint,
          role text, "unitId" bigint, "onBehalfOf" bigint, act text, "recordKind" text, "recordId" bigint,
          before jsonb, "after" jsonb, reason text, digest text)
        returning event_id as id`.execute(transaction)
      for (const { id } of inserted) written.push(id)
    },
  }
}

/** Hex digest of an event's canonical text. */
export const digestOf = (tenantId: number, event: HistoryEvent, algorithm: DigestAlgorithm): string =>
  createHash(algorithm).update(canonicalEvent(tenantId, event)).digest('hex')
