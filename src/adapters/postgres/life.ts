/** Writes the life of measures and findings. */
import { CompiledQuery, sql } from 'kysely'
import type { FindingLife } from '../../core/finding/life.ts'
import type { Life } from '../../usecases/ports/life.ts'
import { asWhole } from './as-whole.ts'
import type { Transaction } from './database.ts'
import { findingLifeJson, findingLifeOf, type StoredFindingLife } from './finding-life.ts'
import { lifeOf, type StoredLife } from './measure-life.ts'
import { peopleAs } from './people-as.ts'
import { placeMeasures } from './settle.ts'
import { takeOverSteps } from './take-over-steps.ts'

export function life(transaction: Transaction, tenantId: number): Life {
  async function one<Row>(text: string, ...values: unknown[]): Promise<Row | null> {
    const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [tenantId, ...values]))
    return rows[0] ?? null
  }
  async function sure<Row>(text: string, ...values: unknown[]): Promise<Row> {
    const row = await one<Row>(text, ...values)
    if (row === null) throw new Error('the record is gone within its own transaction')
    return row
  }
  const place = (measureId: number): Promise<void> =>
    placeMeasures(transaction, tenantId, sql`measure.tenant_id = ${tenantId} and measure.measure_id = ${measureId}`)

  return {
    async lockMeasure(measureId, today) {
      // Locked first: what is read afterwards is what the one before has left.
      const held = await one('select from measure where tenant_id = $1 and measure_id = $2 for update', measureId)
      if (held === null) return null
      const { rows } = await sql<{
        life: StoredLife | null
      }>`select measure_life(${measureId}, ${today}) as life`.execute(transaction)
      const stored = rows[0]?.life ?? null
      return stored === null ? null : lifeOf(stored)
    },
    async measureOfRequest(requestId) {
      const row = await one<{ id: number }>(
        'select measure_id as id from measure_request where tenant_id = $1 and request_id = $2',
        requestId,
      )
      return row?.id ?? null
    },
    lastChange: (kind, id, act) =>
      one(
        `select coalesce(person.name, '') as who, event.at from history_event event
          left join person on person.tenant_id = $1 and person.person_id = event.actor_id
          where event.tenant_id = $1 and event.record_kind = $2 and event.record_id = $3
            and ($4::text is null or event.act = $4)
          order by event.event_id desc limit 1`,
        kind,
        id,
        act ?? null,
      ),
    async move(measureId, { status, dueOn, reviewOn, at }) {
      const { version } = await sure<{ version: number }>(
        `update measure set version = version + 1,
            moved_at = case when $3::text is distinct from status then coalesce($6, moved_at) else moved_at end,
            status = coalesce($3, status),
            original_due_on = case when $4::date is null then original_due_on else coalesce(original_due_on, due_on) end,
            due_on = coalesce($4::date, due_on),
            review_on = case when $7 then $5::date else review_on end
          where tenant_id = $1 and measure_id = $2 returning version`,
        measureId,
        status ?? null,
        dueOn ?? null,
        reviewOn ?? null,
        at,
        reviewOn !== undefined,
      )
      await place(measureId)
      return version
    },
    async start(measureId, at) {
      const moved = await one(
        `update measure set status = 'underway', moved_at = $3, version = version + 1
          where tenant_id = $1 and measure_id = $2 and status = 'docketed' returning measure_id`,
        measureId,
        at,
      )
      if (moved !== null) await asWhole(transaction, () => place(measureId))
      return moved !== null
    },
    async addStep({ measureId, cycle, applicationId, act, personId, onBehalfOf, at, words, siteCheck, targets }) {
      const { id } = await sure<{ id: number }>(
        `insert into application_step (tenant_id, step_id, application_id, measure_id, cycle, act, person_id, on_behalf_of,
            at, words, site_check, targets)
          select $1, next.id, coalesce($2, next.id), $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb
          from (select nextval(pg_get_serial_sequence('application_step', 'step_id')) as id) next
          returning step_id as id`,
        applicationId,
        measureId,
        cycle,
        act,
        personId,
        onBehalfOf,
        at,
        words,
        siteCheck,
        targets === null ? null : JSON.stringify(targets),
      )
      return id
    },
    takeOver: (applications) => takeOverSteps(transaction, tenantId, applications),
    async addRequest(request) {
      const { id } = await sure<{ id: number }>(
        `insert into measure_request (tenant_id, measure_id, inspection_id, cycle, kind, raised_by, on_behalf_of, raised_at,
            reason, progress, day, previous_due_on, basis)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning request_id as id`,
        request.measureId,
        request.inspectionId,
        request.cycle,
        request.kind,
        request.personId,
        request.onBehalfOf,
        request.at,
        request.reason,
        request.progress,
        request.day,
        request.previousDueOn,
        request.basis,
      )
      return id
    },
    async decide({ requestId, measureId, decision, note, state, personId, onBehalfOf, at }) {
      await one(
        `with decided as (update measure_request set state = $9 where tenant_id = $1 and request_id = $2)
          insert into request_decision (tenant_id, request_id, measure_id, decision, person_id, on_behalf_of, at, note)
          values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        requestId,
        measureId,
        decision,
        personId,
        onBehalfOf,
        at,
        note,
        state,
      )
    },
    async lapseRequests(measureId) {
      const { rows } = await transaction.executeQuery<{ id: number }>(
        CompiledQuery.raw(
          `update measure_request set state = 'withdrawn'
            where tenant_id = $1 and measure_id = $2 and state in ('raised', 'endorsed') returning request_id as id`,
          [tenantId, measureId],
        ),
      )
      return rows.map(({ id }) => id)
    },
    async reopen(measureId, { reason, basis, at }) {
      await one(
        `insert into measure_cycle (tenant_id, measure_id, cycle, status, reason, basis, ended_at, snapshot)
          select $1, measure_id, cycle, status, $3, $4, $5, json_build_object('measure', ledger_row,
            'targets', targets_of(measure_id, cycle), 'steps', steps_of(measure_id, cycle, null),
            'evidenceIds', coalesce((select json_agg(evidence_id order by evidence_id) from evidence
              where evidence.tenant_id = $1 and evidence.measure_id = measure.measure_id
                and evidence.cycle = measure.cycle), '[]'))
          from measure where tenant_id = $1 and measure_id = $2`,
        measureId,
        reason,
        basis,
        at,
      )
      const { version } = await sure<{ version: number }>(
        `update measure set version = version + 1, cycle = cycle + 1, status = 'docketed', moved_at = $3, review_on = null
          where tenant_id = $1 and measure_id = $2 returning version`,
        measureId,
        at,
      )
      await place(measureId)
      return version
    },
    peopleAs: (measureId, parties, today) => peopleAs(transaction, tenantId, measureId, parties, today),
    async lockFinding(findingId, today): Promise<FindingLife | null> {
      const held = await one('select from finding where tenant_id = $1 and finding_id = $2 for update', findingId)
      if (held === null) return null
      const row = await one<{ life: StoredFindingLife }>(
        `select ${findingLifeJson('$1', '$3')} as life from finding
          join inspection on inspection.tenant_id = $1 and inspection.inspection_id = finding.inspection_id
          where finding.tenant_id = $1 and finding.finding_id = $2`,
        findingId,
        today,
      )
      return row === null ? null : findingLifeOf(row.life)
    },
    async moveFinding(findingId, { act, personId, onBehalfOf, at, reason }, standards) {
      await one(
        `insert into finding_standard (tenant_id, finding_id, cycle, standard, basis)
          select $1, $2, cycle, given.standard, given.basis
          from finding, jsonb_to_recordset($3::jsonb) as given(standard text, basis text)
          where finding.tenant_id = $1 and finding.finding_id = $2`,
        findingId,
        JSON.stringify(standards),
      )
      await one(
        `insert into finding_step (tenant_id, finding_id, cycle, act, person_id, on_behalf_of, at, reason)
          select $1, $2, cycle, $3, $4, $5, $6, $7 from finding where tenant_id = $1 and finding_id = $2`,
        findingId,
        act,
        personId,
        onBehalfOf,
        at,
        reason,
      )
      const { version } = await sure<{ version: number }>(
        `update finding set version = version + 1, cycle = cycle + case $3 when 'reopen' then 1 else 0 end,
            state = case $3 when 'basicallyDone' then 'basicallyDone' when 'signOff' then 'signedOff' else 'open' end
          where tenant_id = $1 and finding_id = $2 returning version`,
        findingId,
        act,
      )
      return version
    },
    async findingsReady(measureId, at) {
      const { rows } = await transaction.executeQuery<{ id: number; number: string }>(
        CompiledQuery.raw(
          `update finding set ready_at = $3 from finding_measure link
            where link.tenant_id = $1 and link.measure_id = $2 and finding.tenant_id = $1
              and finding.finding_id = link.finding_id and finding.state <> 'signedOff'
              and not exists (select from finding_measure other
                join measure on measure.tenant_id = $1 and measure.measure_id = other.measure_id
                where other.tenant_id = $1 and other.finding_id = finding.finding_id
                  and measure.status not in ('signedOff', 'ongoing', 'unsubstantiated'))
            returning finding.finding_id as id, finding.number`,
          [tenantId, measureId, at],
        ),
      )
      return rows
    },
    async doneFindingsOf(measureId) {
      const { rows } = await transaction.executeQuery<{ id: number }>(
        CompiledQuery.raw(
          `select finding.finding_id as id from finding_measure link
            join finding on finding.tenant_id = $1 and finding.finding_id = link.finding_id
            where link.tenant_id = $1 and link.measure_id = $2 and finding.state <> 'open' order by finding.finding_id`,
          [tenantId, measureId],
        ),
      )
      return rows.map(({ id }) => id)
    },
  }
}
