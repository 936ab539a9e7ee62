/** Citations within a transaction, and what targets reach by them. */
import { type RawBuilder, sql } from 'kysely'
import type { CitingRecord } from '../../core/registers/citing.ts'
import type { Register } from '../../core/registers/definition.ts'
import { inForce } from '../../core/registers/own-registers.ts'
import { shippedRegisters } from '../../core/registers/registers.ts'
import type {
  CitableEntry,
  CitationStore,
  CitingKind,
  CountingTarget,
  Recounted,
  StoredCitation,
} from '../../usecases/ports/citations.ts'
import { asWhole } from './as-whole.ts'
import type { Transaction } from './database.ts'

/** A record that cites, as {@link CitingRecord}; closed as its evidence is. */
export const citingRecord = (kind: CitingKind): string =>
  kind === 'measure'
    ? `select 'measure' as kind, measure_id as id, inspection_id as "inspectionId", audiences, cycle,
        status in ('signedOff', 'unsubstantiated') as closed from measure`
    : `select 'finding' as kind, finding_id as id, inspection_id as "inspectionId", audiences, cycle,
        state = 'signedOff' as closed from finding`

/** The unit's head endorsed the measure while it was cited: a later return does not undo that it was shown. */
export const endorsedSince = (tenant: string): string => `citation.record_kind = 'measure' and exists (
  select from history_event event where event.tenant_id = ${tenant} and event.record_kind = 'measure'
    and event.record_id = citation.record_id and event.act = 'measure.endorsed' and event.at >= citation.cited_at)`

export const countingTarget = `target.target_id as id, target.words, target.quantity, target.unit, target.reached,
  counts_of(target) as counts`

export function citationStore(transaction: Transaction, tenantId: number): CitationStore {
  const all = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(transaction)).rows
  const one = async <Row>(query: RawBuilder<Row>): Promise<Row | null> => (await all(query))[0] ?? null

  async function settleMeasures(measureIds: readonly number[]): Promise<Recounted[]> {
    if (measureIds.length === 0) return []
    const ids = sql`${[...measureIds]}::bigint[]`
    // Measures of units that the writer does not see cite the same entry.
    return asWhole(transaction, async () => {
      await all(sql`select from measure where tenant_id = ${tenantId} and measure_id = any (${ids})
        order by measure_id for update`)
      await all(sql`
        update citation set adds = fresh.adds, struck = fresh.struck
        from (
          select citation.citation_id, entry.withdrawn_at is not null as struck, adds_to(citation, aim) as adds
          from citation join measure on measure.tenant_id = ${tenantId} and measure.measure_id = citation.record_id
              and measure.cycle = citation.cycle
            join entry on entry.tenant_id = ${tenantId} and entry.entry_id = citation.entry_id
            left join measure_target aim on aim.tenant_id = ${tenantId} and aim.target_id = citation.target_id
          where citation.tenant_id = ${tenantId} and citation.record_kind = 'measure'
            and citation.record_id = any (${ids}) and citation.withdrawn_at is null
        ) fresh
        where citation.tenant_id = ${tenantId} and citation.citation_id = fresh.citation_id
          and (citation.adds, citation.struck) is distinct from (fresh.adds, fresh.struck)`)
      const recounted = await all(sql<Recounted>`
        with counted as (
          select target.target_id, target.measure_id, target.reached as before,
            coalesce(round(sum(citation.adds), 4), 0) as after
          from measure_target target join measure using (tenant_id, measure_id)
            left join citation on citation.tenant_id = ${tenantId} and citation.target_id = target.target_id
              and citation.cycle = measure.cycle and citation.withdrawn_at is null
          where target.tenant_id = ${tenantId} and target.measure_id = any (${ids}) and target.register is not null
          group by target.target_id, target.measure_id, target.reached
        )
        update measure_target target set reached = counted.after from counted
        where target.tenant_id = ${tenantId} and target.target_id = counted.target_id
          and counted.before is distinct from counted.after
        returning counted.measure_id as "measureId", counted.target_id as "targetId", counted.before, counted.after`)
      // The first target with a quantity also stands on the measure.
      await all(sql`
        update measure set reached_quantity = fresh.reached, evidence_count = fresh.pieces
        from (
          select measure.measure_id, evidence_of(measure.measure_id, measure.cycle) as pieces,
            case when first.register is null then measure.reached_quantity else first.reached end as reached
          from measure left join lateral (select target.register, target.reached from measure_target target
            where target.tenant_id = ${tenantId} and target.measure_id = measure.measure_id
              and target.quantity is not null order by position, target_id limit 1) first on true
          where measure.tenant_id = ${tenantId} and measure.measure_id = any (${ids})
        ) fresh
        where measure.tenant_id = ${tenantId} and measure.measure_id = fresh.measure_id
          and (measure.reached_quantity, measure.evidence_count) is distinct from (fresh.reached, fresh.pieces)`)
      return recounted
    })
  }

  return {
    lockEntry: (entryId) =>
      one(sql<CitableEntry>`
        select entry_id as id, register, unit_id as "unitId", title, readers, withdrawn_at is not null as withdrawn
        from entry where tenant_id = ${tenantId} and entry_id = ${entryId} for share`),
    lockRecord: (kind, id) =>
      one(sql<CitingRecord>`${sql.raw(citingRecord(kind))}
        where tenant_id = ${tenantId} and ${sql.ref(`${kind}_id`)} = ${id} for update`),
    target: (targetId) =>
      one(sql<CountingTarget>`select ${sql.raw(countingTarget)}, target.measure_id as "measureId"
        from measure_target target where target.tenant_id = ${tenantId} and target.target_id = ${targetId}`),
    targets: (measureId) =>
      all(sql<CountingTarget>`select ${sql.raw(countingTarget)}, target.measure_id as "measureId"
        from measure_target target where target.tenant_id = ${tenantId} and target.measure_id = ${measureId}
        order by position, target_id`),
    async findSame(record, entryId) {
      const row = await one(sql<{ id: number }>`select citation_id as id from citation
        where tenant_id = ${tenantId} and record_kind = ${record.kind} and record_id = ${record.id}
          and cycle = ${record.cycle} and entry_id = ${entryId} and withdrawn_at is null`)
      return row?.id ?? null
    },
    async cite({ entryId, record, targetId, by, onBehalfOf, at }) {
      // Cited before for the measure as a whole: now for the target. Cited for a target, it stays there when none is named.
      const row = await one(sql<{ id: number }>`
        insert into citation (tenant_id, entry_id, record_kind, record_id, target_id, cycle, cited_by, on_behalf_of, cited_at)
        values (${tenantId}, ${entryId}, ${record.kind}, ${record.id}, ${targetId}, ${record.cycle}, ${by},
          ${onBehalfOf}, ${at})
        on conflict (tenant_id, record_kind, record_id, cycle, entry_id) where withdrawn_at is null
          do update set target_id = excluded.target_id
          where excluded.target_id is not null and citation.target_id is distinct from excluded.target_id
        returning citation_id as id`)
      return row?.id ?? null
    },
    async citeMany(citations) {
      const rows = citations.map(({ entryId, record, targetId, by, onBehalfOf, at }) => ({
        entry: entryId,
        kind: record.kind,
        record: record.id,
        target: targetId,
        cycle: record.cycle,
        by,
        for: onBehalfOf,
        at,
      }))
      await all(sql`
        insert into citation (tenant_id, entry_id, record_kind, record_id, target_id, cycle, cited_by, on_behalf_of, cited_at)
        select ${tenantId}::bigint, entry, kind, record, target, cycle, "by", "for", at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(entry bigint, kind text, record bigint, target bigint,
          cycle integer, "by" bigint, "for" bigint, at timestamptz)`)
    },
    find: (citationId) =>
      one(sql<StoredCitation>`
        select citation_id as id, entry_id as "entryId", json_build_object('kind', record_kind, 'id', record_id) as record,
          target_id as "targetId", cycle, withdrawn_at is not null as withdrawn,
          ${sql.raw(endorsedSince(String(Number(tenantId))))} as endorsed
        from citation where tenant_id = ${tenantId} and citation_id = ${citationId}
          and record_kind in ('measure', 'finding')`),
    async withdraw(citationId, by, at) {
      await all(sql`update citation set withdrawn_at = ${at}, withdrawn_by = ${by}
        where tenant_id = ${tenantId} and citation_id = ${citationId}`)
      // Whoever decides on an application sees that it no longer rests on this entry.
      await all(sql`update measure set version = version + 1 from citation
        where measure.tenant_id = ${tenantId} and citation.tenant_id = ${tenantId}
          and citation.citation_id = ${citationId} and citation.record_kind = 'measure'
          and measure.measure_id = citation.record_id`)
    },
    async words(measureId) {
      const row = await one(sql<{ text: string }>`select text from measure
        where tenant_id = ${tenantId} and measure_id = ${measureId}`)
      return row?.text ?? ''
    },
    async register(key) {
      const row = await one(sql<{ definition: Register }>`select definition from register_definition
        where tenant_id = ${tenantId} and register = ${key} order by version desc limit 1`)
      const shipped: Readonly<Record<string, Register>> = shippedRegisters
      return inForce((Object.hasOwn(shipped, key) && shipped[key]) || null, row?.definition ?? null)
    },
    async setCounted(targetId, counted) {
      await all(sql`update measure_target set register = ${counted?.register ?? null},
        counted = ${counted?.counted ?? null}, counted_kind = ${counted?.kind ?? null},
        counted_times = ${counted?.times ?? 1}, counted_over = ${counted?.over ?? 1}
        where tenant_id = ${tenantId} and target_id = ${targetId}`)
    },
    settleMeasures,
    async settle(entryIds) {
      if (entryIds.length === 0) return []
      const citing = await asWhole(transaction, () =>
        all(sql<{ id: number }>`select distinct record_id as id from citation
          where tenant_id = ${tenantId} and record_kind = 'measure' and entry_id = any (${[...entryIds]}::bigint[])
            and withdrawn_at is null order by record_id`),
      )
      return settleMeasures(citing.map(({ id }) => id))
    },
  }
}
