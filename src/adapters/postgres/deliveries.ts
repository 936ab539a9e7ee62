/** The daily digest on its way out: what is to be sent to whom, and what became of it. */
import { sql } from 'kysely'
import { blind } from '../../core/access/policy.ts'
import type { Deliveries, Delivery, MessageRow, Robot, RobotRow } from '../../usecases/ports/deadlines.ts'
import type { Database, Transaction } from './database.ts'
import { messageColumns } from './inbox.ts'

export function deliveries(transaction: Transaction, tenantId: number): Deliveries {
  return {
    async peopleToMail() {
      const { rows } = await sql<{ person_id: number }>`
        select person_id from mail_address where tenant_id = ${tenantId} and exists (select from message
          where message.tenant_id = ${tenantId} and message.person_id = mail_address.person_id
            and read_at is null and mailed_at is null)`.execute(transaction)
      return rows.map((row) => row.person_id)
    },
    async robots() {
      const { rows } = await sql<Robot>`select kind, sealed_address as "sealedAddress", sealed_secret as "sealedSecret"
        from robot where tenant_id = ${tenantId}`.execute(transaction)
      return rows
    },
    async setRobot(robot, personId, at) {
      if (robot.sealedAddress === null)
        await sql`delete from robot where tenant_id = ${tenantId} and kind = ${robot.kind}`.execute(transaction)
      else
        await sql`insert into robot (tenant_id, kind, sealed_address, sealed_secret, changed_by, changed_at)
          values (${tenantId}, ${robot.kind}, ${robot.sealedAddress}, ${robot.sealedSecret}, ${personId}, ${at})
          on conflict (tenant_id, kind) do update set sealed_address = excluded.sealed_address,
            sealed_secret = excluded.sealed_secret, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
          transaction,
        )
    },
    async open(day, wanted, at) {
      for (const { channel, personId } of wanted)
        await sql`insert into delivery (tenant_id, channel, person_id, day, created_at)
          values (${tenantId}, ${channel}, ${personId}, ${day}, ${at})
          on conflict (tenant_id, channel, person_id, day) do nothing`.execute(transaction)
      const { rows } = await sql<{ id: number }>`select delivery_id as id from delivery
        where tenant_id = ${tenantId} and day = ${day} and state = 'waiting' order by delivery_id`.execute(transaction)
      return rows.map((row) => row.id)
    },
    async lock(deliveryId) {
      const { rows } = await sql<Delivery>`select delivery_id as id, channel, person_id as "personId", day, state
        from delivery where tenant_id = ${tenantId} and delivery_id = ${deliveryId} for update`.execute(transaction)
      return rows[0] ?? null
    },
    async letter(personId) {
      const { rows: people } = await sql<{ address: string; language: string | null }>`
        select address, account.preferences ->> 'language' as language from mail_address
          left join account on account.tenant_id = ${tenantId} and account.person_id = ${personId}
        where mail_address.tenant_id = ${tenantId} and mail_address.person_id = ${personId}`.execute(transaction)
      const [person] = people
      if (person === undefined) return null
      const { rows } = await sql<MessageRow>`select ${sql.raw(messageColumns)} from message
        where tenant_id = ${tenantId} and person_id = ${personId} and read_at is null and mailed_at is null
        order by message_id limit 200`.execute(transaction)
      return { address: person.address, language: person.language ?? 'zh', messages: rows }
    },
    async groupFigures() {
      const { rows } = await sql<{ people: number; unread: number; red: number; yellow: number }>`
        select (select count(distinct person_id) from message where tenant_id = ${tenantId} and read_at is null) as people,
          (select count(*) from message where tenant_id = ${tenantId} and read_at is null) as unread,
          (select coalesce(sum(records), 0) from ledger_count where tenant_id = ${tenantId} and audience = 0
            and record_kind = 'light' and status_rank = 0) as red,
          (select coalesce(sum(records), 0) from ledger_count where tenant_id = ${tenantId} and audience = 0
            and record_kind = 'light' and status_rank = 1) as yellow`.execute(transaction)
      return rows[0] ?? { people: 0, unread: 0, red: 0, yellow: 0 }
    },
    async markMailed(messageIds, at) {
      await sql`update message set mailed_at = ${at} where tenant_id = ${tenantId}
        and message_id = any (${[...messageIds]}::bigint[])`.execute(transaction)
    },
    async end(deliveryId, { state, error, at }) {
      await sql`update delivery set state = ${state}, last_error = ${error}, attempts = attempts + 1,
          ended_at = ${state === 'waiting' ? null : at}
        where tenant_id = ${tenantId} and delivery_id = ${deliveryId}`.execute(transaction)
    },
  }
}

/** Robots with their last delivery. */
export function robotRows(database: Database, tenantId: number): Promise<RobotRow[]> {
  return database.readOne<RobotRow>(
    { tenantId, sight: blind },
    {
      name: 'robots',
      text: `select kind, sealed_address as "sealedAddress", sealed_secret as "sealedSecret", last.day, last.state, last.error
        from robot left join lateral (select day, state, last_error as error from delivery
          where tenant_id = $1 and channel = robot.kind order by day desc limit 1) last on true
        where robot.tenant_id = $1`,
      values: [tenantId],
    },
  )
}
