/** Works out the lights of a tenant for the day: each new day brings deadlines nearer. Repeating it changes nothing. */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Outside } from './ports.ts'

/** Measures in one transaction: an act on one of them waits no longer than that takes. */
const batch = 10_000

/** @returns measures looked at, and those whose light changed */
export async function refreshLights(
  { data, now }: Pick<Outside, 'data' | 'now'>,
  tenantId: number,
): Promise<{ looked: number; changed: number }> {
  const today = chinaDay(now())
  const done = { looked: 0, changed: 0 }
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const step = await data.inTenant({ tenantId, sight: wholeSight }, ({ lights }) =>
      lights.refreshOpen(today, from, batch),
    )
    done.looked += step.looked
    done.changed += step.changed
    after = step.last
  }
  return done
}
