/** Asks for a later date, for the move to long-term, or for a measure to be struck as not holding; two others decide. */
import type { z } from 'zod'
import type { lifeContracts } from '../core/api/life.ts'
import type { MeasureLife } from '../core/measure/life.ts'
import { mayRaise, ruleOf } from '../core/measure/offers.ts'
import { partiesNamed } from '../core/measure/parties.ts'
import { requestNames } from '../core/measure/words.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Sentence } from '../core/sentence.ts'
import { type Entered, onMeasure } from './on-measure.ts'
import { eventsOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { tellParties } from './tell-people.ts'

export type RequestWish = z.output<(typeof lifeContracts)['POST /api/measures/:id/requests']['body']>

/** @throws Refusal `life.…`, `record.changedMeanwhile`, `record.notFound` */
export async function raiseRequest(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  wish: RequestWish,
  language: Language,
): Promise<{ requestId: number; version: number; sentence: string }> {
  const doing = { action: 'measure.request', visitor, wish, name: `request.${wish.kind} ${measureId}` } as const
  const raised = await onMeasure(outside, doing, measureId, (measure, entered) => raise(measure, wish, entered))
  return { ...raised, sentence: raised.sentence[language] }
}

async function raise(measure: MeasureLife, wish: RequestWish, entered: Entered) {
  const { actor, stores, at, today } = entered
  const { assignment, reason: refused } = mayRaise(measure, wish.kind, actor, today)
  if (refused !== null) throw new Refusal(refused.code, refused.facts)
  const asked = { ...checked(measure, wish, today), previousDueOn: wish.kind === 'extend' ? measure.dueOn : null }
  const requestId = await stores.life.addRequest({
    personId: actor.personId,
    onBehalfOf: assignment.onBehalfOf ?? null,
    at,
    measureId: measure.id,
    inspectionId: measure.inspectionId,
    cycle: measure.cycle,
    kind: wish.kind,
    reason: wish.reason,
    ...asked,
  })
  const version = await stores.life.move(measure.id, { at })
  await stores.history.append([
    eventsOf(actor, 'measure.request', at, assignment)('request.raised', 'measure', measure.id, {
      after: { requestId, kind: wish.kind, ...asked },
      reason: wish.reason,
    }),
  ])
  const { endorse } = ruleOf(wish.kind)
  const name = requestNames[wish.kind]
  await tellParties(entered, measure, endorse, 'request.awaitsYou', { request: name })
  const who = partiesNamed(endorse, measure.settings)
  const sentence: Sentence = {
    zh: `措施 ${measure.number} 已提出${name.zh}申请，等待${who.zh}审核。`,
    en: `Measure ${measure.number}: ${name.en} asked for; it waits for ${who.en}.`,
  }
  return { requestId, version, sentence }
}

function checked(measure: MeasureLife, wish: RequestWish, today: string) {
  const { needs } = ruleOf(wish.kind)
  const progress = wish.progress || null
  const basis = wish.basis || null
  const day = wish.day ?? null
  if ([...wish.reason].length < 10) throw new Refusal('life.reasonTooShort', { field: 'reason' })
  if (needs.includes('progress') && progress === null) throw new Refusal('life.progressMissing', { field: 'progress' })
  if (needs.includes('basis') && basis === null) throw new Refusal('life.basisMissing', { field: 'basis' })
  if (needs.includes('reviewDay') && (day === null || day <= today))
    throw new Refusal('life.reviewDay', { field: 'day' })
  if (needs.includes('laterDay') && (day === null || day <= (measure.dueOn ?? '')))
    throw new Refusal('life.extendDay', { field: 'day', due: measure.dueOn ?? '' })
  return {
    progress: needs.includes('progress') ? progress : null,
    basis: needs.includes('basis') ? basis : null,
    day: needs.includes('reviewDay') || needs.includes('laterDay') ? day : null,
  }
}
