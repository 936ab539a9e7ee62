/** What follows when the status or the due date of a measure changed: this week's obligation, and the light. */
import type { MeasureLife } from '../core/measure/life.ts'
import { owingStatusesOf } from '../core/report/week.ts'
import type { Entered } from './on-measure.ts'

export async function followStatus(
  { stores, at, today }: Pick<Entered, 'stores' | 'at' | 'today'>,
  { id, settings }: Pick<MeasureLife, 'id' | 'settings'>,
): Promise<void> {
  await stores.reports.follow([id], owingStatusesOf(settings), at)
  await stores.lights.refresh([id], today)
}
