/** What the scheduler finds: deadlines that reached a step, grounds for papers, what has run out. */
import { sql } from 'kysely'
import { bindingStatuses, type Recipient } from '../../core/deadline/escalation.ts'
import type { PaperGround } from '../../core/paper/paper.ts'
import type { Reached, Schedule } from '../../usecases/ports/deadlines.ts'
import { calendarDays } from './calendar.ts'
import type { Transaction } from './database.ts'

const dayMs = 86_400_000

export function schedule(transaction: Transaction, tenantId: number): Schedule {
  /** People in a role on a day, by unit or for the whole inspection. */
  const holders = (role: string, inspection: unknown, today: string) => sql`
    select person_id, unit_id from assignment held where held.tenant_id = ${tenantId} and held.role = ${role}
      and (held.inspection_id is null or held.inspection_id = ${inspection})
      and held.from_on <= ${today}::date and (held.to_on is null or held.to_on >= ${today}::date)`

  const recipients = (to: Recipient, inspectionId: number, today: string) => {
    if (to === 'officer')
      return sql`select measure.responsible_officer_id as person_id where measure.responsible_officer_id is not null
        union select person_id from (${holders('officer', inspectionId, today)}) officer
          where measure.responsible_officer_id is null and officer.unit_id = measure.lead_unit_id`
    if (to === 'leader')
      return sql`select measure.responsible_leader_id as person_id where measure.responsible_leader_id is not null`
    if (to === 'unitHead')
      return sql`select person_id from (${holders('unitHead', inspectionId, today)}) head where head.unit_id = measure.lead_unit_id`
    return sql`select person_id from (${holders('office', inspectionId, today)}) office`
  }

  const groundCondition = (ground: PaperGround, today: string, dueUntil: string) => {
    if (ground.ground === 'missedReports') return sql`measure.missed_weeks >= ${ground.atLeast}`
    if (ground.ground === 'dueIn') return sql`measure.due_on between ${today}::date and ${dueUntil}::date`
    if (ground.ground === 'overdueBy') return sql`measure.due_on <= ${dueUntil}::date`
    return sql`measure.due_on < ${today}::date and exists (select from paper_measure warned
      join paper on paper.tenant_id = ${tenantId} and paper.paper_id = warned.paper_id
      where warned.tenant_id = ${tenantId} and warned.measure_id = measure.measure_id and paper.kind = 'warning'
        and paper.sent_at is not null and paper.state <> 'withdrawn' and paper.last_day < ${today}::date)`
  }

  return {
    async inspections() {
      const { rows } = await sql<{ id: number; name: string; settings: unknown }>`
        select inspection_id as id, name, settings from inspection where tenant_id = ${tenantId}
        order by inspection_id`.execute(transaction)
      return rows
    },
    calendar(today) {
      const year = Number(today.slice(0, 4))
      return calendarDays(transaction, tenantId, year - 1, year + 1)
    },
    async reached(inspectionId, { step, from, to, statuses, today }) {
      const { rows } = await sql<Reached>`
        select measure.measure_id as "measureId", measure.number, measure.due_on as "dueOn",
          told.person_id as "personId", coalesce(unit.name, '') as unit
        from measure
          left join unit on unit.tenant_id = ${tenantId} and unit.unit_id = measure.lead_unit_id
          cross join lateral (${recipients(step.to, inspectionId, today)}) told
        where measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
          and measure.status = any (${[...statuses]}::text[])
          and measure.due_on <= ${to}::date and measure.due_on >= coalesce(${from}::date, '-infinity')
          and not exists (select from message where message.tenant_id = ${tenantId}
            and message.person_id = told.person_id
            and message.key = ${`due-${step.step}-`} || measure.measure_id || '-' || measure.due_on)
        order by measure.due_on, measure.measure_id`.execute(transaction)
      return rows
    },
    async grounds(inspectionId, kind, ground, today, { dueUntil }) {
      const { rows } = await sql<{ measureId: number; unitId: number; unit: string; key: string }>`
        select * from (
          select measure.measure_id as "measureId", unit.unit_id as "unitId", unit.name as unit,
            ${`${kind}-`} || measure.measure_id || '-' || coalesce(measure.due_on::text, '') as key
          from measure join unit on unit.tenant_id = ${tenantId} and unit.unit_id = measure.lead_unit_id
          where measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
            and measure.status = any (${[...bindingStatuses]}::text[])
            and ${groundCondition(ground, today, dueUntil)}
        ) found
        where not exists (select from paper_measure held where held.tenant_id = ${tenantId} and held.key = found.key)
        order by "unitId", "measureId"`.execute(transaction)
      return rows
    },
    async officeOf(inspectionId, today) {
      const { rows } = await sql<{ person_id: number }>`select distinct person_id from (
        ${holders('office', inspectionId, today)}) office`.execute(transaction)
      return rows.map((row) => row.person_id)
    },
    async removeEnded(now) {
      const sessions = await transaction
        .deleteFrom('session')
        .where('tenant_id', '=', tenantId)
        .where((each) => each.or([each('ends_at', '<', now), each('idle_until', '<', new Date(now.getTime() - dayMs))]))
        .executeTakeFirst()
      const failures = await transaction
        .deleteFrom('sign_in_failure')
        .where('tenant_id', '=', tenantId)
        .where('last_at', '<', new Date(now.getTime() - dayMs))
        .executeTakeFirst()
      return Number(sessions.numDeletedRows) + Number(failures.numDeletedRows)
    },
  }
}
