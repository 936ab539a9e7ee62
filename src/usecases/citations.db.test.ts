/** Citations: who may, what a target reaches by them, what is told to whom, and what stays as it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testNow } from '../../test/builders.ts'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { wholeSight } from '../core/access/policy.ts'
import type { Day } from '../core/deadline/day.ts'
import { Refusal } from '../core/refusal.ts'
import { type CiteWish, citeEntry, setCounted, withdrawCitation } from './cite-entry.ts'
import { fileReport, type ReportWish } from './file-report.ts'
import { listCitations } from './list-citations.ts'
import { eventsOf, permit } from './permit.ts'
import type { Visitor } from './ports.ts'
import { recountCited } from './recount-cited.ts'

let world: World
let outside: TestOutside
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
})
afterAll(async () => {
  outside.close()
  await world.close()
})

let count = 0
const submissionId = (): string => `citation-${++count}-${Math.random()}`
const cite = (visitor: Visitor, wish: Omit<CiteWish, 'submissionId'>) =>
  citeEntry(outside, visitor, { ...wish, submissionId: submissionId() })
const list = (visitor: Visitor, kind: 'measure' | 'finding', id: number) =>
  listCitations(outside, visitor, { kind, id }, 'zh')

/** The code of the refusal that the work ends with. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error.code
  throw error
}

type NewEntry = {
  unitId: number
  counts?: Record<string, number>
  register?: string
  kind?: string | null
  title?: string
  readers?: string
  coveredBy?: number | null
  aggregate?: boolean
}

/** A district with two units, an officer in each, the office; a finding answered by a measure that counts plants. */
async function aDistrict() {
  const tenantId = await world.aTenant()
  const inspectionId = await world.anInspection(tenantId)
  const [unitId, otherUnitId] = [await world.aUnit(tenantId), await world.aUnit(tenantId)]
  const visitorOf = async (role: 'officer' | 'office' | 'inspector', unit: number | null) =>
    (await aVisitor(world, outside, tenantId, [{ role, unitId: unit, inspectionId }])).visitor
  const officer = await visitorOf('officer', unitId)
  const other = await visitorOf('officer', otherUnitId)
  const office = await visitorOf('office', null)
  const inspector = await visitorOf('inspector', null)

  const anEntry = async ({
    unitId: keeper,
    counts = { times: 1, plants: 27 },
    register = 'replanting',
    kind = null,
    title = '补植 27 株',
    readers = 'unit',
    coveredBy = null,
    aggregate = false,
  }: NewEntry): Promise<number> => {
    const [row] = await world.asOwner(
      `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, readers,
          search, search_text, created_by, created_at, changed_at, covered_by, aggregate_from, aggregate_to)
        values ($1, $2, 1, $3, $4, $5, '2024-09-02', '{}', $6, $7, to_tsvector('simple', ''), '', $8, $9, $9, $10, $11, $12)
        returning entry_id::int as id`,
      [
        tenantId,
        register,
        kind,
        keeper,
        title,
        JSON.stringify(counts),
        readers,
        officer.personId,
        testNow,
        coveredBy,
        ...(aggregate ? ['2024-01-01', '2024-09-30'] : [null, null]),
      ],
    )
    return Number(row?.id)
  }
  const aMeasure = async (of: number, target: { quantity: number; unit: string } | null = null) => {
    const findingId = await world.aFinding(tenantId, inspectionId)
    const measureId = await world.aMeasure(tenantId, inspectionId, {
      leadUnitId: of,
      findingIds: [findingId],
      status: 'underway',
    })
    const [row] = target
      ? await world.asOwner(
          `insert into measure_target (tenant_id, measure_id, position, words, quantity, unit)
            values ($1, $2, 1, '补植', $3, $4) returning target_id::int as id`,
          [tenantId, measureId, target.quantity, target.unit],
        )
      : []
    return { findingId, measureId, targetId: Number(row?.id ?? 0) }
  }
  const reachedOf = async (measureId: number) => {
    const [row] = await world.asOwner(
      `select reached_quantity::float as on_measure, (ledger_row->>'reached')::float as in_ledger, evidence_count as pieces,
          (select reached::float from measure_target where measure_id = $1 order by position limit 1) as on_target
        from measure where measure_id = $1`,
      [measureId],
    )
    return row
  }
  return {
    tenantId,
    inspectionId,
    unitId,
    otherUnitId,
    officer,
    other,
    office,
    inspector,
    anEntry,
    aMeasure,
    reachedOf,
  }
}
const plants = { register: 'replanting', counted: 'plants', kind: null } as const

test('a target reaches what the entries cited for it come to, each once, and wherever it is shown', async () => {
  const { officer, unitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const { measureId, targetId, findingId } = await aMeasure(unitId, { quantity: 1213, unit: '株' })
  const [few, many] = [
    await anEntry({ unitId }),
    await anEntry({ unitId, counts: { times: 1, plants: 1186 }, title: '补植 1186 株' }),
  ]
  expect(await setCounted(outside, officer, targetId, { counts: plants, submissionId: submissionId() })).toEqual({
    reached: 0,
  })
  const wish = { recordKind: 'measure', recordId: measureId, targetId } as const
  const first = await cite(officer, { ...wish, entryId: few })
  await cite(officer, { ...wish, entryId: many })
  // Cited once more it is the same citation, and counts once.
  expect(await cite(officer, { ...wish, entryId: few })).toEqual(first)
  expect(await reachedOf(measureId)).toEqual({ on_measure: 1213, in_ledger: 1213, on_target: 1213, pieces: 2 })
  const shown = await list(officer, 'measure', measureId)
  expect(shown.citations.map(({ adds, entry, open }) => [entry.title, adds, open])).toEqual([
    ['补植 27 株', 27, true],
    ['补植 1186 株', 1186, true],
  ])
  // The finding cites the same entry: it proves there, and nothing is added up.
  await cite(officer, { entryId: many, recordKind: 'finding', recordId: findingId, targetId: null })
  expect((await list(officer, 'finding', findingId)).citations).toMatchObject([{ entry: { id: many }, adds: null }])

  await withdrawCitation(outside, officer, first.citationId, submissionId())
  expect(await reachedOf(measureId)).toEqual({ on_measure: 1186, in_ledger: 1186, on_target: 1186, pieces: 1 })
  const history = await world.data.read.historyOf(
    { tenantId: officer.tenantId, sight: wholeSight },
    'measure',
    measureId,
  )
  expect(
    history.filter(({ act }) => act.startsWith('entry.')).map(({ act, before, after }) => [act, before, after]),
  ).toEqual(
    expect.arrayContaining([
      [
        'entry.uncited',
        { reached: 1213 },
        { entryId: few, register: 'replanting', title: '补植 27 株', targetId, reached: 1186 },
      ],
    ]),
  )
})

test('an entry that is changed or withdrawn changes every measure that cites it, whatever unit that belongs to', async () => {
  const { tenantId, officer, other, office, unitId, otherUnitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const own = await aMeasure(unitId, { quantity: 1213, unit: '株' })
  const theirs = await aMeasure(otherUnitId, { quantity: 1213, unit: '株' })
  const entryId = await anEntry({ unitId, counts: { times: 1, plants: 1186 } })
  for (const { measureId, targetId } of [own, theirs]) {
    await setCounted(outside, office, targetId, { counts: plants, submissionId: submissionId() })
    await cite(office, { entryId, recordKind: 'measure', recordId: measureId, targetId })
  }
  const actor = permit(officer, 'entry.write')
  const change = (sql: string) =>
    world.asOwner(`update entry set ${sql} where entry_id = $1`, [entryId]).then(() =>
      // As the unit's officer, who does not see the other unit's measure.
      world.data.inTenant({ tenantId, sight: { whole: [], audiences: [unitId] } }, (stores) =>
        recountCited(stores, [entryId], eventsOf(actor, 'entry.write', testNow)),
      ),
    )
  await change(`counts = '{"plants": 1000}'`)
  for (const { measureId } of [own, theirs])
    expect(await reachedOf(measureId)).toMatchObject({ on_target: 1000, in_ledger: 1000 })
  await change(`withdrawn_at = now(), withdrawn_by = created_by, withdrawn_reason = '重复登记'`)
  for (const { measureId } of [own, theirs])
    expect(await reachedOf(measureId)).toEqual({ on_measure: 0, in_ledger: 0, on_target: 0, pieces: 0 })
  // It stays cited, struck out.
  expect((await list(other, 'measure', theirs.measureId)).citations).toMatchObject([
    { adds: 0, entry: { id: entryId, withdrawn: true } },
  ])
  const history = await world.data.read.historyOf({ tenantId, sight: wholeSight }, 'measure', theirs.measureId)
  expect(history.filter(({ act }) => act === 'target.recounted').map(({ after }) => after?.reached)).toEqual(
    expect.arrayContaining([1000, 0]),
  )
})

test('a single entry and the aggregate that holds it, both cited, count once', async () => {
  const { officer, unitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const { measureId, targetId } = await aMeasure(unitId, { quantity: 200, unit: '次' })
  const counts = { register: 'patrol', counted: 'times', kind: null }
  await setCounted(outside, officer, targetId, { counts, submissionId: submissionId() })
  const patrol = { unitId, register: 'patrol' }
  const many = await anEntry({ ...patrol, counts: { times: 157 }, title: '巡查 157 次', aggregate: true })
  const single = await anEntry({ ...patrol, counts: { times: 1 }, title: '一次巡查', coveredBy: many })
  const wish = { recordKind: 'measure', recordId: measureId, targetId } as const
  await cite(officer, { ...wish, entryId: single })
  expect(await reachedOf(measureId)).toMatchObject({ on_target: 1 })
  await cite(officer, { ...wish, entryId: many })
  expect(await reachedOf(measureId)).toMatchObject({ on_target: 157 })
  expect((await list(officer, 'measure', measureId)).citations.map(({ adds, covered }) => [adds, covered])).toEqual([
    [0, true],
    [157, false],
  ])
})

test('what is of another register or kind proves and does not count', async () => {
  const { officer, unitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const { measureId, targetId } = await aMeasure(unitId, { quantity: 3, unit: '次' })
  const counts = { register: 'meeting', counted: 'times', kind: 'topical' }
  await setCounted(outside, officer, targetId, { counts, submissionId: submissionId() })
  const wish = { recordKind: 'measure', recordId: measureId, targetId } as const
  for (const [register, kind] of [
    ['meeting', 'topical'],
    ['meeting', 'joint'],
    ['replanting', null],
  ] as const)
    await cite(officer, { ...wish, entryId: await anEntry({ unitId, register, kind, counts: { times: 1 } }) })
  expect(await reachedOf(measureId)).toMatchObject({ on_target: 1, pieces: 3 })
  expect((await list(officer, 'measure', measureId)).citations.map(({ adds }) => adds)).toEqual([1, null, null])
})

test('an officer cites what the unit keeps, on what concerns the unit; of what he may not open he reads no more than is his to know', async () => {
  const { officer, other, office, inspector, unitId, otherUnitId, anEntry, aMeasure } = await aDistrict()
  const own = await aMeasure(unitId)
  const theirs = await aMeasure(otherUnitId)
  const ofOther = await anEntry({ unitId: otherUnitId, title: '他单位的会议' })
  const restricted = await anEntry({
    unitId: otherUnitId,
    register: 'accountability',
    kind: 'warning',
    title: '对某同志诫勉谈话',
    readers: 'restricted',
    counts: { people: 1 },
  })
  const onOwn = { recordKind: 'measure', recordId: own.measureId, targetId: null } as const
  expect(await refusal(cite(officer, { ...onOwn, entryId: ofOther }))).toBe('record.notFound')
  expect(await refusal(cite(officer, { ...onOwn, entryId: restricted }))).toBe('record.notFound')
  const mine = await anEntry({ unitId })
  expect(await refusal(cite(officer, { ...onOwn, recordId: theirs.measureId, entryId: mine }))).toBe('record.notFound')
  expect(await refusal(cite(inspector, { ...onOwn, entryId: mine }))).toBe('access.roleMissing')

  await cite(office, { ...onOwn, entryId: ofOther })
  await cite(office, { ...onOwn, entryId: restricted })
  const shown = await list(officer, 'measure', own.measureId)
  expect(
    shown.citations.map(({ open, entry }) => [open, entry.register, entry.title, entry.kind, entry.counts]),
  ).toEqual([
    [false, 'replanting', '他单位的会议', null, {}],
    [false, 'accountability', '', null, {}],
  ])
  expect(
    (await list(inspector, 'measure', own.measureId)).citations.map(({ open, entry }) => [open, entry.title]),
  ).toEqual([
    [true, '他单位的会议'],
    [false, ''],
  ])
  // Nor does the timeline, which every reader of the measure reads, say it.
  const history = await world.data.read.historyOf(
    { tenantId: officer.tenantId, sight: wholeSight },
    'measure',
    own.measureId,
  )
  expect(JSON.stringify(history)).toContain('他单位的会议')
  expect(JSON.stringify(history)).not.toContain('诫勉谈话')
  expect(await refusal(list(other, 'measure', own.measureId))).toBe('record.notFound')
})

test('a closed measure keeps its citations, and so does an earlier cycle', async () => {
  const { officer, unitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const { measureId, targetId } = await aMeasure(unitId, { quantity: 27, unit: '株' })
  await setCounted(outside, officer, targetId, { counts: plants, submissionId: submissionId() })
  const wish = { recordKind: 'measure', recordId: measureId, targetId } as const
  const { citationId } = await cite(officer, { ...wish, entryId: await anEntry({ unitId }) })
  await world.asOwner("update measure set status = 'signedOff' where measure_id = $1", [measureId])
  expect(await refusal(cite(officer, { ...wish, entryId: await anEntry({ unitId }) }))).toBe('citation.measureClosed')
  expect(await refusal(withdrawCitation(outside, officer, citationId, submissionId()))).toBe('citation.measureClosed')
  expect((await list(officer, 'measure', measureId)).cite).toEqual({
    allowed: false,
    reason: '这条措施已经办结，引用的登记事项已定格，不能再增减。',
  })

  await world.asOwner("update measure set status = 'docketed', cycle = 2 where measure_id = $1", [measureId])
  await world.data.inTenant({ tenantId: officer.tenantId, sight: wholeSight }, ({ citations }) =>
    citations.settleMeasures([measureId]),
  )
  expect(await reachedOf(measureId)).toMatchObject({ on_target: 0, pieces: 0 })
  expect(await refusal(withdrawCitation(outside, officer, citationId, submissionId()))).toBe('citation.frozen')
  const again = await list(officer, 'measure', measureId)
  expect([again.cycle, again.citations.map(({ cycle, adds }) => [cycle, adds])]).toEqual([2, [[1, 27]]])
})

test('what counts entries is typed nowhere; a report that brings an entry counts it in the same act', async () => {
  const { tenantId, inspectionId, officer, unitId, anEntry, aMeasure, reachedOf } = await aDistrict()
  const { measureId, targetId } = await aMeasure(unitId, { quantity: 1186, unit: '株' })
  const week = '2024-09-09' as Day
  await world.asOwner(
    `insert into report_week (tenant_id, inspection_id, week, due_at, holiday, opened_at)
      values ($1, $2, $3, '2024-09-13T09:00:00Z', false, $4)`,
    [tenantId, inspectionId, week, testNow],
  )
  await world.asOwner(
    `insert into report_due (tenant_id, measure_id, week, inspection_id, unit_id, due_at, light, state)
      values ($1, $2, $3, $4, $5, '2024-09-13T09:00:00Z', 'green', 'expected')`,
    [tenantId, measureId, week, inspectionId, unitId],
  )
  await setCounted(outside, officer, targetId, { counts: plants, submissionId: submissionId() })
  const report = (more: Partial<ReportWish>): ReportWish => ({
    week,
    basedOn: 0,
    submissionId: submissionId(),
    noChange: false,
    reached: [],
    evidenceIds: [],
    entries: [],
    ...more,
  })
  const typed = report({ done: '补植', reached: [{ targetId, quantity: 1186 }] })
  expect(await refusal(fileReport(outside, officer, measureId, typed))).toBe('report.countedTarget')
  const entryId = await anEntry({ unitId, counts: { plants: 1186 } })
  expect(await fileReport(outside, officer, measureId, report({ entries: [{ entryId, targetId }] }))).toEqual({
    version: 1,
    state: 'filed',
  })
  expect(await reachedOf(measureId)).toEqual({ on_measure: 1186, in_ledger: 1186, on_target: 1186, pieces: 1 })
  const [kept] = await world.asOwner('select entry_ids::text from weekly_report where measure_id = $1', [measureId])
  expect(kept?.entry_ids).toBe(`{${entryId}}`)
})

test('a target in 株 does not count meetings by the time, and no count that is not there', async () => {
  const { officer, unitId, aMeasure } = await aDistrict()
  const { targetId } = await aMeasure(unitId, { quantity: 1186, unit: '株' })
  const count = (counts: { register: string; counted: string; kind: string | null }) =>
    refusal(setCounted(outside, officer, targetId, { counts, submissionId: submissionId() }))
  expect(await count({ register: 'meeting', counted: 'times', kind: null })).toBe('citation.otherUnit')
  expect(await count({ register: 'meeting', counted: 'plants', kind: null })).toBe('citation.unknownCount')
  expect(await count({ register: 'nothing', counted: 'times', kind: null })).toBe('citation.unknownCount')
})
