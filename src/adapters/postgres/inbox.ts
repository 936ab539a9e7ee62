/** A person's messages, mail address and calendar feed. */
import { sql } from 'kysely'
import { blind } from '../../core/access/policy.ts'
import type { FeedEntry, Inbox, MessageRow } from '../../usecases/ports/deadlines.ts'
import type { Database, Transaction } from './database.ts'

export const messageColumns = `message_id as id, kind, facts, to_json(at) #>> '{}' as at, to_json(read_at) #>> '{}' as "readAt",
  inspection_id as "inspectionId", record_kind as "recordKind", record_id as "recordId", person_id as "personId"`

export function inbox(transaction: Transaction, tenantId: number): Inbox {
  return {
    async markRead(personIds, which, at) {
      const those =
        'ids' in which ? sql`message_id = any (${[...which.ids]}::bigint[])` : sql`message_id <= ${which.upTo}`
      await sql`update message set read_at = ${at} where tenant_id = ${tenantId}
        and person_id = any (${[...personIds]}::bigint[]) and read_at is null and ${those}`.execute(transaction)
    },
    async setMailAddress(personId, address) {
      if (address === null)
        await sql`delete from mail_address where tenant_id = ${tenantId} and person_id = ${personId}`.execute(
          transaction,
        )
      else
        await sql`insert into mail_address (tenant_id, person_id, address) values (${tenantId}, ${personId}, ${address})
          on conflict (tenant_id, person_id) do update set address = excluded.address`.execute(transaction)
    },
    async setFeed(personId, tokenHash, at) {
      if (tokenHash === null)
        await sql`delete from calendar_feed where tenant_id = ${tenantId} and person_id = ${personId}`.execute(
          transaction,
        )
      else
        await sql`insert into calendar_feed (tenant_id, person_id, token_hash, created_at)
          values (${tenantId}, ${personId}, ${tokenHash}, ${at}) on conflict (tenant_id, person_id)
          do update set token_hash = excluded.token_hash, created_at = excluded.created_at`.execute(transaction)
    },
  }
}

/** Newest first, one more than a page. */
export function messagesOf(
  database: Database,
  tenantId: number,
  personIds: readonly number[],
  { unread, before, limit }: { unread: boolean; before: number | null; limit: number },
): Promise<MessageRow[]> {
  return database.readOne<MessageRow>(
    { tenantId, sight: blind },
    {
      name: unread ? 'messages-unread' : 'messages-all',
      text: `select ${messageColumns} from message where tenant_id = $1 and person_id = any ($2::bigint[])
        and message_id < $3 ${unread ? 'and read_at is null' : ''} order by message_id desc limit $4`,
      values: [tenantId, personIds, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
    },
  )
}

export async function unreadOf(database: Database, tenantId: number, personIds: readonly number[]): Promise<number> {
  const [row] = await database.readOne<{ count: number }>(
    { tenantId, sight: blind },
    {
      name: 'messages-count',
      text: 'select count(*) from message where tenant_id = $1 and person_id = any ($2::bigint[]) and read_at is null',
      values: [tenantId, personIds],
    },
  )
  return row?.count ?? 0
}

export async function ownChannelsOf(
  database: Database,
  tenantId: number,
  personId: number,
): Promise<{ mailAddress: string | null; feedMadeAt: string | null }> {
  const [row] = await database.readOne<{ mailAddress: string | null; feedMadeAt: string | null }>(
    { tenantId, sight: blind },
    {
      name: 'own-channels',
      text: `select (select address from mail_address where tenant_id = $1 and person_id = $2) as "mailAddress",
        (select to_json(created_at) #>> '{}' from calendar_feed where tenant_id = $1 and person_id = $2) as "feedMadeAt"`,
      values: [tenantId, personId],
    },
  )
  return row ?? { mailAddress: null, feedMadeAt: null }
}

/** Whose feed it is; null for a token that is not in use. */
export async function feedOwner(database: Database, tenantId: number, tokenHash: Buffer): Promise<number | null> {
  const [row] = await database.readOne<{ person_id: number }>(
    { tenantId, sight: blind },
    {
      name: 'feed-owner',
      text: 'select person_id from calendar_feed where tenant_id = $1 and token_hash = $2',
      values: [tenantId, tokenHash],
    },
  )
  return row?.person_id ?? null
}

/** Deadlines and reviews of open measures that a person answers for, as officer or leader. */
export function feedEntries(database: Database, tenantId: number, personId: number): Promise<FeedEntry[]> {
  return database.readOne<FeedEntry>(
    { tenantId, sight: { whole: 'all', audiences: [] } },
    {
      name: 'feed-entries',
      text: `
        select measure_id as "measureId", number, text, due_on as day, 'due' as kind from measure
          where tenant_id = $1 and $2 in (responsible_officer_id, responsible_leader_id) and due_on is not null
            and status in ('docketed', 'underway', 'applied', 'endorsed', 'verified')
        union all
        select measure_id, number, text, review_on, 'review' from measure
          where tenant_id = $1 and $2 in (responsible_officer_id, responsible_leader_id) and review_on is not null
            and status = 'ongoing'
        order by day limit 1000`,
      values: [tenantId, personId],
    },
  )
}
