/** Findings and measures by their number. */
import type { Numbered } from '../../core/api/go.ts'
import type { Database, Scope } from './database.ts'

const most = 20

/** @param number as people write it: `13`, `13-2`, a docket number */
export function numbered(database: Database, scope: Scope, inspectionId: number, number: string): Promise<Numbered[]> {
  const [, finding = ''] = /^(.+)-\d{1,8}$/.exec(number) ?? []
  return database.readOne<Numbered>(scope, {
    name: 'numbered',
    text: `with found as (
        select finding_id, number, heading from finding
        where tenant_id = $1 and inspection_id = $2 and number in ($3, $4) order by number_key, finding_id limit ${most})
      select 'finding' as kind, finding_id as id, number, heading as text from found where number = $3
      union all
      (select 'measure', measure_id, number, text from measure
        where tenant_id = $1 and inspection_id = $2 and (docket_number = $3 or number = $3 and measure_id in (
          select link.measure_id from finding_measure link join found using (finding_id) where link.tenant_id = $1))
        order by measure_id limit ${most})`,
    values: [scope.tenantId, inspectionId, number, finding],
  })
}
