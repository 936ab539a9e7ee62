/** Read models of weekly reports: my week, reports of a measure, the board unit × week. */
import { seesWhole } from '../../core/access/policy.ts'
import { addDays } from '../../core/deadline/working-days.ts'
import type { Words } from '../../core/registers/field.ts'
import { shippedRegisters } from '../../core/registers/registers.ts'
import { dueStateAt, type StoredDueState } from '../../core/report/due-state.ts'
import { weekEndOf } from '../../core/report/week.ts'
import type { MeasureReports, ReportReads } from '../../usecases/ports/reports.ts'
import type { Database, Statement } from './database.ts'

type WeekPage = Awaited<ReturnType<ReportReads['week']>>
type Board = Awaited<ReturnType<ReportReads['board']>>

/** Rows of a page of my week; a unit with more sees those that need it first. */
const mostRows = 100

/** A report as JSON in the shape of `weeklyReportSchema`; `more` adds fields. */
const reportJson = (tenant: string, more = ''): string => `json_build_object(
  'unit', (select json_build_object('id', unit_id, 'name', name) from unit where tenant_id = ${tenant} and unit_id = report.unit_id),
  'version', report.version, 'noChange', report.no_change, 'done', report.done, 'difficulty', report.difficulty,
  'nextStep', report.next_step, 'percent', report.percent, 'reached', report.reached, 'evidenceIds', report.evidence_ids,
  'entryIds', report.entry_ids,
  'by', (select json_build_object('id', person_id, 'name', name) from person where tenant_id = ${tenant} and person_id = report.person_id),
  'onBehalfOf', (select json_build_object('id', person_id, 'name', name) from person
    where tenant_id = ${tenant} and person_id = report.on_behalf_of),
  'filedAt', report.filed_at${more})`

/** The newest report of a unit for a measure and week, unless it was taken back. */
export const newestReport = (tenant: string, measure: string, week: string, unit: string): string => `(
  select case when not report.withdrawn then ${reportJson(tenant)} end from weekly_report report
  where report.tenant_id = ${tenant} and report.measure_id = ${measure} and report.week = ${week} and report.unit_id = ${unit}
  order by report.version desc limit 1)`

/** The newest report of an earlier week. */
const lastReport = (tenant: string, measure: string, week: string): string => `(
  select ${reportJson(tenant, ", 'week', report.week")} from weekly_report report
  where report.tenant_id = ${tenant} and report.measure_id = ${measure} and report.week < ${week} and not report.withdrawn
  order by report.week desc, report.version desc limit 1)`

// Not called `target`: a measure has a column of that name.
const targetsOf = (tenant: string, measure: string): string => `coalesce((
  select json_agg(json_build_object('id', aim.target_id, 'words', aim.words, 'quantity', aim.quantity, 'unit', aim.unit,
    'reached', aim.reached, 'counts', counts_of(aim) || jsonb_build_object('name', (select definition->'name' from register_definition own
      where own.tenant_id = ${tenant} and own.register = aim.register order by version desc limit 1))) order by aim.position, aim.target_id)
  from measure_target aim where aim.tenant_id = ${tenant} and aim.measure_id = ${measure}), '[]')`

type DueColumns = { week: string; due_at: Date; state: StoredDueState; excuse: string | null }
type RowColumns = DueColumns & Pick<WeekPage['rows'][number], 'measure' | 'targets' | 'version' | 'report' | 'last'>

const rowColumns = `due.week, due.due_at, due.state, due.excuse, due.version, measure.ledger_row as measure,
  ${targetsOf('$1', 'due.measure_id')} as targets,
  case when due.version > 0 then ${newestReport('$1', 'due.measure_id', 'due.week', 'due.unit_id')} end as report,
  ${lastReport('$1', 'due.measure_id', 'due.week')} as last`

const dueOf = ({ week, due_at, state, excuse }: DueColumns, now: Date) => ({
  week: week as WeekPage['week'],
  dueAt: due_at.toISOString(),
  state: dueStateAt(state, due_at, now),
  excuse,
})
/** A register that is shipped has its name in its definition. */
const named = (targets: WeekPage['rows'][number]['targets']) =>
  targets.map(({ counts, ...target }) => ({
    ...target,
    counts: counts && { ...counts, name: shippedNames[counts.register] ?? counts.name },
  }))
const shippedNames: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.values(shippedRegisters).map(({ key, name }) => [key, name]),
)

const rowOf = (
  { measure, targets, version, report, last, ...due }: RowColumns,
  now: Date,
): WeekPage['rows'][number] => ({
  ...dueOf(due, now),
  measure,
  targets: named(targets),
  version,
  report,
  last,
})

type CountColumns = {
  week: string
  due_at: Date
  holiday: boolean
  due: number
  filed: number
  late: number
  backfilled: number
  excused: number
}

export function reportReads(database: Database): ReportReads {
  return {
    async week(scope, { inspectionId, unitIds, personId, week, now }) {
      const before = addDays(week, -7)
      const counts: Statement<CountColumns> = {
        name: 'week-counts',
        text: `select opened.week, opened.due_at, opened.holiday, coalesce(sum(due), 0) as due,
            coalesce(sum(filed), 0) as filed, coalesce(sum(late), 0) as late, coalesce(sum(backfilled), 0) as backfilled,
            coalesce(sum(excused), 0) as excused
          from report_week opened left join report_count counted on counted.tenant_id = $1
            and counted.inspection_id = $2 and counted.week = opened.week and counted.unit_id = any ($3::bigint[])
          where opened.tenant_id = $1 and opened.inspection_id = $2 and opened.week = any ($4::date[])
          group by opened.week, opened.due_at, opened.holiday`,
        values: [scope.tenantId, inspectionId, unitIds, [week, before]],
      }
      const rows: Statement<RowColumns> = {
        name: 'week-rows',
        text: `select ${rowColumns} from report_due due
            join measure on measure.tenant_id = $1 and measure.measure_id = due.measure_id
          where due.tenant_id = $1 and due.inspection_id = $2 and due.week = $4 and due.unit_id = any ($3::bigint[])
            and due.excuse is distinct from 'closed'
          order by due.state <> 'expected', light_rank(measure.light), measure.due_on nulls last, measure.number_key,
            measure.measure_id limit ${mostRows}`,
        values: [scope.tenantId, inspectionId, unitIds, week],
      }
      const missed: Statement<RowColumns> = {
        name: 'week-missed',
        text: `select ${rowColumns} from report_due due
            join measure on measure.tenant_id = $1 and measure.measure_id = due.measure_id
          where due.tenant_id = $1 and due.inspection_id = $2 and due.week < $4 and due.week > $4::date - 84
            and due.unit_id = any ($3::bigint[]) and due.state = 'expected'
            and measure.status not in ('planned', 'signedOff', 'unsubstantiated')
          order by due.week desc, measure.number_key, measure.measure_id limit 20`,
        values: [scope.tenantId, inspectionId, unitIds, week],
      }
      type Attention = Omit<WeekPage['attention'][number], 'at'> & { at: Date }
      const attention: Statement<Attention> = {
        name: 'week-attention',
        text: `
          with returned as (
            select 'returned' as kind, null as request, step.measure_id, step.person_id, step.at, step.words
            from application_step step join measure on measure.tenant_id = $1 and measure.measure_id = step.measure_id
            where step.tenant_id = $1 and step.act = 'return' and measure.inspection_id = $2 and measure.status = 'underway'
              and measure.lead_unit_id = any ($3::bigint[]) and step.cycle = measure.cycle
              and step.step_id = (select max(step_id) from application_step newest
                where newest.tenant_id = $1 and newest.measure_id = step.measure_id)
          ), decided as (
            select request.state as kind, request.kind as request, request.measure_id, decision.person_id, decision.at,
              decision.note as words
            from measure_request request join lateral (
              select person_id, at, note from request_decision where tenant_id = $1
                and request_decision.request_id = request.request_id order by decision_id desc limit 1) decision on true
            where request.tenant_id = $1 and request.inspection_id = $2 and request.state in ('approved', 'refused')
              and $4 in (request.raised_by, request.on_behalf_of) and decision.at > $5::timestamptz - interval '10 days'
          )
          select told.kind, told.request, told.at, told.words, coalesce(person.name, '') as by,
            json_build_object('id', measure.measure_id, 'number', measure.number, 'text', measure.text) as measure
          from (select * from returned union all select * from decided) told
            join measure on measure.tenant_id = $1 and measure.measure_id = told.measure_id
            left join person on person.tenant_id = $1 and person.person_id = told.person_id
          order by told.at desc limit 30`,
        values: [scope.tenantId, inspectionId, unitIds, personId, now],
      }
      const [counted, owed, missing, told] = await database.readAll(scope, [counts, rows, missed, attention] as const)
      const current = counted.find((each) => each.week === week)
      const last = counted.find((each) => each.week === before)
      const owedIn = (each: CountColumns): number => each.due - each.excused
      return {
        week,
        dueAt: current?.due_at.toISOString() ?? null,
        endsAt: weekEndOf(week).toISOString(),
        holiday: current?.holiday ?? false,
        owed: current === undefined ? 0 : owedIn(current),
        reported: current === undefined ? 0 : current.filed + current.late,
        rows: owed.map((each) => rowOf(each, now)),
        missed: missing.map((each) => rowOf(each, now)),
        attention: told.map((each) => ({ ...each, at: each.at.toISOString() })),
        before:
          last === undefined || owedIn(last) === 0
            ? null
            : {
                week: before,
                owed: owedIn(last),
                filed: last.filed,
                late: last.late + last.backfilled,
                missed: owedIn(last) - last.filed - last.late - last.backfilled,
              },
      }
    },

    async measure(scope, measureId, { now }) {
      type Head = Omit<MeasureReports, 'weeks' | 'measureId'>
      const head: Statement<Head> = {
        name: 'measure-reports',
        text: `select measure.inspection_id as "inspectionId", measure.audiences, ${targetsOf('$1', '$2')} as targets,
            (select json_build_object('id', unit_id, 'name', name) from unit
              where tenant_id = $1 and unit_id = measure.lead_unit_id) as "leadUnit",
            array_remove(measure.lead_unit_id || array(select unit_id from measure_unit link
              where link.tenant_id = $1 and link.measure_id = $2), null) as "unitIds"
          from measure where measure.tenant_id = $1 and measure.measure_id = $2`,
        values: [scope.tenantId, measureId],
      }
      const weeks: Statement<DueColumns & { version: number; reports: MeasureReports['weeks'][number]['reports'] }> = {
        name: 'measure-report-weeks',
        text: `select due.week, due.due_at, due.state, due.excuse, due.version, coalesce((
              select json_agg(${reportJson('$1')} order by report.unit_id <> due.unit_id, report.unit_id, report.version desc)
              from weekly_report report where report.tenant_id = $1 and report.measure_id = $2 and report.week = due.week
                and not report.withdrawn), '[]') as reports
          from report_due due where due.tenant_id = $1 and due.measure_id = $2 order by due.week desc limit 60`,
        values: [scope.tenantId, measureId],
      }
      const [[found], owed] = await database.readAll(scope, [head, weeks] as const)
      if (found === undefined) return null
      return {
        measureId,
        ...found,
        targets: named(found.targets),
        weeks: owed.map(({ version, reports, ...due }) => ({
          ...dueOf(due, now),
          version,
          open: now < weekEndOf(due.week as WeekPage['week']),
          reports,
        })),
      }
    },

    async board(scope, { inspectionId, from, to, now }) {
      const weeks: Statement<{ week: string; due_at: Date; holiday: boolean }> = {
        name: 'board-weeks',
        text: `select week, due_at, holiday from report_week
          where tenant_id = $1 and inspection_id = $2 and week between $3 and $4 order by week`,
        values: [scope.tenantId, inspectionId, from, to],
      }
      const counts: Statement<
        Omit<CountColumns, 'due_at' | 'holiday'> & { unit_id: number; red: number; yellow: number; green: number }
      > = {
        name: 'board-counts',
        text: `select week, unit_id, sum(due) as due, sum(filed) as filed, sum(late) as late, sum(backfilled) as backfilled,
            sum(excused) as excused, sum(red) as red, sum(yellow) as yellow, sum(green) as green
          from report_count where tenant_id = $1 and inspection_id = $2 and week between $3 and $4
            and ($5 or unit_id = any ($6::bigint[]))
          group by week, unit_id`,
        values: [scope.tenantId, inspectionId, from, to, seesWhole(scope.sight, inspectionId), scope.sight.audiences],
      }
      const units: Statement<{ id: number; name: string }> = {
        name: 'board-units',
        text: `select unit_id as id, name from unit where tenant_id = $1 order by position, unit_id`,
        values: [scope.tenantId],
      }
      const [opened, counted, named] = await database.readAll(scope, [weeks, counts, units] as const)
      const cells = new Map<string, Board['units'][number]['cells'][number]>()
      const shown = new Set<number>()
      for (const { week, unit_id: unit, red, yellow, green, ...count } of counted) {
        const { due, filed, late, backfilled, excused } = count
        const open = due - excused
        if (due === 0) continue
        const passed = opened.some((each) => each.week === week && each.due_at <= now)
        const light = open === 0 ? null : red > 0 ? 'red' : yellow > 0 ? 'yellow' : green > 0 ? 'green' : 'grey'
        const missed = passed ? open - filed - late - backfilled : 0
        cells.set(`${unit} ${week}`, { light, due, filed, late, backfilled, excused, missed })
        shown.add(unit)
      }
      return {
        weeks: opened.map(({ week, due_at, holiday }) => ({
          week: week as WeekPage['week'],
          dueAt: due_at.toISOString(),
          holiday,
        })),
        units: named
          .filter(({ id }) => shown.has(id))
          .map((unit) => {
            const own = opened.map(({ week }) => cells.get(`${unit.id} ${week}`) ?? null)
            return { unit, missed: own.reduce((sum, cell) => sum + (cell?.missed ?? 0), 0), cells: own }
          }),
      }
    },

    async boardRows(scope, { inspectionId, unitId, week, after, limit, now }) {
      const rows: Statement<DueColumns & Pick<Row, 'measure' | 'light' | 'report'>> = {
        name: 'board-rows',
        text: `select due.week, due.due_at, due.state, due.excuse, due.light, measure.ledger_row as measure,
            case when due.version > 0 then ${newestReport('$1', 'due.measure_id', 'due.week', 'due.unit_id')} end as report
          from report_due due join measure on measure.tenant_id = $1 and measure.measure_id = due.measure_id
          where due.tenant_id = $1 and due.inspection_id = $2 and due.week = $3 and due.unit_id = $4 and due.measure_id > $5
          order by due.measure_id limit $6`,
        values: [scope.tenantId, inspectionId, week, unitId, after, limit],
      }
      type Row = Awaited<ReturnType<ReportReads['boardRows']>>[number]
      const found = await database.readOne(scope, rows)
      return found.map(({ measure, light, report, ...due }) => ({ ...dueOf(due, now), measure, light, report }))
    },
  }
}
