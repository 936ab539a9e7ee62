/** Obligations and reports of weeks, in one transaction. Everything over many measures is one statement. */
import { sql } from 'kysely'
import { addDays, calendarOf } from '../../core/deadline/working-days.ts'
import type { DigestAlgorithm } from '../../core/history/seal.ts'
import type { Reports } from '../../usecases/ports/reports.ts'
import { asWhole } from './as-whole.ts'
import { calendarDays } from './calendar.ts'
import type { Transaction } from './database.ts'
import { fileReport } from './file-report.ts'
import { newestReport } from './report-reads.ts'

/** @param written takes the ids of history events, as in `history.ts` */
export function reports(
  transaction: Transaction,
  tenantId: number,
  algorithm: DigestAlgorithm,
  written: number[],
): Reports {
  return {
    async file(filing) {
      const filed = await fileReport(transaction, tenantId, filing, algorithm)
      written.push(filed.eventId)
      return filed
    },

    async newest(measureId, week, unitId) {
      const { rows } = await sql<{ report: Awaited<ReturnType<Reports['newest']>> }>`
        select ${sql.raw(newestReport(`${tenantId}`, 'given.measure_id', 'given.week', 'given.unit_id'))} as report
        from (values (${measureId}::bigint, ${week}::date, ${unitId}::bigint)) given(measure_id, week, unit_id)`.execute(
        transaction,
      )
      return rows[0]?.report ?? null
    },

    async inspections() {
      const { rows } = await sql<Awaited<ReturnType<Reports['inspections']>>[number]>`
        select inspection_id as "inspectionId", settings, (select max(week) from report_week
          where tenant_id = ${tenantId} and report_week.inspection_id = inspection.inspection_id) as "lastWeek"
        from inspection where tenant_id = ${tenantId} order by inspection_id`.execute(transaction)
      return rows
    },

    async isHoliday(week) {
      const end = addDays(week, 6)
      const days = await calendarDays(transaction, tenantId, Number(week.slice(0, 4)), Number(end.slice(0, 4)))
      const calendar = calendarOf(days)
      return [0, 1, 2, 3, 4, 5, 6].every((after) => !calendar.isWorkingDay(addDays(week, after)))
    },

    async openWeek({ inspectionId, week, dueAt, holiday, owing, after, at }) {
      await sql`insert into report_week (tenant_id, inspection_id, week, due_at, holiday, opened_at)
        values (${tenantId}, ${inspectionId}, ${week}, ${dueAt}, ${holiday}, ${at}) on conflict do nothing`.execute(
        transaction,
      )
      // Whoever's act opens the week, it is opened for all.
      const made = sql`
        insert into report_due (tenant_id, measure_id, week, inspection_id, unit_id, due_at, light, state, excuse)
        select opened.tenant_id, measure.measure_id, opened.week, opened.inspection_id, measure.lead_unit_id, opened.due_at,
          measure.light, case when opened.holiday then 'excused' else 'expected' end,
          case when opened.holiday then 'holiday' end
        from report_week opened join measure on measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
        where opened.tenant_id = ${tenantId} and opened.inspection_id = ${inspectionId} and opened.week = ${week}
          and measure.status = any (${[...owing]}::text[]) and measure.lead_unit_id is not null
          and (opened.due_at > ${at} or (exists (select from report_due before
            where before.tenant_id = ${tenantId} and before.measure_id = measure.measure_id
              and before.week = ${after}::date and before.excuse is distinct from 'closed')
            -- Opened again after that week: then it was closed, and owed nothing.
            and not exists (select from measure_cycle cycle where cycle.tenant_id = ${tenantId}
              and cycle.measure_id = measure.measure_id and cycle.ended_at > opened.due_at)))
        order by measure.measure_id
        on conflict do nothing`
      const { numAffectedRows } = await asWhole(transaction, () => made.execute(transaction))
      return Number(numAffectedRows ?? 0)
    },

    async countMissed(at) {
      const { rows } = await sql<{ id: number }>`
        with passed as (
          update report_week set counted_at = ${at}
          where tenant_id = ${tenantId} and counted_at is null and due_at <= ${at} returning inspection_id
        ), counted as (
          select due.measure_id, count(*) filter (where due.state = 'expected' and due.due_at <= ${at}
            and due.week > coalesce(reported.week, '-infinity')) as missed
          from report_due due left join lateral (
            select max(other.week) as week from report_due other where other.tenant_id = ${tenantId}
              and other.measure_id = due.measure_id and other.state in ('filed', 'late', 'backfilled')) reported on true
          where due.tenant_id = ${tenantId} and due.inspection_id in (select inspection_id from passed)
          group by due.measure_id
        )
        update measure set missed_weeks = counted.missed from counted
        where measure.tenant_id = ${tenantId} and measure.measure_id = counted.measure_id
          and measure.missed_weeks <> counted.missed
        returning measure.measure_id as id`.execute(transaction)
      return rows.map(({ id }) => id)
    },

    async recount(measureIds, at) {
      const { rows } = await sql<{ id: number }>`
        update measure set missed_weeks = counted.missed
        from (select id, missed_weeks_of(id, ${at}) as missed from unnest(${[...measureIds]}::bigint[]) id) counted
        where measure.tenant_id = ${tenantId} and measure.measure_id = counted.id
          and measure.missed_weeks <> counted.missed
        returning measure.measure_id as id`.execute(transaction)
      return rows.map(({ id }) => id)
    },

    async gather(inspectionId, before) {
      await sql`select gather_report_counts(${inspectionId}, ${before}::date)`.execute(transaction)
    },

    async follow(measureIds, owing, at) {
      const ids = [...measureIds]
      const statuses = [...owing]
      // The week that runs, of each inspection: the newest one whose hour is still to come.
      await sql`
        insert into report_due as held
          (tenant_id, measure_id, week, inspection_id, unit_id, due_at, light, state, excuse)
        select opened.tenant_id, measure.measure_id, opened.week, opened.inspection_id, measure.lead_unit_id, opened.due_at,
          measure.light, case when opened.holiday then 'excused' else 'expected' end,
          case when opened.holiday then 'holiday' end
        from measure join report_week opened on opened.tenant_id = ${tenantId}
          and opened.inspection_id = measure.inspection_id and opened.due_at > ${at}
        where measure.tenant_id = ${tenantId} and measure.measure_id = any (${ids}::bigint[])
          and measure.status = any (${statuses}::text[]) and measure.lead_unit_id is not null
        order by measure.measure_id
        on conflict (tenant_id, measure_id, week) do update set unit_id = excluded.unit_id,
          state = case when held.excuse = 'closed' then excluded.state else held.state end,
          excuse = case when held.excuse = 'closed' then excluded.excuse else held.excuse end
        where held.version = 0 and (held.unit_id <> excluded.unit_id or held.excuse = 'closed')`.execute(transaction)
      await sql`
        update report_due due set state = 'excused', excuse = 'closed' from measure
        where due.tenant_id = ${tenantId} and due.measure_id = any (${ids}::bigint[]) and due.state = 'expected'
          and due.due_at > ${at} and measure.tenant_id = ${tenantId} and measure.measure_id = due.measure_id
          and measure.status <> all (${statuses}::text[])`.execute(transaction)
    },

    async excuse({ inspectionId, week, measureIds, unitId, reason, by }) {
      const { rows } = await sql<{ id: number }>`
        update report_due set state = ${reason === null ? 'expected' : 'excused'}, excuse = ${reason},
          excused_by = ${reason === null ? null : by}
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId} and week = ${week}
          and state = ${reason === null ? 'excused' : 'expected'} and excuse is distinct from 'closed'
          and (${measureIds === null ? null : [...measureIds]}::bigint[] is null or measure_id = any (${measureIds === null ? null : [...measureIds]}::bigint[]))
          and (${unitId}::bigint is null or unit_id = ${unitId})
        returning measure_id as id`.execute(transaction)
      return rows.map(({ id }) => id)
    },
  }
}
