/** An officer reports what was done on a measure this week, or that nothing changed (`ledger.md`, "weekly report"). */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { reportBodySchema } from '../core/api/reports.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Act } from '../core/history/acts.ts'
import type { HistoryEvent } from '../core/history/history-event.ts'
import { Refusal } from '../core/refusal.ts'
import { isWeek } from '../core/report/week.ts'
import { citable, cite } from './cite-entry.ts'
import { seen } from './list-citations.ts'
import { permit } from './permit.ts'
import type { Filed, Filing, Holder } from './ports/reports.ts'
import type { Outside, Stores, Visitor } from './ports.ts'

export type ReportWish = z.output<typeof reportBodySchema>
type Answer = Pick<Filed, 'version' | 'state'>

/** @throws Refusal `report.…`, `record.notFound` also for measures that the visitor does not see */
export async function fileReport(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  wish: ReportWish,
): Promise<Answer> {
  const actor = permit(visitor, 'report.file')
  const words = (text: string | null | undefined): string | null => (wish.noChange || !text ? null : text)
  const done = words(wish.done)
  if (!wish.noChange && done === null && wish.reached.length + wish.evidenceIds.length + wish.entries.length === 0)
    throw new Refusal('report.empty', { field: 'done' })
  const entries = wish.noChange ? [] : wish.entries
  const content = {
    measureId,
    week: wish.week,
    basedOn: wish.basedOn,
    submissionId: wish.submissionId,
    noChange: wish.noChange,
    withdrawn: false,
    done,
    difficulty: words(wish.difficulty),
    nextStep: words(wish.nextStep),
    percent: wish.noChange ? null : (wish.percent ?? null),
    reached: wish.noChange ? [] : wish.reached,
    evidenceIds: wish.noChange ? [] : wish.evidenceIds,
    entryIds: entries.map(({ entryId }) => entryId),
  }
  return file(outside, actor, wish.basedOn === 0 ? 'report.filed' : 'report.amended', content, entries)
}

/** Takes “no change” back: the report is expected again. Both stay in the history. */
export async function withdrawReport(
  outside: Outside,
  visitor: Visitor | null,
  measureId: number,
  wish: Pick<ReportWish, 'week' | 'basedOn' | 'submissionId'>,
): Promise<Answer> {
  const actor = permit(visitor, 'report.file')
  return file(outside, actor, 'report.withdrawn', {
    measureId,
    ...wish,
    noChange: true,
    withdrawn: true,
    done: null,
    difficulty: null,
    nextStep: null,
    percent: null,
    reached: [],
    evidenceIds: [],
    entryIds: [],
  })
}

type Content = Omit<Filing, 'personId' | 'at' | 'holders' | 'event'>

async function file(
  { data, now }: Outside,
  actor: Actor,
  act: Act,
  content: Content,
  entries: ReportWish['entries'] = [],
): Promise<Answer> {
  if (!isWeek(content.week)) throw new Refusal('report.notAWeek', { field: 'week' })
  const at = now()
  const { measureId, week, noChange, done, difficulty, nextStep, percent, reached, evidenceIds, entryIds } = content
  const said = Object.entries({ done, difficulty, nextStep, percent }).filter(([, value]) => value !== null)
  const after = {
    week,
    version: content.basedOn + 1,
    noChange,
    ...Object.fromEntries(said),
    ...(reached.length > 0 ? { reached } : {}),
    ...(evidenceIds.length > 0 ? { evidenceIds } : {}),
    ...(entryIds.length > 0 ? { entryIds } : {}),
  }
  const filing: Filing = {
    ...content,
    personId: actor.personId,
    at,
    holders: holdersOf(actor),
    event: (holder, state): HistoryEvent => ({
      at: at.toISOString(),
      actorId: actor.personId,
      role: holder.role,
      unitId: holder.unitId,
      onBehalfOf: holder.onBehalfOf,
      act,
      recordKind: 'measure',
      recordId: measureId,
      before: null,
      after: { ...after, state },
      reason: null,
    }),
  }
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  try {
    const alone = entries.length === 0 ? await data.fileReport(scope, filing) : null
    const filed =
      alone ??
      (await data.inTenant(scope, async (stores) => {
        await citeReported(stores, actor, filing, entries)
        return fileAndFollow(stores, filing)
      }))
    return { version: filed.version, state: filed.state }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'report.changedMeanwhile')
      throw await data.inTenant(scope, (stores) => whoReported(stores, filing, error))
    throw error
  }
}

/** Assignments under which somebody reports, his own before those he holds for others. */
const holdersOf = ({ assignments }: Actor): Holder[] =>
  assignments.flatMap(({ role, unitId, inspectionId, onBehalfOf }) =>
    role === 'officer' && unitId !== null ? [{ role, unitId, inspectionId, onBehalfOf: onBehalfOf ?? null }] : [],
  )

/** What the report brings counts at once. Entries are held before the measure: whoever changes one goes that way too. */
async function citeReported(
  stores: Stores,
  actor: Actor,
  { measureId, at }: Filing,
  entries: ReportWish['entries'],
): Promise<void> {
  if (entries.length === 0) return
  const found = []
  for (const { entryId, targetId } of [...entries].sort((one, other) => one.entryId - other.entryId))
    found.push({ entry: await citable(stores, actor, entryId), targetId })
  const record = seen(actor, await stores.citations.lockRecord('measure', measureId))
  const given = may(actor, 'citation.write', record)
  if (!given.allowed) throw new Refusal(`access.${given.reason}`)
  for (const { entry, targetId } of found) await cite(stores, actor, { entry, record, targetId, at })
}

/** The measure begins with its first report; a light that was red for missed weeks is worked out anew. */
async function fileAndFollow(stores: Stores, filing: Filing): Promise<Filed> {
  const filed = await stores.reports.file(filing)
  const begins = filed.status === 'docketed' && filed.byLeadUnit && filed.state !== 'withdrawn'
  if (begins && (await stores.life.start(filing.measureId, filing.at)))
    await stores.history.append([beginningOf(filing, filed)])
  await stores.lights.refresh([filing.measureId], chinaDay(filing.at))
  return filed
}

function beginningOf({ holders, event }: Filing, { unitId, onBehalfOf, status }: Filed): HistoryEvent {
  const holder = holders.find((each) => each.unitId === unitId && each.onBehalfOf === onBehalfOf)
  if (holder === undefined) throw new Error('a report was filed under no assignment')
  return { ...event(holder, 'filed'), act: 'measure.started', before: { status }, after: { status: 'underway' } }
}

/** The refusal with who reported and when. */
async function whoReported(
  { reports }: Stores,
  { measureId, week, holders }: Filing,
  plain: Refusal,
): Promise<Refusal> {
  for (const { unitId } of holders) {
    const newest = await reports.newest(measureId, week, unitId)
    if (newest === null) continue
    const at = new Date(new Date(newest.filedAt).getTime() + 8 * 3_600_000).toISOString()
    return new Refusal('report.changedMeanwhile', {
      by: newest.by.name,
      at: `${at.slice(0, 10)} ${at.slice(11, 16)}`,
      version: newest.version,
    })
  }
  return plain
}
