/** What an officer owes this week, the reports of a measure, the board unit × week. */
import { audiencesOf, may, sightOf } from '../core/access/policy.ts'
import type { Day } from '../core/deadline/day.ts'
import { addDays } from '../core/deadline/working-days.ts'
import { Refusal } from '../core/refusal.ts'
import { isWeek, weekAt } from '../core/report/week.ts'
import { openReportWeek } from './open-report-week.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

/** Weeks that the board shows. */
const boardWeeks = 12
const boardRowsAtOnce = 200

export async function readWeek(outside: Outside, visitor: Visitor | null, inspectionId: number) {
  const { data } = outside
  const actor = permit(visitor, 'week.read', { inspectionId, audiences: null })
  const at = outside.now()
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }
  const unitIds = audiencesOf(actor, inspectionId, ['officer'])
  const query = { inspectionId, unitIds, personId: actor.personId, week: weekAt(at), now: at }
  const page = await data.read.reports.week(scope, query)
  if (page.dueAt !== null) return page
  // Monday before the worker came by, or a server without one.
  await openReportWeek(outside, actor.tenantId)
  return data.read.reports.week(scope, query)
}

/** @throws Refusal `record.notFound` */
export async function readMeasureReports({ data, now }: Outside, visitor: Visitor | null, measureId: number) {
  const actor = permit(visitor, 'measure.read')
  const found = await data.read.reports.measure({ tenantId: actor.tenantId, sight: sightOf(actor) }, measureId, {
    now: now(),
  })
  if (found === null) throw new Refusal('record.notFound')
  const { inspectionId, audiences, unitIds, ...page } = found
  // The database's wall counts units over all inspections together; the policy judges this one.
  if (!may(actor, 'measure.read', { inspectionId, audiences }).allowed) throw new Refusal('record.notFound')
  const mayReport = may(actor, 'report.file', { inspectionId, audiences: unitIds }).allowed
  return { ...page, mayReport }
}

/** The twelve weeks up to the one that runs. A unit's head sees the units below. */
export async function readBoard(outside: Outside, visitor: Visitor | null, inspectionId: number) {
  const { data } = outside
  const actor = permit(visitor, 'board.read', { inspectionId, audiences: null })
  const at = outside.now()
  const to = weekAt(at)
  const from = addDays(to, -7 * (boardWeeks - 1))
  const scope = boardScope(actor, inspectionId)
  const query = { inspectionId, from, to, now: at }
  const board = await data.read.reports.board(scope, query)
  if (board.weeks.at(-1)?.week === to) return board
  await openReportWeek(outside, actor.tenantId)
  return data.read.reports.board(scope, query)
}

/** The measures behind one cell of the board. */
export async function readBoardRows(
  { data, now }: Outside,
  visitor: Visitor | null,
  query: { inspection: number; unit: number; week: Day; after: number },
) {
  const { inspection: inspectionId, unit: unitId, week, after } = query
  const actor = permit(visitor, 'board.read', { inspectionId, audiences: [unitId] })
  if (!isWeek(week)) throw new Refusal('report.notAWeek', { field: 'week' })
  const wanted = { inspectionId, unitId, week, after, limit: boardRowsAtOnce + 1, now: now() }
  const found = await data.read.reports.boardRows(boardScope(actor, inspectionId), wanted)
  const rows = found.slice(0, boardRowsAtOnce)
  const next = found.length > rows.length ? (rows.at(-1)?.measure.id ?? null) : null
  return { rows, next }
}

/** What a person sees of a measure as an officer is no part of the board: it is read as the head of units. */
function boardScope(actor: Parameters<typeof sightOf>[0], inspectionId: number) {
  const { whole } = sightOf(actor, inspectionId)
  return { tenantId: actor.tenantId, sight: { whole, audiences: audiencesOf(actor, inspectionId, ['unitHead']) } }
}
