/**
 * Asks for the letters of a working day, from 08:30 on: one per person with a mail address and something new and unread, one
 * line per group robot. Asking again on the same day adds nobody twice and gives what is still waiting.
 */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { calendarOf } from '../core/deadline/working-days.ts'
import type { Channel } from './ports/deadlines.ts'
import type { Outside } from './ports.ts'

/** Minutes after midnight in China. */
const beginsAt = 8 * 60 + 30

/** @returns deliveries that wait to be carried out */
export async function writeDigests(
  { data, now, channels }: Pick<Outside, 'data' | 'now' | 'channels'>,
  tenantId: number,
): Promise<number[]> {
  const at = now()
  const today = chinaDay(at)
  const minutes = ((at.getUTCHours() + 8) % 24) * 60 + at.getUTCMinutes()
  if (minutes < beginsAt) return []
  return data.inTenant({ tenantId, sight: wholeSight }, async ({ schedule, deliveries }) => {
    if (!calendarOf(await schedule.calendar(today)).isWorkingDay(today)) return []
    const people = channels.mail === null ? [] : await deliveries.peopleToMail()
    const robots = await deliveries.robots()
    const wanted: { channel: Channel; personId: number }[] = [
      ...people.map((personId) => ({ channel: 'mail' as const, personId })),
      ...robots.map(({ kind }) => ({ channel: kind, personId: 0 })),
    ]
    return deliveries.open(today, wanted, at)
  })
}
