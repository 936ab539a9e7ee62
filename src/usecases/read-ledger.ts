/** The ledger, its counts, and one finding or measure of it, as far as the visitor may see them. */
import type { z } from 'zod'
import { type Actor, actions, may, sightOf } from '../core/access/policy.ts'
import type { Numbered } from '../core/api/go.ts'
import type { findingPageSchema, measurePageSchema } from '../core/api/records.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { LedgerQuery } from '../core/ledger/ledger-query.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import { findingLifeView, measureLifeView } from './life-view.ts'
import { permit } from './permit.ts'
import type { Inspection, LedgerCounts, LedgerPage, Outside, Serialised, Visitor } from './ports.ts'

export function readLedger(
  { data }: Outside,
  visitor: Visitor | null,
  query: LedgerQuery,
): Promise<Serialised<LedgerPage>> {
  return data.read.ledgerPage(scopeFor(visitor, query.inspectionId), query)
}

export function countLedger({ data }: Outside, visitor: Visitor | null, query: LedgerQuery): Promise<LedgerCounts> {
  return data.read.ledgerCounts(scopeFor(visitor, query.inspectionId), query)
}

/** @throws Refusal `record.notFound`, also for what the visitor may not see: that it exists is nobody's business */
export async function getFinding(
  { data, now }: Outside,
  visitor: Visitor | null,
  findingId: number,
  language: Language,
): Promise<z.infer<typeof findingPageSchema>> {
  const actor = permit(visitor, 'finding.read')
  const today = chinaDay(now())
  const found = await data.read.findingPage({ tenantId: actor.tenantId, sight: sightOf(actor) }, findingId, today)
  if (found === null) throw new Refusal('record.notFound')
  const { audiences, life, ...page } = found
  const allowed = allowedHere(actor, 'finding.read', page.inspection.id, audiences)
  return { ...page, life: findingLifeView(life, { actor, language, today }), allowed }
}

/** @throws Refusal `record.notFound` */
export async function getMeasure(
  { data, now }: Outside,
  visitor: Visitor | null,
  measureId: number,
  language: Language,
): Promise<z.infer<typeof measurePageSchema>> {
  const actor = permit(visitor, 'measure.read')
  const today = chinaDay(now())
  const found = await data.read.measurePage({ tenantId: actor.tenantId, sight: sightOf(actor) }, measureId, today)
  if (found === null) throw new Refusal('record.notFound')
  const { audiences, life, cycles, ...page } = found
  const allowed = allowedHere(actor, 'measure.read', page.inspection.id, audiences)
  return { ...page, life: measureLifeView(life, cycles, { actor, language, today }), allowed }
}

/** Aspects of the findings that the visitor sees, in the order of the findings. */
export function listAspects({ data }: Outside, visitor: Visitor | null, inspectionId: number): Promise<string[]> {
  return data.read.aspects(scopeFor(visitor, inspectionId), inspectionId)
}

/** Units with measures that the visitor sees: what there is to filter by. */
export function listUnits({ data }: Outside, visitor: Visitor | null, inspectionId: number) {
  const actor = permit(visitor, 'unit.list', { inspectionId, audiences: null })
  return data.read.units({ tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }, inspectionId)
}

/** Findings and measures of an inspection with this number. */
export function findNumbered(
  { data }: Outside,
  visitor: Visitor | null,
  inspectionId: number,
  number: string,
): Promise<Numbered[]> {
  return data.read.numbered(scopeFor(visitor, inspectionId), inspectionId, number)
}

/** Inspections that the visitor takes part in, newest first. */
export function listInspections({ data }: Outside, visitor: Visitor | null): Promise<Inspection[]> {
  const actor = permit(visitor, 'inspection.list')
  return data.read.inspections({ tenantId: actor.tenantId, sight: sightOf(actor) })
}

function scopeFor(visitor: Visitor | null, inspectionId: number) {
  const actor = permit(visitor, 'ledger.read', { inspectionId, audiences: null })
  return { tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }
}

/** The database's wall counts units over all inspections together; the policy judges this one. */
function allowedHere(
  actor: Actor,
  action: 'finding.read' | 'measure.read',
  inspectionId: number,
  audiences: readonly number[],
): string[] {
  const subject = { inspectionId, audiences }
  if (!may(actor, action, subject).allowed) throw new Refusal('record.notFound')
  return actions.filter((each) => may(actor, each, subject).allowed)
}
