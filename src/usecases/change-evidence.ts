/** Words, target and pair of a piece of evidence; and its withdrawal, which strikes it out and keeps it. */
import { sightOf } from '../core/access/policy.ts'
import { refusesChange, refusesWithdrawal } from '../core/evidence/evidence-rules.ts'
import { kindOf } from '../core/evidence/file-type.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { EvidencedMeasure, EvidenceStore, StoredEvidence } from './ports/evidence.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { type EvidenceView, seen, viewOf } from './read-evidence.ts'

type Wish = { caption?: string | null; targetId?: number | null; beforeId?: number | null }

/** @throws Refusal `record.notFound`, `access.…`, `evidence.frozen`, `.withdrawn`, `.measureClosed`, `.wrongTarget`, `.wrongPair` */
export async function changeEvidence(
  outside: Outside,
  visitor: Visitor | null,
  evidenceId: number,
  wish: Wish,
  language: Language,
): Promise<EvidenceView> {
  const at = outside.now()
  return enter(outside, visitor, evidenceId, language, async ({ stores, measure, piece, event }) => {
    const refused = refusesChange(measure, piece)
    if (refused !== null) throw new Refusal(refused)
    if (wish.targetId != null && !(await stores.evidence.hasTarget(measure.measureId, wish.targetId)))
      throw new Refusal('evidence.wrongTarget', { field: 'targetId' })
    if (wish.beforeId != null) await mustPair(stores.evidence, measure, piece, wish.beforeId)
    const fields = { ...wish, ...(wish.caption === '' && { caption: null }) }
    const changed = (Object.keys(fields) as (keyof Wish)[]).filter(
      (field) => fields[field] !== undefined && fields[field] !== piece[field],
    )
    if (changed.length === 0) return
    const side = (of: Wish) => Object.fromEntries(changed.map((field) => [field, of[field] ?? null]))
    await stores.evidence.change(evidenceId, fields)
    const named = { evidenceId, name: piece.name }
    await stores.history.append([
      event(at)('evidence.changed', 'measure', measure.measureId, {
        before: { ...named, ...side(piece) },
        after: { ...named, ...side(fields) },
      }),
    ])
  })
}

/** @throws Refusal as above, and `evidence.endorsed` */
export async function withdrawEvidence(
  outside: Outside,
  visitor: Visitor | null,
  evidenceId: number,
  wish: { reason: string; submissionId: string },
  language: Language,
): Promise<EvidenceView> {
  const at = outside.now()
  return enter(outside, visitor, evidenceId, language, async ({ stores, measure, piece, event, personId }) => {
    const submission = { id: wish.submissionId, act: `evidence.withdraw ${evidenceId}`, personId, at }
    await stores.submissions.once(submission, async () => {
      const refused = refusesWithdrawal(measure, piece)
      if (refused !== null) throw new Refusal(refused)
      await stores.evidence.withdraw(evidenceId, personId, wish.reason, at)
      await stores.evidence.recount(measure.measureId)
      const after = { evidenceId, name: piece.name, mediaType: piece.mediaType, targetId: piece.targetId }
      await stores.history.append([
        event(at)('evidence.withdrawn', 'measure', measure.measureId, { after, reason: wish.reason }),
      ])
      return null
    })
  })
}

type Entered = {
  stores: Stores
  measure: EvidencedMeasure
  piece: StoredEvidence
  personId: number
  event: (at: Date) => ReturnType<typeof eventsOf>
}

/** Works on a piece in a transaction that holds its measure, and gives the piece as it is afterwards. */
async function enter(
  { data }: Outside,
  visitor: Visitor | null,
  evidenceId: number,
  language: Language,
  work: (entered: Entered) => Promise<void>,
): Promise<EvidenceView> {
  const actor = permit(visitor, 'evidence.attach')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  return data.inTenant(scope, async (stores) => {
    const found = await stores.evidence.find(evidenceId)
    const measure = seen(actor, found && (await stores.evidence.lockMeasure(found.measureId)))
    permit(visitor, 'evidence.attach', measure)
    const piece = await theOne(stores.evidence, evidenceId)
    const event = (at: Date) => eventsOf(actor, 'evidence.attach', at)
    await work({ stores, measure, piece, personId: actor.personId, event })
    const isBefore = (await stores.evidence.findAfter(evidenceId)) !== null
    return viewOf(actor, measure, await theOne(stores.evidence, evidenceId), isBefore, language)
  })
}

async function theOne(evidence: EvidenceStore, evidenceId: number): Promise<StoredEvidence> {
  const piece = await evidence.find(evidenceId)
  if (piece === null) throw new Refusal('record.notFound')
  return piece
}

/** Two pictures of one cycle of one measure, neither of them in another pair. */
async function mustPair(
  evidence: EvidenceStore,
  measure: EvidencedMeasure,
  after: StoredEvidence,
  beforeId: number,
): Promise<void> {
  const before = await evidence.find(beforeId)
  const held = await evidence.findAfter(beforeId)
  const fits =
    before !== null &&
    before.id !== after.id &&
    before.measureId === measure.measureId &&
    before.cycle === measure.cycle &&
    before.withdrawn === null &&
    before.beforeId === null &&
    [before, after].every(({ mediaType }) => kindOf(mediaType) === 'image') &&
    (held === null || held === after.id) &&
    (await evidence.findAfter(after.id)) === null
  if (!fits) throw new Refusal('evidence.wrongPair', { field: 'beforeId' })
}
