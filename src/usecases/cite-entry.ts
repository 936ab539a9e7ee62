/** Citing an entry from a measure or finding, taking it away again, and what a target counts. */
import { type Actor, assignmentFor, may, sightOf } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { type CitingRecord, refusesCiting, refusesRemoval } from '../core/registers/citing.ts'
import { type Counted, refusesCounting, scaleOf } from '../core/registers/counted.ts'
import { mayOpen, seen } from './list-citations.ts'
import { eventsOf, permit } from './permit.ts'
import type { CitableEntry, CitingKind, Recounted } from './ports/citations.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

export type CiteWish = {
  entryId: number
  recordKind: CitingKind
  recordId: number
  targetId: number | null
  submissionId: string
}

/** @throws Refusal `record.notFound` also for what is out of sight, `access.…`, `citation.…` */
export async function citeEntry(
  { data, now }: Outside,
  visitor: Visitor | null,
  { entryId, recordKind, recordId, targetId, submissionId }: CiteWish,
): Promise<{ citationId: number }> {
  const actor = permit(visitor, 'citation.write')
  const at = now()
  const act = `entry.cite ${recordKind} ${recordId}`
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once({ id: submissionId, act, personId: actor.personId, at }, async () => {
      const entry = await citable(stores, actor, entryId)
      const record = seen(actor, await stores.citations.lockRecord(recordKind, recordId))
      permit(visitor, 'citation.write', record)
      const citationId = await cite(stores, actor, { entry, record, targetId, at })
      return { citationId }
    }),
  )
}

/** @throws Refusal `record.notFound`, `citation.entryWithdrawn` */
export async function citable(stores: Stores, actor: Actor, entryId: number): Promise<CitableEntry> {
  const entry = await stores.citations.lockEntry(entryId)
  if (entry === null || !may(actor, 'entry.read').allowed || !mayOpen(actor, entry))
    throw new Refusal('record.notFound')
  if (entry.withdrawn) throw new Refusal('citation.entryWithdrawn', { title: entry.title })
  return entry
}

type Citing = { entry: CitableEntry; record: CitingRecord; targetId: number | null; at: Date }

/** Within a transaction that holds entry and record. @throws Refusal `citation.measureClosed`, `.findingClosed`, `.wrongTarget` */
export async function cite(stores: Stores, actor: Actor, { entry, record, targetId, at }: Citing): Promise<number> {
  const { citations, history } = stores
  const refused = refusesCiting(record)
  if (refused !== null) throw new Refusal(refused)
  if (targetId !== null && (await targetOf(stores, record, targetId)) === null)
    throw new Refusal('citation.wrongTarget', { field: 'targetId' })
  const onBehalfOf = assignmentFor(actor, 'citation.write')?.onBehalfOf ?? null
  const id = await citations.cite({ entryId: entry.id, record, targetId, by: actor.personId, onBehalfOf, at })
  if (id === null) {
    const held = await citations.findSame(record, entry.id)
    if (held === null) throw new Error('a citation was neither made nor there')
    return held
  }
  const recounted = record.kind === 'measure' ? await citations.settleMeasures([record.id]) : []
  await history.append([citedEvent('entry.cited', actor, { entry, record, targetId, at }, recounted)])
  return id
}

/** @throws Refusal `record.notFound`, `access.…`, `citation.frozen`, `.endorsed`, `.measureClosed`, `.findingClosed` */
export async function withdrawCitation(
  { data, now }: Outside,
  visitor: Visitor | null,
  citationId: number,
  submissionId: string,
): Promise<void> {
  const actor = permit(visitor, 'citation.write')
  const at = now()
  const submission = { id: submissionId, act: `citation.withdraw ${citationId}`, personId: actor.personId, at }
  await data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const { citations, history } = stores
      const held = await citations.find(citationId)
      const record = seen(actor, held && (await citations.lockRecord(held.record.kind, held.record.id)))
      permit(visitor, 'citation.write', record)
      // Once more under lock: somebody else may have been quicker.
      const citation = await citations.find(citationId)
      if (citation === null) throw new Refusal('record.notFound')
      if (citation.withdrawn) return null
      const refused = refusesRemoval(record, citation)
      if (refused !== null) throw new Refusal(refused)
      await citations.withdraw(citationId, actor.personId, at)
      const recounted = record.kind === 'measure' ? await citations.settleMeasures([record.id]) : []
      const entry = await citations.lockEntry(citation.entryId)
      const { targetId, entryId } = citation
      await history.append([
        citedEvent('entry.uncited', actor, { entry: entry ?? { id: entryId }, record, targetId, at }, recounted),
      ])
      return null
    }),
  )
}

/** @throws Refusal `record.notFound`, `access.…`, `citation.measureClosed`, `.unknownCount`, `.otherUnit` */
export async function setCounted(
  { data, now }: Outside,
  visitor: Visitor | null,
  targetId: number,
  { counts, submissionId }: { counts: Counted | null; submissionId: string },
): Promise<{ reached: number | null }> {
  const actor = permit(visitor, 'citation.write')
  const at = now()
  const submission = { id: submissionId, act: `target.count ${targetId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const { citations, history } = stores
      const named = await citations.target(targetId)
      const record = seen(actor, named && (await citations.lockRecord('measure', named.measureId)))
      permit(visitor, 'citation.write', record)
      const refused = refusesCiting(record)
      if (refused !== null) throw new Refusal(refused)
      const before = await targetOf(stores, record, targetId)
      if (before === null) throw new Refusal('record.notFound')
      await citations.setCounted(targetId, counts && (await scaled(stores, counts, before.unit)))
      await citations.settleMeasures([record.id])
      const after = await citations.target(targetId)
      const side = ({ counts: counted, reached }: Pick<typeof before, 'counts' | 'reached'>) => ({
        targetId,
        counts: counted,
        reached,
      })
      if (after !== null && JSON.stringify(side(before)) !== JSON.stringify(side(after)))
        await history.append([
          eventsOf(actor, 'citation.write', at)('target.counted', 'measure', record.id, {
            before: side(before),
            after: side(after),
          }),
        ])
      return { reached: after?.reached ?? null }
    }),
  )
}

/** With the scale between the count and the target. @throws Refusal `citation.unknownCount`, `.otherUnit` */
export async function scaled({ citations }: Pick<Stores, 'citations'>, counts: Counted, unit: string | null) {
  const register = await citations.register(counts.register)
  const refused = refusesCounting(register, counts, unit)
  const count = register?.counts[counts.counted]
  if (refused !== null || register === null || count === undefined)
    throw new Refusal(refused ?? 'citation.unknownCount', {
      field: 'counts',
      unit: unit ?? '',
      count: count?.name ?? { zh: counts.counted, en: counts.counted },
    })
  return { ...counts, ...(scaleOf(register, count, unit) ?? { times: 1, over: 1 }) }
}

async function targetOf({ citations }: Stores, record: CitingRecord, targetId: number) {
  if (record.kind !== 'measure') return null
  const target = await citations.target(targetId)
  return target?.measureId === record.id ? target : null
}

/** On the timeline of the record. The title of a restricted entry stays out: whoever reads the measure reads this. */
function citedEvent(
  act: 'entry.cited' | 'entry.uncited',
  actor: Actor,
  { entry, record, targetId, at }: Omit<Citing, 'entry'> & { entry: Pick<CitableEntry, 'id'> & Partial<CitableEntry> },
  recounted: readonly Recounted[],
) {
  const [changed] = recounted
  return eventsOf(actor, 'citation.write', at)(act, record.kind, record.id, {
    after: {
      entryId: entry.id,
      ...(entry.register !== undefined && { register: entry.register }),
      ...(entry.title !== undefined && entry.readers !== 'restricted' && { title: entry.title }),
      ...(targetId !== null && { targetId }),
      ...(changed && { reached: changed.after }),
    },
    before: changed ? { reached: changed.before } : null,
  })
}
