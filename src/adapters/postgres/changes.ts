/**
 * Tells all servers of a database which history events were just committed, by LISTEN and NOTIFY.
 *
 * The writer tells after its commit and not by a trigger within: a transaction that notifies holds a lock of the whole
 * database until it is on disk, so that writers would commit one after the other (docs/decisions/0140). What is written
 * within a moment is told at once. Nothing is connected until somebody listens.
 */
import { sql } from 'kysely'
import pg from 'pg'
import type { Change } from '../../core/api/live.ts'
import type { Changes, Committed } from '../../usecases/ports/live.ts'
import type { Connection, Database, Scope } from './database.ts'

const channel = 'bihuan_changes'
/** Events committed within this time are told together. */
const gatheredMs = 100
/** More are not named: a notice holds 8000 bytes. */
const mostNamed = 400
const longestPauseMs = 30_000

export type OpenChanges = Changes & {
  /** To be called after the commit. Never throws: who listens reads everything again when something was missed. */
  tell(tenantId: number, eventIds: readonly number[]): void
  close(): Promise<void>
}

/** @param options.onError a connection that is lost, or a notice that was not sent; both mend by themselves */
export function openChanges(
  connection: Connection,
  database: Database,
  options: { onError?: (error: Error) => void } = {},
): OpenChanges {
  const onError = (error: unknown): void => options.onError?.(error instanceof Error ? error : new Error(String(error)))
  const listeners = new Set<(committed: Committed) => void>()
  const gathered = new Map<number, number[]>()
  let gathering: NodeJS.Timeout | null = null
  let sending: Promise<void> = Promise.resolve()
  let client: Promise<pg.Client | null> | null = null
  let retry: NodeJS.Timeout | null = null
  let pauseMs = 500
  let closed = false

  const heard = (committed: Committed): void => {
    for (const listener of listeners) listener(committed)
  }

  async function connect(): Promise<pg.Client | null> {
    const next = new pg.Client({
      ...connection,
      application_name: 'bihuan-changes',
      options: '-c role=bihuan_app',
      keepAlive: true,
    })
    next.on('notification', ({ payload }) => heard(committedOf(payload ?? '')))
    let lost = false
    const onLost = (error?: unknown): void => {
      if (lost) return
      lost = true
      if (error !== undefined && !closed) onError(error)
      next.end().catch(() => {})
      client = null
      if (closed) return
      retry = setTimeout(() => {
        client ??= connect()
      }, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
    next.on('error', onLost)
    next.on('end', () => onLost())
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      const again = pauseMs > 500
      pauseMs = 500
      // What was told while nobody listened is not told again.
      if (again) heard({ tenantId: null, eventIds: null })
      return next
    } catch (error) {
      onLost(error)
      return null
    }
  }

  async function send(): Promise<void> {
    gathering = null
    const notices = [...gathered].map(
      ([tenantId, ids]) => `${tenantId} ${ids.length > mostNamed ? '*' : ids.join(',')}`,
    )
    gathered.clear()
    try {
      // A notice that is lost with the machine misses nobody: no need to wait for the disk.
      for (const notice of notices)
        await sql`select set_config('synchronous_commit', 'off', true), pg_notify(${channel}, ${notice})`.execute(
          database.outside,
        )
    } catch (error) {
      onError(error)
    }
  }

  return {
    listen(listener) {
      listeners.add(listener)
      if (!closed && retry === null) client ??= connect()
      return () => listeners.delete(listener)
    },
    tell(tenantId, eventIds) {
      if (closed || eventIds.length === 0) return
      gathered.set(tenantId, [...(gathered.get(tenantId) ?? []), ...eventIds])
      gathering ??= setTimeout(() => {
        sending = send()
      }, gatheredMs)
    },
    async close() {
      closed = true
      listeners.clear()
      if (gathering !== null) clearTimeout(gathering)
      if (retry !== null) clearTimeout(retry)
      await sending
      await (await client)?.end()
    },
  }
}

function committedOf(notice: string): Committed {
  const [tenantId, ids = '*'] = notice.split(' ')
  return { tenantId: Number(tenantId), eventIds: ids === '*' ? null : ids.split(',').map(Number) }
}

/** The records that these events changed, of one inspection and behind the wall of the scope; each event once. */
export async function changesOf(
  database: Database,
  scope: Scope,
  inspectionId: number,
  eventIds: readonly number[],
): Promise<Change[]> {
  const rows = await database.readOne<Omit<Change, 'at'> & { at: Date }>(scope, {
    name: 'live-changes',
    text: `select event.record_kind as kind, event.record_id as id, event.act, event.actor_id as "actorId",
        coalesce(person.name, '') as actor, event.at
      from history_event event left join person on person.tenant_id = $1 and person.person_id = event.actor_id
      where event.tenant_id = $1 and event.event_id = any ($3) and case event.record_kind
        when 'measure' then exists (select from measure where tenant_id = $1 and measure_id = event.record_id
          and inspection_id = $2)
        when 'finding' then exists (select from finding where tenant_id = $1 and finding_id = event.record_id
          and inspection_id = $2)
        when 'cause' then exists (select from cause where tenant_id = $1 and cause_id = event.record_id
          and inspection_id = $2)
        when 'inspection' then event.record_id = $2
        else false end
      order by event.event_id`,
    values: [scope.tenantId, inspectionId, eventIds],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
