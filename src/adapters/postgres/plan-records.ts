/** Findings, causes and measures of a plan, read and written one by one, and assigned by the hundred. */
import { sql } from 'kysely'
import { numberKey } from '../../core/finding/number-key.ts'
import { searchText, searchTokens } from '../../core/finding/search-text.ts'
import type { PlanTarget } from '../../core/plan/plan-content.ts'
import { Refusal } from '../../core/refusal.ts'
import type {
  AssignmentChange,
  PlannedCause,
  PlannedFinding,
  PlannedMeasure,
  PlanStore,
} from '../../usecases/ports/plan.ts'
import type { Transaction } from './database.ts'

type PlanRecords = Pick<
  PlanStore,
  | 'measures'
  | 'finding'
  | 'cause'
  | 'lastChange'
  | 'createFinding'
  | 'createCause'
  | 'createMeasure'
  | 'changeFinding'
  | 'changeCause'
  | 'changeMeasure'
  | 'assign'
>

export function planRecords(transaction: Transaction, tenantId: number): PlanRecords {
  const run = <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    query.execute(transaction).then(({ rows }) => rows)

  return {
    async measures(ids, lock) {
      if (ids.length === 0) return []
      if (lock)
        await run(sql`select from measure where tenant_id = ${tenantId} and measure_id = any (${ids}::bigint[])
        order by measure_id for update`)
      return run(sql<PlannedMeasure>`
        select measure_id as id, inspection_id as "inspectionId", number, status, docket_number as "docketNumber", text, kind,
          due_phrase as "duePhrase", due_on as "dueOn", original_due_on as "originalDueOn", version,
          ledger_row->'leadUnit' as "leadUnit", ledger_row->'responsibleLeader' as "responsibleLeader",
          ledger_row->'responsibleOfficer' as "responsibleOfficer",
          coalesce((select json_agg(json_build_object('id', unit.unit_id, 'name', unit.name) order by unit.position, unit.unit_id)
            from measure_unit link join unit on unit.tenant_id = link.tenant_id and unit.unit_id = link.unit_id
            where link.tenant_id = measure.tenant_id and link.measure_id = measure.measure_id), '[]') as "supportingUnits",
          coalesce((select json_agg(json_build_object('words', aim.words, 'quantity', aim.quantity, 'unit', aim.unit,
              'expectedProof', aim.expected_proof, 'counts', counts_of(aim)) order by aim.position, aim.target_id)
            from measure_target aim where aim.tenant_id = measure.tenant_id
              and aim.measure_id = measure.measure_id), '[]') as targets,
          array(select finding_id from finding_measure link where link.tenant_id = measure.tenant_id
            and link.measure_id = measure.measure_id order by finding_id) as "findingIds",
          array(select cause_id from cause_measure link where link.tenant_id = measure.tenant_id
            and link.measure_id = measure.measure_id order by cause_id) as "causeIds"
        from measure where tenant_id = ${tenantId} and measure_id = any (${ids}::bigint[]) order by measure_id`)
    },
    async finding(id, lock) {
      const [row] = await run(sql<PlannedFinding>`
        select finding_id as id, inspection_id as "inspectionId", number, heading, original, aspect,
          self_found as "selfFound", widened_from as "widenedFrom", version
        from finding where tenant_id = ${tenantId} and finding_id = ${id} ${lock ? sql`for update` : sql``}`)
      return row ?? null
    },
    async cause(id, lock) {
      if (lock) await run(sql`select from cause where tenant_id = ${tenantId} and cause_id = ${id} for update`)
      const [row] = await run(sql<PlannedCause>`
        select cause_id as id, inspection_id as "inspectionId", text, version,
          array(select finding_id from finding_cause link where link.tenant_id = cause.tenant_id
            and link.cause_id = cause.cause_id order by finding_id) as "findingIds",
          array(select measure_id from cause_measure link where link.tenant_id = cause.tenant_id
            and link.cause_id = cause.cause_id order by measure_id) as "measureIds"
        from cause where tenant_id = ${tenantId} and cause_id = ${id}`)
      return row ?? null
    },
    async lastChange(record, id) {
      const [row] = await run(sql<{ by: string; at: Date }>`
        select coalesce(person.name, '') as by, event.at from history_event event
          left join person on person.tenant_id = event.tenant_id and person.person_id = event.actor_id
        where event.tenant_id = ${tenantId} and event.record_kind = ${record} and event.record_id = ${id}
        order by event.event_id desc limit 1`)
      return row === undefined ? null : { by: row.by, at: row.at.toISOString() }
    },

    async createFinding(inspectionId, { heading, number: wanted, original = null }, at) {
      const number = wanted ?? (await nextNumber(inspectionId))
      await refuseTaken(inspectionId, number, null)
      const text = searchText(heading, original)
      const [row] = await run(sql<{ id: number }>`
        insert into finding (tenant_id, inspection_id, number, number_key, path, heading, original, search_text,
          search_tokens, created_at)
        values (${tenantId}, ${inspectionId}, ${number}, ${numberKey(number)}, array[${number}::text], ${heading}, ${original},
          ${text}, array_to_tsvector(${searchTokens(text)}::text[]), ${at})
        returning finding_id as id`)
      return idOf(row)
    },
    async createCause(inspectionId, text, at) {
      const searched = searchText(text)
      const [row] = await run(sql<{ id: number }>`
        insert into cause (tenant_id, inspection_id, text, search_text, search_tokens, created_at)
        values (${tenantId}, ${inspectionId}, ${text}, ${searched},
          array_to_tsvector(${searchTokens(searched)}::text[]), ${at})
        returning cause_id as id`)
      return idOf(row)
    },
    async createMeasure(inspectionId, text, at) {
      const searched = searchText(text, null)
      const [row] = await run(sql<{ id: number }>`
        insert into measure (tenant_id, inspection_id, text, status, search_text, search_tokens, created_at)
        values (${tenantId}, ${inspectionId}, ${text}, 'planned', ${searched},
          array_to_tsvector(${searchTokens(searched)}::text[]), ${at})
        returning measure_id as id`)
      return idOf(row)
    },

    async changeFinding({ id, inspectionId }, change) {
      if (change.number !== undefined) await refuseTaken(inspectionId, change.number, id)
      if (change.widenedFrom !== undefined && change.widenedFrom !== null)
        await refuseForeign('finding', [change.widenedFrom], inspectionId)
      const columns = {
        ...(change.number !== undefined && {
          number: change.number,
          number_key: numberKey(change.number),
          path: [change.number],
        }),
        ...(change.heading !== undefined && { heading: change.heading }),
        ...(change.original !== undefined && { original: change.original }),
        ...(change.aspect !== undefined && { aspect: change.aspect }),
        ...(change.selfFound !== undefined && { self_found: change.selfFound }),
        ...(change.widenedFrom !== undefined && { widened_from: change.widenedFrom }),
      }
      const row = await transaction
        .updateTable('finding')
        .set({ ...columns, version: sql`version + 1` })
        .where('tenant_id', '=', tenantId)
        .where('finding_id', '=', id)
        .returning(['heading', 'original'])
        .executeTakeFirstOrThrow()
      await refile('finding', id, searchText(row.heading, row.original))
    },
    async changeCause({ id, inspectionId }, change) {
      const set = change.text === undefined ? sql`` : sql`text = ${change.text},`
      await run(sql`update cause set ${set} version = version + 1 where tenant_id = ${tenantId} and cause_id = ${id}`)
      if (change.text !== undefined) await refile('cause', id, searchText(change.text))
      if (change.findingIds !== undefined)
        await link('finding_cause', 'cause_id', id, 'finding', change.findingIds, inspectionId)
      if (change.measureIds !== undefined)
        await link('cause_measure', 'cause_id', id, 'measure', change.measureIds, inspectionId)
    },
    async changeMeasure({ id, inspectionId, docketNumber }, change) {
      await assignAll([{ id, set: change }])
      if (change.text !== undefined) {
        await run(sql`update measure set text = ${change.text} where tenant_id = ${tenantId} and measure_id = ${id}`)
        await refile('measure', id, searchText(change.text, docketNumber))
      }
      if (change.targets !== undefined) await storeTargets(id, change.targets)
      if (change.findingIds !== undefined)
        await link('finding_measure', 'measure_id', id, 'finding', change.findingIds, inspectionId)
      if (change.causeIds !== undefined)
        await link('cause_measure', 'measure_id', id, 'cause', change.causeIds, inspectionId)
    },
    assign: (_inspectionId, changes) => assignAll(changes),
  }

  /** One statement for all: a column is named in `set` or stays. Each measure counts one change. */
  async function assignAll(changes: readonly { id: number; set: AssignmentChange }[]): Promise<void> {
    await refuseStrangers(changes.map(({ set }) => set))
    const rows = JSON.stringify(changes.map(({ id, set }) => ({ id, set })))
    const given = (name: keyof AssignmentChange, type: string, column: string) =>
      sql`${sql.ref(column)} = case when row.set ? ${name} then (row.set->>${name})::${sql.raw(type)}
        else measure.${sql.ref(column)} end`
    await run(sql`
      update measure set ${given('leadUnitId', 'bigint', 'lead_unit_id')},
        ${given('responsibleLeaderId', 'bigint', 'responsible_leader_id')},
        ${given('responsibleOfficerId', 'bigint', 'responsible_officer_id')},
        ${given('kind', 'text', 'kind')}, ${given('duePhrase', 'text', 'due_phrase')}, ${given('dueOn', 'date', 'due_on')},
        original_due_on = case when row.set ? 'dueOn' then (row.set->>'dueOn')::date else measure.original_due_on end,
        version = measure.version + 1
      from jsonb_to_recordset(${rows}::jsonb) as row(id bigint, set jsonb)
      where measure.tenant_id = ${tenantId} and measure.measure_id = row.id`)
    const supporting = changes.filter(({ set }) => set.supportingUnitIds !== undefined)
    if (supporting.length === 0) return
    await run(sql`delete from measure_unit where tenant_id = ${tenantId}
      and measure_id = any (${supporting.map(({ id }) => id)}::bigint[])`)
    const links = supporting.flatMap(({ id, set }) => (set.supportingUnitIds ?? []).map((unitId) => ({ id, unitId })))
    await run(sql`insert into measure_unit (tenant_id, measure_id, unit_id)
      select distinct ${tenantId}::bigint, id, "unitId"
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row(id bigint, "unitId" bigint)`)
  }

  /** Units and people are those of the tenant: the wall shows no others. */
  async function refuseStrangers(sets: readonly AssignmentChange[]): Promise<void> {
    const units = new Set(sets.flatMap((set) => [...(set.supportingUnitIds ?? []), ...idsOf(set.leadUnitId)]))
    const people = new Set(
      sets.flatMap((set) => [...idsOf(set.responsibleLeaderId), ...idsOf(set.responsibleOfficerId)]),
    )
    const count = async (table: 'unit' | 'person', ids: ReadonlySet<number>): Promise<boolean> => {
      if (ids.size === 0) return true
      const [row] = await run(sql<{ count: number }>`select count(*) from ${sql.table(table)}
        where tenant_id = ${tenantId} and ${sql.ref(`${table}_id`)} = any (${[...ids]}::bigint[])`)
      return row?.count === ids.size
    }
    if (!(await count('unit', units))) throw new Refusal('plan.noSuchUnit', { field: 'leadUnitId' })
    if (!(await count('person', people))) throw new Refusal('plan.noSuchPerson', { field: 'responsibleOfficerId' })
  }

  /** The first target also stands on the measure. What earlier reports reached stays with the target in its place. */
  async function storeTargets(id: number, targets: readonly PlanTarget[]): Promise<void> {
    const rows = JSON.stringify(targets.map((target, index) => ({ ...target, position: index + 1 })))
    await run(sql`
      with row as (
        select * from jsonb_to_recordset(${rows}::jsonb)
          as row(position integer, words text, quantity numeric, unit text, "expectedProof" text)
      ), held as (
        select target_id, row_number() over (order by position, target_id) as place from measure_target
        where tenant_id = ${tenantId} and measure_id = ${id}
      ), changed as (
        update measure_target target set position = row.position, words = row.words, quantity = row.quantity,
          unit = row.unit, expected_proof = row."expectedProof"
        from held join row on row.position = held.place
        where target.tenant_id = ${tenantId} and target.target_id = held.target_id
      )
      insert into measure_target (tenant_id, measure_id, position, words, quantity, unit, expected_proof)
      select ${tenantId}::bigint, ${id}::bigint, position, words, quantity, unit, "expectedProof" from row
      where position > (select count(*) from held)`)
    await referred(
      run(sql`delete from measure_target where tenant_id = ${tenantId} and measure_id = ${id}
        and position > ${targets.length}`),
    )
    const [first] = targets
    await run(sql`update measure set target = ${first?.words || null}, target_quantity = ${first?.quantity ?? null},
      target_unit = ${first?.unit ?? null} where tenant_id = ${tenantId} and measure_id = ${id}`)
  }

  /** Makes the links of a record those given; a new link under a finding comes behind those that are there. */
  async function link(
    table: 'finding_cause' | 'finding_measure' | 'cause_measure',
    own: 'cause_id' | 'measure_id',
    id: number,
    other: 'finding' | 'cause' | 'measure',
    ids: readonly number[],
    inspectionId: number,
  ): Promise<void> {
    await refuseForeign(other, ids, inspectionId)
    const [links, ownColumn, otherColumn] = [sql.table(table), sql.ref(own), sql.ref(`${other}_id`)]
    await run(sql`delete from ${links} where tenant_id = ${tenantId} and ${ownColumn} = ${id}
      and ${otherColumn} <> all (${ids}::bigint[])`)
    const placed = table !== 'cause_measure'
    await run(sql`
      insert into ${links} (tenant_id, ${ownColumn}, ${otherColumn} ${placed ? sql`, position` : sql``})
      select ${tenantId}::bigint, ${id}::bigint, given.id ${
        placed
          ? sql`, (select coalesce(max(held.position), 0) + 1 from ${links} held
              where held.tenant_id = ${tenantId} and held.${otherColumn} = given.id)`
          : sql``
      }
      from unnest(${ids}::bigint[]) given(id) on conflict do nothing`)
  }

  async function refuseForeign(
    table: 'finding' | 'cause' | 'measure',
    ids: readonly number[],
    inspectionId: number,
  ): Promise<void> {
    if (ids.length === 0) return
    const [row] = await run(sql<{
      count: number
    }>`select count(*) from ${sql.table(table)} where tenant_id = ${tenantId}
      and inspection_id = ${inspectionId} and ${sql.ref(`${table}_id`)} = any (${ids}::bigint[])`)
    if (row?.count !== new Set(ids).size) throw new Refusal('plan.foreignLink', { field: `${table}Ids` })
  }

  async function refuseTaken(inspectionId: number, number: string, own: number | null): Promise<void> {
    const [taken] = await run(sql<{ id: number }>`select finding_id as id from finding where tenant_id = ${tenantId}
      and inspection_id = ${inspectionId} and number = ${number} and finding_id is distinct from ${own}::bigint limit 1`)
    if (taken !== undefined) throw new Refusal('plan.numberTaken', { number, field: 'number' })
  }

  /** One more than the greatest whole number among the findings. */
  async function nextNumber(inspectionId: number): Promise<string> {
    const [row] = await run(sql<{ next: number }>`select coalesce(max(number::bigint), 0) + 1 as next from finding
      where tenant_id = ${tenantId} and inspection_id = ${inspectionId} and number ~ '^\\d{1,9}$'`)
    return String(row?.next ?? 1)
  }

  async function refile(table: 'finding' | 'cause' | 'measure', id: number, text: string): Promise<void> {
    await run(sql`update ${sql.table(table)} set search_text = ${text},
      search_tokens = array_to_tsvector(${searchTokens(text)}::text[])
      where tenant_id = ${tenantId} and ${sql.ref(`${table}_id`)} = ${id}`)
  }
}

const idsOf = (id: number | null | undefined): number[] => (id === null || id === undefined ? [] : [id])

function idOf(row: { id: number } | undefined): number {
  if (row === undefined) throw new Error('a row was inserted and not returned')
  return row.id
}

/**
 * The result of taking rows away.
 * @throws Refusal `plan.referredTo` when others refer to them
 */
export async function referred<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') throw new Refusal('plan.referredTo')
    throw error
  }
}
