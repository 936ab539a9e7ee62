/** What waits for somebody, what a leader answers for, and cycles as they were frozen. */
import { type Light, lights } from '../../core/deadline/light.ts'
import type { AwaitingRow, FrozenCycle, LeaderRow, LifeReads } from '../../usecases/ports/life.ts'
import type { Database, Statement } from './database.ts'
import { findingLifeJson, findingLifeOf, type StoredFindingLife } from './finding-life.ts'
import type { MeasureRow } from './ledger-rows.ts'
import { lifeOf, type StoredLife } from './measure-life.ts'
import { historyRow, historyStatement } from './record-pages.ts'

type Stored = { row: MeasureRow; life: StoredLife }

/** Columns of a measure that the rules judge: `near` names it and carries what it was found by. */
const judged = (today: string): string =>
  `measure.ledger_row as row, measure_life(measure.measure_id, ${today}) as life`
const joined = `join measure on measure.tenant_id = $1 and measure.measure_id = near.measure_id
  join inspection on inspection.tenant_id = $1 and inspection.inspection_id = $2`
const reached = `(want."unitIds" is null or measure.lead_unit_id = any (want."unitIds"))
  and (want."leaderIds" is null or measure.responsible_leader_id = any (want."leaderIds"))`

export function lifeReads(database: Database): LifeReads {
  return {
    async awaiting(scope, inspectionId, awaited, today, limit) {
      const measures: Statement<Stored & { since: string }> = {
        name: 'awaiting-measures',
        text: `with near as (
            select distinct found.measure_id, found.moved_at
            from jsonb_to_recordset($3::jsonb) as want(status text, "unitIds" bigint[], "leaderIds" bigint[])
              cross join lateral (
                select measure.measure_id, measure.moved_at from measure
                where measure.tenant_id = $1 and measure.inspection_id = $2 and measure.status = want.status
                  and measure.status in ('applied', 'endorsed', 'verified') and ${reached}
                order by measure.moved_at, measure.measure_id limit $5
              ) found)
          select ${judged('$4::date')}, instant(near.moved_at) as since
          from (select * from near order by moved_at, measure_id limit $5) near ${joined}
          order by near.moved_at, near.measure_id`,
        values: [scope.tenantId, inspectionId, JSON.stringify(awaited.measures), today, limit],
      }
      const requests: Statement<Stored & { requestId: number; since: string }> = {
        name: 'awaiting-requests',
        text: `with near as (
            select distinct request.request_id, request.measure_id, request.raised_at
            from measure_request request
              join measure on measure.tenant_id = $1 and measure.measure_id = request.measure_id
              join jsonb_to_recordset($3::jsonb) as want(kind text, state text, "unitIds" bigint[], "leaderIds" bigint[])
                on want.kind = request.kind and want.state = request.state and ${reached}
            where request.tenant_id = $1 and request.inspection_id = $2 and request.state in ('raised', 'endorsed')
            order by request.raised_at, request.request_id limit $5)
          select ${judged('$4::date')}, near.request_id as "requestId", instant(near.raised_at) as since
          from near ${joined} order by near.raised_at, near.request_id`,
        values: [scope.tenantId, inspectionId, JSON.stringify(awaited.requests), today, limit],
      }
      const findings: Statement<{ life: StoredFindingLife; heading: string; since: string }> = {
        name: 'awaiting-findings',
        text: `select ${findingLifeJson('$1', '$3::date')} as life, finding.heading, instant(finding.ready_at) as since
          from finding join inspection on inspection.tenant_id = $1 and inspection.inspection_id = finding.inspection_id
          where finding.tenant_id = $1 and finding.inspection_id = $2 and finding.ready_at is not null
            and finding.state <> 'signedOff' and $5
          order by finding.ready_at, finding.finding_id limit $4`,
        values: [scope.tenantId, inspectionId, today, limit, awaited.findings],
      }
      const [measureRows, requestRows, findingRows] = await database.readAll(scope, [
        measures,
        requests,
        findings,
      ] as const)
      return {
        measures: measureRows.map((each): AwaitingRow => ({ ...each, life: lifeOf(each.life) })),
        requests: requestRows.map((each) => ({ ...each, life: lifeOf(each.life) })),
        findings: findingRows.map((each) => ({ ...each, life: findingLifeOf(each.life) })),
      }
    },
    async leader(scope, inspectionId, leaderIds, today, limit) {
      const audiences = leaderIds.map((id) => -id)
      const rows: Statement<Stored & { urgedAt: string | null }> = {
        name: 'leader-rows',
        text: `select ${judged('$5::date')}, (
            select instant(event.at) from history_event event
            where event.tenant_id = $1 and event.record_kind = 'measure' and event.record_id = near.measure_id
              and event.act = 'measure.urged'
            order by event.event_id desc limit 1) as "urgedAt"
          from (
            select place.measure_id, place.light_rank, place.due_key from measure_place place
            where place.tenant_id = $1 and place.inspection_id = $2 and place.audience = any ($3::bigint[])
              and place.light_rank in (0, 1)
            order by place.light_rank, place.due_key, place.measure_id limit $4
          ) near ${joined}
          order by near.light_rank, near.due_key, near.measure_id`,
        values: [scope.tenantId, inspectionId, audiences, limit, today],
      }
      const counts: Statement<{ rank: number; records: number }> = {
        name: 'leader-counts',
        text: `select status_rank as rank, sum(records)::bigint as records from ledger_count
          where tenant_id = $1 and inspection_id = $2 and audience = any ($3::bigint[]) and record_kind = 'light'
          group by status_rank`,
        values: [scope.tenantId, inspectionId, audiences],
      }
      const [found, counted] = await database.readAll(scope, [rows, counts] as const)
      return {
        rows: found.map((each): LeaderRow => ({ ...each, life: lifeOf(each.life) })),
        counts: counted.flatMap(({ rank, records }) => {
          const light: Light | undefined = lights[rank]
          return light === undefined ? [] : [{ light, records }]
        }),
      }
    },
    async cycle(scope, measureId, cycle) {
      const frozen: Statement<Omit<FrozenCycle, 'history'> & { begunAt: string | null }> = {
        name: 'measure-cycle',
        text: `select ended.cycle, measure.inspection_id as "inspectionId", measure.audiences, ended.reason,
            instant(ended.ended_at) as "endedAt", ended.snapshot, (
              select instant(before.ended_at) from measure_cycle before where before.tenant_id = $1
                and before.measure_id = $2 and before.cycle = $3 - 1) as "begunAt"
          from measure_cycle ended
            join measure on measure.tenant_id = $1 and measure.measure_id = ended.measure_id
          where ended.tenant_id = $1 and ended.measure_id = $2 and ended.cycle = $3`,
        values: [scope.tenantId, measureId, cycle],
      }
      const [ended] = await database.readOne(scope, frozen)
      if (ended === undefined) return null
      const { begunAt, ...rest } = ended
      const within = { from: begunAt, to: ended.endedAt }
      const events = await database.readOne(scope, historyStatement(scope, 'measure', measureId, within))
      return { ...rest, history: events.map(historyRow) }
    },
  }
}
