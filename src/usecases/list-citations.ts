/** What a measure or finding cites, as far as its reader may know. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { citationContracts, citationSchema } from '../core/api/citations.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, type RefusalCode, refusalSentence } from '../core/refusal.ts'
import { type CitingRecord, refusesCiting, refusesRemoval } from '../core/registers/citing.ts'
import { proposeCounted } from '../core/registers/proposals/propose-counted.ts'
import { shippedRegisters } from '../core/registers/registers.ts'
import { permit } from './permit.ts'
import type { CitableEntry, CitingKind, ReadCitation } from './ports/citations.ts'
import type { Outside, Visitor } from './ports.ts'

type Citations = z.infer<(typeof citationContracts)['GET /api/citations']['response']>

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function listCitations(
  { data }: Outside,
  visitor: Visitor | null,
  { kind, id }: { kind: CitingKind; id: number },
  language: Language,
): Promise<Citations> {
  const actor = permit(visitor, 'citation.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const { citations: reads } = data.read
  const [found, citations, targets] = await Promise.all([
    reads.record(scope, kind, id),
    reads.ofRecord(scope, kind, id),
    kind === 'measure' ? reads.targets(scope, id) : [],
  ])
  const record = seen(actor, found)
  const refused = roleRefuses(actor, record)
  return {
    cycle: record.cycle,
    citations: citations.map((citation) =>
      viewOf(actor, citation, answer(refused ?? refusesRemoval(record, { ...citation, withdrawn: false }), language)),
    ),
    targets: targets.map(({ measure, ...target }) => ({ ...target, proposed: proposedFor(target, measure) })),
    cite: answer(refused ?? refusesCiting(record), language),
  }
}

/**
 * The record, when the policy lets it be read: the database's wall counts units over all inspections together.
 * @throws Refusal `record.notFound`
 */
export function seen(actor: Actor, record: CitingRecord | null): CitingRecord {
  if (record === null || !may(actor, 'citation.read', record).allowed) throw new Refusal('record.notFound')
  return record
}

/** Whether an entry that the wall lets through may be opened: a restricted register asks for more. */
export const mayOpen = (actor: Actor, { readers, unitId }: Pick<CitableEntry, 'readers' | 'unitId'>): boolean =>
  readers !== 'restricted' || may(actor, 'entry.readRestricted', { inspectionId: null, audiences: [unitId] }).allowed

/** What is not open keeps its title; what is restricted keeps nothing but its register. */
function viewOf(
  actor: Actor,
  { inSight, readers, endorsed: _, entry, ...citation }: ReadCitation,
  remove: Citations['cite'],
): z.infer<typeof citationSchema> {
  const open = inSight && mayOpen(actor, { readers, unitId: entry.unit.id })
  if (open) return { ...citation, entry, open, remove }
  const hidden = { ...entry, kind: null, on: null, counts: {}, ...(readers === 'restricted' && { title: '' }) }
  return { ...citation, entry: hidden, open, remove }
}

/** By its own words, or else by those of its measure. */
const proposedFor = (
  { words, quantity, unit }: { words: string; quantity: number | null; unit: string | null },
  measure: string,
) =>
  quantity === null
    ? null
    : (proposeCounted(words, unit, shippedRegisters) ?? proposeCounted(measure, unit, shippedRegisters))

function roleRefuses(actor: Actor, record: CitingRecord): RefusalCode | null {
  const given = may(actor, 'citation.write', record)
  return given.allowed ? null : `access.${given.reason}`
}

const answer = (code: RefusalCode | null, language: Language): Citations['cite'] => ({
  allowed: code === null,
  reason: code === null ? null : refusalSentence(code, {}, language),
})
