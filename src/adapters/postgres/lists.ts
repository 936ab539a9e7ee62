/** Short lists: inspections and units. */
import type { Inspection } from '../../usecases/ports.ts'
import type { Database, Scope } from './database.ts'

/** Inspections that the reader takes part in, newest first. */
export async function inspections(database: Database, scope: Scope): Promise<Inspection[]> {
  const { sight, tenantId } = scope
  const rows = await database.readOne<Omit<Inspection, 'createdAt'> & { createdAt: Date }>(scope, {
    name: 'inspections',
    text: `select inspection_id as id, name, body, team, on_site_from as "from", on_site_to as "to",
        feedback_on as "feedbackOn", created_at as "createdAt",
        json_build_object('findings', finding_count, 'causes', cause_count, 'measures', measure_count) as counts
      from inspection
      where tenant_id = $1 and ($2 or inspection_id = any ($3::bigint[]) or exists (select from measure_place place
        where place.tenant_id = $1 and place.inspection_id = inspection.inspection_id
          and place.audience = any ($4::bigint[])))
      order by inspection_id desc`,
    values: [tenantId, sight.whole === 'all', sight.whole === 'all' ? [] : sight.whole, sight.audiences],
  })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
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
