/** Joint review: the office submits, bodies give opinions, the office answers remarks, the leading group approves or returns. */
import type { z } from 'zod'
import { type Actor, type Assignment, sightOf } from '../core/access/policy.ts'
import type { planContracts } from '../core/api/plan.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { type InspectionSettings, settingsOf } from '../core/inspection/settings.ts'
import { planProblems } from '../core/plan/checks.ts'
import { planChanges } from '../core/plan/plan-changes.ts'
import { frozenPlan, thawedPlan } from '../core/plan/plan-content.ts'
import { type Hand, reviewStanding, sameHand } from '../core/plan/review.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { StoredRound } from './ports/plan.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

type Body<R extends keyof typeof planContracts> = (typeof planContracts)[R] extends { body: infer S extends z.ZodType }
  ? z.output<S>
  : never

/** Characters that a remark or a reason for returning has at least. */
const wordsLength = 10

/** @throws Refusal `record.notFound`, `plan.inReview`, `plan.checksFail`, `plan.nothingChanged` */
export async function submitPlan(
  { data, now }: Outside,
  visitor: Visitor | null,
  { inspectionId, words, submissionId }: Body<'POST /api/plan/rounds'>,
): Promise<{ id: number; round: number }> {
  const actor = permit(visitor, 'plan.edit', { inspectionId, audiences: null })
  const at = now()
  const hand = handOf(actor, inspectionId, 'office')
  const submission = { id: submissionId, act: `plan.submit ${inspectionId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const settings = await lockSettings(stores, inspectionId)
      const content = await stores.plan.content(inspectionId)
      const rounds = await stores.plan.rounds(inspectionId)
      const open = rounds.find(({ state }) => state === 'inReview')
      if (open !== undefined) throw new Refusal('plan.inReview', { round: open.round })
      const problems = planProblems(content, settings.causesRequired)
      if (problems.length > 0) throw new Refusal('plan.checksFail', { count: problems.length })
      const approved = rounds.find(({ state }) => state === 'approved')
      const changes = approved === undefined ? null : planChanges(thawedPlan(approved.snapshot), content)
      if (changes?.length === 0) throw new Refusal('plan.nothingChanged')
      const bodies = settings.reviewBodies
      const made = await stores.plan.submit({
        inspectionId,
        snapshot: frozenPlan(content),
        bodies,
        words: words || null,
        by: actor.personId,
        onBehalfOf: hand.onBehalfOf,
        at,
      })
      const counts = {
        findings: content.findings.length,
        causes: content.causes.length,
        measures: content.measures.length,
      }
      await stores.history.append([
        eventsOf(actor, 'plan.edit', at)('plan.submitted', 'inspection', inspectionId, {
          after: { round: made.round, roundId: made.id, bodies, ...counts, changes: changes?.length ?? null },
          reason: words || null,
        }),
      ])
      await tell(stores, actor, at, inspectionId, ['inspector'], made, { act: '出具会审意见' })
      return made
    }),
  )
}

/** @throws Refusal `record.notFound`, `plan.notInReview`, `plan.noSuchBody`, `plan.wordsNeeded`, `plan.paperNeeded`, `plan.dayAhead` */
export async function giveOpinion(
  { data, now }: Outside,
  visitor: Visitor | null,
  roundId: number,
  wish: Body<'POST /api/plan/rounds/:id/opinions'>,
): Promise<{ id: number }> {
  const actor = permit(visitor, 'plan.opine')
  const at = now()
  const submission = { id: wish.submissionId, act: `plan.opine ${roundId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const round = await openRound(stores, roundId)
      permit(visitor, 'plan.opine', { inspectionId: round.inspectionId, audiences: null })
      const { body, opinion, givenOn } = wish
      if (!round.bodies.includes(body))
        throw new Refusal('plan.noSuchBody', { body, bodies: round.bodies.join('、'), field: 'body' })
      const words = wish.words || null
      if (opinion !== 'agree' && [...(words ?? '')].length < wordsLength)
        throw new Refusal('plan.wordsNeeded', { field: 'words' })
      const today = chinaDay(at)
      if (givenOn > today) throw new Refusal('plan.dayAhead', { today, field: 'givenOn' })
      // Who is of the office enters what a body wrote; an inspector speaks for the body himself.
      const own = assignmentsFor(actor, round.inspectionId).find(({ role }) => role === 'inspector')
      const paper = wish.paper || null
      if (own === undefined && paper === null) throw new Refusal('plan.paperNeeded', { field: 'paper' })
      const given = { roundId, body, opinion, words, givenOn, paper: own === undefined ? paper : null }
      const onBehalfOf = handOf(actor, round.inspectionId, own === undefined ? 'office' : 'inspector').onBehalfOf
      const id = await stores.plan.giveOpinion({ ...given, by: actor.personId, onBehalfOf, at })
      await stores.history.append([
        eventsOf(actor, 'plan.opine', at)('plan.opinion', 'inspection', round.inspectionId, {
          after: { round: round.round, opinionId: id, ...given },
        }),
      ])
      const standing = reviewStanding({
        bodies: round.bodies,
        opinions: [...round.opinions, { body, opinion, answer: null }],
      })
      const complete = standing.missing.length + standing.returning.length + standing.unanswered.length === 0
      if (complete) await tell(stores, actor, at, round.inspectionId, ['leadingGroup'], round, { act: '批准' })
      return { id }
    }),
  )
}

/** @throws Refusal `record.notFound`, `plan.notInReview`, `plan.answeredAlready` */
export async function answerOpinion(
  { data, now }: Outside,
  visitor: Visitor | null,
  opinionId: number,
  { answer, submissionId }: Body<'POST /api/plan/opinions/:id/answer'>,
): Promise<{ id: number }> {
  const actor = permit(visitor, 'plan.edit')
  const at = now()
  const submission = { id: submissionId, act: `plan.answer ${opinionId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const roundId = await stores.plan.roundOfOpinion(opinionId)
      if (roundId === null) throw new Refusal('record.notFound')
      const round = await openRound(stores, roundId)
      permit(visitor, 'plan.edit', { inspectionId: round.inspectionId, audiences: null })
      await stores.plan.answerOpinion(opinionId, answer, actor.personId, at)
      const body = round.opinions.find(({ id }) => id === opinionId)?.body ?? null
      await stores.history.append([
        eventsOf(actor, 'plan.edit', at)('plan.answered', 'inspection', round.inspectionId, {
          after: { round: round.round, opinionId, body, answer },
        }),
      ])
      return { id: opinionId }
    }),
  )
}

/**
 * Approves, returns or withdraws. Approval is the act of another natural person than the one who submitted.
 * @throws Refusal `record.notFound`, `plan.notInReview`, {@link decisionDenial}, `plan.changedSince`, `plan.checksFail`, `plan.wordsNeeded`
 */
export async function decidePlan(
  { data, now }: Outside,
  visitor: Visitor | null,
  roundId: number,
  { decision, words, submissionId }: Body<'POST /api/plan/rounds/:id/decisions'>,
): Promise<{ state: StoredRound['state'] }> {
  const actor = permit(visitor, 'plan.decide')
  const at = now()
  const submission = { id: submissionId, act: `plan.${decision} ${roundId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const round = await openRound(stores, roundId)
      const { inspectionId } = round
      permit(visitor, 'plan.decide', { inspectionId, audiences: null })
      const denial = decisionDenial(actor, round, decision)
      if (denial !== null) throw denial
      if (decision === 'return' && [...(words ?? '')].length < wordsLength)
        throw new Refusal('plan.wordsNeeded', { field: 'words' })
      if (decision === 'approve') await refuseStale(stores, round)
      const state = decision === 'approve' ? 'approved' : decision === 'return' ? 'returned' : 'withdrawn'
      const hand = handOf(actor, inspectionId, decision === 'withdraw' ? 'office' : 'leadingGroup')
      await stores.plan.decide(roundId, {
        state,
        words: words || null,
        by: actor.personId,
        onBehalfOf: hand.onBehalfOf,
        at,
        day: chinaDay(at),
      })
      await stores.history.append([
        eventsOf(actor, 'plan.decide', at)(`plan.${state}`, 'inspection', inspectionId, {
          before: { state: round.state },
          after: { state, round: round.round, roundId, digest: round.digest },
          reason: words || null,
        }),
      ])
      if (decision !== 'withdraw')
        await stores.messages.send([
          {
            personId: round.submittedBy.id,
            kind: 'plan.decided',
            inspectionId,
            recordKind: 'inspection',
            recordId: inspectionId,
            facts: { round: round.round, decision: state === 'approved' ? '已批准' : '已退回' },
            at,
            key: null,
          },
        ])
      return { state }
    }),
  )
}

/** Why this person cannot decide this round so, as it stands; null when they can. */
export function decisionDenial(
  actor: Actor,
  round: StoredRound,
  decision: 'approve' | 'return' | 'withdraw',
): Refusal | null {
  const roles = assignmentsFor(actor, round.inspectionId).map(({ role }) => role)
  if (decision === 'withdraw') return roles.includes('office') ? null : new Refusal('plan.notOffice')
  if (!roles.includes('leadingGroup')) return new Refusal('plan.notLeadingGroup')
  if (decision === 'return') return null
  const submitter: Hand = { personId: round.submittedBy.id, onBehalfOf: round.submittedOnBehalfOf?.id ?? null }
  // Every way in which the person could act here counts: a role of one's own does not undo that one stands for the submitter.
  const hands = assignmentsFor(actor, round.inspectionId).map(({ onBehalfOf }) => ({
    personId: actor.personId,
    onBehalfOf: onBehalfOf ?? null,
  }))
  if (hands.some((hand) => sameHand(hand, submitter))) return new Refusal('plan.ownSubmission')
  const { missing, returning, unanswered } = reviewStanding(round)
  if (missing.length > 0) return new Refusal('plan.opinionsMissing', { bodies: missing.join('、') })
  if (returning.length > 0) return new Refusal('plan.opinionsReturn', { bodies: returning.join('、') })
  if (unanswered.length > 0) return new Refusal('plan.remarksUnanswered', { bodies: unanswered.join('、') })
  return null
}

/** What is approved is what was reviewed, and nothing is wrong with it by the checks of today. */
async function refuseStale(stores: Stores, round: StoredRound): Promise<void> {
  const settings = await lockSettings(stores, round.inspectionId)
  const content = await stores.plan.content(round.inspectionId)
  const changes = planChanges(thawedPlan(round.snapshot), content)
  if (changes.length > 0) throw new Refusal('plan.changedSince', { count: changes.length })
  const problems = planProblems(content, settings.causesRequired)
  if (problems.length > 0) throw new Refusal('plan.checksFail', { count: problems.length })
}

/** The round, under the lock of its inspection: of two who decide at once the second finds it decided. */
async function openRound(stores: Stores, roundId: number): Promise<StoredRound> {
  const seen = await stores.plan.findRound(roundId)
  if (seen === null) throw new Refusal('record.notFound')
  await stores.inspections.lock(seen.inspectionId)
  const round = await stores.plan.findRound(roundId)
  if (round === null) throw new Refusal('record.notFound')
  if (round.state !== 'inReview') throw new Refusal('plan.notInReview', { round: round.round })
  return round
}

/** Locks the inspection, so that its plan does not change under the transaction. */
async function lockSettings(stores: Stores, inspectionId: number): Promise<InspectionSettings> {
  const inspection = await stores.inspections.lock(inspectionId)
  if (inspection === null) throw new Refusal('record.notFound')
  return settingsOf(inspection.settings)
}

export const assignmentsFor = (actor: Actor, inspectionId: number): Assignment[] =>
  actor.assignments.filter((each) => each.inspectionId === null || each.inspectionId === inspectionId)

/** In whose name somebody acts in a role: in their own when they hold it themselves. */
function handOf(actor: Actor, inspectionId: number, role: Assignment['role']): Hand {
  const held = assignmentsFor(actor, inspectionId).filter((each) => each.role === role)
  const own = held.some(({ onBehalfOf }) => (onBehalfOf ?? null) === null)
  return { personId: actor.personId, onBehalfOf: own ? null : (held[0]?.onBehalfOf ?? null) }
}

async function tell(
  stores: Stores,
  actor: Actor,
  at: Date,
  inspectionId: number,
  roles: readonly Assignment['role'][],
  { id, round }: { id: number; round: number },
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const people = await stores.plan.holders(roles, inspectionId, chinaDay(at))
  await stores.messages.send(
    people
      .filter((personId) => personId !== actor.personId)
      .map((personId) => ({
        personId,
        kind: 'plan.awaitsYou',
        inspectionId,
        recordKind: 'inspection',
        recordId: inspectionId,
        facts: { round, ...facts },
        at,
        key: `plan.awaitsYou ${id} ${roles.join()}`,
      })),
  )
}
