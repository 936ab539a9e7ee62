/**
 * Keeps the obligations of weekly reports up to date, whenever it is called (`src/worker` does so every few minutes, and at
 * start): opens the week that runs, and those that passed while no server ran; counts the weeks that were missed as
 * soon as their hour has passed. Calling it again changes nothing.
 */
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Day } from '../core/deadline/day.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import { dueAtOf, owingStatusesOf, weekAt, weeksSince } from '../core/report/week.ts'
import type { Outside, Stores } from './ports.ts'

/** @returns what was made: rows of obligations, and measures whose missed weeks changed */
export async function openReportWeek(
  { data, now }: Pick<Outside, 'data' | 'now'>,
  tenantId: number,
): Promise<{ opened: number; missed: number }> {
  const at = now()
  return data.inTenant({ tenantId, sight: wholeSight }, async (stores) => {
    let opened = 0
    for (const inspection of await stores.reports.inspections()) opened += await openInspection(stores, inspection, at)
    const changed = await stores.reports.countMissed(at)
    await stores.lights.refresh(changed, chinaDay(at))
    return { opened, missed: changed.length }
  })
}

/** The weeks of one inspection that are still to be opened. */
async function openInspection(
  { reports }: Pick<Stores, 'reports'>,
  { inspectionId, settings, lastWeek }: Awaited<ReturnType<Stores['reports']['inspections']>>[number],
  at: Date,
): Promise<number> {
  const rules = settingsOf(settings)
  const week = weekAt(at)
  const owing = owingStatusesOf(rules)
  let opened = 0
  let after: Day | null = lastWeek
  for (const each of weeksSince(lastWeek, week)) {
    const dueAt = dueAtOf(each, rules)
    const holiday = await reports.isHoliday(each)
    opened += await reports.openWeek({ inspectionId, week: each, dueAt, holiday, owing, after, at })
    after = each
  }
  if (opened > 0) await reports.gather(inspectionId, week)
  return opened
}

/**
 * To be called, in their transaction, by acts that change the status or the lead unit of measures: what is docketed owes a
 * report at once, what is closed no longer does.
 */
export async function followObligations(
  { reports }: Pick<Stores, 'reports'>,
  inspectionId: number,
  measureIds: readonly number[],
  at: Date,
): Promise<void> {
  if (measureIds.length === 0) return
  const inspection = (await reports.inspections()).find((each) => each.inspectionId === inspectionId)
  if (inspection === undefined) return
  // On a Monday before the scheduler came by: the week is opened for all.
  await openInspection({ reports }, inspection, at)
  await reports.follow(measureIds, owingStatusesOf(settingsOf(inspection.settings)), at)
}
