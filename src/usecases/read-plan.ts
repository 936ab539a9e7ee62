/** What the pages of the plan show: its checks, its rounds, one record to edit. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type {
  causeToEditSchema,
  findingToEditSchema,
  measureToEditSchema,
  planContracts,
  planOutlineSchema,
  planSchema,
  roundSchema,
} from '../core/api/plan.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import { planProblems } from '../core/plan/checks.ts'
import { docketNumber, seriesOf } from '../core/plan/docket-number.ts'
import { changeDenial, removalDenial } from '../core/plan/edit-rules.ts'
import { planChanges } from '../core/plan/plan-changes.ts'
import { type PlanContent, thawedPlan } from '../core/plan/plan-content.ts'
import { reviewStanding } from '../core/plan/review.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, type RefusalCode, refusalSentence } from '../core/refusal.ts'
import { measuresToDocket } from './docket-measures.ts'
import { permit } from './permit.ts'
import type { StoredRound } from './ports/plan.ts'
import type { Outside, Stores, Visitor } from './ports.ts'
import { assignmentsFor, decisionDenial } from './review-plan.ts'

type Reading = { outside: Outside; visitor: Visitor | null; language: Language }
type Plan = z.infer<typeof planSchema>

/** @throws Refusal `access.…`, `record.notFound` */
export async function readPlan(reading: Reading, inspectionId: number): Promise<Plan> {
  return inPlan(reading, inspectionId, async (stores, actor, { name, settings: stored }) => {
    const { now } = reading.outside
    const settings = settingsOf(stored)
    const content = await stores.plan.content(inspectionId)
    const rounds = await stores.plan.rounds(inspectionId)
    const open = rounds.find(({ state }) => state === 'inReview')
    const approved = rounds.find(({ state }) => state === 'approved')
    const base = open ?? approved
    const changes = base === undefined ? [] : planChanges(thawedPlan(base.snapshot), content)
    const problems = planProblems(content, settings.causesRequired)
    const statuses = await stores.plan.statuses(inspectionId)
    const ready = measuresToDocket(content, rounds, statuses)
    const planned = [...statuses.values()].filter((status) => status === 'planned').length
    const year = Number(chinaDay(now()).slice(0, 4))
    const next = await stores.plan.nextDocketSequence(inspectionId, settings.docketTemplate, year)
    const series = seriesOf(settings.docketTemplate, year)
    return {
      inspection: { id: inspectionId, name },
      counts: {
        findings: content.findings.length,
        causes: content.causes.length,
        measures: content.measures.length,
      },
      declared: await stores.inspections.declared(inspectionId),
      problems: problems.map((problem) => ({ ...problem, ...placeOf(content, problem) })),
      reviewBodies: settings.reviewBodies,
      rounds: rounds.map(roundView),
      changes,
      docket: {
        ready: ready.map(({ id, number, text, officer }) => ({
          id,
          number,
          text,
          officer: officer?.name ?? null,
        })),
        waiting: planned - ready.length,
        firstNumber: docketNumber(series, next),
        lastNumber: docketNumber(series, next + Math.max(ready.length, 1) - 1),
        docketed: statuses.size - planned,
      },
      offers: offersOf(reading.language, actor, inspectionId, open ?? null, {
        problems: problems.length,
        unchanged: approved !== undefined && changes.length === 0,
        changedSince: changes.length,
        ready: ready.length,
      }),
    }
  })
}

/** The round as it was submitted. @throws Refusal `record.notFound` */
export async function readRound(
  { outside: { data }, visitor }: Reading,
  roundId: number,
): Promise<z.output<(typeof planContracts)['GET /api/plan/rounds/:id']['response']>> {
  const actor = permit(visitor, 'plan.read')
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, async (stores) => {
    const round = await stores.plan.findRound(roundId)
    if (round === null) throw new Refusal('record.notFound')
    permit(visitor, 'plan.read', { inspectionId: round.inspectionId, audiences: null })
    const rounds = await stores.plan.rounds(round.inspectionId)
    const earlier = rounds.find((each) => each.state === 'approved' && each.round < round.round)
    const plan = thawedPlan(round.snapshot)
    const inspection = await stores.inspections.find(round.inspectionId)
    return {
      ...roundView(round),
      inspection: { id: round.inspectionId, name: inspection?.name ?? '' },
      plan,
      changes: earlier === undefined ? [] : planChanges(thawedPlan(earlier.snapshot), plan),
    }
  })
}

export async function readPlanOutline(
  reading: Reading,
  inspectionId: number,
): Promise<z.infer<typeof planOutlineSchema>> {
  return inPlan(reading, inspectionId, async (stores, _actor, { name, feedbackOn }) => {
    const { findings, causes, measures } = await stores.plan.content(inspectionId)
    return {
      inspection: { id: inspectionId, name, feedbackOn },
      findings: findings.map(({ id, number, heading }) => ({ id, number, heading })),
      causes: causes.map(({ id, text, findingIds }) => ({ id, text, findingIds })),
      measures: measures.map(({ id, number, text }) => ({ id, number, text })),
    }
  })
}

export async function findingToEdit(reading: Reading, id: number): Promise<z.infer<typeof findingToEditSchema>> {
  return toEdit(reading, async (stores) => {
    const record = await stores.plan.finding(id)
    return record && { record, edit: null, remove: null }
  })
}

export async function causeToEdit(reading: Reading, id: number): Promise<z.infer<typeof causeToEditSchema>> {
  return toEdit(reading, async (stores) => {
    const record = await stores.plan.cause(id)
    return record && { record, edit: null, remove: null }
  })
}

export async function measureToEdit(reading: Reading, id: number): Promise<z.infer<typeof measureToEditSchema>> {
  return toEdit(reading, async (stores) => {
    const [measure] = await stores.plan.measures([id])
    if (measure === undefined) return null
    const approved = (await stores.plan.approvedMeasures(measure.inspectionId, [id])).has(id)
    return {
      record: { ...measure, approved: approved || measure.status !== 'planned', number: measure.number },
      edit: changeDenial(measure, approved, undefined),
      remove: removalDenial(measure),
    }
  })
}

/** A record with what may be done to it now. */
async function toEdit<T extends { inspectionId: number; number?: string }>(
  { outside: { data }, visitor, language }: Reading,
  read: (stores: Stores) => Promise<{ record: T; edit: RefusalCode | null; remove: RefusalCode | null } | null>,
) {
  const actor = permit(visitor, 'plan.read')
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, async (stores) => {
    const found = await read(stores)
    if (found === null) throw new Refusal('record.notFound')
    const { inspectionId, ...record } = found.record
    permit(visitor, 'plan.read', { inspectionId, audiences: null })
    const inspection = await stores.inspections.find(inspectionId)
    const offer = (code: RefusalCode | null) => {
      const denial = officeDenial(actor, inspectionId) ?? code
      return offerOf(denial && new Refusal(denial, { number: found.record.number ?? '' }), language)
    }
    return {
      ...record,
      inspection: { id: inspectionId, name: inspection?.name ?? '' },
      planApproved: await stores.plan.isApproved(inspectionId),
      offers: { edit: offer(found.edit), remove: offer(found.remove) },
    }
  })
}

async function inPlan<T>(
  { outside: { data }, visitor }: Reading,
  inspectionId: number,
  work: (
    stores: Stores,
    actor: Actor,
    inspection: NonNullable<Awaited<ReturnType<Stores['inspections']['find']>>>,
  ) => Promise<T>,
): Promise<T> {
  const actor = permit(visitor, 'plan.read', { inspectionId, audiences: null })
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, async (stores) => {
    const inspection = await stores.inspections.find(inspectionId)
    if (inspection === null) throw new Refusal('record.notFound')
    return work(stores, actor, inspection)
  })
}

function placeOf(content: PlanContent, { record, id }: { record: 'finding' | 'cause' | 'measure'; id: number }) {
  if (record === 'finding') {
    const finding = content.findings.find((each) => each.id === id)
    return { number: finding?.number ?? null, text: finding?.heading ?? '', findingId: id }
  }
  if (record === 'cause') {
    const cause = content.causes.find((each) => each.id === id)
    return { number: null, text: cause?.text ?? '', findingId: cause?.findingIds[0] ?? null }
  }
  const measure = content.measures.find((each) => each.id === id)
  const under = content.findings.find(({ measureIds }) => measureIds.includes(id))
  return { number: measure?.number || null, text: measure?.text ?? '', findingId: under?.id ?? null }
}

function roundView(round: StoredRound): z.infer<typeof roundSchema> {
  const { findings, causes, measures } = thawedPlan(round.snapshot)
  return {
    id: round.id,
    round: round.round,
    state: round.state,
    submitted: { person: round.submittedBy, onBehalfOf: round.submittedOnBehalfOf, at: round.submittedAt },
    words: round.words,
    digest: round.digest,
    counts: { findings: findings.length, causes: causes.length, measures: measures.length },
    bodies: round.bodies,
    opinions: round.opinions.map((opinion) => ({
      id: opinion.id,
      body: opinion.body,
      opinion: opinion.opinion,
      words: opinion.words,
      givenOn: opinion.givenOn,
      given: { person: opinion.givenBy, onBehalfOf: opinion.givenOnBehalfOf, at: opinion.givenAt },
      paper: opinion.paper,
      answer: opinion.answer,
      answered:
        opinion.answeredBy && opinion.answeredAt
          ? { person: opinion.answeredBy, onBehalfOf: null, at: opinion.answeredAt }
          : null,
    })),
    standing: reviewStanding(round),
    decided:
      round.decidedBy && round.decidedAt
        ? { person: round.decidedBy, onBehalfOf: round.decidedOnBehalfOf, at: round.decidedAt }
        : null,
    decisionWords: round.decisionWords,
  }
}

const officeDenial = (actor: Actor, inspectionId: number): RefusalCode | null =>
  may(actor, 'plan.edit', { inspectionId, audiences: null }).allowed ? null : 'access.roleMissing'

const offerOf = (refusal: Refusal | null, language: Language) =>
  refusal === null
    ? { allowed: true, reason: null }
    : { allowed: false, reason: refusalSentence(refusal.code, refusal.facts, language) }

function offersOf(
  language: Language,
  actor: Actor,
  inspectionId: number,
  open: StoredRound | null,
  state: { problems: number; unchanged: boolean; changedSince: number; ready: number },
): Plan['offers'] {
  const noOffice = officeDenial(actor, inspectionId)
  const office = noOffice === null ? null : new Refusal(noOffice)
  const closed = new Refusal('plan.notInReview', { round: 0 })
  const decide = (decision: 'approve' | 'return' | 'withdraw') =>
    offerOf(open === null ? closed : decisionDenial(actor, open, decision), language)
  const submitDenial =
    office ??
    (open !== null
      ? new Refusal('plan.inReview', { round: open.round })
      : state.problems > 0
        ? new Refusal('plan.checksFail', { count: state.problems })
        : state.unchanged
          ? new Refusal('plan.nothingChanged')
          : null)
  const speaks = assignmentsFor(actor, inspectionId).some(({ role }) => role === 'inspector' || role === 'office')
  const approve = decide('approve')
  return {
    edit: offerOf(office, language),
    submit: offerOf(submitDenial, language),
    approve:
      approve.allowed && state.changedSince > 0
        ? offerOf(new Refusal('plan.changedSince', { count: state.changedSince }), language)
        : approve,
    return: decide('return'),
    withdraw: decide('withdraw'),
    opine: offerOf(open === null ? closed : speaks ? null : new Refusal('access.roleMissing'), language),
    answer: offerOf(office, language),
    docket: offerOf(office ?? (state.ready === 0 ? new Refusal('plan.nothingToDocket') : null), language),
  }
}
