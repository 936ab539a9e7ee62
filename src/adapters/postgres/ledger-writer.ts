/**
 * Writes to a ledger within one transaction. Rows of one kind go in with one statement, however many there are, under
 * ids drawn beforehand, so that links between them can be written without asking back.
 */
import { sql } from 'kysely'
import { searchText, searchTokens } from '../../core/finding/search-text.ts'
import type { LedgerWriter, NewFinding, NewMeasure } from '../../usecases/ports.ts'
import type { Transaction } from './database.ts'
import { existingLedger } from './existing-ledger.ts'
import { settle, settleMeasures } from './settle.ts'

export function ledgerWriter(transaction: Transaction, tenantId: number): LedgerWriter {
  return {
    async createInspection(inspection, at) {
      const { inspection_id: id } = await transaction
        .insertInto('inspection')
        .values({
          tenant_id: tenantId,
          name: inspection.name,
          body: inspection.body,
          team: inspection.team,
          kind: inspection.kind,
          theme: inspection.theme,
          on_site_from: inspection.from,
          on_site_to: inspection.to,
          feedback_on: inspection.feedbackOn,
          basis: inspection.basis,
          created_at: at,
        })
        .returning('inspection_id')
        .executeTakeFirstOrThrow()
      return id
    },
    async findInspectionByName(name) {
      const row = await transaction
        .selectFrom('inspection')
        .select('inspection_id')
        .where('tenant_id', '=', tenantId)
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.inspection_id ?? null
    },
    async lockInspection(inspectionId) {
      const row = await version(inspectionId).forUpdate().executeTakeFirst()
      return row === undefined ? null : { version: String(row.ledger_version) }
    },
    async ledgerVersion(inspectionId) {
      const row = await version(inspectionId).executeTakeFirst()
      return row === undefined ? null : String(row.ledger_version)
    },
    existingLedger: (inspectionId) => existingLedger(transaction, tenantId, inspectionId),
    async createUnits(units) {
      const ids = await draw('unit', units.length)
      const paths: string[] = []
      const rows = units.map((unit, index) => {
        const id = ids[index]
        const path = `${unit.parent === null ? '/' : (paths[unit.parent] ?? '/')}${id}/`
        paths.push(path)
        return { ...unit, id, path, parentId: unit.parent === null ? null : ids[unit.parent], position: index }
      })
      await sql`insert into unit (tenant_id, unit_id, name, short_name, parent_id, path, position)
        select ${tenantId}::bigint, id, name, "shortName", "parentId", path,
          position + (select coalesce(max(position) + 1, 0) from unit where tenant_id = ${tenantId})
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, name text, "shortName" text,
          "parentId" bigint, path text, position integer)`.execute(transaction)
      return ids
    },
    async createPeople(people) {
      const ids = await draw('person', people.length)
      const rows = people.map((person, index) => ({ ...person, id: ids[index] }))
      await sql`insert into person (tenant_id, person_id, name, title, unit_id)
        select ${tenantId}::bigint, id, name, title, "unitId"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as row(id bigint, name text, title text, "unitId" bigint)`.execute(transaction)
      return ids
    },
    async createFindings(inspectionId, findings, at) {
      const ids = await draw('finding', findings.length)
      const rows = findings.map((finding, index) => ({
        ...finding,
        id: ids[index],
        statusText: finding.status?.text ?? null,
        bucket: finding.status?.bucket ?? null,
        ...filed(searchText(finding.heading, finding.original)),
      }))
      await sql`insert into finding (tenant_id, inspection_id, created_at, finding_id, number, number_key, path, aspect,
          heading, original, reported_status, reported_bucket, search_text, search_tokens)
        select ${tenantId}::bigint, ${inspectionId}::bigint, ${at}::timestamptz, id, number, "numberKey", path, aspect,
          heading, original, "statusText", bucket, "searchText", array_to_tsvector("searchTokens")
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, number text, "numberKey" text,
          path text[], aspect text, heading text, original text, "statusText" text, bucket text, "searchText" text,
          "searchTokens" text[])`.execute(transaction)
      return ids
    },
    async createCauses(inspectionId, causes, at) {
      const ids = await draw('cause', causes.length)
      const rows = causes.map(({ text }, index) => ({ text, id: ids[index], ...filed(searchText(text)) }))
      await sql`insert into cause (tenant_id, inspection_id, created_at, cause_id, text, search_text, search_tokens)
        select ${tenantId}::bigint, ${inspectionId}::bigint, ${at}::timestamptz, id, text, "searchText",
          array_to_tsvector("searchTokens")
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as row(id bigint, text text, "searchText" text, "searchTokens" text[])`.execute(transaction)
      return ids
    },
    async createMeasures(inspectionId, measures, at) {
      const ids = await draw('measure', measures.length)
      const rows = measures.map((measure, index) => ({
        ...measure,
        id: ids[index],
        quantity: measure.target?.quantity ?? null,
        quantityUnit: measure.target?.unit ?? null,
        ...filed(measureSearchText(measure)),
      }))
      await sql`insert into measure (tenant_id, inspection_id, created_at, measure_id, text, marker, implied, status, kind,
          target, target_quantity, target_unit, due_on, original_due_on, due_phrase, documents, lead_unit_id, responsible_leader_id,
          responsible_officer_id, docket_number, search_text, search_tokens)
        select ${tenantId}::bigint, ${inspectionId}::bigint, ${at}::timestamptz, id, text, marker, implied, status, kind,
          "targetText", quantity, "quantityUnit", "dueOn", "dueOn", "duePhrase", documents, "leadUnitId", "responsibleLeaderId",
          "responsibleOfficerId", "docketNumber", "searchText", array_to_tsvector("searchTokens")
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, text text, marker text,
          implied boolean, status text, kind text, "targetText" text, quantity numeric, "quantityUnit" text, "dueOn" date,
          "duePhrase" text, documents text[], "leadUnitId" bigint, "responsibleLeaderId" bigint,
          "responsibleOfficerId" bigint, "docketNumber" text, "searchText" text, "searchTokens" text[])`.execute(
        transaction,
      )
      await sql`insert into measure_target (tenant_id, measure_id, position, words, quantity, unit, expected_proof)
        select ${tenantId}::bigint, id, 1, coalesce("targetText", ''), quantity, "quantityUnit", "expectedProof"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, "targetText" text, quantity numeric,
          "quantityUnit" text, "expectedProof" text)
        where "targetText" is not null or quantity is not null`.execute(transaction)
      const supporting = measures.flatMap((measure, index) =>
        measure.supportingUnitIds.map((unitId) => ({ measureId: ids[index], unitId })),
      )
      await sql`insert into measure_unit (tenant_id, measure_id, unit_id)
        select ${tenantId}::bigint, "measureId", "unitId"
        from jsonb_to_recordset(${JSON.stringify(supporting)}::jsonb) as row("measureId" bigint, "unitId" bigint)
        on conflict do nothing`.execute(transaction)
      return ids
    },
    async updateFinding(findingId, fields) {
      const set = findingColumns(fields)
      if (Object.keys(set).length === 0) return
      await transaction
        .updateTable('finding')
        .set(set)
        .where('tenant_id', '=', tenantId)
        .where('finding_id', '=', findingId)
        .execute()
      const { heading, original } = await transaction
        .selectFrom('finding')
        .select(['heading', 'original'])
        .where('tenant_id', '=', tenantId)
        .where('finding_id', '=', findingId)
        .executeTakeFirstOrThrow()
      await refile('finding', findingId, searchText(heading, original))
    },
    async updateCause(causeId, { text }) {
      if (text === undefined) return
      await transaction
        .updateTable('cause')
        .set({ text })
        .where('tenant_id', '=', tenantId)
        .where('cause_id', '=', causeId)
        .execute()
      await refile('cause', causeId, searchText(text))
    },
    async updateMeasure(measureId, fields) {
      const set = measureColumns(fields)
      if (Object.keys(set).length === 0) return
      await transaction
        .updateTable('measure')
        .set(set)
        .where('tenant_id', '=', tenantId)
        .where('measure_id', '=', measureId)
        .execute()
      const row = await transaction
        .selectFrom('measure')
        .select(['text', 'docket_number as docketNumber'])
        .where('tenant_id', '=', tenantId)
        .where('measure_id', '=', measureId)
        .executeTakeFirstOrThrow()
      await followMeasure(measureId)
      await refile('measure', measureId, measureSearchText(row))
    },
    linkCauses: (links) =>
      linkUnderFindings(
        'cause',
        links.map(({ findingId, causeId }) => ({ findingId, id: causeId })),
      ),
    linkMeasures: (links) =>
      linkUnderFindings(
        'measure',
        links.map(({ findingId, measureId }) => ({ findingId, id: measureId })),
      ),
    async linkCausesToMeasures(links) {
      await sql`insert into cause_measure (tenant_id, cause_id, measure_id)
        select ${tenantId}::bigint, "causeId", "measureId"
        from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row("causeId" bigint, "measureId" bigint)
        on conflict do nothing`.execute(transaction)
    },
    async linkSources(importId, links) {
      await sql`insert into source_link (tenant_id, record_kind, record_id, import_id, spans)
        select ${tenantId}::bigint, kind, id, ${importId}::bigint, spans
        from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row(kind text, id bigint, spans jsonb)
        on conflict (tenant_id, record_kind, record_id, import_id) do update set spans = excluded.spans`.execute(
        transaction,
      )
    },
    settle: (inspectionId) => settle(transaction, tenantId, inspectionId),
    settleMeasures: (inspectionId, ids) => settleMeasures(transaction, tenantId, inspectionId, ids),
  }

  function version(inspectionId: number) {
    return transaction
      .selectFrom('inspection')
      .select('ledger_version')
      .where('tenant_id', '=', tenantId)
      .where('inspection_id', '=', inspectionId)
  }

  async function draw(table: 'unit' | 'person' | 'finding' | 'cause' | 'measure', count: number): Promise<number[]> {
    const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence(${table}, ${`${table}_id`})) as id
      from generate_series(1, ${count})`.execute(transaction)
    return rows.map((row) => row.id)
  }

  /** What also stands elsewhere: the first target, and until it is docketed the date of the plan. */
  async function followMeasure(measureId: number): Promise<void> {
    await sql`update measure set original_due_on = due_on
      where tenant_id = ${tenantId} and measure_id = ${measureId} and status = 'planned'
        and original_due_on is distinct from due_on`.execute(transaction)
    await sql`
      with held as (
        select tenant_id, measure_id, target, target_quantity, target_unit from measure
        where tenant_id = ${tenantId} and measure_id = ${measureId}
          and (target is not null or target_quantity is not null)
      ), changed as (
        update measure_target kept set quantity = held.target_quantity, unit = held.target_unit
        from held where kept.tenant_id = held.tenant_id and kept.measure_id = held.measure_id and kept.position = 1
        returning kept.measure_id
      )
      insert into measure_target (tenant_id, measure_id, position, words, quantity, unit)
        select tenant_id, measure_id, 1, coalesce(target, ''), target_quantity, target_unit from held
        where not exists (select from changed)`.execute(transaction)
  }

  async function refile(table: 'finding' | 'cause' | 'measure', id: number, text: string): Promise<void> {
    const { searchTokens: tokens } = filed(text)
    await sql`update ${sql.table(table)} set search_text = ${text}, search_tokens = array_to_tsvector(${tokens}::text[])
      where tenant_id = ${tenantId} and ${sql.ref(`${table}_id`)} = ${id}`.execute(transaction)
  }

  async function linkUnderFindings(
    table: 'cause' | 'measure',
    links: { findingId: number; id: number }[],
  ): Promise<void> {
    const rows = links.map((link, order) => ({ ...link, order }))
    const target = sql.table(`finding_${table}`)
    await sql`insert into ${target} (tenant_id, finding_id, ${sql.ref(`${table}_id`)}, position)
      select ${tenantId}::bigint, row."findingId", row.id,
        (select coalesce(max(held.position), 0) from ${target} held
          where held.tenant_id = ${tenantId} and held.finding_id = row."findingId")
        + row_number() over (partition by row."findingId" order by row."order")
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("findingId" bigint, id bigint, "order" integer)
      on conflict do nothing`.execute(transaction)
  }
}

const filed = (text: string): { searchText: string; searchTokens: string[] } => ({
  searchText: text,
  searchTokens: searchTokens(text),
})

const measureSearchText = (measure: { text: string; docketNumber: string | null }): string =>
  searchText(measure.text, measure.docketNumber)

const findingColumns = ({ number, numberKey, path, aspect, heading, original, status }: Partial<NewFinding>) => ({
  ...(number !== undefined && { number }),
  ...(numberKey !== undefined && { number_key: numberKey }),
  ...(path !== undefined && { path }),
  ...(aspect !== undefined && { aspect }),
  ...(heading !== undefined && { heading }),
  ...(original !== undefined && { original }),
  ...(status !== undefined && {
    reported_status: status?.text ?? null,
    reported_bucket: status?.bucket ?? null,
  }),
})

const measureColumns = (fields: Partial<NewMeasure>) => ({
  ...(fields.text !== undefined && { text: fields.text }),
  ...(fields.kind !== undefined && { kind: fields.kind }),
  ...(fields.duePhrase !== undefined && { due_phrase: fields.duePhrase }),
  ...(fields.dueOn !== undefined && { due_on: fields.dueOn }),
  ...(fields.documents !== undefined && { documents: fields.documents }),
  ...(fields.target !== undefined && {
    target_quantity: fields.target?.quantity ?? null,
    target_unit: fields.target?.unit ?? null,
  }),
})
