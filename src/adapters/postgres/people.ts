/** Writes units and people within one transaction. */
import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import type { People, StoredPerson, StoredUnit } from '../../usecases/ports/people.ts'
import type { Transaction } from './database.ts'
import { isDuplicate } from './duplicate.ts'

const person = sql`person_id as id, name, title, unit_id as "unitId", left_on as "leftOn", (select login_name from account
  where account.tenant_id = person.tenant_id and account.person_id = person.person_id) as "loginName"`

export function people(transaction: Transaction, tenantId: number): People {
  return {
    async lockUnits() {
      const { rows } = await sql<StoredUnit>`select unit_id as id, name, short_name as "shortName",
          parent_id as "parentId", position, path, closed_on as "closedOn"
        from unit where tenant_id = ${tenantId} order by position, unit_id for update`.execute(transaction)
      return rows
    },
    async saveUnit(unitId, { name, shortName, parentId, closedOn }) {
      try {
        await transaction
          .updateTable('unit')
          .set({ name, short_name: shortName, parent_id: parentId, closed_on: closedOn })
          .where('tenant_id', '=', tenantId)
          .where('unit_id', '=', unitId)
          .execute()
      } catch (error) {
        if (isDuplicate(error, 'unit_tenant_id_name_key')) throw new Refusal('unit.nameTaken', { name, field: 'name' })
        throw error
      }
    },
    async placeUnits(places) {
      await sql`update unit set position = place.position, path = place.path
        from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(id bigint, position integer, path text)
        where unit.tenant_id = ${tenantId} and unit.unit_id = place.id
          and (unit.position, unit.path) is distinct from (place.position, place.path)`.execute(transaction)
    },
    async onUnit(unitId, on) {
      const { rows } = await sql<{ measures: number; roles: number; people: number }>`select
        (select count(*) from measure where tenant_id = ${tenantId} and lead_unit_id = ${unitId}
          and status not in ('signedOff', 'unsubstantiated')) as measures,
        (select count(*) from assignment where tenant_id = ${tenantId} and unit_id = ${unitId}
          and coalesce(to_on, 'infinity') >= ${on} and coalesce(to_on, 'infinity') >= from_on) as roles,
        (select count(*) from person where tenant_id = ${tenantId} and unit_id = ${unitId} and left_on is null) as people
      `.execute(transaction)
      return rows[0] ?? { measures: 0, roles: 0, people: 0 }
    },
    async find(personId) {
      const { rows } = await sql<StoredPerson>`select ${person} from person
        where tenant_id = ${tenantId} and person_id = ${personId} for update`.execute(transaction)
      return rows[0] ?? null
    },
    async all() {
      const { rows } = await sql<StoredPerson>`select ${person} from person
        where tenant_id = ${tenantId} order by person_id`.execute(transaction)
      return rows
    },
    async save(personId, { name, title, unitId, leftOn }, unitName) {
      try {
        await transaction
          .updateTable('person')
          .set({ name, title, unit_id: unitId, left_on: leftOn })
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', personId)
          .execute()
      } catch (error) {
        if (isDuplicate(error, 'person_in_unit'))
          throw new Refusal('person.sameInUnit', { name, unit: unitName, field: 'name' })
        throw error
      }
    },
    async inUnit(unitId, name) {
      const { rows } = await sql<StoredPerson>`select ${person} from person
        where tenant_id = ${tenantId} and unit_id = ${unitId} and name = ${name}`.execute(transaction)
      return rows[0] ?? null
    },
  }
}
