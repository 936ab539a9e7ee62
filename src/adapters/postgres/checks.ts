/** Checks within a transaction: what is due, local values, results and decisions. */
import { type RawBuilder, sql } from 'kysely'
import type { FlagState, Standing } from '../../core/checks/carry-over.ts'
import type { FindingFacts } from '../../core/checks/finding-facts.ts'
import type { ParameterOverride } from '../../core/checks/parameters.ts'
import { Refusal } from '../../core/refusal.ts'
import type { CheckMode, CheckStore, Flag, Subject } from '../../usecases/ports/checks.ts'
import type { StoredEntry } from '../../usecases/ports/registers.ts'
import type { Statement, Transaction } from './database.ts'
import { storedColumns } from './entries.ts'

export const modesStatement = (tenantId: number): Statement<{ id: string; mode: CheckMode }> => ({
  name: 'check-modes',
  text: 'select check_id as id, mode from check_mode where tenant_id = $1',
  values: [tenantId],
})

export function checkStore(transaction: Transaction, tenantId: number): CheckStore {
  const all = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(transaction)).rows
  return {
    async modes() {
      const rows = await all(
        sql<{ id: string; mode: CheckMode }>`select check_id as id, mode from check_mode where tenant_id = ${tenantId}`,
      )
      return new Map(rows.map(({ id, mode }) => [id, mode]))
    },
    async setModes(modes, by, at) {
      if (modes.length === 0) return
      await all(sql`insert into check_mode (tenant_id, check_id, mode, set_by, set_at)
        select ${tenantId}, row."checkId", row.mode, ${by}, ${at}
          from jsonb_to_recordset(${JSON.stringify(modes)}::jsonb) as row("checkId" text, mode text)
        on conflict (tenant_id, check_id) do update set mode = excluded.mode, set_by = excluded.set_by, set_at = excluded.set_at`)
    },
    overrides: () =>
      all(sql<ParameterOverride>`select check_id as "checkId", parameter, unit_id as "unitId", from_on as "from", to_on as "to",
        value, source, version from check_parameter where tenant_id = ${tenantId} and ended_at is null`),
    async addLocalValue({ checkId, parameter, unitId, from, to, value, source, by, at }) {
      if (unitId !== null) {
        const [unit] = await all(sql`select from unit where tenant_id = ${tenantId} and unit_id = ${unitId}`)
        if (unit === undefined) throw new Refusal('record.notFound')
      }
      // Two who set the same value at the same moment get two versions.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`check ${tenantId} ${checkId} ${parameter}`}, 0))`.execute(
        transaction,
      )
      const [row] = await all(sql<{ id: number }>`
        insert into check_parameter (tenant_id, check_id, parameter, unit_id, from_on, to_on, value, source, version, set_by, set_at)
        select ${tenantId}, ${checkId}, ${parameter}, ${unitId}, ${from}, ${to}, ${value}, ${source},
          1 + coalesce(max(version), 0), ${by}, ${at}
        from check_parameter where tenant_id = ${tenantId} and check_id = ${checkId} and parameter = ${parameter}
        returning parameter_id as id`)
      return row?.id ?? 0
    },
    async endLocalValue(id, by, at) {
      const [row] = await all(sql<{ checkId: string; parameter: string }>`
        update check_parameter set ended_by = ${by}, ended_at = ${at}
        where tenant_id = ${tenantId} and parameter_id = ${id} and ended_at is null
        returning check_id as "checkId", parameter`)
      return row ?? null
    },
    takeDue: (most, only) =>
      all(sql<Subject>`with taken as (
          select subject_kind, subject_id from check_due where tenant_id = ${tenantId}
            and (${only?.kind ?? null}::text is null or (subject_kind = ${only?.kind ?? null} and subject_id = ${only?.id ?? null}))
          order by subject_kind, subject_id limit ${most} for update skip locked)
        delete from check_due due using taken
        where due.tenant_id = ${tenantId} and due.subject_kind = taken.subject_kind and due.subject_id = taken.subject_id
        returning due.subject_kind as kind, due.subject_id as id`),
    async makeAllDue() {
      await all(sql`insert into check_due
        select ${tenantId}, subject.kind, subject.id from (
          select 'project' as kind, entry_id as id from entry
            where tenant_id = ${tenantId} and register = 'project' and withdrawn_at is null
          union all select distinct 'unit', unit_id from entry where tenant_id = ${tenantId}
          union all select 'finding', finding_id from finding where tenant_id = ${tenantId}) subject
        order by 2, 3 on conflict do nothing`)
    },
    async makeDue({ kind, id }) {
      await all(sql`insert into check_due values (${tenantId}, ${kind}, ${id}) on conflict do nothing`)
    },
    entriesOf: ({ kind, id }) =>
      all(sql<StoredEntry>`select ${sql.raw(storedColumns)} from entry
        where tenant_id = ${tenantId} and withdrawn_at is null and ${
          kind === 'project'
            ? sql`(project_ids @> array[${id}::bigint] or (register = 'project' and entry_id = ${id}))`
            : sql`unit_id = ${id}`
        }`),
    async findingFacts(findingId) {
      const [row] = await all(sql<FindingFacts>`
        select finding.finding_id as "findingId", finding.number, finding.heading, coalesce(finding.original, '') as original,
          coalesce((select json_agg(json_build_object('measureId', measure.measure_id, 'text', measure.text, 'cited',
              coalesce((select json_agg(json_build_object('id', entry.entry_id, 'register', entry.register) order by entry.entry_id)
                from citation join entry on entry.tenant_id = citation.tenant_id and entry.entry_id = citation.entry_id
                where citation.tenant_id = ${tenantId} and citation.record_kind = 'measure'
                  and citation.record_id = measure.measure_id and citation.withdrawn_at is null
                  and entry.withdrawn_at is null), '[]')) order by measure.measure_id)
            from finding_measure link join measure on measure.tenant_id = ${tenantId} and measure.measure_id = link.measure_id
            where link.tenant_id = ${tenantId} and link.finding_id = finding.finding_id
              and measure.status <> 'unsubstantiated'), '[]') as measures
        from finding where finding.tenant_id = ${tenantId} and finding.finding_id = ${findingId}`)
      return row ?? null
    },
    standing: ({ kind, id }) =>
      all(sql<Standing>`select result_id as id, check_id as "checkId", about, entry_id as "entryId", entry_ids as "entryIds",
          outcome, numbers, needs, why, used, basis, state, finding_id as "findingId"
        from check_result where tenant_id = ${tenantId} and subject_kind = ${kind} and subject_id = ${id} and ended_at is null`),
    async settle({ kind, id }, unitId, { ended, renewed, added }, at) {
      if (ended.length > 0)
        await all(sql`update check_result set ended_at = ${at}
          where tenant_id = ${tenantId} and result_id = any (${ended}::bigint[])`)
      if (renewed.length > 0)
        await all(sql`update check_result set numbers = row.numbers, judged_at = ${at}
          from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as row(id bigint, numbers jsonb)
          where tenant_id = ${tenantId} and result_id = row.id`)
      if (added.length > 0)
        await all(sql`insert into check_result (tenant_id, check_id, subject_kind, subject_id, unit_id, entry_id, entry_ids, about,
            outcome, numbers, needs, why, used, basis, since, judged_at, state, finding_id)
          select ${tenantId}, row."checkId", ${kind}, ${id}, ${unitId}, row."entryId", row."entryIds", row.about, row.outcome,
            row.numbers, row.needs, row.why, row.used, row.basis, ${at}, ${at}, row.state, row."findingId"
          from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as row("checkId" text, "entryId" bigint, "entryIds" bigint[],
            about text, outcome text, numbers jsonb, needs jsonb, why text, used jsonb, basis text, state text, "findingId" bigint)`)
    },
    async lockFlag(id) {
      const [row] = await all(sql<
        Omit<Flag, 'subject'> & { kind: Subject['kind']; subjectId: number; state: FlagState }
      >`
        select result_id as id, check_id as "checkId", subject_kind as kind, subject_id as "subjectId",
          case when entry_id is null then entry_ids else entry_id || entry_ids end as "entryIds", why, numbers, state,
          ended_at is not null as ended, (select number from finding where finding.tenant_id = ${tenantId}
            and finding.finding_id = check_result.finding_id) as "findingNumber"
        from check_result where tenant_id = ${tenantId} and result_id = ${id} and state is not null for update`)
      if (row === undefined) return null
      const { kind, subjectId, ...flag } = row
      return { ...flag, subject: { kind, id: subjectId } }
    },
    async decide(id, { state, by, at, reason, findingId }) {
      await all(sql`update check_result set state = ${state}, decided_by = ${by}, decided_at = ${at}, reason = ${reason},
          finding_id = ${findingId} where tenant_id = ${tenantId} and result_id = ${id}`)
    },
  }
}
