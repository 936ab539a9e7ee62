/** Gives and ends roles, and names deputies, within one transaction. */
import { sql } from 'kysely'
import type { Deputation } from '../../core/access/deputy-conflict.ts'
import type { Role } from '../../core/access/role.ts'
import type { HeldRole, Roles } from '../../usecases/ports/people.ts'
import type { Transaction } from './database.ts'

const held = sql`assignment_id as id, person_id as "personId", role, unit_id as "unitId",
  inspection_id as "inspectionId", from_on as "fromOn", to_on as "toOn"`
const deputation = sql`deputation_id as id, principal_id as "principalId", deputy_id as "deputyId", from_on as "fromOn",
  to_on as "toOn"`

export function roles(transaction: Transaction, tenantId: number): Roles {
  return {
    async lockPeople(personIds) {
      await sql`select from person where tenant_id = ${tenantId} and person_id = any (${[...personIds]}::bigint[])
        order by person_id for update`.execute(transaction)
    },
    async ofPerson(personId, from) {
      const { rows } = await sql<HeldRole>`select ${held} from assignment
        where tenant_id = ${tenantId} and person_id = ${personId}
          and (${from}::date is null or (coalesce(to_on, 'infinity') >= ${from}::date
            and coalesce(to_on, 'infinity') >= from_on))
        order by assignment_id`.execute(transaction)
      return rows
    },
    async all(from) {
      const { rows } = await sql<HeldRole>`select ${held} from assignment where tenant_id = ${tenantId}
        and coalesce(to_on, 'infinity') >= ${from} and coalesce(to_on, 'infinity') >= from_on
        order by assignment_id`.execute(transaction)
      return rows
    },
    async find(assignmentId) {
      const { rows } = await sql<HeldRole>`select ${held} from assignment
        where tenant_id = ${tenantId} and assignment_id = ${assignmentId} for update`.execute(transaction)
      return rows[0] ?? null
    },
    async give(given) {
      if (given.length === 0) return []
      const made = await transaction
        .insertInto('assignment')
        .values(
          given.map(({ personId, role, unitId, inspectionId, fromOn, toOn }) => ({
            tenant_id: tenantId,
            person_id: personId,
            role,
            unit_id: unitId,
            inspection_id: inspectionId,
            from_on: fromOn,
            to_on: toOn,
          })),
        )
        .returning('assignment_id')
        .execute()
      return made.map(({ assignment_id: id }) => id)
    },
    async end(assignmentId, lastDay) {
      await transaction
        .updateTable('assignment')
        .set({ to_on: lastDay })
        .where('tenant_id', '=', tenantId)
        .where('assignment_id', '=', assignmentId)
        .execute()
    },
    async holders(role: Role, on) {
      const { rows } = await sql<{ count: number }>`select count(distinct person_id) as count from assignment
        where tenant_id = ${tenantId} and role = ${role} and from_on <= ${on}
          and (to_on is null or to_on >= ${on})`.execute(transaction)
      return rows[0]?.count ?? 0
    },
    async deputations(personIds, from) {
      const ids = [...personIds]
      const { rows } = await sql<Deputation & { id: number }>`select ${deputation} from deputation
        where tenant_id = ${tenantId} and ended_at is null and to_on >= ${from}
          and (principal_id = any (${ids}::bigint[]) or deputy_id = any (${ids}::bigint[]))`.execute(transaction)
      return rows
    },
    async findDeputation(id) {
      const { rows } = await sql<Deputation & { id: number; endedAt: Date | null }>`
        select ${deputation}, ended_at as "endedAt" from deputation
        where tenant_id = ${tenantId} and deputation_id = ${id} for update`.execute(transaction)
      return rows[0] ?? null
    },
    async nameDeputy({ principalId, deputyId, fromOn, toOn, reason }, at) {
      const { rows } = await sql<{ id: number }>`
        insert into deputation (tenant_id, principal_id, deputy_id, from_on, to_on, reason, created_at)
        values (${tenantId}, ${principalId}, ${deputyId}, ${fromOn}, ${toOn}, ${reason}, ${at})
        returning deputation_id as id`.execute(transaction)
      const [made] = rows
      if (made === undefined) throw new Error('the deputation was not kept')
      return made.id
    },
    async endDeputation(id, at) {
      await sql`update deputation set ended_at = ${at}
        where tenant_id = ${tenantId} and deputation_id = ${id}`.execute(transaction)
    },
    async inspectionName(inspectionId) {
      const { rows } = await sql<{ name: string }>`select name from inspection
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId}`.execute(transaction)
      return rows[0]?.name ?? null
    },
  }
}
