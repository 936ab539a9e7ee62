/** The evidence of a measure, with what its reader may do. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { evidenceListSchema, evidenceSchema } from '../core/api/evidence.ts'
import {
  isOlderThanFeedback,
  refusesAttaching,
  refusesChange,
  refusesWithdrawal,
} from '../core/evidence/evidence-rules.ts'
import { kindOf } from '../core/evidence/file-type.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, type RefusalCode, refusalSentence } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { EvidencedMeasure, StoredEvidence } from './ports/evidence.ts'
import type { Outside, Visitor } from './ports.ts'

export type EvidenceView = z.infer<typeof evidenceSchema>

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function listEvidence(
  { data, pictures }: Outside,
  visitor: Visitor | null,
  measureId: number,
  { language, limitMb }: { language: Language; limitMb: number },
): Promise<z.infer<typeof evidenceListSchema>> {
  const actor = permit(visitor, 'evidence.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const [found, evidence] = await Promise.all([
    data.read.evidence.measure(scope, measureId),
    data.read.evidence.ofMeasure(scope, measureId),
  ])
  const measure = seen(actor, found)
  const befores = new Set(evidence.flatMap(({ beforeId }) => beforeId ?? []))
  return {
    evidence: evidence.map((piece) => viewOf(actor, measure, piece, befores.has(piece.id), language)),
    cycle: measure.cycle,
    feedbackOn: measure.feedbackOn,
    attach: answer(roleRefuses(actor, measure) ?? refusesAttaching(measure), language),
    limitMb,
    pictures: await pictures.ready(),
  }
}

/**
 * The measure, when the policy lets its evidence be read: the database's wall counts units over all inspections together.
 * @throws Refusal `record.notFound`
 */
export function seen(actor: Actor, measure: EvidencedMeasure | null): EvidencedMeasure {
  if (measure === null || !may(actor, 'evidence.read', measure).allowed) throw new Refusal('record.notFound')
  return measure
}

/** A piece as its reader gets it. @param isBefore another photo shows the state after this one */
export function viewOf(
  actor: Actor,
  measure: EvidencedMeasure,
  stored: StoredEvidence,
  isBefore: boolean,
  language: Language,
): EvidenceView {
  const refused = roleRefuses(actor, measure)
  const { endorsed: _, ...piece } = stored
  return {
    ...piece,
    kind: kindOf(piece.mediaType),
    olderThanFeedback: isOlderThanFeedback(piece.photo?.takenAt ?? null, measure.feedbackOn, isBefore),
    edit: answer(refused ?? refusesChange(measure, stored), language),
    withdraw: answer(refused ?? refusesWithdrawal(measure, stored), language),
  }
}

function roleRefuses(actor: Actor, measure: EvidencedMeasure): RefusalCode | null {
  const given = may(actor, 'evidence.attach', measure)
  return given.allowed ? null : `access.${given.reason}`
}

const answer = (code: RefusalCode | null, language: Language): { allowed: boolean; reason: string | null } => ({
  allowed: code === null,
  reason: code === null ? null : refusalSentence(code, {}, language),
})
