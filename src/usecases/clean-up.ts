/** Removes what has run out: sessions that are over, failures to sign in that are a day old; puts the tally of entries together. */
import { blind } from '../core/access/policy.ts'
import type { Outside } from './ports.ts'

/** @returns how many rows went */
export const cleanUp = ({ data, now }: Pick<Outside, 'data' | 'now'>, tenantId: number): Promise<number> =>
  data.inTenant({ tenantId, sight: blind }, async ({ schedule, figures }) => {
    await figures.gather()
    return schedule.removeEnded(now())
  })
