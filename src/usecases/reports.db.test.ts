/** Weekly reports on a real database: obligations, filing, retries, amendments, missed weeks, excuses, the board. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testNow, wholeScope } from '../../test/builders.ts'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Assignment } from '../core/access/policy.ts'
import type { Day } from '../core/deadline/day.ts'
import { canonicalEvent, type HistoryEvent } from '../core/history/history-event.ts'
import { excuseReports } from './excuse-reports.ts'
import { fileReport, type ReportWish, withdrawReport } from './file-report.ts'
import { followObligations, openReportWeek } from './open-report-week.ts'
import type { Visitor } from './ports.ts'
import { readBoard, readBoardRows, readMeasureReports, readWeek } from './read-reports.ts'

let world: World
let outside: TestOutside
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The week of `testNow`; its reports are due on Friday 17:00 in China. */
const week = '2024-09-09' as Day
const nextWeek = '2024-09-16' as Day
const friday = (days = 0, time = '09:00'): Date => new Date(Date.parse(`2024-09-13T${time}:00Z`) + days * 86_400_000)

let count = 0
const wish = (more: Partial<ReportWish> = {}): ReportWish => ({
  week,
  basedOn: 0,
  submissionId: `report-${++count}-${Math.random()}`,
  noChange: true,
  reached: [],
  evidenceIds: [],
  entries: [],
  ...more,
})

/** A tenant with a unit, its officer, the office, and measures under way that owe a report. */
async function aRound(measures = 1) {
  outside?.close()
  outside = outsideOf(world)
  outside.setNow(testNow)
  const tenantId = await world.aTenant()
  const inspectionId = await world.anInspection(tenantId)
  const unitId = await world.aUnit(tenantId)
  const measureIds: number[] = []
  for (let each = 0; each < measures; each++)
    measureIds.push(
      await world.aMeasure(tenantId, inspectionId, {
        status: 'underway',
        leadUnitId: unitId,
        target: { quantity: 1186, unit: '株' },
      }),
    )
  const as = async (...assignments: Assignment[]): Promise<Visitor> =>
    (await aVisitor(world, outside, tenantId, assignments)).visitor
  await openReportWeek(outside, tenantId)
  return {
    tenantId,
    inspectionId,
    unitId,
    measureIds,
    measureId: measureIds[0] ?? 0,
    officer: await as({ role: 'officer', unitId, inspectionId }),
    office: await as({ role: 'office', unitId: null, inspectionId: null }),
    as,
  }
}

const due = (measureId: number) =>
  world.asOwner('select week::text, state, version, excuse from report_due where measure_id = $1 order by week', [
    measureId,
  ])
const measure = async (measureId: number) =>
  (
    await world.asOwner(
      'select missed_weeks, last_report_on::text, reached_quantity::float from measure where measure_id = $1',
      [measureId],
    )
  )[0]
const reports = (measureId: number) =>
  world.asOwner('select version, no_change, done from weekly_report where measure_id = $1 order by version', [
    measureId,
  ])

describe('the obligation', () => {
  test('is one row per open measure and week, opened once however often it is asked for', async () => {
    const { tenantId, inspectionId, unitId, measureId } = await aRound()
    const planned = await world.aMeasure(tenantId, inspectionId, { status: 'planned', leadUnitId: unitId })
    const closed = await world.aMeasure(tenantId, inspectionId, { status: 'signedOff', leadUnitId: unitId })
    expect(await openReportWeek(outside, tenantId)).toEqual({ opened: 0, missed: 0 })
    expect(await due(measureId)).toEqual([{ week, state: 'expected', version: 0, excuse: null }])
    expect([...(await due(planned)), ...(await due(closed))]).toEqual([])
  })
  test('catches up weeks that passed while no server ran, and counts them as missed', async () => {
    const { tenantId, measureId } = await aRound()
    outside.setNow(friday(17))
    expect(await openReportWeek(outside, tenantId)).toEqual({ opened: 3, missed: 1 })
    expect((await due(measureId)).map((row) => row.week)).toEqual([week, nextWeek, '2024-09-23', '2024-09-30'])
    // 2024-09-30: the week of the National Day, but Monday is worked.
    expect((await measure(measureId))?.missed_weeks).toBe(3)
  })
  test('is excused by the calendar in a week wholly of holidays', async () => {
    const { tenantId, measureId } = await aRound()
    // Spring Festival 2026: Sunday 15 February to Monday 23 February.
    outside.setNow(new Date('2026-02-16T02:00:00Z'))
    await openReportWeek(outside, tenantId)
    expect((await due(measureId)).at(-1)).toEqual({
      week: '2026-02-16',
      state: 'excused',
      version: 0,
      excuse: 'holiday',
    })
  })
  test('begins with docketing and ends with the measure, unless its hour has passed', async () => {
    const { tenantId, inspectionId, unitId, measureId } = await aRound()
    const docketed = await world.aMeasure(tenantId, inspectionId, { status: 'docketed', leadUnitId: unitId })
    const follow = (id: number) =>
      world.data.inTenant(wholeScope(tenantId), (stores) =>
        followObligations(stores, inspectionId, [id], outside.now()),
      )
    await follow(docketed)
    await follow(docketed)
    expect(await due(docketed)).toEqual([{ week, state: 'expected', version: 0, excuse: null }])
    await world.asOwner("update measure set status = 'signedOff' where measure_id = $1", [docketed])
    await follow(docketed)
    expect((await due(docketed))[0]?.excuse).toBe('closed')
    await world.asOwner("update measure set status = 'docketed' where measure_id = $1", [docketed])
    await follow(docketed)
    expect((await due(docketed))[0]?.state).toBe('expected')
    outside.setNow(friday())
    await world.asOwner("update measure set status = 'signedOff' where measure_id = $1", [measureId])
    await follow(measureId)
    expect((await due(measureId))[0]?.state).toBe('expected')
  })
  test('goes with the lead unit as long as nobody has reported', async () => {
    const { tenantId, inspectionId, measureId, unitId, officer } = await aRound(2)
    const other = await world.aUnit(tenantId)
    await fileReport(outside, officer, measureId, wish())
    await world.asOwner('update measure set lead_unit_id = $1 where tenant_id = $2', [other, tenantId])
    const ids = await world.asOwner('select measure_id::int as id from measure where tenant_id = $1', [tenantId])
    await world.data.inTenant(wholeScope(tenantId), (stores) =>
      followObligations(
        stores,
        inspectionId,
        ids.map((row) => Number(row.id)),
        outside.now(),
      ),
    )
    const owed = await world.asOwner(
      'select unit_id::int as unit, version from report_due where tenant_id = $1 order by version',
      [tenantId],
    )
    expect(owed).toEqual([
      { unit: other, version: 0 },
      { unit: unitId, version: 1 },
    ])
  })
})

describe('a report', () => {
  test('that nothing changed needs no field, and is one event on the measure', async () => {
    const { measureId, officer, tenantId } = await aRound()
    expect(await fileReport(outside, officer, measureId, wish())).toEqual({ version: 1, state: 'filed' })
    expect(await due(measureId)).toEqual([{ week, state: 'filed', version: 1, excuse: null }])
    expect(await measure(measureId)).toMatchObject({ missed_weeks: 0, last_report_on: '2024-09-11' })
    const events = await world.asOwner(
      `select act, after, digest_algorithm, encode(digest, 'hex') as digest, actor_id::int as "actorId", role, unit_id::int as "unitId"
        from history_event where tenant_id = $1 and record_kind = 'measure' and record_id = $2 and act like 'report.%'`,
      [tenantId, measureId],
    )
    expect(events).toHaveLength(1)
    const [event] = events
    expect(event).toMatchObject({
      act: 'report.filed',
      after: { week, version: 1, noChange: true, state: 'filed' },
      role: 'officer',
    })
    const written: HistoryEvent = {
      at: testNow.toISOString(),
      actorId: officer.personId,
      role: 'officer',
      unitId: Number(event?.unitId),
      onBehalfOf: null,
      act: 'report.filed',
      recordKind: 'measure',
      recordId: measureId,
      before: null,
      after: event?.after as Record<string, unknown>,
      reason: null,
    }
    const { createHash } = await import('node:crypto')
    expect(event?.digest).toBe(createHash('sha256').update(canonicalEvent(tenantId, written)).digest('hex'))
  })
  test('sent twice, or by sixteen at once under one number, is there once', async () => {
    const { measureId, officer, tenantId } = await aRound()
    const once = wish({ noChange: false, done: '补植 74 株' })
    const answers = await Promise.all(Array.from({ length: 16 }, () => fileReport(outside, officer, measureId, once)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await fileReport(outside, officer, measureId, once)).toEqual({ version: 1, state: 'filed' })
    expect(await reports(measureId)).toEqual([{ version: 1, no_change: false, done: '补植 74 株' }])
    const [events] = await world.asOwner(
      "select count(*)::int as n from history_event where tenant_id = $1 and act = 'report.filed'",
      [tenantId],
    )
    expect(events?.n).toBe(1)
  })
  test('moves the progress of its targets along, and the figure of the ledger', async () => {
    const { measureId, officer } = await aRound()
    const [target] = await world.asOwner('select target_id::int as id from measure_target where measure_id = $1', [
      measureId,
    ])
    const targetId = Number(target?.id)
    await fileReport(
      outside,
      officer,
      measureId,
      wish({ noChange: false, done: '补植', reached: [{ targetId, quantity: 902 }] }),
    )
    expect((await measure(measureId))?.reached_quantity).toBe(902)
    const page = await readMeasureReports(outside, officer, measureId)
    expect(page.targets).toMatchObject([{ id: targetId, reached: 902 }])
    expect(page.weeks[0]?.reports[0]).toMatchObject({ done: '补植', reached: [{ targetId, quantity: 902 }] })
  })
  test('names targets of its own measure alone', async () => {
    const { measureId, officer } = await aRound()
    const foreign = wish({ noChange: false, done: '补植', reached: [{ targetId: 99_999, quantity: 1 }] })
    await expect(fileReport(outside, officer, measureId, foreign)).rejects.toMatchObject({
      code: 'report.foreignTarget',
    })
    expect(await reports(measureId)).toEqual([])
  })
  test('names evidence of its own measure alone', async () => {
    const { measureId, officer } = await aRound()
    const foreign = wish({ noChange: false, done: '补植', evidenceIds: [99_999] })
    await expect(fileReport(outside, officer, measureId, foreign)).rejects.toMatchObject({
      code: 'report.foreignEvidence',
    })
    expect(await reports(measureId)).toEqual([])
  })
  test('with nothing in it is refused at its field', async () => {
    const { measureId, officer } = await aRound()
    const empty = fileReport(outside, officer, measureId, wish({ noChange: false, done: ' '.trim() }))
    await expect(empty).rejects.toMatchObject({ code: 'report.empty', facts: { field: 'done' } })
  })
  test('can be amended while its week lasts; every version stays', async () => {
    const { measureId, officer } = await aRound()
    await fileReport(outside, officer, measureId, wish())
    outside.setNow(friday(1))
    const amended = await fileReport(
      outside,
      officer,
      measureId,
      wish({ basedOn: 1, noChange: false, done: '补植 12 株' }),
    )
    expect(amended.version).toBe(2)
    // It was punctual, and stays so.
    expect((await due(measureId))[0]).toMatchObject({ state: 'filed', version: 2 })
    expect((await reports(measureId)).map((row) => row.version)).toEqual([1, 2])
    outside.setNow(friday(3))
    const after = fileReport(outside, officer, measureId, wish({ basedOn: 2, noChange: false, done: '更正' }))
    await expect(after).rejects.toMatchObject({ code: 'report.weekClosed' })
  })
  test('never overwrites what a colleague reported meanwhile, and says who', async () => {
    const { measureId, officer, as, inspectionId, unitId } = await aRound()
    const colleague = await as({ role: 'officer', unitId, inspectionId })
    await fileReport(outside, colleague, measureId, wish())
    const second = fileReport(outside, officer, measureId, wish({ noChange: false, done: '补植 12 株' }))
    await expect(second).rejects.toMatchObject({
      code: 'report.changedMeanwhile',
      facts: { by: colleague.name, at: '2024-09-11 10:00', version: 1 },
    })
  })
  test('after the hour is late, after the week back-filled, and both stay marked', async () => {
    const { measureId, officer, tenantId } = await aRound(1)
    outside.setNow(friday())
    await openReportWeek(outside, tenantId)
    expect((await measure(measureId))?.missed_weeks).toBe(1)
    expect(await fileReport(outside, officer, measureId, wish())).toEqual({ version: 1, state: 'late' })
    expect((await measure(measureId))?.missed_weeks).toBe(0)
    outside.setNow(friday(7))
    await openReportWeek(outside, tenantId)
    outside.setNow(friday(14))
    await openReportWeek(outside, tenantId)
    expect((await measure(measureId))?.missed_weeks).toBe(2)
    expect(await fileReport(outside, officer, measureId, wish({ week: nextWeek }))).toEqual({
      version: 1,
      state: 'backfilled',
    })
    expect((await due(measureId)).map((row) => row.state)).toEqual(['late', 'backfilled', 'expected'])
    expect((await measure(measureId))?.missed_weeks).toBe(1)
  })
  test('of a week to come, or of one in which nothing was owed, is refused', async () => {
    const { measureId, officer } = await aRound()
    for (const [wanted, code] of [
      [nextWeek, 'report.notDue'],
      ['2024-09-10' as Day, 'report.notAWeek'],
    ] as const)
      await expect(fileReport(outside, officer, measureId, wish({ week: wanted }))).rejects.toMatchObject({ code })
  })
  test('“no change” can be taken back while its week lasts, and given again', async () => {
    const { measureId, officer } = await aRound()
    await fileReport(outside, officer, measureId, wish())
    expect((await withdrawReport(outside, officer, measureId, wish({ basedOn: 1 }))).state).toBe('withdrawn')
    expect(await due(measureId)).toEqual([{ week, state: 'expected', version: 2, excuse: null }])
    expect(await measure(measureId)).toMatchObject({ last_report_on: null })
    await fileReport(outside, officer, measureId, wish({ basedOn: 2, noChange: false, done: '补植' }))
    const full = withdrawReport(outside, officer, measureId, wish({ basedOn: 3 }))
    await expect(full).rejects.toMatchObject({ code: 'report.notToWithdraw' })
  })
  test('a supporting unit adds its part without answering for the lead unit', async () => {
    const { tenantId, measureId, officer, as, inspectionId } = await aRound()
    const helper = await world.aUnit(tenantId)
    await world.asOwner('insert into measure_unit (tenant_id, measure_id, unit_id) values ($1, $2, $3)', [
      tenantId,
      measureId,
      helper,
    ])
    await world.data.inTenant(wholeScope(tenantId), ({ ledger }) => ledger.settle(inspectionId))
    const supporter = await as({ role: 'officer', unitId: helper, inspectionId })
    await fileReport(outside, supporter, measureId, wish({ noChange: false, done: '提供苗木' }))
    expect((await due(measureId))[0]).toMatchObject({ state: 'expected', version: 0 })
    await fileReport(outside, officer, measureId, wish())
    const page = await readMeasureReports(outside, officer, measureId)
    expect(page.weeks[0]?.reports.map((report) => report.done)).toEqual([null, '提供苗木'])
  })
  test('by a deputy names both', async () => {
    const { tenantId, inspectionId, unitId, measureId, officer, as } = await aRound()
    const { name, personId } = officer
    const acting: Visitor = {
      ...(await as({ role: 'officer', unitId, inspectionId })),
      roles: officer.roles.map((role) => ({ ...role, onBehalfOf: { id: personId, name } })),
    }
    await fileReport(outside, acting, measureId, wish())
    const [event] = await world.asOwner(
      "select actor_id::int as actor, on_behalf_of::int as behalf from history_event where tenant_id = $1 and act = 'report.filed'",
      [tenantId],
    )
    expect(event).toEqual({ actor: acting.personId, behalf: personId })
  })
  test('of another unit’s measure is neither read nor written', async () => {
    const { tenantId, measureId, as, inspectionId } = await aRound()
    const stranger = await as({ role: 'officer', unitId: await world.aUnit(tenantId), inspectionId })
    await expect(fileReport(outside, stranger, measureId, wish())).rejects.toMatchObject({ code: 'record.notFound' })
    await expect(readMeasureReports(outside, stranger, measureId)).rejects.toMatchObject({ code: 'record.notFound' })
    expect((await readWeek(outside, stranger, inspectionId)).rows).toEqual([])
  })
})

describe('my week and the board', () => {
  test('my week lists what is owed, worst first, with last week’s report', async () => {
    const { tenantId, inspectionId, measureIds, officer } = await aRound(3)
    const [first = 0, second = 0] = measureIds
    await fileReport(outside, officer, first, wish({ noChange: false, done: '补植 30 株' }))
    outside.setNow(friday(5, '01:00'))
    await openReportWeek(outside, tenantId)
    await fileReport(outside, officer, second, wish({ week: nextWeek }))
    const page = await readWeek(outside, officer, inspectionId)
    expect(page).toMatchObject({ week: nextWeek, owed: 3, reported: 1, before: { owed: 3, filed: 1, missed: 2 } })
    expect(page.rows.map((row) => row.state)).toEqual(['expected', 'expected', 'filed'])
    expect(page.rows.find((row) => row.measure.id === first)?.last?.done).toBe('补植 30 株')
    expect(page.missed.map((row) => row.week)).toEqual([week, week])
  })
  test('the board counts every state by unit and week, as a walk over all rows would', async () => {
    const { tenantId, inspectionId, unitId, measureIds, officer, office, as } = await aRound(6)
    const [a = 0, b = 0, c = 0] = measureIds
    await fileReport(outside, officer, a, wish())
    await excuseReports(outside, office, {
      inspection: inspectionId,
      week,
      measureIds: [b],
      reason: '延期申请待批',
      submissionId: 'excuse-b-1',
    })
    outside.setNow(friday(1))
    await openReportWeek(outside, tenantId)
    await fileReport(outside, officer, c, wish())
    const board = await readBoard(outside, office, inspectionId)
    expect(board.units).toHaveLength(1)
    expect(board.units[0]).toMatchObject({
      missed: 3,
      cells: [{ due: 6, filed: 1, late: 1, backfilled: 0, excused: 1, missed: 3 }],
    })
    const rows = await readBoardRows(outside, office, { inspection: inspectionId, unit: unitId, week, after: 0 })
    expect(rows.rows.filter((row) => row.state === 'missed')).toHaveLength(3)
    expect(rows.rows.find((row) => row.measure.id === b)?.excuse).toBe('延期申请待批')
    const head = await as({ role: 'unitHead', unitId, inspectionId })
    expect((await readBoard(outside, head, inspectionId)).units).toHaveLength(1)
    const otherHead = await as({ role: 'unitHead', unitId: await world.aUnit(tenantId), inspectionId })
    expect((await readBoard(outside, otherHead, inspectionId)).units).toEqual([])
    await expect(
      readBoardRows(outside, otherHead, { inspection: inspectionId, unit: unitId, week, after: 0 }),
    ).rejects.toMatchObject({ code: 'access.otherUnit' })
    // The same after the weeks that are over were put together.
    outside.setNow(friday(5))
    await openReportWeek(outside, tenantId)
    const later = await readBoard(outside, office, inspectionId)
    expect(later.units[0]?.cells[0]).toMatchObject({ due: 6, filed: 1, late: 1, excused: 1, missed: 3 })
  })
  test('an excuse lifts the missed week, and its end brings it back', async () => {
    const { tenantId, inspectionId, measureId, office } = await aRound()
    outside.setNow(friday(1))
    await openReportWeek(outside, tenantId)
    const excuse = { inspection: inspectionId, week, unitId: undefined }
    expect(await excuseReports(outside, office, { ...excuse, reason: '防汛停工', submissionId: 'excuse-one' })).toEqual(
      { changed: 1 },
    )
    expect(await measure(measureId)).toMatchObject({ missed_weeks: 0 })
    expect(await excuseReports(outside, office, { ...excuse, reason: null, submissionId: 'excuse-two' })).toEqual({
      changed: 1,
    })
    expect(await measure(measureId)).toMatchObject({ missed_weeks: 1 })
  })
  test('the light of the newest week is the measure’s; earlier weeks keep theirs', async () => {
    const { tenantId, measureId } = await aRound()
    const lights = () => world.asOwner('select light from report_due where measure_id = $1 order by week', [measureId])
    await world.asOwner("update measure set light = 'yellow' where measure_id = $1", [measureId])
    outside.setNow(friday(5))
    await openReportWeek(outside, tenantId)
    await world.asOwner("update measure set light = 'red' where measure_id = $1", [measureId])
    expect((await lights()).map((row) => row.light)).toEqual(['yellow', 'red'])
  })
})

test('the application can add reports but neither change nor remove one', async () => {
  const { tenantId, measureId, officer } = await aRound()
  await fileReport(outside, officer, measureId, wish())
  for (const words of [
    "update weekly_report set done = 'x'",
    'delete from weekly_report',
    'truncate weekly_report',
    'update report_count set missed = 0',
  ])
    await expect(
      world.database.writeOne({ tenantId, sight: { whole: 'all', audiences: [] } }, { text: words, values: [] }),
    ).rejects.toThrow(/permission denied|does not exist/)
})

test('the first report of a docketed measure begins the work', async () => {
  const { tenantId, inspectionId, unitId, officer } = await aRound()
  const measureId = await world.aMeasure(tenantId, inspectionId, { status: 'docketed', leadUnitId: unitId })
  await world.data.inTenant(wholeScope(tenantId), (stores) =>
    followObligations(stores, inspectionId, [measureId], outside.now()),
  )
  await fileReport(outside, officer, measureId, wish())
  const [{ status } = {}] = await world.asOwner('select status from measure where measure_id = $1', [measureId])
  expect(status).toBe('underway')
  const acts = await world.asOwner(
    "select act, role from history_event where tenant_id = $1 and record_kind = 'measure' and record_id = $2 order by event_id desc limit 2",
    [tenantId, measureId],
  )
  expect(acts).toEqual([
    { act: 'measure.started', role: 'officer' },
    { act: 'report.filed', role: 'officer' },
  ])
})
