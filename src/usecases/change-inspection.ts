/** One inspection: made by hand, read with where it stands, changed with its local rules. */
import type { z } from 'zod'
import { actions, may, sightOf } from '../core/access/policy.ts'
import type { inspectionContracts, inspectionPageSchema } from '../core/api/inspections.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { settingsOf } from '../core/inspection/settings.ts'
import { periodsOf, stagesOn } from '../core/inspection/stages.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import { difference } from './plan-changes.ts'
import type { InspectionFields } from './ports/plan.ts'
import type { Outside, Visitor } from './ports.ts'

type Body<R extends 'POST /api/inspections' | 'PUT /api/inspections/:id'> = z.output<
  (typeof inspectionContracts)[R]['body']
>

/** @throws Refusal `inspection.nameTaken`, `inspection.daysReversed` */
export async function createInspection(
  { data, now }: Outside,
  visitor: Visitor | null,
  { submissionId, ...fields }: Body<'POST /api/inspections'>,
): Promise<{ id: number }> {
  const actor = permit(visitor, 'inspection.create')
  const at = now()
  const made = {
    name: fields.name,
    body: fields.body || null,
    team: fields.team ?? [],
    kind: fields.kind || null,
    theme: fields.theme || null,
    from: fields.from ?? null,
    to: fields.to ?? null,
    feedbackOn: fields.feedbackOn ?? null,
    basis: fields.basis ?? [],
  }
  refuseReversed(made)
  const submission = { id: submissionId, act: 'inspection.create', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      if ((await stores.ledger.findInspectionByName(made.name)) !== null)
        throw new Refusal('inspection.nameTaken', { name: made.name, field: 'name' })
      const id = await stores.ledger.createInspection(made, at)
      const event = eventsOf(actor, 'inspection.create', at)
      await stores.history.append([event('inspection.created', 'inspection', id, { after: made })])
      return { id }
    }),
  )
}

/** @throws Refusal `access.…`, `record.notFound`, `record.changedMeanwhile`, `inspection.nameTaken`, `inspection.daysReversed` */
export async function changeInspection(
  { data, now }: Outside,
  visitor: Visitor | null,
  id: number,
  { version, submissionId, settings, ...asked }: Body<'PUT /api/inspections/:id'>,
): Promise<{ version: number }> {
  const actor = permit(visitor, 'inspection.edit', { inspectionId: id, audiences: null })
  const at = now()
  const fields = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  ) as Partial<InspectionFields>
  const submission = { id: submissionId, act: `inspection.edit ${id}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: sightOf(actor) }, (stores) =>
    stores.submissions.once(submission, async () => {
      const before = await stores.inspections.lock(id)
      if (before === null) throw new Refusal('record.notFound')
      if (before.version !== version) {
        const last = await stores.plan.lastChange('inspection', id)
        throw new Refusal('record.changedMeanwhile', { who: last?.by ?? '', at: last?.at ?? '' })
      }
      refuseReversed({ ...before, ...fields })
      if (fields.name !== undefined && fields.name !== before.name) {
        const other = await stores.ledger.findInspectionByName(fields.name)
        if (other !== null && other !== id)
          throw new Refusal('inspection.nameTaken', { name: fields.name, field: 'name' })
      }
      await stores.inspections.change(id, { ...fields, ...(settings !== undefined && { settings }) })
      const shown = { ...before, ...settingsOf(before.settings) }
      const changed = difference(shown, { ...fields, ...settings })
      if (changed !== null) {
        const event = eventsOf(actor, 'inspection.edit', at)
        await stores.history.append([event('inspection.changed', 'inspection', id, changed)])
      }
      return { version: before.version + 1 }
    }),
  )
}

/** @throws Refusal `access.…`, `record.notFound` */
export async function readInspection(
  { data, now }: Outside,
  visitor: Visitor | null,
  id: number,
  language: Language,
): Promise<z.infer<typeof inspectionPageSchema>> {
  const subject = { inspectionId: id, audiences: null }
  const actor = permit(visitor, 'inspection.read', subject)
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor, id) }
  const counted = (await data.read.inspections(scope)).find((each) => each.id === id)
  return data.inTenant(scope, async ({ inspections }) => {
    const inspection = await inspections.find(id)
    if (inspection === null) throw new Refusal('record.notFound')
    const { settings: stored, ...fields } = inspection
    const settings = settingsOf(stored)
    const ends = periodsOf(fields.feedbackOn, settings)
    const days = (count: number) => (language === 'zh' ? `${count} 天` : `${count} days`)
    const months = (count: number) => (language === 'zh' ? `${count} 个月` : `${count} months`)
    const from = fields.feedbackOn ?? (language === 'zh' ? '反馈之日' : 'day of feedback')
    return {
      ...fields,
      settings,
      stages: stagesOn(chinaDay(now()), fields, settings),
      periods: [
        { period: 'plan', until: ends.plan, derivation: `${from} + ${days(settings.planDays)}` },
        {
          period: 'concentrated',
          until: ends.concentrated,
          derivation: `${from} + ${months(settings.concentratedMonths)}`,
        },
        { period: 'clues', until: ends.clues, derivation: `${from} + ${months(settings.cluesMonths)}` },
      ],
      counts: counted?.counts ?? { findings: 0, causes: 0, measures: 0 },
      allowed: actions.filter((action) => may(actor, action, subject).allowed),
    }
  })
}

const order = [
  ['from', '进驻开始'],
  ['to', '进驻结束'],
  ['feedbackOn', '反馈'],
  ['assessedOn', '测评'],
  ['publishedOn', '公开'],
] as const

/** What happens one after the other has days in that order; days that are not known are passed over. */
function refuseReversed(days: { [K in (typeof order)[number][0]]?: string | null }): void {
  const known = order.flatMap(([name, word]) => (days[name] ? [{ name, word, day: days[name] ?? '' }] : []))
  for (const [index, { day, word, name }] of known.entries()) {
    const earlier = known[index - 1]
    if (earlier !== undefined && earlier.day > day)
      throw new Refusal('inspection.daysReversed', { earlier: earlier.word, later: word, field: name })
  }
}
