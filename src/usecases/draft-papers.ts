/**
 * Drafts escalation papers on working days: one per unit and grade, into the draft that still lies there if there is one; a
 * measure comes into a grade once per deadline. A person of the office reads, changes and sends them.
 */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { addWorkingDays, calendarOf } from '../core/deadline/working-days.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import { draftText, type PaperGround, paperGrounds, paperKinds, paperWords, warningDays } from '../core/paper/paper.ts'
import type { Outside } from './ports.ts'

/** @returns papers that were drafted or added to */
export function draftPapers({ data, now }: Pick<Outside, 'data' | 'now'>, tenantId: number): Promise<number> {
  const at = now()
  const today = chinaDay(at)
  return data.inTenant({ tenantId, sight: wholeSight }, async ({ schedule, papers, messages, history }) => {
    const calendar = calendarOf(await schedule.calendar(today))
    if (!calendar.isWorkingDay(today)) return 0
    const lastDay = addWorkingDays(calendar, today, warningDays)
    const until = (ground: PaperGround) =>
      ground.ground === 'dueIn'
        ? addWorkingDays(calendar, today, ground.workingDays)
        : addWorkingDays(calendar, today, ground.ground === 'overdueBy' ? -Math.max(1, ground.workingDays) : 0)
    let touched = 0
    for (const inspection of await schedule.inspections()) {
      const grounds = paperGrounds(settingsOf(inspection.settings))
      for (const kind of paperKinds) {
        const ground = grounds[kind]
        const found = await schedule.grounds(inspection.id, kind, ground, today, { dueUntil: until(ground) })
        for (const unitId of new Set(found.map((each) => each.unitId))) {
          const those = found.filter((each) => each.unitId === unitId)
          const unit = those[0]?.unit ?? ''
          const held = await papers.openDraft(inspection.id, unitId, kind)
          const day = kind === 'warning' ? lastDay : null
          const paperId =
            held ??
            (await papers.create({
              inspectionId: inspection.id,
              unitId,
              kind,
              title: paperWords[kind].zh,
              body: draftText(kind, { inspection: inspection.name, unit, lastDay: day }),
              lastDay: day,
              draftedBy: null,
              at,
            }))
          await papers.addMeasures(paperId, those)
          touched += 1
          await history.append([
            scheduled(at, held === null ? 'paper.drafted' : 'paper.edited', paperId, {
              kind,
              unitId,
              measureIds: those.map((each) => each.measureId),
            }),
          ])
          if (held !== null) continue
          const office = await schedule.officeOf(inspection.id, today)
          await messages.send(
            office.map((personId) => ({
              personId,
              kind: 'paper.drafted' as const,
              inspectionId: inspection.id,
              recordKind: 'paper' as const,
              recordId: paperId,
              facts: { kind: paperWords[kind], unit },
              at,
              key: `paper-drafted-${paperId}`,
            })),
          )
        }
      }
    }
    return touched
  })
}

/** An event of the scheduler: nobody did it. */
const scheduled = (
  at: Date,
  act: 'paper.drafted' | 'paper.edited',
  paperId: number,
  after: Record<string, unknown>,
): HistoryEvent => ({
  at: at.toISOString(),
  actorId: null,
  role: null,
  unitId: null,
  onBehalfOf: null,
  act,
  recordKind: 'paper',
  recordId: paperId,
  before: null,
  after,
  reason: null,
})
