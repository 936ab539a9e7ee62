/** Escalation papers: drafting by hand, changing a draft, and every act on one; entries in the register of accountability. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { papersContracts } from '../core/api/papers.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { addWorkingDays, calendarOf } from '../core/deadline/working-days.ts'
import {
  draftText,
  paperActWords,
  paperNumber,
  paperRules,
  paperStateWords,
  paperWords,
  warningDays,
} from '../core/paper/paper.ts'
import { Refusal } from '../core/refusal.ts'
import { assignmentOf, refusalToAct } from './paper-parties.ts'
import { eventsOf, permit } from './permit.ts'
import type { HeldPaper } from './ports/deadlines.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

type Body<R extends keyof typeof papersContracts> = (typeof papersContracts)[R] extends {
  body: infer B extends z.ZodType
}
  ? z.output<B>
  : never

/** @throws Refusal `record.notFound`, `paper.severalUnits` */
export function draftPaper(
  { data, now }: Outside,
  visitor: Visitor | null,
  { inspection: inspectionId, kind, measureIds, submissionId }: Body<'POST /api/papers'>,
): Promise<{ id: number }> {
  const actor = permit(visitor, 'paper.draft', { inspectionId, audiences: null })
  const { tenantId, personId } = actor
  const at = now()
  const today = chinaDay(at)
  return data.inTenant({ tenantId, sight: sightOf(actor) }, ({ submissions, papers, schedule, history }) =>
    submissions.once({ id: submissionId, act: 'paper.draft', personId, at }, async () => {
      const inspection = await papers.inspectionName(inspectionId)
      const measures = await papers.leadUnits(inspectionId, measureIds)
      if (inspection === null || measures.length !== new Set(measureIds).size) throw new Refusal('record.notFound')
      const [first] = measures
      if (first === undefined || first.unitId === null || measures.some((each) => each.unitId !== first.unitId))
        throw new Refusal('paper.severalUnits', { field: 'measureIds' })
      const calendar = calendarOf(await schedule.calendar(today))
      const lastDay = kind === 'warning' ? addWorkingDays(calendar, today, warningDays) : null
      const id = await papers.create({
        inspectionId,
        unitId: first.unitId,
        kind,
        title: paperWords[kind].zh,
        body: draftText(kind, { inspection, unit: first.unit ?? '', lastDay }),
        lastDay,
        draftedBy: personId,
        at,
      })
      await papers.addMeasures(
        id,
        measures.map(({ measureId }) => ({ measureId, key: null })),
      )
      await history.append([
        eventsOf(actor, 'paper.draft', at)('paper.drafted', 'paper', id, {
          after: { kind, unitId: first.unitId, measureIds },
        }),
      ])
      return { id }
    }),
  )
}

/** @throws Refusal `paper.noLongerDraft`, `record.changedMeanwhile` */
export function editPaper(
  { data, now }: Outside,
  visitor: Visitor | null,
  paperId: number,
  { submissionId, version, ...fields }: Body<'PUT /api/papers/:id'>,
): Promise<{ version: number }> {
  const actor = permit(visitor, 'paper.draft')
  const { tenantId, personId } = actor
  const at = now()
  return data.inTenant({ tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once({ id: submissionId, act: `paper.edit ${paperId}`, personId, at }, async () => {
      const paper = await lockPaper(stores, visitor, 'paper.draft', { paperId, version })
      if (paper.state !== 'draft') throw new Refusal('paper.noLongerDraft', { state: paperStateWords[paper.state] })
      const next = await stores.papers.edit(paperId, fields)
      await stores.history.append([
        eventsOf(actor, 'paper.draft', at)('paper.edited', 'paper', paperId, { after: fields }),
      ])
      return { version: next }
    }),
  )
}

/** @throws Refusal `paper.…`, `record.changedMeanwhile`, `record.notFound` */
export function actOnPaper(
  { data, now }: Outside,
  visitor: Visitor | null,
  paperId: number,
  { act, words = '', version, submissionId }: Body<'POST /api/papers/:id/acts'>,
): Promise<{ version: number; number: string | null }> {
  const actor = permit(visitor, 'paper.act')
  const { tenantId, personId } = actor
  const at = now()
  return data.inTenant({ tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once({ id: submissionId, act: `paper.${act} ${paperId}`, personId, at }, async () => {
      const paper = await lockPaper(stores, visitor, 'paper.act', { paperId, version })
      const refusal = refusalToAct(actor, act, paper)
      if (refusal !== null) throw refusal
      const rule = paperRules[act]
      if ([...words].length < rule.words)
        throw new Refusal('paper.wordsMissing', { act: paperActWords[act], count: rule.words, field: 'words' })
      const year = Number(chinaDay(at).slice(0, 4))
      const number =
        act === 'send'
          ? paperNumber(paper.kind, year, await stores.papers.nextNumber(paper.inspectionId, paper.kind, year))
          : null
      const assignment = assignmentOf(actor, act, paper)
      const step = {
        act,
        to: rule.to,
        personId,
        onBehalfOf: assignment?.onBehalfOf ?? null,
        at,
        words: words || null,
        number,
      }
      const next = await stores.papers.step(paperId, step)
      await record(stores, actor, paper, step)
      await tell(stores, actor, paper, step)
      return { version: next, number: number ?? paper.number }
    }),
  )
}

/** @throws Refusal `access.…` */
export function enterAccountability(
  { data, now }: Outside,
  visitor: Visitor | null,
  { inspection: inspectionId, submissionId, ...entry }: Body<'POST /api/accountability'>,
): Promise<{ ok: true }> {
  const actor = permit(visitor, 'accountability.enter', { inspectionId, audiences: null })
  const { tenantId, personId } = actor
  const at = now()
  return data.inTenant({ tenantId, sight: sightOf(actor) }, ({ submissions, papers, history }) =>
    submissions.once({ id: submissionId, act: 'accountability.enter', personId, at }, async () => {
      if ((await papers.inspectionName(inspectionId)) === null) throw new Refusal('record.notFound')
      await papers.enterAccountability({ inspectionId, ...entry, personId, at })
      const event = eventsOf(actor, 'accountability.enter', at)
      await history.append([event('accountability.entered', 'inspection', inspectionId, { after: entry })])
      return { ok: true as const }
    }),
  )
}

/** The database's wall counts units over all inspections together; the policy judges this one, before anything else is told. */
async function lockPaper(
  { papers }: Stores,
  visitor: Visitor | null,
  action: 'paper.draft' | 'paper.act',
  { paperId, version }: { paperId: number; version: number },
): Promise<HeldPaper> {
  const paper = await papers.lock(paperId)
  const actor = permit(visitor, action)
  if (paper === null || !may(actor, action, { inspectionId: paper.inspectionId, audiences: [paper.unitId] }).allowed)
    throw new Refusal('record.notFound')
  if (paper.version !== version) throw new Refusal('paper.changedMeanwhile')
  return paper
}

type Step = Parameters<Stores['papers']['step']>[1]

/** On the paper, and, when it goes out, on the timeline of each of its measures. */
async function record({ history, papers }: Stores, actor: Actor, paper: HeldPaper, step: Step): Promise<void> {
  const event = eventsOf(actor, 'paper.act', step.at)
  const after = { state: step.to, number: step.number ?? paper.number }
  const act = `paper.${step.act}` as const
  const measures = step.act === 'send' ? await papers.measuresOf(paper.id) : []
  await history.append([
    event(act, 'paper', paper.id, { before: { state: paper.state }, after, reason: step.words }),
    ...measures.map((measureId) =>
      event(act, 'measure', measureId, { after: { paperId: paper.id, kind: paper.kind, number: after.number } }),
    ),
  ])
}

/** Whoever has to do something now. */
async function tell({ papers, messages }: Stores, actor: Actor, paper: HeldPaper, step: Step): Promise<void> {
  const today = chinaDay(step.at)
  const { inspectionId, unitId, kind } = paper
  const unit = (await papers.unitName(unitId)) ?? ''
  const facts = {
    kind: paperWords[kind],
    unit,
    number: step.number ?? paper.number ?? '',
    act: paperActWords[step.act],
  }
  const senders = paper.steps.filter(({ act }) => act === 'send' || act === 'submit').map(({ personId }) => personId)
  const [message, people] =
    step.act === 'submit'
      ? (['paper.awaitsApproval', await papers.peopleOf('leadingGroup', inspectionId, null, today)] as const)
      : step.act === 'send'
        ? (['paper.sent', await papers.peopleOf('unit', inspectionId, unitId, today)] as const)
        : step.act === 'uphold' || step.act === 'revoke' || step.act === 'close'
          ? (['paper.decided', await papers.peopleOf('unit', inspectionId, unitId, today)] as const)
          : step.act === 'reply' || step.act === 'appeal'
            ? (['paper.answered', senders] as const)
            : (['paper.decided', step.act === 'withdraw' || step.act === 'receive' ? [] : senders] as const)
  await messages.send(
    [...new Set(people)]
      .filter((personId) => personId !== actor.personId)
      .map((personId) => ({
        personId,
        kind: message,
        inspectionId,
        recordKind: 'paper' as const,
        recordId: paper.id,
        facts,
        at: step.at,
        key: null,
      })),
  )
}
