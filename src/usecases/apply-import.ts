/**
 * Writes an import to a ledger: the draft is computed again from the stored document and the edits, compared with the
 * ledger under lock, and everything is written in one transaction, or nothing is. Importing the same thing again
 * changes nothing.
 */
import type { z } from 'zod'
import { wholeSight } from '../core/access/policy.ts'
import type { appliedSchema } from '../core/api/records.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { findingKeys, numberKey } from '../core/finding/number-key.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { type Change, type ChangeList, changeListOf } from '../core/ledger/change-list.ts'
import type { DraftMeasure, LedgerDraft } from '../core/ledger/draft.ts'
import type { Edit } from '../core/ledger/edit.ts'
import { takenIn } from '../core/ledger/taken-in.ts'
import { writesNothing } from '../core/ledger/writes-nothing.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type {
  LedgerWriter,
  NewFinding,
  NewMeasure,
  Outside,
  SourceLink,
  StoredImport,
  Stores,
  Visitor,
} from './ports.ts'
import { draftOfImport, newLedger } from './preview-import.ts'

export type ApplyWish = {
  inspectionId: number | null
  inspectionName: string | null
  edits: Edit[]
  ledgerVersion: string
  submissionId: string
}
export type Applied = z.infer<typeof appliedSchema>

/**
 * @throws Refusal `import.ledgerChanged` when the ledger is not the one of the preview, `import.applied` when it was
 * written to another inspection, `import.nameMissing`, `import.nothingToWrite`, `record.notFound`
 */
export async function applyImport(
  { data, now }: Outside,
  visitor: Visitor | null,
  importId: number,
  wish: ApplyWish,
): Promise<Applied> {
  const actor = permit(visitor, 'import.apply', { inspectionId: wish.inspectionId, audiences: null })
  const at = now()
  const event = eventsOf(actor, 'import.apply', at)
  const submission = { id: wish.submissionId, act: `import.apply ${importId}`, personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const document = await stores.imports.lock(importId)
      if (document === null) throw new Refusal('record.notFound')
      if (document.appliedAt !== null && document.inspectionId !== wish.inspectionId)
        throw new Refusal('import.applied')
      const draft = draftOfImport(document, wish.edits)
      const taken = takenIn(draft)
      if (taken.findings.length + taken.measures.length === 0) throw new Refusal('import.nothingToWrite')
      const inspectionId = await enterInspection(stores, document, wish, event, at)
      const changeList = changeListOf(draft, await stores.ledger.existingLedger(inspectionId))
      const counts = countChanges(changeList)
      const events: HistoryEvent[] = []
      if (!writesNothing(changeList)) {
        const ids = await writeRecords(stores.ledger, inspectionId, taken, changeList, at)
        await stores.ledger.linkSources(importId, sourcesOf(taken, ids))
        await stores.ledger.settle(inspectionId)
        const measureIds = taken.measures.flatMap(({ key }) => ids.get(key) ?? [])
        await stores.lights.refresh(measureIds, chinaDay(at))
        events.push(...recordEvents(changeList, ids, event))
      }
      if (document.appliedAt === null) {
        await stores.imports.markApplied(importId, inspectionId, wish.edits, at)
        events.push(event('import.applied', 'import', importId, { after: { inspectionId, ...counts } }))
      }
      await stores.history.append(events)
      return { inspectionId, ...counts }
    }),
  )
}

type EventMaker = ReturnType<typeof eventsOf>

/** The inspection to write to: a new one, or the existing one, locked and unchanged since the preview. */
async function enterInspection(
  { ledger, history }: Stores,
  document: StoredImport,
  wish: ApplyWish,
  event: EventMaker,
  at: Date,
): Promise<number> {
  if (wish.inspectionId !== null) {
    const held = await ledger.lockInspection(wish.inspectionId)
    if (held === null) throw new Refusal('record.notFound')
    if (held.version !== wish.ledgerVersion) throw new Refusal('import.ledgerChanged')
    return wish.inspectionId
  }
  if (wish.ledgerVersion !== newLedger) throw new Refusal('import.ledgerChanged')
  const name = wish.inspectionName
  if (name === null) throw new Refusal('import.nameMissing', { field: 'inspectionName' })
  const { body, team, from, to, feedbackOn, basis } = document.reading.notice.inspection
  const inspection = { name, body, team, kind: null, theme: null, from, to, feedbackOn, basis }
  const id = await ledger.createInspection(inspection, at)
  await history.append([event('inspection.created', 'inspection', id, { after: inspection })])
  return id
}

type Ids = ReadonlyMap<string, number>

/** Ids of all records of the draft, by their keys: of those made now and of those that were there. */
async function writeRecords(
  ledger: LedgerWriter,
  inspectionId: number,
  taken: LedgerDraft,
  changeList: ChangeList,
  at: Date,
): Promise<Ids> {
  const changes = new Map(changeList.changes.map((change) => [change.key, change]))
  const ids = new Map(changeList.changes.flatMap(({ key, id }) => (id === null ? [] : [[key, id] as const])))
  const made = <Item extends { key: string }>(items: Item[]): Item[] =>
    items.filter(({ key }) => changes.get(key)?.act === 'create')
  const remember = (items: { key: string }[], madeIds: number[]): void => {
    for (const [index, { key }] of items.entries()) {
      const id = madeIds[index]
      if (id !== undefined) ids.set(key, id)
    }
  }

  const keys = findingKeys(taken.findings)
  const findings = made(taken.findings.map((finding, index) => ({ ...finding, numberKey: keys[index] ?? '' })))
  remember(findings, await ledger.createFindings(inspectionId, findings, at))
  const causes = made(taken.causes)
  remember(causes, await ledger.createCauses(inspectionId, causes, at))
  const measures = made(taken.measures)
  remember(measures, await ledger.createMeasures(inspectionId, measures.map(newMeasure), at))

  for (const finding of taken.findings) {
    const named = updatedFields(changes.get(finding.key))
    if (named === null) continue
    const { number, heading, original, aspect, status } = finding
    const fields = { number, numberKey: numberKey(number), heading, original, aspect, status }
    const asked = new Set(named.fields.has('number') ? [...named.fields, 'numberKey'] : named.fields)
    await ledger.updateFinding(named.id, pick<NewFinding>(fields, asked))
  }
  for (const cause of taken.causes) {
    const named = updatedFields(changes.get(cause.key))
    if (named !== null) await ledger.updateCause(named.id, { text: cause.text })
  }
  for (const measure of taken.measures) {
    const named = updatedFields(changes.get(measure.key))
    if (named !== null) await ledger.updateMeasure(named.id, pick<NewMeasure>(newMeasure(measure), named.fields))
  }

  const links = changeList.links.flatMap(({ from, to, act }) => {
    const id = ids.get(from)
    const findingId = ids.get(to)
    return act === 'same' || id === undefined || findingId === undefined ? [] : [{ from, id, findingId }]
  })
  const causeKeys = new Set(taken.causes.map(({ key }) => key))
  await ledger.linkCauses(
    links.filter(({ from }) => causeKeys.has(from)).map(({ id, findingId }) => ({ findingId, causeId: id })),
  )
  await ledger.linkMeasures(
    links.filter(({ from }) => !causeKeys.has(from)).map(({ id, findingId }) => ({ findingId, measureId: id })),
  )
  return ids
}

function updatedFields(change: Change | undefined): { id: number; fields: Set<string> } | null {
  if (change?.act !== 'update' || change.id === null) return null
  return { id: change.id, fields: new Set(change.fields.map(({ field }) => field)) }
}

function pick<Fields extends object>(from: Partial<Fields>, names: ReadonlySet<string>): Partial<Fields> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.has(name))) as Partial<Fields>
}

const newMeasure = (measure: DraftMeasure): NewMeasure => ({
  text: measure.text,
  marker: measure.marker,
  implied: measure.implied,
  status: 'planned',
  kind: measure.kind,
  targetText: null,
  target: measure.target,
  dueOn: measure.dueOn,
  duePhrase: measure.duePhrase,
  documents: measure.documents,
  leadUnitId: null,
  supportingUnitIds: [],
  responsibleLeaderId: null,
  responsibleOfficerId: null,
  docketNumber: null,
})

/** Several places of a text may be told by one record: it then has the spans of all. */
function sourcesOf(taken: LedgerDraft, ids: Ids): SourceLink[] {
  const found = new Map<string, SourceLink>()
  const kinds = [
    ['finding', taken.findings],
    ['cause', taken.causes],
    ['measure', taken.measures],
  ] as const
  for (const [kind, items] of kinds) {
    for (const { key, spans } of items) {
      const id = ids.get(key)
      if (id === undefined) continue
      const held = found.get(`${kind} ${id}`)
      found.set(`${kind} ${id}`, { kind, id, spans: [...(held?.spans ?? []), ...spans] })
    }
  }
  return [...found.values()]
}

function recordEvents({ changes }: ChangeList, ids: Ids, event: EventMaker): HistoryEvent[] {
  return changes.flatMap(({ record, key, act, label, fields }) => {
    const id = ids.get(key)
    if (id === undefined || act === 'same' || act === 'leftOut') return []
    if (act === 'create') return [event('record.created', record, id, { after: { text: label } })]
    const side = (which: 'before' | 'after') => Object.fromEntries(fields.map((each) => [each.field, each[which]]))
    return [event('record.updated', record, id, { before: side('before'), after: side('after') })]
  })
}

function countChanges({ changes }: ChangeList): Omit<Applied, 'inspectionId'> {
  const count = (act: Change['act']): Applied['created'] => {
    const of = (record: Change['record']): number =>
      changes.filter((change) => change.act === act && change.record === record).length
    return { findings: of('finding'), causes: of('cause'), measures: of('measure') }
  }
  return { created: count('create'), updated: count('update'), same: count('same') }
}
