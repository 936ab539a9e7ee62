/** What `measure_life` of the database gives (migration 0007), and what other queries share with it. */
import { settingsOf } from '../../core/inspection/settings.ts'
import type { MeasureLife } from '../../core/measure/life.ts'

/** JSON of `measure_life`. */
export type StoredLife = Omit<MeasureLife, 'settings'> & { settings: unknown }
export const lifeOf = (stored: StoredLife): MeasureLife => ({ ...stored, settings: settingsOf(stored.settings) })

/** JSON of the deputations in force on a day that touch these people: a query with one column `id`. */
export const deputationsJson = (tenant: string, today: string, people: string): string => `
  coalesce((select json_agg(json_build_object('deputyId', deputy_id, 'principalId', principal_id)) from deputation
    where tenant_id = ${tenant} and ended_at is null and ${today} between from_on and to_on
      and exists (select from (${people}) involved where involved.id in (deputy_id, principal_id))), '[]')`
