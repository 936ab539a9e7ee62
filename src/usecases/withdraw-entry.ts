/** An entry is withdrawn: it stays, struck out, and counts nowhere; and put back. */
import { sightOf } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import type { Register } from '../core/registers/definition.ts'
import { eventsOf, permit } from './permit.ts'
import type { StoredEntry } from './ports/registers.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { recountCited } from './recount-cited.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { permitWriting, refuseChanged } from './write-entries.ts'

/**
 * @returns how many records go on citing it
 * @throws Refusal `record.notFound`, `access.…`, `record.changedMeanwhile`, `entry.withdrawn`
 */
export function withdrawEntry(
  outside: Outside,
  visitor: Visitor | null,
  entryId: number,
  { reason, ...wish }: { reason: string; version: number; submissionId: string },
): Promise<{ citations: number }> {
  return enter(
    outside,
    visitor,
    `entry.withdraw ${entryId}`,
    entryId,
    wish,
    async ({ stores, entry, personId, at }) => {
      if (entry.withdrawn) throw new Refusal('entry.withdrawn')
      await stores.entries.withdraw(entryId, personId, reason, at)
      return { act: 'entry.withdrawn', reason }
    },
  )
}

/** @throws Refusal as above, `entry.notWithdrawn`, `entry.aggregateOverlaps` */
export function restoreEntry(
  outside: Outside,
  visitor: Visitor | null,
  entryId: number,
  wish: { version: number; submissionId: string },
): Promise<{ citations: number }> {
  return enter(outside, visitor, `entry.restore ${entryId}`, entryId, wish, async ({ stores, entry, at }) => {
    if (!entry.withdrawn) throw new Refusal('entry.notWithdrawn')
    if (entry.aggregate !== null) {
      const found = await stores.entries.overlapping(entry, entry.aggregate, entry.projectIds, [entryId])
      if (found !== null) throw new Refusal('entry.aggregateOverlaps', found)
    }
    await stores.entries.restore(entryId, at)
    return { act: 'entry.restored', reason: null }
  })
}

type Entered = { stores: Stores; entry: StoredEntry; definition: Register; personId: number; at: Date }

async function enter(
  { data, now }: Outside,
  visitor: Visitor | null,
  name: string,
  entryId: number,
  wish: { version: number; submissionId: string },
  work: (entered: Entered) => Promise<{ act: 'entry.withdrawn' | 'entry.restored'; reason: string | null }>,
): Promise<{ citations: number }> {
  const actor = permit(visitor, 'entry.write')
  const { personId } = actor
  const at = now()
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once({ id: wish.submissionId, act: name, personId, at }, async () => {
      const where = await stores.entries.place(entryId)
      if (where === null) throw new Refusal('record.notFound')
      await stores.entries.lock(where.register, where.unitId)
      const [entry] = await stores.entries.find([entryId])
      if (entry === undefined) throw new Refusal('record.notFound')
      const definition = theRegister(await registersIn(stores), entry.register)
      permitWriting(visitor, actor, definition, entry.unitId)
      await refuseChanged(stores, entry, wish.version)
      const { act, reason } = await work({ stores, entry, definition, personId, at })
      const period = entry.aggregate ?? (entry.on === null ? null : { from: entry.on, to: entry.on })
      const covered =
        definition.aggregates && period !== null ? await stores.entries.settleCover(entry, [period], at) : []
      const event = eventsOf(actor, 'entry.write', at)
      const title = definition.readers === 'restricted' ? {} : { title: entry.title }
      await stores.history.append([
        event(act, 'entry', entryId, { after: { register: entry.register, ...title }, reason }),
      ])
      await recountCited(stores, [...new Set([entryId, ...covered])], event)
      return { citations: await stores.entries.citations(entryId) }
    }),
  )
}
