/** Units, people, roles and deputies: what is read, and what is written. */
import type { z } from 'zod'
import type { personChoiceSchema, unitNodeSchema } from '../../core/api/people.ts'

export type PersonChoice = z.infer<typeof personChoiceSchema>
export type UnitNode = z.infer<typeof unitNodeSchema>
export type PersonSearch = { q: string; unitId: number | null; inspectionId: number | null; limit: number; on: string }

type Tenant = { tenantId: number }
export type PeopleReads = {
  /** @param search.on the day: roles of others than those held then do not count */
  search(tenant: Tenant, search: PersonSearch): Promise<PersonChoice[]>
  unitTree(tenant: Tenant): Promise<UnitNode[]>
}
