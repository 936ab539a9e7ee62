/**
 * A file comes in as evidence of a measure: it is taken in while it flows, judged by its bytes, kept by their hash before the
 * transaction, and attached in it. What is refused leaves nothing behind.
 */
import { type Actor, assignmentFor, sightOf } from '../core/access/policy.ts'
import { cleanName } from '../core/evidence/clean-name.ts'
import { mostPerMeasure, refusesAttaching } from '../core/evidence/evidence-rules.ts'
import { judgeFile } from '../core/evidence/judge-file.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Chunks, EvidencedMeasure, Photo, Pictures, Received } from './ports/evidence.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { type EvidenceView, seen, viewOf } from './read-evidence.ts'

/** The part of a photo in which cameras write where and when it was taken. */
const headOfPhoto = 1 << 20

export type Arrival = { name: string; chunks: Chunks }
export type Attached = { evidence: EvidenceView; repeated: boolean }

/**
 * @param wish.targetId what of the measure it proves
 * @returns the piece; when the same bytes were there already, that one
 * @throws Refusal `record.notFound`, `access.…`, `evidence.…`, `file.store…`
 */
export async function attachEvidence(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  arrive: () => Promise<Arrival>,
  wish: { targetId: number | null; submissionId: string; language: Language },
): Promise<Attached> {
  const { data, files, pictures } = outside
  const actor = permit(visitor, 'evidence.attach')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  // Asked before the bytes are taken in, and once more under lock.
  mayAttach(visitor, actor, await data.read.evidence.measure(scope, measureId))
  const { name: given, chunks } = await arrive()
  const received = await files.receive(chunks)
  try {
    const cleaned = cleanName(given)
    if (received.size === 0) throw new Refusal('evidence.empty', { name: cleaned })
    const { name, mediaType } = judgeFile(received.type, cleaned)
    const photo = mediaType.startsWith('image/') ? await photoOf(pictures, received, mediaType, name) : null
    await received.keep()
    const at = outside.now()
    const submission = { id: wish.submissionId, act: `evidence.attach ${measureId}`, personId: actor.personId, at }
    const work = (stores: Stores) =>
      stores.submissions.once(submission, async () => {
        const measure = mayAttach(visitor, actor, await stores.evidence.lockMeasure(measureId))
        const same = await stores.evidence.findSame(measureId, measure.cycle, received.sha256)
        if (same !== null) return { id: same, repeated: true }
        if ((await stores.evidence.count(measureId, measure.cycle)) >= mostPerMeasure)
          throw new Refusal('evidence.tooMany', { limit: mostPerMeasure })
        if (wish.targetId !== null && !(await stores.evidence.hasTarget(measureId, wish.targetId)))
          throw new Refusal('evidence.wrongTarget', { field: 'targetId' })
        const assignment = assignmentFor(actor, 'evidence.attach')
        const id = await stores.evidence.add({
          measureId,
          cycle: measure.cycle,
          targetId: wish.targetId,
          sha256: received.sha256,
          name,
          mediaType,
          size: received.size,
          photo,
          uploadedBy: actor.personId,
          onBehalfOf: assignment?.onBehalfOf ?? null,
          unitId: assignment?.unitId ?? null,
          at,
        })
        await stores.evidence.recount(measureId)
        const after = { evidenceId: id, name, mediaType, targetId: wish.targetId, sha256: received.sha256 }
        const event = eventsOf(actor, 'evidence.attach', at)
        await stores.history.append([event('evidence.attached', 'measure', measureId, { after })])
        return { id, repeated: false }
      })
    const { id, repeated } = await data.inTenant(scope, work)
    const found = await data.read.evidence.piece(scope, id)
    if (found === null) throw new Refusal('record.notFound')
    return { evidence: viewOf(actor, found.measure, found.evidence, false, wish.language), repeated }
  } finally {
    await received.drop()
  }
}

/** @throws Refusal `record.notFound` for what is out of sight, `access.…` for what may only be read, `evidence.measureClosed` */
export function mayAttach(visitor: Visitor | null, actor: Actor, found: EvidencedMeasure | null): EvidencedMeasure {
  const measure = seen(actor, found)
  permit(visitor, 'evidence.attach', measure)
  const refused = refusesAttaching(measure)
  if (refused !== null) throw new Refusal(refused)
  return measure
}

/** A picture that cannot even be measured is refused; one in a format that the component does not know is taken as it is. */
async function photoOf(pictures: Pictures, received: Received, mediaType: string, name: string): Promise<Photo> {
  const written = await pictures.photo(await received.head(headOfPhoto))
  if (mediaType === 'image/heic') return written
  return { ...written, ...(await pictures.measure(received.chunks(), name)) }
}
