/**
 * The whole history of a tenant as lines of JSON, for somebody who checks it without Bihuan (`scripts/verify-history.mjs`): a
 * head line, then each seal after the events it names, then what is in no seal. It holds the content of records: for the
 * operator, not for auditors.
 */
import type { StoredEvent } from '../core/history/verify-history.ts'
import type { Outside } from './ports.ts'

const sealsAtOnce = 4
const eventsAtOnce = 20_000

export async function* exportHistory(
  { data, now }: Pick<Outside, 'data' | 'now'>,
  tenantId: number,
): AsyncGenerator<string> {
  const { history } = data.read
  yield line({ kind: 'bihuan-history', version: 1, tenantId, exportedAt: now().toISOString() })
  const sealed = new Set<number>()
  let from = 1
  for (;;) {
    const page = await history.seals(tenantId, from, sealsAtOnce)
    for (const { seal, events } of page) {
      for (const { id } of seal.events) {
        sealed.add(id)
        const event = events.get(id)
        if (event !== undefined) yield eventLine(event)
      }
      yield line({ kind: 'seal', ...seal })
      from = seal.number + 1
    }
    if (page.length === 0) break
  }
  let after = 0
  for (;;) {
    const ids = await history.eventIds(tenantId, after, eventsAtOnce)
    const waiting = await history.waitingIds(tenantId)
    const rest = await history.events(
      tenantId,
      ids.filter((id) => !sealed.has(id)),
    )
    for (const event of rest) yield eventLine(event, waiting.has(event.id))
    after = ids.at(-1) ?? after
    if (ids.length < eventsAtOnce) return
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
/** @param waits of an event in no seal: true when the sealer has not come to it yet */
const eventLine = (event: StoredEvent, waits?: boolean): string =>
  line({ kind: 'event', ...event, ...(waits === undefined ? {} : { waits }) })
