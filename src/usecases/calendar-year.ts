/** Public holidays and worked weekends of a year: as delivered, or as the office entered them. */
import type { z } from 'zod'
import { blind, may } from '../core/access/policy.ts'
import type { deadlinesContracts } from '../core/api/deadlines.ts'
import { type Day, parseDay } from '../core/deadline/day.ts'
import { calendarOf, mondayToFriday } from '../core/deadline/working-days.ts'
import { Refusal } from '../core/refusal.ts'
import { actorOf, eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { refreshLights } from './refresh-lights.ts'

type Contracts = typeof deadlinesContracts
type YearPage = z.output<Contracts['GET /api/calendar/:year']['response']>
type Entered = z.output<Contracts['PUT /api/calendar/:year']['body']>

export async function readCalendarYear({ data }: Outside, visitor: Visitor | null, year: number): Promise<YearPage> {
  const { tenantId } = permit(visitor, 'calendar.read')
  const { entered, days } = await data.read.deadlines.calendarYear(tenantId, year)
  const dayOf = (text: string): Day[] => {
    const day = parseDay(text)
    return day === null ? [] : [day]
  }
  return {
    year,
    source: entered !== null ? 'entered' : days.years.includes(year) ? 'announced' : 'unknown',
    entered,
    off: Object.keys(days.off)
      .sort()
      .flatMap((text) => dayOf(text).map((day) => ({ day, name: days.off[text] ?? '' }))),
    working: [...days.working].sort().flatMap(dayOf),
    mayEdit: visitor !== null && may(actorOf(visitor), 'calendar.edit').allowed,
  }
}

const weekdays = calendarOf(mondayToFriday)

/**
 * Replaces the year; lights follow at once.
 * @throws Refusal `calendar.…` naming the day that is wrong
 */
export async function enterCalendarYear(
  outside: Outside,
  visitor: Visitor | null,
  year: number,
  { off, working, submissionId }: Entered,
): Promise<{ lightsChanged: number }> {
  const { data, now } = outside
  const actor = permit(visitor, 'calendar.edit')
  const at = now()
  const seen = new Set<string>()
  for (const day of [...off.map((each) => each.day), ...working]) {
    if (!day.startsWith(`${year}-`)) throw new Refusal('calendar.wrongYear', { day, year, field: 'day' })
    if (seen.has(day)) throw new Refusal('calendar.twice', { day, field: 'day' })
    seen.add(day)
  }
  for (const { day } of off)
    if (!weekdays.isWorkingDay(day)) throw new Refusal('calendar.notAWeekday', { day, field: 'off' })
  for (const day of working)
    if (weekdays.isWorkingDay(day)) throw new Refusal('calendar.notAWeekend', { day, field: 'working' })
  const { tenantId, personId } = actor
  await data.inTenant({ tenantId, sight: blind }, ({ submissions, calendar, history }) =>
    submissions.once({ id: submissionId, act: `calendar.enter ${year}`, personId, at }, async () => {
      const days = [
        ...off.map(({ day, name }) => ({ day, working: false, name })),
        ...working.map((day) => ({ day, working: true, name: '' })),
      ]
      await calendar.enter(year, days, personId, at)
      await history.append([
        eventsOf(actor, 'calendar.edit', at)('calendar.entered', 'tenant', tenantId, { after: { year, off, working } }),
      ])
      return null
    }),
  )
  return { lightsChanged: (await refreshLights(outside, tenantId)).changed }
}
