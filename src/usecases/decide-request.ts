/** A request is endorsed by one, approved by another, refused by either, or taken back by whoever asked. */
import type { z } from 'zod'
import type { lifeContracts } from '../core/api/life.ts'
import type { Act } from '../core/history/acts.ts'
import type { MeasureLife, MeasureRequest, RequestState } from '../core/measure/life.ts'
import { mayDecide, ruleOf } from '../core/measure/offers.ts'
import type { MeasureStatus } from '../core/measure/status.ts'
import { type Decision, decisionNames, requestNames } from '../core/measure/words.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Sentence } from '../core/sentence.ts'
import { followStatus } from './follow-status.ts'
import { type Entered, onMeasure } from './on-measure.ts'
import { followObligations } from './open-report-week.ts'
import { eventsOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { tell, tellParties, tellReady } from './tell-people.ts'

export type DecisionWish = z.output<(typeof lifeContracts)['POST /api/requests/:id/decisions']['body']>

const states = {
  endorse: 'endorsed',
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<Decision, RequestState>

/** @throws Refusal `life.…`, `record.changedMeanwhile`, `record.notFound` */
export async function decideRequest(
  outside: Outside,
  visitor: Visitor | null,
  requestId: number,
  wish: DecisionWish,
  language: Language,
): Promise<{ version: number; sentence: string }> {
  const doing = { action: 'measure.decide', visitor, wish, name: `request.${wish.decision} ${requestId}` } as const
  const decided = await onMeasure(
    outside,
    doing,
    ({ life }) => life.measureOfRequest(requestId),
    (measure, entered) => {
      const request = measure.requests.find(({ id }) => id === requestId)
      // Of an earlier cycle: it is history.
      if (request === undefined) throw new Refusal('life.requestClosed')
      return decide(measure, request, wish, entered)
    },
  )
  return { version: decided.version, sentence: decided.sentence[language] }
}

async function decide(measure: MeasureLife, request: MeasureRequest, wish: DecisionWish, entered: Entered) {
  const { actor, stores, at } = entered
  const { decision } = wish
  const { assignment, reason: refused } = mayDecide(measure, request, decision, actor)
  if (refused !== null) throw new Refusal(refused.code, refused.facts)
  const note = wish.note || null
  if (decision === 'refuse' && [...(note ?? '')].length < 10)
    throw new Refusal('life.reasonTooShort', { field: 'note' })
  const by = { personId: actor.personId, onBehalfOf: assignment.onBehalfOf ?? null, at }
  const state = states[decision]
  await stores.life.decide({ ...by, requestId: request.id, measureId: measure.id, decision, note, state })
  const change: Change = decision === 'approve' ? changeBy(measure, request) : {}
  const version = await stores.life.move(measure.id, { ...change, at })
  const { status } = change
  const lapsed = status === undefined ? [] : await stores.life.lapseRequests(measure.id)
  const { kind } = request
  const act: Act = `request.${state}`
  await stores.history.append([
    eventsOf(actor, 'measure.decide', at, assignment)(act, 'measure', measure.id, {
      before: decision === 'approve' ? { status: measure.status, dueOn: measure.dueOn } : null,
      after: { requestId: request.id, kind, ...change, ...(lapsed.length > 0 && { lapsedRequests: lapsed }) },
      reason: note,
    }),
  ])
  if (status !== undefined) await followObligations(stores, measure.inspectionId, [measure.id], at)
  if (decision === 'approve') await followStatus(entered, measure)
  if (status !== undefined) await tellReady(entered, measure)
  const name = requestNames[kind]
  if (decision === 'endorse')
    await tellParties(entered, measure, ruleOf(kind).approve, 'request.awaitsYou', { request: name })
  else if (decision !== 'withdraw') {
    const raisers = [
      request.raised.person.id,
      ...(request.raised.onBehalfOf === null ? [] : [request.raised.onBehalfOf.id]),
    ]
    await tell(entered, measure, raisers, 'request.decided', { request: name, decision: decisionNames[decision] })
  }
  const sentence: Sentence = {
    zh: `措施 ${measure.number} 的${name.zh}申请：${decisionNames[decision].zh}。`,
    en: `Measure ${measure.number}, ${name.en}: ${decisionNames[decision].en}.`,
  }
  return { version, sentence }
}

type Change = { status?: MeasureStatus; dueOn?: string; reviewOn?: string | null }

/** What the approval of a request does to its measure. */
function changeBy({ dueOn }: MeasureLife, { kind, day }: MeasureRequest): Change {
  if (kind === 'extend') {
    // Another extension may have been approved since it was asked for.
    if (day === null || day <= (dueOn ?? '')) throw new Refusal('life.extendDay', { due: dueOn ?? '' })
    return { dueOn: day }
  }
  const { to } = ruleOf(kind)
  return { ...(to !== null && { status: to }), ...(kind === 'settle' && { reviewOn: day }) }
}
