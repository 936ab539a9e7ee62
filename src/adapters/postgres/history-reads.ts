/** The history as those read it who verify or audit it. */
import { sql } from 'kysely'
import { wholeSight } from '../../core/access/policy.ts'
import type { DigestAlgorithm } from '../../core/history/seal.ts'
import type { StoredEvent } from '../../core/history/verify-history.ts'
import type { AuditRow, HistoryReads, RecordState } from '../../usecases/ports/history.ts'
import { type Database, reached, type Statement } from './database.ts'

type EventRow = Omit<StoredEvent, 'at'> & { at: Date }
type SealRow = {
  number: number
  algorithm: DigestAlgorithm
  sealedAt: Date
  ids: number[]
  digests: string
  previous: string | null
  head: string
  keyId: string
  signature: string
}

const eventColumns = `event_id as id, at, actor_id as "actorId", role, unit_id as "unitId", on_behalf_of as "onBehalfOf", act,
  record_kind as "recordKind", record_id as "recordId", before, after, reason, digest_algorithm as algorithm,
  encode(digest, 'hex') as digest`

const stored = (row: EventRow): StoredEvent => ({ ...row, at: row.at.toISOString() })

export function historyReads(database: Database): HistoryReads {
  const scopeOf = (tenantId: number) => ({ tenantId, sight: wholeSight })
  const eventsOf = async (tenantId: number, ids: readonly number[]): Promise<StoredEvent[]> => {
    if (ids.length === 0) return []
    const statement: Statement<EventRow> = {
      name: 'history-events',
      text: `select ${eventColumns} from history_event where tenant_id = $1 and event_id = any ($2::bigint[]) order by event_id`,
      values: [tenantId, ids],
    }
    return (await database.readOne(scopeOf(tenantId), statement)).map(stored)
  }

  return {
    async tenantsToSeal() {
      const { rows } = await reached(sql<{ id: number }>`select tenants_to_seal() as id`.execute(database.outside))
      return rows.map(({ id }) => id)
    },
    async seals(tenantId, from, most) {
      const rows = await database.readOne<SealRow>(scopeOf(tenantId), {
        name: 'history-seals',
        text: `select seal_number as number, algorithm, sealed_at as "sealedAt", event_ids as ids,
            (select string_agg(encode(each, 'hex'), ',' order by place) from unnest(digests) with ordinality digest(each, place))
              as digests,
            encode(previous, 'hex') as previous, encode(head, 'hex') as head, key_id as "keyId",
            encode(signature, 'base64') as signature
          from history_seal where tenant_id = $1 and seal_number >= $2 order by seal_number limit $3`,
        values: [tenantId, from, most],
      })
      const events = await eventsOf(
        tenantId,
        rows.flatMap(({ ids }) => ids),
      )
      const byId = new Map(events.map((event) => [event.id, event]))
      return rows.map(({ ids, digests, sealedAt, signature, ...row }) => {
        const written = digests.split(',')
        return {
          seal: {
            ...row,
            sealedAt: sealedAt.toISOString(),
            // PostgreSQL breaks base64 into lines.
            signature: signature.replaceAll('\n', ''),
            events: ids.map((id, place) => ({ id, digest: written[place] ?? '' })),
          },
          events: byId,
        }
      })
    },
    async eventIds(tenantId, after, most) {
      const rows = await database.readOne<{ id: number }>(scopeOf(tenantId), {
        name: 'history-event-ids',
        text: 'select event_id as id from history_event where tenant_id = $1 and event_id > $2 order by event_id limit $3',
        values: [tenantId, after, most],
      })
      return rows.map(({ id }) => id)
    },
    events: eventsOf,
    async waitingIds(tenantId) {
      const rows = await database.readOne<{ id: number }>(scopeOf(tenantId), {
        name: 'history-waiting',
        text: 'select event_id as id from history_waiting where tenant_id = $1',
        values: [tenantId],
      })
      return new Set(rows.map(({ id }) => id))
    },
    async sealState(tenantId) {
      const [row] = await database.readOne<{
        seals: number | null
        head: string | null
        sealedAt: Date | null
        waiting: number
      }>(scopeOf(tenantId), {
        name: 'history-state',
        text: `select last.seal_number as seals, encode(last.head, 'hex') as head, last.sealed_at as "sealedAt",
            (select count(*) from history_waiting where tenant_id = $1) as waiting
          from (select 1) one left join lateral (
            select * from history_seal where tenant_id = $1 order by seal_number desc limit 1) last on true`,
        values: [tenantId],
      })
      return {
        seals: row?.seals ?? 0,
        head: row?.head ?? null,
        sealedAt: row?.sealedAt?.toISOString() ?? null,
        waiting: row?.waiting ?? 0,
      }
    },
    async states(scope, kind, id) {
      // The kind is one of three words, not what somebody typed.
      const [[subject], states] = await database.readAll(scope, [
        {
          name: `states-of-${kind}`,
          text: `select inspection_id as "inspectionId", audiences from ${kind} where tenant_id = $1 and ${kind}_id = $2`,
          values: [scope.tenantId, id],
        } as Statement<{ inspectionId: number; audiences: number[] }>,
        {
          name: 'record-states',
          text: `select first.at, person.name as by, first.act, state.fields || jsonb_strip_nulls(jsonb_build_object(
              'leadUnit', (select name from unit where tenant_id = $1 and unit_id = (state.fields ->> 'leadUnitId')::bigint),
              'responsibleLeader', (select name from person where tenant_id = $1
                and person_id = (state.fields ->> 'responsibleLeaderId')::bigint),
              'responsibleOfficer', (select name from person where tenant_id = $1
                and person_id = (state.fields ->> 'responsibleOfficerId')::bigint))) as fields
            from record_state state
              left join lateral (
                select event.at, event.act, event.actor_id from history_event event
                where event.tenant_id = $1 and event.transaction_id = state.transaction_id
                order by (event.record_kind = state.record_kind and event.record_id = state.record_id) desc, event.event_id
                limit 1) first on true
              left join person on person.tenant_id = $1 and person.person_id = first.actor_id
            where state.tenant_id = $1 and state.record_kind = $2 and state.record_id = $3
            order by state.state_id desc limit 500`,
          values: [scope.tenantId, kind, id],
        } as Statement<Omit<RecordState, 'at'> & { at: Date | null }>,
      ] as const)
      if (subject === undefined) return null
      return { subject, states: states.map((state) => ({ ...state, at: state.at?.toISOString() ?? null })) }
    },
    async audit(tenantId, query) {
      const rows = await database.readOne<Omit<AuditRow, 'at'> & { at: Date }>(scopeOf(tenantId), {
        text: `select event.event_id as id, event.at, actor.name as actor, principal.name as "onBehalfOf", event.role,
            unit.name as unit, event.act, event.record_kind as "recordKind", event.record_id as "recordId",
            event.before, event.after, event.reason,
            exists (select from history_waiting waiting where waiting.tenant_id = $1 and waiting.event_id = event.event_id)
              as waiting
          from history_event event
            left join person actor on actor.tenant_id = $1 and actor.person_id = event.actor_id
            left join person principal on principal.tenant_id = $1 and principal.person_id = event.on_behalf_of
            left join unit on unit.tenant_id = $1 and unit.unit_id = event.unit_id
          where event.tenant_id = $1
            and ($2::text is null or event.act = $2) and ($3::bigint is null or event.actor_id = $3)
            and ($4::text is null or event.record_kind = $4) and ($5::bigint is null or event.record_id = $5)
            and ($6::timestamptz is null or event.at >= $6) and ($7::timestamptz is null or event.at < $7)
            and ($8::bigint is null or event.event_id < $8)
          order by event.event_id desc limit $9`,
        values: [
          tenantId,
          query.act,
          query.actorId,
          query.recordKind,
          query.recordId,
          query.from,
          query.to,
          query.before,
          query.limit,
        ],
      })
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    },
  }
}
