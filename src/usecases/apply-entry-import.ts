/** Writes what a preview showed: all of it, or nothing. */
import { sightOf } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { KeptImport } from './ports/exchange.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { registersIn, theRegister } from './registers-in-force.ts'
import { writeEntries } from './write-entries.ts'

/** @throws Refusal `exchange.…`, and as {@link writeEntries} */
export async function applyEntryImport(
  { data, secrets, now }: Outside,
  visitor: Visitor | null,
  key: string,
  { token, submissionId }: { token: string; submissionId: string },
): Promise<{ created: number; updated: number; same: number }> {
  const actor = permit(visitor, 'entry.write')
  const at = now()
  const submission = { id: submissionId, act: `entry.import ${key}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const registers = await registersIn(stores)
      const register = theRegister(registers, key)
      const kept = await stores.exchange.take(secrets.digest(token), actor.personId, at)
      if (kept === null || kept.register !== key) throw new Refusal('exchange.gone')
      if (kept.definitionVersion !== register.version) throw new Refusal('exchange.definitionChanged')
      await refuseChanged(stores, key, kept)
      const written = await writeEntries(
        { visitor, actor, stores, registers, at },
        kept.writes.map(({ row, id, version, kind, unitId, values, aggregate }) => ({
          entry: id === null ? null : { id, version },
          register: key,
          kind,
          unitId,
          values,
          aggregate,
          source: { sheet: kept.fileName, row },
        })),
      )
      const count = (change: (typeof written)[number]['change']): number =>
        written.filter((entry) => entry.change === change).length
      const counts = { created: count('created'), updated: count('changed'), same: kept.same + count('same') }
      await stores.history.append([
        eventsOf(actor, 'entry.write', at)('entries.imported', 'register', actor.tenantId, {
          after: { register: key, file: kept.fileName, ...counts },
        }),
      ])
      return counts
    }),
  )
}

/** Of many rows it is said which. */
async function refuseChanged({ exchange }: Stores, register: string, { writes }: KeptImport): Promise<void> {
  const seen = new Map(writes.flatMap(({ id, version, row }) => (id === null ? [] : [[id, { version, row }]])))
  for (const { id, version, title } of await exchange.current(register, [...seen.keys()])) {
    const shown = seen.get(id)
    if (shown !== undefined && shown.version !== version)
      throw new Refusal('exchange.rowChanged', { row: shown.row, title })
  }
}
