/**
 * The working-day calendar of a tenant: years that its office entered, and for all others the announcements of the State
 * Council as the package `chinese-days` has them (docs/decisions/0120-working-days.md).
 */
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { CompiledQuery, sql } from 'kysely'
import { blind } from '../../core/access/policy.ts'
import { chinaDay } from '../../core/deadline/china-day.ts'
import type { CalendarDays } from '../../core/deadline/working-days.ts'
import type { CalendarStore } from '../../usecases/ports/deadlines.ts'
import type { Database, Statement, Transaction } from './database.ts'

const isWeekend = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0
/** `National Day,国庆节,3` → 国庆节 */
const nameOf = (entry: string): string => entry.split(',')[1] ?? ''

/** Differences from Monday–Friday alone: a holiday on a Sunday says nothing. */
export const announcedDays: CalendarDays = {
  years: [...new Set(Object.keys(announced.holidays).map((day) => Number(day.slice(0, 4))))].sort(),
  off: Object.fromEntries(
    Object.entries(announced.holidays).flatMap(([day, entry]) => (isWeekend(day) ? [] : [[day, nameOf(entry)]])),
  ),
  working: Object.keys(announced.workdays).filter(isWeekend),
}

type Held = { years: number[]; days: { day: string; working: boolean; name: string }[] }

const heldText = `
  select coalesce(array_agg(year), '{}') as years, coalesce((
    select json_agg(json_build_object('day', day, 'working', working, 'name', name)) from calendar_day
    where tenant_id = $1 and day between make_date($2, 1, 1) and make_date($3, 12, 31)), '[]') as days
  from calendar_year where tenant_id = $1 and year between $2 and $3`

/**
 * Read in the transaction.
 * @param from first and last year that are asked about
 */
export async function calendarDays(
  transaction: Transaction,
  tenantId: number,
  from: number,
  to: number,
): Promise<CalendarDays> {
  const { rows } = await transaction.executeQuery<Held>(CompiledQuery.raw(heldText, [tenantId, from, to]))
  return mergedDays(rows[0] ?? nothing, from, to)
}

/** Last year, this one and the next. */
export async function calendarAround(database: Database, tenantId: number, now: Date): Promise<CalendarDays> {
  const year = Number(chinaDay(now).slice(0, 4))
  const values = [tenantId, year - 1, year + 1]
  const [held] = await database.readOne<Held>({ tenantId, sight: blind }, { name: 'calendar', text: heldText, values })
  return mergedDays(held ?? nothing, year - 1, year + 1)
}

const nothing: Held = { years: [], days: [] }

function mergedDays({ years, days }: Held, from: number, to: number): CalendarDays {
  const asked = (day: string): boolean => {
    const year = Number(day.slice(0, 4))
    return year >= from && year <= to && !years.includes(year)
  }
  const entered = days.map(({ day, working, name }): [string, boolean, string] => [day, working, name])
  return {
    years: [...new Set([...years, ...announcedDays.years.filter((year) => year >= from && year <= to)])].sort(),
    off: Object.fromEntries([
      ...Object.entries(announcedDays.off).filter(([day]) => asked(day)),
      ...entered.flatMap(([day, working, name]) => (working ? [] : [[day, name]])),
    ]),
    working: [...announcedDays.working.filter(asked), ...entered.flatMap(([day, working]) => (working ? [day] : []))],
  }
}

/** One year as it counts here, and who entered it. */
export async function calendarYear(
  database: Database,
  tenantId: number,
  year: number,
): Promise<{ entered: { by: string; at: string } | null; days: CalendarDays }> {
  const scope = { tenantId, sight: blind }
  const [[held], [entered]] = await database.readAll(scope, [
    { name: 'calendar', text: heldText, values: [tenantId, year, year] } as Statement<Held>,
    {
      name: 'calendar-entered',
      text: `select person.name as by, to_json(entered_at) #>> '{}' as at from calendar_year
        join person on person.tenant_id = $1 and person.person_id = entered_by
        where calendar_year.tenant_id = $1 and year = $2`,
      values: [tenantId, year],
    } as Statement<{ by: string; at: string }>,
  ] as const)
  return { entered: entered ?? null, days: mergedDays(held ?? nothing, year, year) }
}

export function calendarStore(transaction: Transaction, tenantId: number): CalendarStore {
  return {
    async enter(year, days, personId, at) {
      await sql`insert into calendar_year (tenant_id, year, entered_by, entered_at)
        values (${tenantId}, ${year}, ${personId}, ${at}) on conflict (tenant_id, year)
        do update set entered_by = excluded.entered_by, entered_at = excluded.entered_at`.execute(transaction)
      await sql`delete from calendar_day where tenant_id = ${tenantId}
        and day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(transaction)
      if (days.length > 0)
        await transaction
          .insertInto('calendar_day')
          .values(days.map((each) => ({ tenant_id: tenantId, ...each })))
          .execute()
    },
  }
}
