/** What a page needs to begin: whether the system is set up, who is signed in, which inspections there are. */
import type { z } from 'zod'
import { may, sightOf } from '../core/access/policy.ts'
import type { bootSchema } from '../core/api/records.ts'
import { mondayToFriday } from '../core/deadline/working-days.ts'
import { actorOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { sessionView } from './session-view.ts'

export type Boot = z.infer<typeof bootSchema>

export async function boot(
  { data, now }: Outside,
  visitor: Visitor | null,
  place: { setupCodeNeeded: boolean; version: string },
): Promise<Boot> {
  const tenant = await data.findTenant()
  const actor = visitor === null ? null : actorOf(visitor)
  const inspections =
    actor !== null && may(actor, 'inspection.list').allowed
      ? await data.read.inspections({ tenantId: actor.tenantId, sight: sightOf(actor) })
      : []
  return {
    setUp: tenant !== null,
    setupCodeNeeded: tenant === null && place.setupCodeNeeded,
    district: tenant?.name ?? null,
    session: visitor === null ? null : sessionView(visitor),
    inspections,
    calendar: tenant === null || visitor === null ? mondayToFriday : await data.read.calendar(tenant.tenantId, now()),
    version: place.version,
  }
}
