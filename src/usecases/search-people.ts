/** People and units to choose from: who is signed in may find a colleague. */
import { chinaDay } from '../core/deadline/china-day.ts'
import { permit } from './permit.ts'
import type { PersonChoice, PersonSearch, UnitNode } from './ports/people.ts'
import type { Outside, Visitor } from './ports.ts'

export function searchPeople(
  { data, now }: Outside,
  visitor: Visitor | null,
  search: Omit<PersonSearch, 'on'>,
): Promise<PersonChoice[]> {
  const { tenantId } = permit(visitor, 'person.search')
  return data.read.people.search({ tenantId }, { ...search, on: chinaDay(now()) })
}

export function readUnitTree({ data }: Outside, visitor: Visitor | null): Promise<UnitNode[]> {
  const { tenantId } = permit(visitor, 'unit.tree')
  return data.read.people.unitTree({ tenantId })
}
