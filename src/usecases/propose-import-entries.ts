/** Entries that an imported notice proposes, and taking those that a person chose. */
import type { z } from 'zod'
import { wholeSight } from '../core/access/policy.ts'
import type { proposalContracts } from '../core/api/proposals.ts'
import { parseDay } from '../core/deadline/day.ts'
import type { Span } from '../core/notice/span.ts'
import { within } from '../core/proofread/pieces.ts'
import { Refusal } from '../core/refusal.ts'
import { refusesCiting } from '../core/registers/citing.ts'
import type { Register } from '../core/registers/definition.ts'
import { inForce } from '../core/registers/own-registers.ts'
import { proposeCounted } from '../core/registers/proposals/propose-counted.ts'
import { type Proposal, proposeEntries } from '../core/registers/proposals/propose-entries.ts'
import { shippedRegisters } from '../core/registers/registers.ts'
import { citable, cite, scaled } from './cite-entry.ts'
import { eventsOf, permit } from './permit.ts'
import type { ImportedMeasure } from './ports/proposals.ts'
import type { Outside, StoredImport, Stores, Visitor } from './ports.ts'
import { writeEntries } from './write-entries.ts'

type Proposals = z.infer<(typeof proposalContracts)['GET /api/imports/:id/entries']['response']>
type Wish = z.output<(typeof proposalContracts)['POST /api/imports/:id/entries']['body']>
type Taken = z.infer<(typeof proposalContracts)['POST /api/imports/:id/entries']['response']>

/** @throws Refusal `record.notFound` */
export async function listProposals({ data }: Outside, visitor: Visitor | null, importId: number): Promise<Proposals> {
  const actor = permit(visitor, 'import.read')
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async (stores) => {
    const { imports, proposals } = stores
    const document = await imports.find(importId)
    if (document === null) throw new Refusal('record.notFound')
    const inspection = document.inspectionId === null ? null : await proposals.inspection(document.inspectionId)
    const measures = await proposals.measures(importId)
    const units = await proposals.units()
    const taken = new Map((await proposals.taken(importId)).map(({ key, entryId }) => [key, entryId]))
    return {
      sourceName: document.sourceName,
      inspection: inspection && { id: inspection.id, name: inspection.name },
      feedbackOn: parseDay(inspection?.feedbackOn ?? ''),
      publishedOn: parseDay(inspection?.publishedOn ?? ''),
      proposals: proposeEntries(document.reading.notice).map((proposal) => ({
        ...placed(proposal, document, measures, units),
        entryId: taken.get(proposal.key) ?? null,
      })),
    }
  })
}

type Unit = { id: number; name: string; shortName: string | null }

function placed(
  { unit: unitText, places, ...proposal }: Proposal,
  { lines }: StoredImport,
  measures: readonly ImportedMeasure[],
  units: readonly Unit[],
): Omit<Proposals['proposals'][number], 'entryId'> {
  const at = places.map(({ span, text }) => {
    const measure = measures.find(({ spans }) => spans.some((whole) => within(span, whole)))
    return { span: spanOf(span), text, line: lines[span.line - 1] ?? '', measure: measure ?? null }
  })
  const found = units.find(({ name, shortName }) => unitText !== null && (name === unitText || shortName === unitText))
  return {
    ...proposal,
    unitText,
    unit: found
      ? { id: found.id, name: found.name }
      : (at.find(({ measure }) => measure?.leadUnit)?.measure?.leadUnit ?? null),
    places: at.map(({ measure, ...place }) => ({
      ...place,
      measure: measure && { id: measure.id, number: measure.number, text: measure.text },
    })),
  }
}

const spanOf = ({ line, column, endLine, endColumn }: Span): Span => ({ line, column, endLine, endColumn })

/**
 * Everything in one transaction. A proposal taken before is left as it is.
 * @throws Refusal `record.notFound`, `import.notWritten`, `entry.…`
 */
export async function takeProposals(
  { data, now }: Outside,
  visitor: Visitor | null,
  importId: number,
  { entries, submissionId }: Wish,
): Promise<Taken> {
  const actor = permit(visitor, 'import.apply')
  const at = now()
  const submission = { id: submissionId, act: `import.entries ${importId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const document = await stores.imports.lock(importId)
      if (document === null) throw new Refusal('record.notFound')
      if (document.inspectionId === null) throw new Refusal('import.notWritten')
      permit(visitor, 'import.apply', { inspectionId: document.inspectionId, audiences: null })
      const taken = new Set((await stores.proposals.taken(importId)).map(({ key }) => key))
      const fresh = entries.filter(({ key }) => !taken.has(key))
      const known = new Map(proposeEntries(document.reading.notice).map((proposal) => [proposal.key, proposal]))
      const written = await writeEntries(
        { visitor, actor, stores, registers: await registersNow(stores), at },
        fresh.map(({ key, register, kind, unitId, values, aggregate }) => ({
          entry: null,
          register,
          kind,
          unitId,
          values,
          aggregate,
          source: { importId, key, spans: known.get(key)?.places.map(({ span }) => span) ?? [] },
        })),
      )
      let citations = 0
      const own = new Set((await stores.proposals.measures(importId)).map(({ id }) => id))
      for (const [index, { register, measureIds }] of fresh.entries()) {
        const entry = await citable(stores, actor, written[index]?.id ?? 0)
        for (const measureId of new Set(measureIds)) {
          const record = await stores.citations.lockRecord('measure', measureId)
          if (record === null || !own.has(measureId)) throw new Refusal('record.notFound')
          // Closed in the meantime: it keeps what it cites.
          if (refusesCiting(record) !== null) continue
          const targetId = await targetCounting(stores, measureId, register)
          await cite(stores, actor, { entry, record, targetId, at })
          citations += 1
        }
      }
      const event = eventsOf(actor, 'import.apply', at)
      await stores.history.append([
        event('import.entriesTaken', 'import', importId, {
          after: { created: written.length, citations, entryIds: written.map(({ id }) => id).slice(0, 100) },
        }),
      ])
      return { created: written.length, citations, same: entries.length - fresh.length }
    }),
  )
}

/** The target of the measure that counts this register. One whose words say that it does, counts it from now on. */
export async function targetCounting(
  { citations }: Stores,
  measureId: number,
  register: string,
): Promise<number | null> {
  const targets = await citations.targets(measureId)
  const counting = targets.find(({ counts }) => counts?.register === register)
  if (counting !== undefined) return counting.id
  for (const { id, words, quantity, unit, counts, reached } of targets) {
    // What was reported by hand stays with reports until somebody chooses otherwise.
    if (counts !== null || quantity === null || reached !== null) continue
    const measure = await citations.words(measureId)
    const proposed = proposeCounted(words, unit, shippedRegisters) ?? proposeCounted(measure, unit, shippedRegisters)
    if (proposed?.register !== register) continue
    await citations.setCounted(id, await scaled({ citations }, { ...proposed, kind: null }, unit))
    return id
  }
  return null
}

/** Shipped registers with what the tenant added. */
async function registersNow({ registers }: Stores): Promise<ReadonlyMap<string, Register>> {
  const latest = new Map((await registers.latest()).map((register) => [register.key, register]))
  return new Map(
    Object.values(shippedRegisters).map((shipped) => [
      shipped.key,
      inForce(shipped, latest.get(shipped.key) ?? null) ?? shipped,
    ]),
  )
}
