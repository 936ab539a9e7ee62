/** Escalation papers and the register of accountability: writing. */
import { sql } from 'kysely'
import type { HeldPaper, Papers } from '../../usecases/ports/deadlines.ts'
import type { Transaction } from './database.ts'

export function papers(transaction: Transaction, tenantId: number): Papers {
  return {
    async openDraft(inspectionId, unitId, kind) {
      const { rows } = await sql<{ id: number }>`select paper_id as id from paper where tenant_id = ${tenantId}
        and inspection_id = ${inspectionId} and unit_id = ${unitId} and kind = ${kind} and state = 'draft'
        and drafted_by is null order by paper_id limit 1 for update`.execute(transaction)
      return rows[0]?.id ?? null
    },
    async create({ inspectionId, unitId, kind, title, body, lastDay, draftedBy, at }) {
      const { rows } = await sql<{ id: number }>`
        insert into paper (tenant_id, inspection_id, unit_id, kind, title, body, last_day, drafted_by, drafted_at)
        values (${tenantId}, ${inspectionId}, ${unitId}, ${kind}, ${title}, ${body}, ${lastDay}, ${draftedBy}, ${at})
        returning paper_id as id`.execute(transaction)
      return rows[0]?.id ?? 0
    },
    async addMeasures(paperId, measures) {
      await sql`
        insert into paper_measure (tenant_id, paper_id, measure_id, key)
        select ${tenantId}, ${paperId}, measure_id, key
        from unnest(${measures.map((each) => each.measureId)}::bigint[], ${measures.map((each) => each.key)}::text[])
          as given(measure_id, key)
        on conflict do nothing`.execute(transaction)
    },
    async lock(paperId) {
      const { rows } = await sql<Omit<HeldPaper, 'steps'>>`
        select paper_id as id, inspection_id as "inspectionId", unit_id as "unitId", kind, state, version, number,
          to_json(received_at) #>> '{}' as "receivedAt"
        from paper where tenant_id = ${tenantId} and paper_id = ${paperId} for update`.execute(transaction)
      const [paper] = rows
      if (paper === undefined) return null
      const { rows: steps } = await sql<HeldPaper['steps'][number]>`
        select act, person_id as "personId", on_behalf_of as "onBehalfOf" from paper_step
        where tenant_id = ${tenantId} and paper_id = ${paperId} order by step`.execute(transaction)
      return { ...paper, steps }
    },
    async edit(paperId, { title, body, lastDay }) {
      const { rows } = await sql<{ version: number }>`
        update paper set title = ${title}, body = ${body}, last_day = ${lastDay}, version = version + 1
        where tenant_id = ${tenantId} and paper_id = ${paperId} returning version`.execute(transaction)
      return rows[0]?.version ?? 0
    },
    async step(paperId, { act, to, personId, onBehalfOf, at, words, number }) {
      const received = act === 'receive' || act === 'reply' || act === 'appeal'
      await sql`insert into paper_step (tenant_id, paper_id, step, act, person_id, on_behalf_of, at, words)
        select ${tenantId}, ${paperId}, coalesce(max(step), 0) + 1, ${act}, ${personId}, ${onBehalfOf}, ${at}, ${words}
        from paper_step where tenant_id = ${tenantId} and paper_id = ${paperId}`.execute(transaction)
      const { rows } = await sql<{ version: number }>`
        update paper set state = ${to}, version = version + 1, number = coalesce(${number}, number),
          sent_at = case when ${act} = 'send' then ${at} else sent_at end,
          received_at = case when ${received} then coalesce(received_at, ${at}) else received_at end,
          received_by = case when ${received} then coalesce(received_by, ${personId}) else received_by end
        where tenant_id = ${tenantId} and paper_id = ${paperId} returning version`.execute(transaction)
      return rows[0]?.version ?? 0
    },
    async nextNumber(inspectionId, kind, year) {
      const { rows } = await sql<{ last: number }>`
        insert into paper_number as held (tenant_id, inspection_id, kind, year, last)
        values (${tenantId}, ${inspectionId}, ${kind}, ${year}, 1)
        on conflict (tenant_id, inspection_id, kind, year) do update set last = held.last + 1
        returning last`.execute(transaction)
      return rows[0]?.last ?? 1
    },
    async leadUnits(inspectionId, measureIds) {
      const { rows } = await sql<{ measureId: number; unitId: number | null; unit: string | null }>`
        select measure_id as "measureId", unit.unit_id as "unitId", unit.name as unit from measure
          left join unit on unit.tenant_id = ${tenantId} and unit.unit_id = measure.lead_unit_id
        where measure.tenant_id = ${tenantId} and measure.inspection_id = ${inspectionId}
          and measure_id = any (${[...measureIds]}::bigint[])`.execute(transaction)
      return rows
    },
    async inspectionName(inspectionId) {
      const { rows } = await sql<{ name: string }>`select name from inspection
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId}`.execute(transaction)
      return rows[0]?.name ?? null
    },
    async unitName(unitId) {
      const { rows } = await sql<{ name: string }>`select name from unit
        where tenant_id = ${tenantId} and unit_id = ${unitId}`.execute(transaction)
      return rows[0]?.name ?? null
    },
    async measuresOf(paperId) {
      const { rows } = await sql<{ id: number }>`select measure_id as id from paper_measure
        where tenant_id = ${tenantId} and paper_id = ${paperId} order by measure_id`.execute(transaction)
      return rows.map((row) => row.id)
    },
    async peopleOf(party, inspectionId, unitId, today) {
      const roles = party === 'unit' ? ['officer', 'unitHead'] : [party]
      const { rows } = await sql<{ person_id: number }>`
        select distinct person_id from assignment where tenant_id = ${tenantId} and role = any (${roles}::text[])
          and (inspection_id is null or inspection_id = ${inspectionId})
          and (${party !== 'unit'} or unit_id = ${unitId})
          and from_on <= ${today}::date and (to_on is null or to_on >= ${today}::date)`.execute(transaction)
      return rows.map((row) => row.person_id)
    },
    async enterAccountability({ inspectionId, kind, people, recovered, onDay, words, personId, at }) {
      const { rows } = await sql<{ id: number }>`
        insert into accountability (tenant_id, inspection_id, kind, people, recovered, on_day, words, entered_by, entered_at)
        values (${tenantId}, ${inspectionId}, ${kind}, ${people}, ${recovered}, ${onDay}, ${words}, ${personId}, ${at})
        returning accountability_id as id`.execute(transaction)
      return rows[0]?.id ?? 0
    },
  }
}
