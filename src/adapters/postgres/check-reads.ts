/** What the pages of checks read; walls as those of the entries. */
import type { FlagState } from '../../core/checks/carry-over.ts'
import type { CheckOutcome } from '../../core/checks/check.ts'
import type { CheckReads, LocalValue, ResultQuery, StoredResult } from '../../usecases/ports/checks.ts'
import { modesStatement } from './checks.ts'
import type { Database, Scope, Statement } from './database.ts'
import { statement } from './statement.ts'

/** Entries of one result that are named. */
const mostEntries = 20

export function checkReads(database: Database): CheckReads {
  return {
    async modes(scope) {
      return new Map((await database.readOne(scope, modesStatement(scope.tenantId))).map(({ id, mode }) => [id, mode]))
    },
    async due(scope, subject) {
      const [row] = await database.readOne<{ all: number; subject: boolean }>(scope, {
        name: 'checks-due',
        text: `select count(*) as all, coalesce(bool_or(subject_kind = $2 and subject_id = $3), false) as subject
          from check_due where tenant_id = $1`,
        values: [scope.tenantId, subject?.kind ?? null, subject?.id ?? null],
      })
      return row ?? { all: 0, subject: false }
    },
    counts: (scope) =>
      database.readOne<{ checkId: string; outcome: CheckOutcome; count: number }>(scope, {
        name: 'check-counts',
        text: `select check_id as "checkId", outcome, count(*) from check_result
          where tenant_id = $1 and ended_at is null group by check_id, outcome`,
        values: [scope.tenantId],
      }),
    async flagCounts(scope, checkIds) {
      const rows = await database.readOne<{ state: FlagState; count: number }>(scope, {
        name: 'check-flag-counts',
        text: `select state, count(*) from check_result
          where tenant_id = $1 and ended_at is null and state is not null and check_id = any ($2::text[]) group by state`,
        values: [scope.tenantId, [...checkIds]],
      })
      const counted = new Map(rows.map(({ state, count }) => [state, count]))
      return {
        open: counted.get('open') ?? 0,
        dismissed: counted.get('dismissed') ?? 0,
        found: counted.get('found') ?? 0,
      }
    },
    async localValues(scope, checkId) {
      const rows = await database.readOne<LocalValueColumns>(scope, {
        name: 'check-parameters',
        text: `select parameter_id as id, check_id as "checkId", parameter, local.unit_id as "unitId", unit.name as "unitName",
            from_on as "from", to_on as "to", value, source, version, set_at as "setAt", ended_at as "endedAt",
            json_build_object('id', setter.person_id, 'name', setter.name) as "setBy",
            case when ended_by is not null then json_build_object('id', ender.person_id, 'name', ender.name) end as "endedBy"
          from check_parameter local
            join person setter on setter.tenant_id = $1 and setter.person_id = local.set_by
            left join person ender on ender.tenant_id = $1 and ender.person_id = local.ended_by
            left join unit on unit.tenant_id = $1 and unit.unit_id = local.unit_id
          where local.tenant_id = $1 and ($2::text is null or check_id = $2) order by parameter, version desc`,
        values: [scope.tenantId, checkId],
      })
      return rows.map(({ unitName, setAt, endedAt, endedBy, ...row }) => ({
        ...row,
        unit: row.unitId !== null && unitName !== null ? { id: row.unitId, name: unitName } : null,
        setAt: setAt.toISOString(),
        ended: endedAt !== null && endedBy !== null ? { by: endedBy, at: endedAt.toISOString() } : null,
      }))
    },
    async results(scope, query) {
      const rows = await database.readOne<ResultColumns>(scope, resultStatement(scope, query))
      return rows.map(({ since, judgedAt, decidedAt, ...row }) => ({
        ...row,
        since: since.toISOString(),
        judgedAt: judgedAt.toISOString(),
        decidedAt: decidedAt?.toISOString() ?? null,
      }))
    },
  }
}

type LocalValueColumns = Omit<LocalValue, 'unit' | 'setAt' | 'ended'> & {
  unitName: string | null
  setAt: Date
  endedAt: Date | null
  endedBy: { id: number; name: string } | null
}
type ResultColumns = Omit<StoredResult, 'since' | 'judgedAt' | 'decidedAt'> & {
  since: Date
  judgedAt: Date
  decidedAt: Date | null
}

function resultStatement({ tenantId }: Scope, query: ResultQuery): Statement<ResultColumns> {
  const builder = statement('check-results')
  const tenant = `${builder.value(tenantId)}::bigint`
  const list = (values: readonly unknown[], type: string): string => `any (${builder.value([...values])}::${type}[])`
  const conditions = [
    `result.tenant_id = ${tenant}`,
    'result.ended_at is null',
    ...(query.outcomes === undefined ? [] : [`result.outcome = ${list(query.outcomes, 'text')}`]),
    ...(query.states === undefined ? [] : [`result.state = ${list(query.states, 'text')}`]),
    ...(query.checkIds === undefined ? [] : [`result.check_id = ${list(query.checkIds, 'text')}`]),
    ...(query.subject === undefined
      ? []
      : [
          `result.subject_kind = ${builder.value(query.subject.kind)} and result.subject_id = ${builder.value(query.subject.id)}::bigint`,
        ]),
    ...(query.entryId === undefined
      ? []
      : [
          `(result.entry_id = ${builder.value(query.entryId)}::bigint or result.entry_ids @> array[${builder.value(query.entryId)}::bigint])`,
        ]),
    ...(query.unitId === undefined ? [] : [`result.unit_id = ${builder.value(query.unitId)}::bigint`]),
    ...(query.before === undefined ? [] : [`result.result_id < ${builder.value(query.before)}::bigint`]),
  ]
  return builder.build(`
    select result.result_id as id, result.check_id as "checkId", result.outcome, result.numbers, result.needs, result.why,
      result.used, result.since, result.judged_at as "judgedAt", result.state, result.decided_at as "decidedAt", result.reason,
      json_build_object('kind', result.subject_kind, 'id', result.subject_id, 'name', coalesce(
        case result.subject_kind
          when 'project' then (select title from entry where tenant_id = ${tenant} and entry_id = result.subject_id)
          when 'unit' then (select name from unit where tenant_id = ${tenant} and unit_id = result.subject_id)
          else (select number || ' ' || heading from finding where tenant_id = ${tenant} and finding_id = result.subject_id)
        end, '')) as subject,
      case when unit.unit_id is not null then json_build_object('id', unit.unit_id, 'name', unit.name) end as unit,
      case when person.person_id is not null then json_build_object('id', person.person_id, 'name', person.name) end as by,
      (select json_build_object('id', finding_id, 'number', number) from finding
        where tenant_id = ${tenant} and finding_id = result.finding_id) as finding,
      coalesce((select json_agg(json_build_object('id', entry_id, 'register', register, 'title', title, 'unitId', unit_id,
          'restricted', readers = 'restricted') order by entry_id <> result.entry_id, entry_id)
        from (select * from entry where tenant_id = ${tenant}
            and entry_id = any (result.entry_ids || coalesce(result.entry_id, 0)) limit ${mostEntries}) entry), '[]') as entries
    from check_result result
      left join unit on unit.tenant_id = ${tenant} and unit.unit_id = result.unit_id
      left join person on person.tenant_id = ${tenant} and person.person_id = result.decided_by
    where ${conditions.join(' and ')}
    order by result.result_id desc limit ${builder.value(query.limit)}`)
}
