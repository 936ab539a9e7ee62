/** A page of a register; and entries found while typing. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import { readsRestrictedOf, unitsReadBy } from '../core/access/register-sight.ts'
import type { entryQuerySchema, entryRowSchema, namesSchema } from '../core/api/registers.ts'
import type { Register } from '../core/registers/definition.ts'
import { entryQueryOf } from '../core/registers/entry-query.ts'
import type { Values } from '../core/registers/read-values.ts'
import { referencesOf } from '../core/registers/references-of.ts'
import { eventsOf, permit } from './permit.ts'
import type { FoundEntry, ListPlace } from './ports/registers.ts'
import type { Outside, Visitor } from './ports.ts'
import { registersOf, theRegister } from './registers-in-force.ts'

export type EntryRow = z.infer<typeof entryRowSchema>
export type EntryListPage = { rows: EntryRow[]; names: z.infer<typeof namesSchema>; nextCursor: string | null }

/**
 * Restricted fields are not for lists, but in a register that is restricted as a whole; that reading is logged.
 * @throws Refusal `record.notFound`, `access.…`, `request.invalid`, `ledger.badCursor`
 */
export async function listEntries(
  { data, now }: Outside,
  visitor: Visitor | null,
  key: string,
  query: z.infer<typeof entryQuerySchema>,
  place: ListPlace,
): Promise<EntryListPage> {
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const register = theRegister(await registersOf(data, scope), key)
  if (register.readers === 'restricted') permit(visitor, 'entry.readRestricted')
  const units = unitsReadBy(actor, register.readers)
  const { rows: stored, nextCursor } = await data.read.entries.list(scope, entryQueryOf(register, query), units, place)
  const rows = stored.map((row) => ({
    ...row,
    values: register.readers === 'restricted' ? row.values : openValues(register, row.values),
  }))
  if (register.readers === 'restricted' && rows.length > 0)
    await data.inTenant(scope, ({ history }) =>
      history.append([
        eventsOf(actor, 'entry.readRestricted', now())('entry.read', 'register', actor.tenantId, {
          after: { register: key, entryIds: rows.map(({ id }) => id) },
        }),
      ]),
    )
  return { rows, names: await data.read.entries.names(scope, referencesIn(register, rows)), nextCursor }
}

/** Without what is restricted; of a field that the definition no longer has, what is not known to be open is left out. */
export const openValues = (register: Pick<Register, 'fields'>, values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => register.fields[key]?.restricted === undefined))

export function referencesIn(register: Pick<Register, 'fields'>, rows: readonly { values: Values }[]) {
  const all = rows.map(({ values }) => referencesOf(register, values))
  return {
    units: [...new Set(all.flatMap(({ units }) => units))],
    people: [...new Set(all.flatMap(({ people }) => people))],
    entries: all.flatMap(({ entries }) => entries),
  }
}

/** @param asked keys of registers; all without. Restricted ones are found by whoever may read them. */
export async function findEntries(
  { data }: Outside,
  visitor: Visitor | null,
  { q, registers: asked, limit }: { q: string; registers: readonly string[]; limit: number },
): Promise<{ entries: FoundEntry[] }> {
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const registers = [...(await registersOf(data, scope)).values()]
    .filter(({ key }) => asked.length === 0 || asked.includes(key))
    .filter(({ readers }) => readers !== 'restricted' || may(actor, 'entry.readRestricted').allowed)
    .map(({ key, readers }) => ({ key, units: unitsReadBy(actor, readers) }))
  const words = q.split(/\s+/).filter((word) => word !== '')
  const entries = await data.read.entries.find(scope, { words, registers, personId: actor.personId, limit })
  return { entries }
}

/** True when this person may open the entry. */
export const readsEntry = (
  actor: Actor,
  { readers, unitId }: { readers: Register['readers']; unitId: number },
): boolean => may(actor, 'entry.read').allowed && (readers !== 'restricted' || readsRestrictedOf(actor, unitId))
