/** Units, people, roles and deputies: what is read, and what is written. */
import type { z } from 'zod'
import type { Deputation } from '../../core/access/deputy-conflict.ts'
import type { Role } from '../../core/access/role.ts'
import type {
  deputationSchema,
  holderSchema,
  personChoiceSchema,
  personPageSchema,
  personRowSchema,
  unitNodeSchema,
} from '../../core/api/people.ts'
import type { Day } from '../../core/deadline/day.ts'

export type PersonChoice = z.infer<typeof personChoiceSchema>
export type UnitNode = z.infer<typeof unitNodeSchema>
export type PersonRow = z.infer<typeof personRowSchema>
/** As stored; what the reader may do is added by the use case. */
export type StoredHolder = Omit<z.infer<typeof holderSchema>, 'mayEnd'>
export type StoredDeputation = Omit<z.infer<typeof deputationSchema>, 'mayEnd'>
export type StoredPersonPage = Omit<
  z.infer<typeof personPageSchema>,
  'roles' | 'deputations' | 'history' | 'mayEdit' | 'mayNameDeputy' | 'mayGive'
> & { roles: Omit<StoredHolder, 'person' | 'loginName' | 'deputy'>[]; deputations: StoredDeputation[] }

export type PersonSearch = {
  q: string
  unitId: number | null
  inspectionId: number | null
  limit: number
  /** Roles of others than those held on this day do not count. */
  on: Day
}
/** `none`: people of no unit. Null: everywhere. */
export type PersonListQuery = { unit: number | 'none' | null; q: string; limit: number; on: Day }

type Tenant = { tenantId: number }
export type PeopleReads = {
  search(tenant: Tenant, search: PersonSearch): Promise<PersonChoice[]>
  unitTree(tenant: Tenant): Promise<UnitNode[]>
  list(tenant: Tenant, query: PersonListQuery): Promise<PersonRow[]>
  /** Null when there is nobody with this id. */
  page(tenant: Tenant, personId: number, on: Day): Promise<StoredPersonPage | null>
  /** Roles of today and later; null: of every inspection. Those that are held in all inspections are always among them. */
  holders(tenant: Tenant, inspectionId: number | null, on: Day): Promise<StoredHolder[]>
  /** Of this person, in either part; newest first. */
  deputations(tenant: Tenant, personId: number, on: Day): Promise<StoredDeputation[]>
  securityAdmins(tenant: Tenant, on: Day): Promise<number>
}

export type StoredUnit = {
  id: number
  name: string
  shortName: string | null
  parentId: number | null
  position: number
  path: string
  closedOn: Day | null
}
export type StoredPerson = {
  id: number
  name: string
  title: string | null
  unitId: number | null
  leftOn: Day | null
  loginName: string | null
}
export type HeldRole = {
  id: number
  personId: number
  role: Role
  unitId: number | null
  inspectionId: number | null
  fromOn: Day
  toOn: Day | null
}

/** Units and people, within one transaction. */
export type People = {
  /** All units, in the official order; nobody else changes one until the transaction ends. */
  lockUnits(): Promise<StoredUnit[]>
  /** @throws Refusal `unit.nameTaken` */
  saveUnit(unitId: number, fields: Pick<StoredUnit, 'name' | 'shortName' | 'parentId' | 'closedOn'>): Promise<void>
  placeUnits(places: readonly { id: number; position: number; path: string }[]): Promise<void>
  /** What hangs on a unit: open measures that it leads, roles held in it from this day on, people who work there. */
  onUnit(unitId: number, on: Day): Promise<{ measures: number; roles: number; people: number }>
  find(personId: number): Promise<StoredPerson | null>
  /** Everybody, those who left too. */
  all(): Promise<StoredPerson[]>
  /** @throws Refusal `person.sameInUnit` */
  save(personId: number, fields: Omit<StoredPerson, 'id' | 'loginName'>, unitName: string): Promise<void>
  /** People of that name in the unit. */
  inUnit(unitId: number, name: string): Promise<StoredPerson | null>
}

/** Roles and deputies, within one transaction. */
export type Roles = {
  /** Nobody else gives these people a role or a deputy until the transaction ends. */
  lockPeople(personIds: readonly number[]): Promise<void>
  /** Roles that count on or after this day; null: all that ever were. */
  ofPerson(personId: number, from: Day | null): Promise<HeldRole[]>
  /** Of everybody, as far as they count on or after this day. */
  all(from: Day): Promise<HeldRole[]>
  find(assignmentId: number): Promise<HeldRole | null>
  give(roles: readonly Omit<HeldRole, 'id'>[]): Promise<number[]>
  end(assignmentId: number, lastDay: Day): Promise<void>
  /** How many people hold the role on this day, with an account that works or without. */
  holders(role: Role, on: Day): Promise<number>
  /** Of these people, in either part; without those that ended or are over on this day. */
  deputations(personIds: readonly number[], from: Day): Promise<(Deputation & { id: number })[]>
  findDeputation(id: number): Promise<(Deputation & { id: number; endedAt: Date | null }) | null>
  nameDeputy(deputation: Deputation & { reason: string | null }, at: Date): Promise<number>
  endDeputation(id: number, at: Date): Promise<void>
  inspectionName(inspectionId: number): Promise<string | null>
}
