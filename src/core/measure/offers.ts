/**
 * What may be done with a measure now, by this person, and why not otherwise. Pages draw their buttons from it; the acts
 * themselves ask the same and refuse in the same words.
 */
import type { Actor, Assignment } from '../access/policy.ts'
import type { Facts, RefusalCode } from '../refusal.ts'
import type { Sentence } from '../sentence.ts'
import type { MeasureAct, RequestKind } from './acts.ts'
import { isPending, type MeasureLife, type MeasureRequest, requestDone, stepsDone } from './life.ts'
import { assignmentsAs, conflictWith, type Done, partiesNamed, partNames, type Responsible } from './parties.ts'
import type { MeasureStatus } from './status.ts'
import { type Party, type RequestRule, requestRules, type Transition, transitions } from './transitions.ts'
import { actNames, type Decision, decisionNames, requestNames, statusNames } from './words.ts'

export type Reason = { code: RefusalCode; facts: Facts }
export type Missing = {
  code: 'noEvidence' | 'targetShort' | 'noMeasure' | 'openMeasures'
  sentence: Sentence
  targetId: number | null
}
/** Allowed under an assignment, or refused for a reason. */
export type Answer = { assignment: Assignment; reason: null } | { assignment: null; reason: Reason }
export type Offer = Answer & { act: MeasureAct; to: MeasureStatus; missing: readonly Missing[] }

export const refused = (code: RefusalCode, facts: Facts = {}): Answer => ({ assignment: null, reason: { code, facts } })

/** The row of the table that an act takes from the status the measure has. */
export const transitionOf = (measure: MeasureLife, act: MeasureAct): Transition | null =>
  transitions.find(
    (each) => each.act === act && each.from === measure.status && (each.shortChain !== true || isShort(measure)),
  ) ?? null

const isShort = ({ kind, settings }: MeasureLife): boolean => kind === 'immediate' && settings.shortChainForImmediate

/** Acts from the status that the measure has, in the order of the table. */
export function offersFor(measure: MeasureLife, actor: Actor): Offer[] {
  const acts = [...new Set(transitions.filter(({ from }) => from === measure.status).map(({ act }) => act))]
  return acts.map((act) => offerOf(measure, act, actor))
}

export function offerOf(measure: MeasureLife, act: MeasureAct, actor: Actor): Offer {
  const rule = transitionOf(measure, act)
  if (rule === null) {
    const facts = { status: statusNames[measure.status], act: actNames[act] }
    return { act, to: measure.status, missing: [], ...refused('life.wrongStatus', facts) }
  }
  const { to, who, apart, needs } = rule
  const missing = needs.includes('evidence') ? missingFor(measure) : []
  const done = stepsDone(measure).filter(({ part }) => apart.includes(part))
  let answer = byWhom(measure, who, actor, actNames[act], done)
  if (answer.reason === null && act === 'docket') answer = refused('life.docketWithPlan')
  const blocking = missing.filter(({ code }) => code !== 'targetShort')
  if (answer.reason === null && blocking.length > 0)
    answer = refused('life.missing', { act: actNames[act], missing: joined(blocking) })
  return { act, to, missing, ...answer }
}

/** One of these parties, and apart from whoever did the parts before. */
export function byWhom(
  measure: Pick<MeasureLife, keyof Responsible | 'settings' | 'deputations'>,
  who: readonly Party[],
  actor: Actor,
  act: Sentence,
  done: readonly Done[],
): Answer {
  const named = partiesNamed(who, measure.settings)
  const held = who.flatMap((party) => assignmentsAs(party, actor, measure, measure.settings))
  const [first] = held
  if (first === undefined) return refused('life.notYours', { act, who: named })
  const judged = held.map((assignment) => ({
    assignment,
    conflict: conflictWith(actor, assignment, done, measure.deputations),
  }))
  const free = judged.find(({ conflict }) => conflict === null)
  if (free !== undefined) return { assignment: free.assignment, reason: null }
  const conflict = judged[0]?.conflict
  return conflict == null
    ? refused('life.notYours', { act, who: named })
    : refused(`life.${conflict.how}`, { part: partNames[conflict.part], act, who: named })
}

/** What an application still lacks, each with the target it is about. Only what is short of a quantity can be explained. */
function missingFor({ targets, evidence }: MeasureLife): Missing[] {
  if (evidence === 0 && targets.length === 0)
    return [{ code: 'noEvidence', targetId: null, sentence: { zh: '还没有佐证', en: 'there is no evidence yet' } }]
  return targets.flatMap((target, index): Missing[] => {
    const place = index + 1
    const { id: targetId, quantity, reached, unit } = target
    const found: Missing[] = []
    if (target.evidence === 0)
      found.push({
        code: 'noEvidence',
        targetId,
        sentence: { zh: `第 ${place} 个目标还没有佐证`, en: `target ${place} has no evidence` },
      })
    if (quantity !== null && (reached ?? 0) < quantity)
      found.push({
        code: 'targetShort',
        targetId,
        sentence: {
          zh: `第 ${place} 个目标要求 ${quantity} ${unit ?? ''}，累计 ${reached ?? 0}，申请时要说明`,
          en: `target ${place} asks for ${quantity} ${unit ?? ''}, ${reached ?? 0} reached: explain when you apply`,
        },
      })
    return found
  })
}

const joined = (missing: readonly Missing[]): Sentence => ({
  zh: missing.map(({ sentence }) => sentence.zh).join('；'),
  en: missing.map(({ sentence }) => sentence.en).join('; '),
})

export const ruleOf = (kind: RequestKind): RequestRule => {
  const rule = requestRules.find((each) => each.kind === kind)
  if (rule === undefined) throw new RangeError(`no rule for ${kind}`)
  return rule
}

export type RequestOffer = Answer & { kind: RequestKind }

/** Requests that can be raised from the status that the measure has. */
export function requestOffersFor(measure: MeasureLife, actor: Actor, today: string): RequestOffer[] {
  return requestRules
    .filter(({ from }) => from.includes(measure.status))
    .map(({ kind }) => ({ kind, ...mayRaise(measure, kind, actor, today) }))
}

export function mayRaise(measure: MeasureLife, kind: RequestKind, actor: Actor, today: string): Answer {
  const { from, raise, needs } = ruleOf(kind)
  const named = requestNames[kind]
  const act: Sentence = { zh: `申请${named.zh}`, en: `request: ${named.en}` }
  if (!from.includes(measure.status)) return refused('life.wrongStatus', { status: statusNames[measure.status], act })
  const answer = byWhom(measure, raise, actor, act, [])
  if (answer.reason !== null) return answer
  if (measure.requests.some((request) => request.kind === kind && isPending(request)))
    return refused('life.requestPending', { kind: named })
  if (needs.includes('beforeDue')) {
    if (measure.dueOn === null) return refused('life.noDueDate')
    if (measure.dueOn < today) return refused('life.extendTooLate', { due: measure.dueOn })
  }
  return answer
}

export type DecisionOffer = Answer & { decision: Decision }

/** Decisions on a request that is pending: the two of its step, and taking it back. */
export function decisionOffersFor(measure: MeasureLife, request: MeasureRequest, actor: Actor): DecisionOffer[] {
  if (!isPending(request)) return []
  const step: Decision = request.state === 'raised' ? 'endorse' : 'approve'
  return ([step, 'refuse', 'withdraw'] as const).map((decision) => ({
    decision,
    ...mayDecide(measure, request, decision, actor),
  }))
}

export function mayDecide(measure: MeasureLife, request: MeasureRequest, decision: Decision, actor: Actor): Answer {
  if (!isPending(request)) return refused('life.requestClosed')
  const rule = ruleOf(request.kind)
  const named = requestNames[request.kind]
  const act: Sentence = {
    zh: `${decisionNames[decision].zh}${named.zh}申请`,
    en: `${decisionNames[decision].en}: ${named.en}`,
  }
  if (decision === 'withdraw') return mayTakeBack(measure, request, actor, rule.raise, act)
  const step = request.state === 'raised' ? 'endorse' : 'approve'
  if (decision !== 'refuse' && decision !== step) return refused('life.requestStep')
  const answer = byWhom(measure, rule[step], actor, act, decision === 'refuse' ? [] : requestDone(request))
  if (answer.reason === null && decision === 'approve' && !rule.from.includes(measure.status))
    return refused('life.wrongStatus', { status: statusNames[measure.status], act })
  return answer
}

/** The one who asked, or for whom it was asked, or who stands in for one of them. */
function mayTakeBack(
  measure: MeasureLife,
  { raised }: MeasureRequest,
  actor: Actor,
  parties: readonly Party[],
  act: Sentence,
): Answer {
  const raisers = [raised.person.id, ...(raised.onBehalfOf === null ? [] : [raised.onBehalfOf.id])]
  const assignment = parties
    .flatMap((party) => assignmentsAs(party, actor, measure, measure.settings))
    .find((held) => raisers.includes(held.onBehalfOf ?? actor.personId) || raisers.includes(actor.personId))
  return assignment === undefined
    ? refused('life.notYours', { act, who: partNames.raise })
    : { assignment, reason: null }
}
