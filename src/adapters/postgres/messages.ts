/** Messages to people: written with the act that they tell of. */
import { sql } from 'kysely'
import type { Messages } from '../../usecases/ports/messages.ts'
import type { Transaction } from './database.ts'

export function messages(transaction: Transaction, tenantId: number): Messages {
  return {
    async send(sent) {
      if (sent.length === 0) return
      const rows = sent.map(({ facts, ...message }) => ({
        person_id: message.personId,
        kind: message.kind,
        inspection_id: message.inspectionId,
        record_kind: message.recordKind,
        record_id: message.recordId,
        facts,
        key: message.key,
        at: message.at.toISOString(),
      }))
      await sql`
        insert into message (tenant_id, person_id, kind, inspection_id, record_kind, record_id, facts, key, at)
        select ${tenantId}, person_id, kind, inspection_id, record_kind, record_id, facts, key, at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(person_id bigint, kind text, inspection_id bigint,
          record_kind text, record_id bigint, facts jsonb, key text, at timestamptz)
        on conflict (tenant_id, person_id, key) do nothing`.execute(transaction)
    },
  }
}
