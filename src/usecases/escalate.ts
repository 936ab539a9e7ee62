/**
 * Tells people, on working days, of deadlines that come near or have passed: each step once per deadline and person, however
 * often this runs and however long no server ran.
 */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { bindingStatuses, escalationSteps, reachedBy } from '../core/deadline/escalation.ts'
import { calendarOf, workingDaysBetween } from '../core/deadline/working-days.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import type { Outside } from './ports.ts'

/** @returns messages that were new */
export function escalate({ data, now }: Pick<Outside, 'data' | 'now'>, tenantId: number): Promise<number> {
  const at = now()
  const today = chinaDay(at)
  return data.inTenant({ tenantId, sight: wholeSight }, async ({ schedule, messages }) => {
    const calendar = calendarOf(await schedule.calendar(today))
    if (!calendar.isWorkingDay(today)) return 0
    let told = 0
    for (const { id: inspectionId, settings } of await schedule.inspections()) {
      for (const step of escalationSteps(settingsOf(settings))) {
        const days = reachedBy(step, today, calendar)
        const reached = await schedule.reached(inspectionId, { step, ...days, statuses: bindingStatuses, today })
        await messages.send(
          reached.map(({ measureId, number, dueOn, personId, unit }) => ({
            personId,
            kind: step.kind,
            inspectionId,
            recordKind: 'measure' as const,
            recordId: measureId,
            facts: { number, day: dueOn, unit, days: Math.abs(workingDaysBetween(calendar, dueOn, today)) },
            at,
            key: `due-${step.step}-${measureId}-${dueOn}`,
          })),
        )
        told += reached.length
      }
    }
    return told
  })
}
