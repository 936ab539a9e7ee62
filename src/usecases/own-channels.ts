/** How a person is told besides the inbox: by mail, and as a calendar at a secret address. */
import type { z } from 'zod'
import { blind } from '../core/access/policy.ts'
import type { deadlinesContracts } from '../core/api/deadlines.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { FeedEntry } from './ports/deadlines.ts'
import type { Outside, Visitor } from './ports.ts'

type Channels = z.output<(typeof deadlinesContracts)['GET /api/me/channels']['response']>

export async function readOwnChannels({ data, channels }: Outside, visitor: Visitor | null): Promise<Channels> {
  const { tenantId, personId } = permit(visitor, 'message.read')
  const { mailAddress, feedMadeAt } = await data.read.deadlines.ownChannels(tenantId, personId)
  return {
    mail: channels.mail === null ? null : { address: mailAddress },
    feed: feedMadeAt === null ? null : { createdAt: feedMadeAt },
  }
}

/** @throws Refusal `mail.notConfigured` */
export async function setMailAddress(
  { data, channels }: Outside,
  visitor: Visitor | null,
  address: string,
): Promise<void> {
  const { tenantId, personId } = permit(visitor, 'message.read')
  if (channels.mail === null && address !== '') throw new Refusal('mail.notConfigured', { field: 'address' })
  await data.inTenant({ tenantId, sight: blind }, ({ inbox }) =>
    inbox.setMailAddress(personId, address === '' ? null : address),
  )
}

/** A new secret address; the one before stops working. */
export async function makeFeed({ data, secrets, now }: Outside, visitor: Visitor | null): Promise<{ path: string }> {
  const actor = permit(visitor, 'message.read')
  const { tenantId, personId } = actor
  const at = now()
  const token = `${tenantId}.${secrets.token()}`
  await data.inTenant({ tenantId, sight: blind }, async ({ inbox, history }) => {
    await inbox.setFeed(personId, secrets.digest(token), at)
    await history.append([eventsOf(actor, 'message.read', at)('feed.made', 'person', personId)])
  })
  return { path: `/api/feeds/${token}` }
}

export async function revokeFeed({ data, now }: Outside, visitor: Visitor | null): Promise<void> {
  const actor = permit(visitor, 'message.read')
  const { tenantId, personId } = actor
  const at = now()
  await data.inTenant({ tenantId, sight: blind }, async ({ inbox, history }) => {
    await inbox.setFeed(personId, null, at)
    await history.append([eventsOf(actor, 'message.read', at)('feed.revoked', 'person', personId)])
  })
}

/** @throws Refusal `feed.unknown` for an address that is not in use, whatever is wrong with it */
export async function readFeed({ data, secrets }: Outside, token: string): Promise<FeedEntry[]> {
  const tenantId = Number(/^(\d{1,15})\./.exec(token)?.[1] ?? 0)
  if (tenantId === 0) throw new Refusal('feed.unknown')
  const personId = await data.read.deadlines.feedOwner(tenantId, secrets.digest(token))
  if (personId === null) throw new Refusal('feed.unknown')
  return data.read.deadlines.feed(tenantId, personId)
}
