/** Whose entries of a register somebody reads; the wall of the database says the same, but for restricted ones. */
import type { Register } from '../registers/definition.ts'
import { type Actor, audiencesOf, may, sightOf } from './policy.ts'

/** Null: of all units. A leader answers for measures of many units, and reads what they did. */
export function unitsReadBy(actor: Actor, readers: Register['readers']): readonly number[] | null {
  if (readers === 'restricted')
    return may(actor, 'entry.readRestricted', { inspectionId: null, audiences: [] }).allowed
      ? null
      : audiencesOf(actor, null, ['officer', 'unitHead'])
  const { whole, audiences } = sightOf(actor)
  const isWhole = whole === 'all' || whole.length > 0 || audiences.some((audience) => audience < 0)
  return isWhole || readers === 'everyone' ? null : audiences
}

/** True when this person may read restricted entries, and restricted fields, of this unit. */
export const readsRestrictedOf = (actor: Actor, unitId: number): boolean =>
  may(actor, 'entry.readRestricted', { inspectionId: null, audiences: [unitId] }).allowed

/** True when this person writes entries of this register for this unit. */
export function writesEntriesOf(actor: Actor, register: Pick<Register, 'writers'>, unitId: number | null): boolean {
  if (register.writers === 'office') return actor.assignments.some(({ role }) => role === 'office')
  return may(actor, 'entry.write', unitId === null ? undefined : { inspectionId: null, audiences: [unitId] }).allowed
}
