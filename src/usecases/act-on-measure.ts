/** One act in the life of a measure, as the table of transitions allows it. */
import type { z } from 'zod'
import type { measureActBodySchema } from '../core/api/life.ts'
import type { Act } from '../core/history/acts.ts'
import type { MeasureAct } from '../core/measure/acts.ts'
import type { MeasureLife, Step, TargetClaim } from '../core/measure/life.ts'
import { nextStep } from '../core/measure/next-step.ts'
import { offerOf, transitionOf } from '../core/measure/offers.ts'
import type { MeasureStatus } from '../core/measure/status.ts'
import { actNames } from '../core/measure/words.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Sentence } from '../core/sentence.ts'
import { followStatus } from './follow-status.ts'
import { type Entered, onMeasure } from './on-measure.ts'
import { followObligations } from './open-report-week.ts'
import { eventsOf } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { reopenFindings } from './reopen-findings.ts'
import { tell, tellNext, tellParties, tellReady } from './tell-people.ts'

export type ActWish = z.output<typeof measureActBodySchema>
type Acted = { status: MeasureStatus; version: number; sentence: string }

const acts: Record<MeasureAct, Act> = {
  docket: 'measure.docketed',
  start: 'measure.started',
  apply: 'measure.applied',
  endorse: 'measure.endorsed',
  verify: 'measure.verified',
  sign: 'measure.signedOff',
  return: 'measure.returned',
  review: 'measure.reviewed',
  reopen: 'measure.reopened',
}

/** @throws Refusal `life.…` in the words of the offer that the page showed, `record.changedMeanwhile`, `record.notFound` */
export async function actOnMeasure(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  wish: ActWish,
  language: Language,
): Promise<Acted> {
  const doing = { action: 'measure.act', visitor, wish, name: `measure.${wish.act} ${measureId}` } as const
  const acted = await onMeasure(outside, doing, measureId, (measure, entered) => act(measure, wish, entered))
  return { ...acted, sentence: acted.sentence[language] }
}

async function act(measure: MeasureLife, wish: ActWish, entered: Entered) {
  const { actor, stores, at, today } = entered
  const { assignment, reason, to } = offerOf(measure, wish.act, actor)
  if (reason !== null) throw new Refusal(reason.code, reason.facts)
  const said = checked(measure, wish, today)
  const by = { personId: actor.personId, onBehalfOf: assignment.onBehalfOf ?? null, at }
  const version =
    wish.act === 'reopen'
      ? await stores.life.reopen(measure.id, { reason: said.words ?? '', basis: said.basis ?? '', at })
      : await stores.life.move(measure.id, { status: to, at, ...(said.reviewOn && { reviewOn: said.reviewOn }) })
  const applicationId = await takeStep(measure, wish, said, entered, by)
  const lapsed = to === 'signedOff' || wish.act === 'reopen' ? await stores.life.lapseRequests(measure.id) : []
  const event = eventsOf(actor, 'measure.act', at, assignment)
  const events = [
    event(acts[wish.act], 'measure', measure.id, {
      before: { status: measure.status },
      after: {
        status: to,
        ...(applicationId !== null && { applicationId }),
        ...(said.targets && { targets: said.targets, selfAssessment: said.words }),
        ...(said.siteCheck !== null && { siteCheck: said.siteCheck }),
        ...(said.reviewOn !== null && { reviewOn: said.reviewOn }),
        ...(said.basis !== null && { basis: said.basis }),
        ...(wish.act === 'reopen' && { cycle: measure.cycle + 1 }),
        ...(lapsed.length > 0 && { lapsedRequests: lapsed }),
      },
      reason: said.targets ? null : said.words,
    }),
  ]
  // The short chain: what was verified is signed off with it.
  if (wish.act === 'verify' && to === 'signedOff')
    events.push(event('measure.signedOff', 'measure', measure.id, { after: { shortChain: true } }))
  await stores.history.append(events)
  // What counts in the new cycle is cited anew.
  if (wish.act === 'reopen') await stores.citations.settleMeasures([measure.id])
  if (wish.act === 'reopen') await reopenFindings(measure, said.words ?? '', entered, assignment)
  await followObligations(stores, measure.inspectionId, [measure.id], at)
  await followStatus(entered, measure)
  await tellOthers(measure, wish.act, to, said, entered)
  return { status: to, version, sentence: sentenceOf(measure, wish.act, to) }
}

const steps = ['apply', 'endorse', 'verify', 'sign', 'return'] as const satisfies readonly Step['act'][]

/** Steps towards sign-off are kept with the application. @returns the application's id */
async function takeStep(
  measure: MeasureLife,
  wish: ActWish,
  said: Said,
  { stores }: Entered,
  by: { personId: number; onBehalfOf: number | null; at: Date },
): Promise<number | null> {
  const step = steps.find((each) => each === wish.act)
  if (step === undefined) return null
  const open = step === 'apply' ? null : (measure.steps[0]?.applicationId ?? null)
  // A ledger taken over from elsewhere may stand at `applied` without anybody having applied here.
  if (step !== 'apply' && open === null) return null
  const { words, siteCheck, targets } = said
  const content = { act: step, words, siteCheck, targets: targets ?? null }
  const id = await stores.life.addStep({
    ...by,
    ...content,
    measureId: measure.id,
    cycle: measure.cycle,
    applicationId: open,
  })
  return open ?? id
}

type Said = {
  words: string | null
  siteCheck: string | null
  reviewOn: string | null
  basis: string | null
  targets: TargetClaim[] | null
}

/** What the rule asks for has been given. */
function checked(measure: MeasureLife, wish: ActWish, today: string): Said {
  const needs = transitionOf(measure, wish.act)?.needs ?? []
  const words = (needs.includes('assessment') ? wish.selfAssessment : wish.reason) || null
  const length = [...(words ?? '')].length
  if (needs.includes('assessment') && words === null)
    throw new Refusal('life.assessmentMissing', { field: 'selfAssessment' })
  if (needs.includes('missing') && length < 10) throw new Refusal('life.returnTooShort', { field: 'reason' })
  if (needs.includes('reason') && length < 10) throw new Refusal('life.reasonTooShort', { field: 'reason' })
  const basis = wish.basis || null
  if (needs.includes('basis') && basis === null) throw new Refusal('life.basisMissing', { field: 'basis' })
  const reviewOn = needs.includes('reviewDay') ? (wish.reviewOn ?? '') : null
  if (reviewOn !== null && reviewOn <= today) throw new Refusal('life.reviewDay', { field: 'reviewOn' })
  return {
    words,
    basis: needs.includes('basis') ? basis : null,
    reviewOn,
    siteCheck: (wish.act === 'verify' && wish.siteCheck) || null,
    targets: needs.includes('targets') ? claimsOf(measure, wish) : null,
  }
}

/** Every target met, or explained; met is what reports or cited entries say, where it can be counted. */
function claimsOf({ targets }: MeasureLife, wish: ActWish): TargetClaim[] {
  const given = wish.targets ?? []
  const known = new Set(targets.map(({ id }) => id))
  if (given.some(({ targetId }) => !known.has(targetId))) throw new Refusal('life.unknownTarget', { field: 'targets' })
  return targets.map(({ id, words, quantity, unit, reached, counts }, index) => {
    const claim = given.find(({ targetId }) => targetId === id)
    const explanation = claim?.explanation || null
    const place = index + 1
    if (claim?.met !== true && explanation === null)
      throw new Refusal('life.targetOpen', { field: 'targets', place, target: words || String(quantity ?? '') })
    if (quantity !== null && (reached ?? 0) < quantity && explanation === null)
      throw new Refusal(counts === null ? 'life.targetShort' : 'life.countedShort', {
        field: 'targets',
        place,
        quantity,
        unit: unit ?? '',
        reached: reached ?? 0,
      })
    return { targetId: id, met: claim?.met ?? false, explanation }
  })
}

async function tellOthers(
  measure: MeasureLife,
  act: MeasureAct,
  to: MeasureStatus,
  { words }: Said,
  entered: Entered,
): Promise<void> {
  const tells = transitionOf(measure, act)?.tells ?? []
  const kind = act === 'return' ? 'measure.returned' : 'measure.moved'
  const facts = { act: actNames[act], reason: words ?? '' }
  const applied = measure.steps[0]
  if (tells.includes('applicant') && applied !== undefined) {
    const people = [applied.person.id, ...(applied.onBehalfOf === null ? [] : [applied.onBehalfOf.id])]
    await tell(entered, measure, people, kind, facts)
  }
  if (tells.includes('responsible') && act !== 'return')
    await tellParties(entered, measure, ['responsible'], kind, facts)
  await tellNext(entered, measure, to)
  if (to === 'signedOff') await tellReady(entered, measure)
}

/** What happened, and what comes next. */
function sentenceOf(measure: MeasureLife, act: MeasureAct, to: MeasureStatus): Sentence {
  const name = actNames[act]
  const next = nextStep(to, measure.settings)
  return {
    zh: `措施 ${measure.number} 已${name.zh}${next === null ? '' : `，${next.zh}`}。`,
    en: `Measure ${measure.number}: ${name.en}${next === null ? '' : `; ${next.en}`}.`,
  }
}
