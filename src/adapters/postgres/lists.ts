/** Short lists: inspections, aspects and units. */
import { seesWhole } from '../../core/access/policy.ts'
import type { Inspection } from '../../usecases/ports.ts'
import type { Database, Scope } from './database.ts'

/** Inspections that the reader takes part in, newest first. */
export async function inspections(database: Database, scope: Scope): Promise<Inspection[]> {
  const { sight, tenantId } = scope
  const rows = await database.readOne<Omit<Inspection, 'createdAt'> & { createdAt: Date }>(scope, {
    name: 'inspections',
    text: `select inspection.inspection_id as id, name, body, team, on_site_from as "from", on_site_to as "to",
        feedback_on as "feedbackOn", created_at as "createdAt",
        json_build_object('findings', coalesce(counted.findings, 0), 'causes', coalesce(counted.causes, 0),
          'measures', coalesce(counted.measures, 0)) as counts
      from inspection
        cross join lateral (select case when $2 or inspection.inspection_id = any ($3::bigint[]) then '{0}'
          else $4::bigint[] end as audiences) own
        left join lateral (
          select sum(records) filter (where record_kind = 'finding') as findings,
            sum(records) filter (where record_kind = 'cause') as causes,
            sum(records) filter (where record_kind = 'measure') as measures
          from ledger_count count where count.tenant_id = $1 and count.inspection_id = inspection.inspection_id
            and count.audience = any (own.audiences)
        ) counted on true
      where tenant_id = $1 and (own.audiences = '{0}' or counted.measures > 0)
      order by inspection_id desc`,
    values: [tenantId, sight.whole === 'all', sight.whole === 'all' ? [] : sight.whole, sight.audiences],
  })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

/** Aspects of the findings that the reader sees, in the order in which the findings bring them up. */
export async function aspects(database: Database, scope: Scope, inspectionId: number): Promise<string[]> {
  const rows = await database.readOne<{ aspect: string }>(scope, {
    name: 'aspects',
    text: `select aspect from finding
      where tenant_id = $1 and inspection_id = $2 and aspect is not null and ($3 or audiences && $4::bigint[])
      group by aspect order by min(number_key)`,
    values: [scope.tenantId, inspectionId, seesWhole(scope.sight, inspectionId), scope.sight.audiences],
  })
  return rows.map((row) => row.aspect)
}

/** Units with a measure of the inspection that the reader sees, in the official order. */
export function units(
  database: Database,
  scope: Scope,
  inspectionId: number,
): Promise<{ id: number; name: string; shortName: string | null }[]> {
  return database.readOne(scope, {
    name: 'units',
    text: `select unit_id as id, name, short_name as "shortName" from unit
      where tenant_id = $1 and exists (select from measure_place place where place.tenant_id = $1
        and place.inspection_id = $2 and place.audience = unit.unit_id)
      order by position, unit_id`,
    values: [scope.tenantId, inspectionId],
  })
}
