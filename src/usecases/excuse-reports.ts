/** The office excuses measures from the report of a week: holidays, pending applications. Taken back by no reason. */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { Refusal } from '../core/refusal.ts'
import { isWeek } from '../core/report/week.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

export async function excuseReports(
  { data, now }: Outside,
  visitor: Visitor | null,
  wish: {
    inspection: number
    week: Day
    measureIds?: number[] | undefined
    unitId?: number | undefined
    reason: string | null
    submissionId: string
  },
): Promise<{ changed: number }> {
  const { inspection: inspectionId, week, reason } = wish
  const actor = permit(visitor, 'report.excuse', { inspectionId, audiences: null })
  if (!isWeek(week)) throw new Refusal('report.notAWeek', { field: 'week' })
  const at = now()
  const event = eventsOf(actor, 'report.excuse', at)
  const submission = { id: wish.submissionId, act: 'report.excuse', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const ids = await stores.reports.excuse({
        inspectionId,
        week,
        measureIds: wish.measureIds ?? null,
        unitId: wish.unitId ?? null,
        reason,
        by: actor.personId,
      })
      await stores.history.append(
        ids.map((id) =>
          event(reason === null ? 'report.expected' : 'report.excused', 'measure', id, { after: { week }, reason }),
        ),
      )
      await stores.lights.refresh(await stores.reports.recount(ids, at), chinaDay(at))
      return { changed: ids.length }
    }),
  )
}
