/** The page of an entry: what it holds, who cites it, what refers to it, how it came about, and what its reader may do. */
import type { z } from 'zod'
import { type Actor, sightOf } from '../core/access/policy.ts'
import { readsRestrictedOf, unitsReadBy, writesEntriesOf } from '../core/access/register-sight.ts'
import type { entryPageSchema } from '../core/api/registers.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import type { Register } from '../core/registers/definition.ts'
import { ownFieldsOf } from '../core/registers/own-registers.ts'
import { shippedRegister } from '../core/registers/registers-in-force.ts'
import { openValues, readsEntry, referencesIn } from './list-entries.ts'
import { eventsOf, permit } from './permit.ts'
import type { StoredPage } from './ports/registers.ts'
import type { Outside, Visitor } from './ports.ts'
import { registersOf, theRegister } from './registers-in-force.ts'

export type EntryPage = z.infer<typeof entryPageSchema>

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function readEntry(
  { data, now }: Outside,
  visitor: Visitor | null,
  entryId: number,
  language: Language,
): Promise<EntryPage> {
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const registers = await registersOf(data, scope)
  const page = await data.read.entries.page(scope, entryId, (_, readers) => unitsReadBy(actor, readers))
  if (page === null || !readsEntry(actor, { readers: page.readers, unitId: page.unit.id }))
    throw new Refusal('record.notFound')
  const definition = theRegister(registers, page.register)
  const writtenUnder =
    page.definitionVersion === definition.version
      ? definition
      : ((await data.read.entries.versions(scope, page.register)).find(
          ({ version }) => version === page.definitionVersion,
        ) ?? definition)
  // Under either: what was restricted when it was written stays so.
  const both = { ...definition, fields: { ...writtenUnder.fields, ...definition.fields } }
  const mayReadRestricted = readsRestrictedOf(actor, page.unit.id)
  const values = mayReadRestricted ? { ...page.values } : openValues(both, page.values)
  const isRestricted =
    page.readers === 'restricted' || Object.keys(values).some((key) => both.fields[key]?.restricted === true)
  if (isRestricted)
    await data.inTenant(scope, ({ history }) =>
      history.append([
        eventsOf(actor, 'entry.readRestricted', now())('entry.read', 'entry', entryId, {
          after: { register: page.register },
        }),
      ]),
    )
  const { definitionVersion: _, readers: __, ...shown } = page
  return {
    ...shown,
    values,
    definition: viewOf(definition),
    writtenUnder: viewOf(writtenUnder),
    names: await data.read.entries.names(scope, referencesIn(both, [{ values }])),
    ...permissions(actor, definition, page, language),
  }
}

/** A register with what of it is the tenant's own. */
export function viewOf(register: Register) {
  const shipped = shippedRegister(register.key)
  return {
    ...structuredClone(register),
    own: shipped === null,
    ownFields: ownFieldsOf(shipped, register),
  } as z.infer<typeof entryPageSchema>['definition']
}

type Permission = { allowed: boolean; reason: string | null }

function permissions(
  actor: Actor,
  definition: Register,
  { unit, withdrawn }: StoredPage,
  language: Language,
): { edit: Permission; withdraw: Permission } {
  const no = (reason: string): Permission => ({ allowed: false, reason })
  const yes: Permission = { allowed: true, reason: null }
  if (!writesEntriesOf(actor, definition, unit.id)) {
    const reason =
      definition.writers === 'office'
        ? refusalSentence('entry.officeWrites', { register: definition.name }, language)
        : refusalSentence(
            writesEntriesOf(actor, definition, null) ? 'access.otherUnit' : 'access.roleMissing',
            {},
            language,
          )
    return { edit: no(reason), withdraw: no(reason) }
  }
  const struck = no(refusalSentence('entry.withdrawn', {}, language))
  return withdrawn ? { edit: struck, withdraw: yes } : { edit: yes, withdraw: yes }
}
