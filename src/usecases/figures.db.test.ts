/** Figures through their use cases, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import type { Assignment } from '../core/access/policy.ts'
import { parseDay } from '../core/deadline/day.ts'
import { Refusal } from '../core/refusal.ts'
import { computeFigure, figureCourse, figureUses, suggestFigure } from './compute-figure.ts'
import { defineFigure } from './define-figure.ts'
import { listFigureRecords } from './list-figure-records.ts'
import { listFigures } from './list-figures.ts'
import type { Visitor } from './ports.ts'

let world: World
let outside: TestOutside
let tenantId: number
let inspectionId: number
let office: Visitor
let writer: number

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  ;({ visitor: office } = await aVisitor(world, outside, tenantId))
  writer = office.personId
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const somebody = async (assignment: Assignment): Promise<Visitor> =>
  (await aVisitor(world, outside, tenantId, [assignment])).visitor
const ask = (text: string, by: Visitor = office, asOf?: string) =>
  computeFigure(outside, by, { text, ...(asOf && { asOf: day(asOf) }) }, 'zh')
const come = async (text: string, by?: Visitor, asOf?: string) => (await ask(text, by, asOf)).count.value
const records = (text: string, by: Visitor = office, page: { cursor?: string; limit?: number } = {}) =>
  listFigureRecords(outside, by, { text, side: 'count', limit: 50, ...page }, 'zh')
const refusal = async (asked: Promise<unknown>): Promise<string> => {
  const fault = await asked.then(
    () => null,
    (error: unknown) => error,
  )
  return fault instanceof Refusal ? fault.code : String(fault)
}
const day = (text: string) => {
  const read = parseDay(text)
  if (read === null) throw new Error(text)
  return read
}

type Given = {
  register?: string
  kind?: string | null
  unitId: number
  on?: string | null
  counts?: Record<string, number>
  fields?: Record<string, unknown>
  projects?: number[]
  aggregateFrom?: string
  coveredBy?: number | null
  readers?: string
  at?: Date
}
/** Written as the product writes it: one row of `entry`. */
async function anEntry({ register = 'replanting', kind = null, on = '2024-07-05', readers = 'unit', ...given }: Given) {
  const [row] = await world.asOwner(
    `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, project_ids,
      aggregate_from, aggregate_to, covered_by, readers, search, search_text, created_by, created_at, changed_at)
    values ($1, $2, 1, $3, $4, $5, $6::date, $7, $8, $9, $10::date, case when $10::date is null then null else $6::date end, $11, $12,
      '', '', $13, $14, $14) returning entry_id::int as id`,
    [
      tenantId,
      register,
      kind,
      given.unitId,
      `${register} ${on}`,
      on,
      given.fields ?? {},
      given.counts ?? { plants: 1, times: 1 },
      given.projects ?? [],
      given.aggregateFrom ?? null,
      given.coveredBy ?? null,
      readers,
      writer,
      given.at ?? outside.now(),
    ],
  )
  return Number(row?.id)
}
const withdraw = (id: number, at = outside.now()) =>
  world.asOwner(
    `update entry set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = '重复', changed_at = $2 where entry_id = $1`,
    [id, at, writer],
  )
const cite = (entryId: number, kind: 'finding' | 'measure', recordId: number) =>
  world.asOwner(
    `insert into citation (tenant_id, entry_id, record_kind, record_id, cited_by, cited_at) values ($1, $2, $3, $4, $5, $6)`,
    [tenantId, entryId, kind, recordId, writer, outside.now()],
  )

describe('what is recorded once and cited twice', () => {
  let unitId: number
  let entries: number[]
  beforeAll(async () => {
    unitId = await world.aUnit(tenantId, { name: '重点项目处' })
    const findings = [
      await world.aFinding(tenantId, inspectionId, { number: '13' }),
      await world.aFinding(tenantId, inspectionId, { number: '20' }),
    ]
    const measureId = await world.aMeasure(tenantId, inspectionId, {
      leadUnitId: unitId,
      findingIds: findings.slice(1),
    })
    entries = [
      await anEntry({ unitId, counts: { plants: 27, times: 1 } }),
      await anEntry({ unitId, counts: { plants: 1186, times: 1 }, on: '2024-07-06' }),
    ]
    for (const entry of entries) {
      await cite(entry, 'finding', findings[0] ?? 0)
      await cite(entry, 'measure', measureId)
    }
  })

  test('27 and 1186 cited under two findings count once', async () => {
    expect(await come('补植 株 问题=13')).toBe(1213)
    expect(await come('补植 株 问题=20')).toBe(1213)
    expect(await come('补植 株 问题=13、20')).toBe(1213)
    expect(await come('补植 株 单位=重点项目处')).toBe(1213)
    expect(await come('补植 株 巡察=没有 问题=13'.replace(' 巡察=没有', ''))).toBe(1213)
  })

  test('the figure opens to its entries, newest first, with their sum', async () => {
    const page = await records('补植 株 问题=13、20')
    expect(page.of).toBe('replanting')
    expect(page.rows.map(({ id, amount, unit, part }) => [id, amount, unit, part])).toEqual([
      [entries[1], 1186, '重点项目处', 'single'],
      [entries[0], 27, '重点项目处', 'single'],
    ])
    expect(page.sum).toEqual({ value: 1213, shown: '1,213', unit: '株' })
  })

  test('taking one entry away changes the figure; as of the day before it stays what it was', async () => {
    const later = new Date(outside.now().getTime() + 86_400_000)
    outside.setNow(later)
    await withdraw(entries[0] ?? 0, later)
    expect(await come('补植 株 问题=13、20')).toBe(1186)
    expect(await come('补植 株 单位=重点项目处')).toBe(1186)
    expect(await come('补植 株 问题=13、20', office, '2024-09-11')).toBe(1213)
    expect(await come('补植 株 单位=重点项目处 截至 2024-09-11')).toBe(1213)
    expect(await come('补植 株 单位=重点项目处', office, '2024-09-10')).toBe(0)
    const course = await figureCourse(outside, office, { text: '补植 株 单位=重点项目处' }, 'zh')
    expect(course.points.slice(-2)).toMatchObject([
      { day: '2024-08-31', value: 0 },
      { day: '2024-09-12', value: 1186, shown: '1,186' },
    ])
    expect(course.points).toHaveLength(13)
  })

  test('it says where else the same is counted', async () => {
    const uses = await figureUses(outside, office, { text: '补植 株 2024' }, 'zh')
    expect(uses.figures).toEqual([{ key: 'plantsReplanted', name: '补植苗木' }])
  })
})

describe('entries that stand for many', () => {
  test('single ones within add nothing, and the figure says how many', async () => {
    const unitId = await world.aUnit(tenantId, { name: '巡查队' })
    const whole = await anEntry({
      register: 'patrol',
      kind: 'district',
      unitId,
      on: '2024-10-31',
      aggregateFrom: '2024-01-01',
      counts: { times: 157, found: 6 },
    })
    for (const on of ['2024-03-04', '2024-06-11'])
      await anEntry({
        register: 'patrol',
        kind: 'district',
        unitId,
        on,
        counts: { times: 1, found: 1 },
        coveredBy: whole,
      })
    await anEntry({ register: 'patrol', kind: 'district', unitId, on: '2024-11-02', counts: { times: 1 } })
    const year = await ask('巡查 次 2024 单位=巡查队')
    expect(year.count).toMatchObject({ value: 158, singles: 1, aggregates: 1, covered: 2, cut: 0, unknown: 0 })
    expect((await ask('巡查 巡查发现问题数 2024 单位=巡查队')).count).toMatchObject({ value: 6, unknown: 1 })

    // The period of the aggregate reaches over the edge: what is known of the first half are the single ones.
    const half = await ask('巡查 次 2024年上半年 单位=巡查队')
    expect(half.count).toMatchObject({ value: 2, singles: 2, aggregates: 0, covered: 0, cut: 1 })
    const page = await records('巡查 次 2024 单位=巡查队')
    expect(page.rows.map(({ part }) => part)).toEqual(['single', 'aggregate', 'covered', 'covered'])
    expect(page.sum.value).toBe(158)
  })
})

describe('the reader', () => {
  test('is given what he sees, and told so', async () => {
    const [mine, other] = [await world.aUnit(tenantId), await world.aUnit(tenantId)]
    for (const unitId of [mine, other])
      await anEntry({ register: 'training', unitId, counts: { times: 1, people: 30 } })
    const officer = await somebody({ role: 'officer', unitId: mine, inspectionId })
    expect((await ask('培训 人次', officer)).count.value).toBe(30)
    expect((await ask('培训 人次', officer)).seen).toBe('own')
    expect(await ask('培训 人次')).toMatchObject({ seen: 'whole', count: { value: 60 } })
    expect((await records('培训', officer)).rows).toHaveLength(1)
  })

  test('of restricted registers: the number for those who see the whole, entries for whoever keeps them, each reading kept', async () => {
    const unitId = await world.aUnit(tenantId)
    const id = await anEntry({
      register: 'accountability',
      kind: 'talk',
      unitId,
      readers: 'restricted',
      counts: { people: 2 },
    })
    const inspector = await somebody({ role: 'inspector', unitId: null, inspectionId })
    const officer = await somebody({ role: 'officer', unitId, inspectionId })
    const seen = await ask('问责追责 人次'.replace('问责追责', '#accountability'), inspector)
    expect(seen.count.value).toBe(2)
    expect(seen.records.allowed).toBe(false)
    expect(await refusal(records('#accountability', inspector))).toBe('figure.restrictedRecords')
    expect((await records('#accountability', officer)).rows.map((row) => row.id)).toEqual([id])
    const read = await world.asOwner(
      "select actor_id::int as by from history_event where act = 'entry.read' and record_id = $1",
      [id],
    )
    expect(read).toEqual([{ by: officer.personId }])
    expect((await ask('#accountability', officer)).download.allowed).toBe(false)
  })
})

describe('the ledger', () => {
  test('findings, causes, measures and their rate', async () => {
    const tenant = await world.aTenant()
    const inspection = await world.anInspection(tenant)
    const unit = await world.aUnit(tenant, { name: '城管局' })
    const { visitor } = await aVisitor(world, outside, tenant)
    const findingId = await world.aFinding(tenant, inspection, { number: '1' })
    await world.aFinding(tenant, inspection, { number: '2' })
    await world.aCause(tenant, inspection, { findingIds: [findingId] })
    for (const status of ['signedOff', 'signedOff', 'underway'] as const)
      await world.aMeasure(tenant, inspection, {
        status,
        leadUnitId: unit,
        findingIds: [findingId],
        dueOn: '2024-12-31',
      })
    const of = async (text: string) => (await computeFigure(outside, visitor, { text }, 'zh')).count.value
    expect(await of('问题')).toBe(2)
    expect(await of('问题 整改中')).toBe(2)
    expect(await of('原因 问题=1')).toBe(1)
    expect(await of('措施 已销号')).toBe(2)
    expect(await of('措施 2024-12 单位=城管局')).toBe(3)
    expect(await of('措施 问题=2')).toBe(0)
    const rate = await computeFigure(outside, visitor, { name: 'measuresRate' }, 'zh')
    expect(rate).toMatchObject({
      ratio: { percent: '66.7%', outOf: { value: 3 } },
      named: { key: 'measuresRate', version: 0 },
    })
    expect(rate.definition).toContain('分母：全部措施的条数')

    await world.asOwner("update measure set status = 'signedOff' where tenant_id = $1", [tenant])
    const page = await listFigureRecords(outside, visitor, { text: '措施', side: 'count', limit: 2 }, 'zh')
    expect(page.rows.map(({ title }) => title.split(' ')[0])).toEqual(['1-1', '1-2'])
    const rest = await listFigureRecords(
      outside,
      visitor,
      { text: '措施', side: 'count', limit: 2, cursor: page.nextCursor ?? '' },
      'zh',
    )
    expect(rest.rows.map(({ title }) => title.split(' ')[0])).toEqual(['1-3'])
    expect(rest.nextCursor).toBeNull()
  })

  test('measures as they were, by the acts that changed them', async () => {
    const tenant = await world.aTenant()
    const inspection = await world.anInspection(tenant)
    const { visitor } = await aVisitor(world, outside, tenant)
    const measureId = await world.aMeasure(tenant, inspection, { status: 'underway' })
    const at = new Date('2024-09-20T02:00:00Z')
    await world.data.inTenant(wholeScope(tenant), async ({ history, life }) => {
      await life.move(measureId, { status: 'signedOff', at })
      await history.append([
        {
          at: at.toISOString(),
          actorId: visitor.personId,
          role: 'office',
          unitId: null,
          onBehalfOf: null,
          act: 'measure.signedOff',
          recordKind: 'measure',
          recordId: measureId,
          before: null,
          after: null,
          reason: null,
        },
      ])
    })
    outside.setNow(new Date('2024-09-25T02:00:00Z'))
    const of = async (text: string) => (await computeFigure(outside, visitor, { text }, 'zh')).count.value
    expect(await of('措施 已销号')).toBe(1)
    expect(await of('措施 已销号 截至 2024-09-20')).toBe(1)
    expect(await of('措施 已销号 截至 2024-09-19')).toBe(0)
    expect(await of('措施 整改中 截至 2024-09-19')).toBe(1)
    expect(await of('措施 截至 2024-09-10')).toBe(0)
    expect(await refusal(computeFigure(outside, visitor, { text: '措施 红灯 截至 2024-09-19' }, 'zh'))).toBe(
      'figure.noPastLight',
    )
  })
})

describe('figures with a name', () => {
  const define = (key: string, version: number, text: string, more: { retire?: boolean; submissionId?: string } = {}) =>
    defineFigure(outside, office, key, {
      name: { zh: '处级培训', en: 'Courses of the office' },
      text,
      version,
      reason: '按通报口径',
      retire: false,
      submissionId: `define-${key}-${version}-${text}`,
      ...more,
    })
  test('are defined by the office, versioned, and retired', async () => {
    expect(await define('ownCourses', 0, '培训 次 业务培训')).toEqual({ version: 1 })
    expect(await define('ownCourses', 0, '培训 次 业务培训')).toEqual({ version: 1 })
    expect(await refusal(define('ownCourses', 0, '培训 次'))).toBe('figure.keyTaken')
    expect(await define('ownCourses', 1, '培训 次 警示教育')).toEqual({ version: 2 })
    expect(await refusal(define('ownCourses', 1, '培训 人次'))).toBe('record.changedMeanwhile')
    expect(await refusal(define('other', 0, '培训 苹果'))).toBe('figure.notUnderstood')
    const { figures, define: may } = await listFigures(outside, office, 'zh')
    expect(may.allowed).toBe(true)
    expect(figures.find(({ key }) => key === 'ownCourses')).toMatchObject({
      version: 2,
      text: '培训 次 警示教育',
      shipped: false,
      changed: { reason: '按通报口径' },
    })
    await define('ownCourses', 2, '培训 次 警示教育', { retire: true })
    expect(await refusal(computeFigure(outside, office, { name: 'ownCourses' }, 'zh'))).toBe('figure.unknownName')
  })
  test('one that is shipped can be defined otherwise', async () => {
    await define('trainings', 0, '培训 次 业务培训')
    const { figures } = await listFigures(outside, office, 'zh')
    expect(figures.find(({ key }) => key === 'trainings')).toMatchObject({
      shipped: true,
      version: 1,
      text: '培训 次 业务培训',
    })
    const events = await world.asOwner(
      "select before->'query'->'count'->>'of' as was, after->>'key' as key from history_event where act = 'figure.defined' order by event_id desc limit 1",
    )
    expect(events).toEqual([{ was: 'training', key: 'trainings' }])
  })
  test('all that are shipped can be computed', async () => {
    const { figures } = await listFigures(outside, office, 'en')
    for (const { key } of figures)
      expect((await computeFigure(outside, office, { name: key }, 'en')).count.shown).not.toBe('')
  })
})

test('a text that is not understood is refused with the word; suggestions come while it is typed', async () => {
  expect(await refusal(ask('苹果'))).toBe('figure.notUnderstood')
  expect(await refusal(computeFigure(outside, office, { query: '{"count":{"of":"x"}}' }, 'zh'))).toBe('request.invalid')
  const { suggestions, problem } = await suggestFigure(outside, office, '培', 'zh')
  expect(suggestions.map(({ text }) => text)).toContain('培训')
  expect(problem?.word).toBe('培')
})
