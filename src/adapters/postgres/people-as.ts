/** People who can act as a party to a measure today, and those who stand in for them: whom to tell. */
import { sql } from 'kysely'
import type { Role } from '../../core/access/role.ts'
import { settingsOf } from '../../core/inspection/settings.ts'
import type { Party } from '../../core/measure/transitions.ts'
import type { Transaction } from './database.ts'

/** `responsible`: the responsible officer and leader, whether or not they hold a role. */
export async function peopleAs(
  transaction: Transaction,
  tenantId: number,
  measureId: number,
  parties: readonly (Party | 'responsible')[],
  today: string,
): Promise<number[]> {
  const { rows: found } = await sql<{ settings: unknown }>`select settings from measure
    join inspection using (tenant_id, inspection_id)
    where measure.tenant_id = ${tenantId} and measure_id = ${measureId}`.execute(transaction)
  const { signer } = settingsOf(found[0]?.settings)
  const roles = parties.flatMap((party): Role[] =>
    party === 'responsible' ? [] : [party === 'leadOfficer' ? 'officer' : party === 'signer' ? signer : party],
  )
  // Of unit heads the nearest above: the bureau's, and only where it has none, that of the unit above it.
  const { rows } = await sql<{ id: number }>`
    with asked as (
      select measure.*, unit.path from measure
        left join unit on unit.tenant_id = ${tenantId} and unit.unit_id = measure.lead_unit_id
      where measure.tenant_id = ${tenantId} and measure.measure_id = ${measureId}
    ), held as (
      select assignment.person_id, assignment.role, unit.path,
        rank() over (partition by assignment.role = 'unitHead' order by length(unit.path) desc nulls last) as nearness
      from asked join assignment on assignment.tenant_id = ${tenantId}
        left join unit on unit.tenant_id = ${tenantId} and unit.unit_id = assignment.unit_id
      where assignment.role = any (${roles}::text[])
        and (assignment.inspection_id is null or assignment.inspection_id = asked.inspection_id)
        and assignment.from_on <= ${today} and (assignment.to_on is null or assignment.to_on >= ${today})
        and case assignment.role
          when 'officer' then assignment.unit_id = asked.lead_unit_id or assignment.person_id = asked.responsible_officer_id
          when 'unitHead' then asked.path like unit.path || '%'
          when 'leader' then assignment.person_id = asked.responsible_leader_id
          else true end
    ), people as (
      select person_id from held where role <> 'unitHead' or nearness = 1
      union select unnest(array[responsible_officer_id, responsible_leader_id]) from asked
        where ${parties.includes('responsible')}
    )
    select person_id as id from people where person_id is not null
    union select deputy_id from people join deputation on deputation.tenant_id = ${tenantId}
      and deputation.principal_id = people.person_id
      where deputation.ended_at is null and ${today} between deputation.from_on and deputation.to_on
    order by 1`.execute(transaction)
  return rows.map(({ id }) => id)
}
