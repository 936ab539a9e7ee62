/** Lights of measures, worked out by the rules of the core over many rows at once; only what changes is written. */
import { sql } from 'kysely'
import type { Day } from '../../core/deadline/day.ts'
import type { Light } from '../../core/deadline/light.ts'
import { type LightFacts, type LightTerms, lightOf, lightTerms } from '../../core/deadline/light-of.ts'
import { calendarOf } from '../../core/deadline/working-days.ts'
import { settingsOf } from '../../core/inspection/settings.ts'
import type { Lights } from '../../usecases/ports/messages.ts'
import { asWhole } from './as-whole.ts'
import { calendarDays } from './calendar.ts'
import type { Transaction } from './database.ts'

type Row = LightFacts & { id: number; inspectionId: number; light: Light }

export function lights(transaction: Transaction, tenantId: number): Lights {
  const columns = sql`measure_id as id, inspection_id as "inspectionId", status, due_on as "dueOn",
    review_on as "reviewOn", missed_weeks as "missedWeeks", light`

  async function judge(rows: readonly Row[], termsOf: Terms): Promise<number> {
    const changed = rows.flatMap((row) => {
      const { light } = lightOf(row, termsOf(row.inspectionId))
      return light === row.light ? [] : [{ id: row.id, light }]
    })
    if (changed.length === 0) return 0
    const ids = changed.map(({ id }) => id)
    const colours = changed.map(({ light }) => light)
    await sql`
      with changed as (select * from unnest(${ids}::bigint[], ${colours}::text[]) as given(measure_id, light)),
      placed as (
        update measure_place place set light_rank = light_rank(changed.light) from changed
        where place.tenant_id = ${tenantId} and place.measure_id = changed.measure_id
      )
      update measure set light = changed.light from changed
      where measure.tenant_id = ${tenantId} and measure.measure_id = changed.measure_id`.execute(transaction)
    return changed.length
  }

  return {
    async refresh(measureIds, today) {
      if (measureIds.length === 0) return
      const [{ rows }, termsOf] = await Promise.all([
        sql<Row>`select ${columns} from measure
          where tenant_id = ${tenantId} and measure_id = any (${[...measureIds]}::bigint[])`.execute(transaction),
        termsOn(transaction, tenantId, today),
      ])
      await asWhole(transaction, () => judge(rows, termsOf))
    },
    async refreshOpen(today, after, most) {
      const { rows } = await sql<Row>`select ${columns} from measure
        where tenant_id = ${tenantId} and measure_id > ${after} and status not in ('signedOff', 'unsubstantiated')
        order by measure_id limit ${most}`.execute(transaction)
      const changed = await judge(rows, await termsOn(transaction, tenantId, today))
      return { looked: rows.length, changed, last: rows.length < most ? null : (rows.at(-1)?.id ?? null) }
    },
  }
}

type Terms = (inspectionId: number) => LightTerms

/** Limits of each inspection on this day, worked out when first asked for. */
async function termsOn(transaction: Transaction, tenantId: number, today: Day): Promise<Terms> {
  const year = Number(today.slice(0, 4))
  const [days, inspections] = await Promise.all([
    calendarDays(transaction, tenantId, year - 1, year + 1),
    sql<{ id: number; settings: unknown }>`select inspection_id as id, settings from inspection
      where tenant_id = ${tenantId}`.execute(transaction),
  ])
  const calendar = calendarOf(days)
  const stored = new Map(inspections.rows.map(({ id, settings }) => [id, settings]))
  const known = new Map<number, LightTerms>()
  return (inspectionId) => {
    const terms = known.get(inspectionId) ?? lightTerms(settingsOf(stored.get(inspectionId)), today, calendar)
    known.set(inspectionId, terms)
    return terms
  }
}
