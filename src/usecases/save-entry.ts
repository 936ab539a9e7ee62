/** An entry is filled in, or changed. */
import { sightOf } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { registersIn } from './registers-in-force.ts'
import { type EntryWish, type WrittenEntry, writeEntries } from './write-entries.ts'

type Wish = Omit<EntryWish, 'entry' | 'register' | 'drawn' | 'source'> & { submissionId: string }

/** @throws Refusal as {@link writeEntries} */
export const createEntry = (
  outside: Outside,
  visitor: Visitor | null,
  register: string,
  wish: Wish,
): Promise<WrittenEntry> =>
  save(outside, visitor, `entry.create ${register}`, wish, async () => ({ register, entry: null }))

/** @throws Refusal as {@link writeEntries} */
export const changeEntry = (
  outside: Outside,
  visitor: Visitor | null,
  entryId: number,
  { version, ...wish }: Wish & { version: number },
): Promise<WrittenEntry> =>
  save(outside, visitor, `entry.change ${entryId}`, wish, async ({ entries }) => {
    const where = await entries.place(entryId)
    if (where === null) throw new Refusal('record.notFound')
    return { register: where.register, entry: { id: entryId, version } }
  })

async function save(
  { data, now }: Outside,
  visitor: Visitor | null,
  act: string,
  { submissionId, ...wish }: Wish,
  which: (stores: Stores) => Promise<Pick<EntryWish, 'register' | 'entry'>>,
): Promise<WrittenEntry> {
  const actor = permit(visitor, 'entry.write')
  const at = now()
  const submission = { id: submissionId, act, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const writing = { visitor, actor, stores, registers: await registersIn(stores), at }
      const [written] = await writeEntries(writing, [{ ...wish, ...(await which(stores)) }])
      if (written === undefined) throw new Refusal('record.notFound')
      return written
    }),
  )
}
