/** Files of entries: taken in before the entry is saved, and given to those who may open it. */
import { sightOf } from '../core/access/policy.ts'
import { cleanName } from '../core/evidence/clean-name.ts'
import { judgeFile } from '../core/evidence/judge-file.ts'
import { Refusal } from '../core/refusal.ts'
import type { EntryFile } from '../core/registers/field.ts'
import type { Arrival } from './attach-evidence.ts'
import { type FileWish, type GivenFile, giveFile } from './give-file.ts'
import { readsEntry } from './list-entries.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/**
 * Nobody sees it but whoever sent it, until an entry is saved that names it.
 * @throws Refusal `access.…`, `evidence.…`, `file.store…`
 */
export async function takeEntryFile(
  { data, files, pictures, now }: Outside,
  visitor: Visitor | null,
  arrive: () => Promise<Arrival>,
): Promise<EntryFile> {
  const actor = permit(visitor, 'entry.write')
  const { name: given, chunks } = await arrive()
  const received = await files.receive(chunks)
  try {
    const cleaned = cleanName(given)
    if (received.size === 0) throw new Refusal('evidence.empty', { name: cleaned })
    const { name, mediaType } = judgeFile(received.type, cleaned)
    // A picture that cannot even be measured is refused here, and not when somebody wants to see it.
    if (mediaType.startsWith('image/') && mediaType !== 'image/heic') await pictures.measure(received.chunks(), name)
    await received.keep()
    const file = { sha256: received.sha256, name, mediaType, size: received.size }
    await data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, ({ entries }) =>
      entries.takeFile(file, actor.personId, now()),
    )
    return file
  } finally {
    await received.drop()
  }
}

/** @throws Refusal `record.notFound` for what the visitor may not see, `evidence.noPicture`, `file.…` */
export async function giveEntryFile(
  outside: Outside,
  visitor: Visitor | null,
  entryId: number,
  sha256: string,
  wish: FileWish,
): Promise<GivenFile> {
  const { data } = outside
  const actor = permit(visitor, 'entry.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const file = await data.read.entries.file(scope, entryId, sha256)
  if (file === null || !readsEntry(actor, file)) throw new Refusal('record.notFound')
  return giveFile(outside, visitor, actor, file, wish, (given, at) =>
    data.inTenant(scope, ({ history }) =>
      history.append([
        eventsOf(actor, 'entry.read', at)('entry.downloaded', 'entry', entryId, {
          after: { name: file.name, sha256, given },
        }),
      ]),
    ),
  )
}
