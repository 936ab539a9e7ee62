/** A person's messages, and those of people for whom he stands in. */
import type { z } from 'zod'
import { blind } from '../core/access/policy.ts'
import type { deadlinesContracts } from '../core/api/deadlines.ts'
import { messageSentence } from '../core/deadline/message-sentence.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

type Page = z.output<(typeof deadlinesContracts)['GET /api/messages']['response']>

const pageSize = 50

export async function readMessages(
  { data }: Outside,
  visitor: Visitor | null,
  query: { unread: 'true' | 'false'; before?: number | undefined },
  language: Language,
): Promise<Page> {
  const { tenantId } = permit(visitor, 'message.read')
  const people = inboxesOf(visitor)
  const ids = [...people.keys()]
  const [rows, unread] = await Promise.all([
    data.read.deadlines.messages(tenantId, ids, {
      unread: query.unread === 'true',
      before: query.before ?? null,
      limit: pageSize,
    }),
    data.read.deadlines.unread(tenantId, ids),
  ])
  const shown = rows.slice(0, pageSize)
  return {
    messages: shown.map(({ facts, personId, ...row }) => ({
      ...row,
      text: messageSentence(row.kind, facts, language),
      for: people.get(personId) ?? null,
    })),
    nextBefore: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    unread,
  }
}

export async function countUnread({ data }: Outside, visitor: Visitor | null): Promise<{ unread: number }> {
  const { tenantId } = permit(visitor, 'message.read')
  return { unread: await data.read.deadlines.unread(tenantId, [...inboxesOf(visitor).keys()]) }
}

/** Marks messages of the visitor's inboxes as read; others are left as they are. */
export async function markRead(
  { data, now }: Outside,
  visitor: Visitor | null,
  which: { ids: number[] } | { upTo: number },
): Promise<{ unread: number }> {
  const { tenantId } = permit(visitor, 'message.read')
  const ids = [...inboxesOf(visitor).keys()]
  await data.inTenant({ tenantId, sight: blind }, ({ inbox }) => inbox.markRead(ids, which, now()))
  return { unread: await data.read.deadlines.unread(tenantId, ids) }
}

/** By person: null for the visitor, the name of each for whom he stands in. */
function inboxesOf(visitor: Visitor | null): Map<number, { id: number; name: string } | null> {
  const found = new Map<number, { id: number; name: string } | null>()
  if (visitor === null) return found
  for (const { onBehalfOf } of visitor.roles) if (onBehalfOf !== null) found.set(onBehalfOf.id, onBehalfOf)
  return found.set(visitor.personId, null)
}
