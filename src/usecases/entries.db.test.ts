import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { historyOf } from '../adapters/postgres/record-pages.ts'
import { sightOf } from '../core/access/policy.ts'
import { findEntries, listEntries } from './list-entries.ts'
import { listRegisters } from './list-registers.ts'
import { actorOf } from './permit.ts'
import type { Visitor } from './ports.ts'
import { readEntry } from './read-entry.ts'
import { changeEntry, createEntry } from './save-entry.ts'
import { restoreEntry, withdrawEntry } from './withdraw-entry.ts'

let world: World
let outside: TestOutside
let tenantId: number
let unitId: number
let otherUnit: number
let officer: Visitor
let stranger: Visitor
let office: Visitor
let inspector: Visitor
let leader: Visitor

let submissions = 0
const submissionId = (): string => `entries-${++submissions}`
const everything = { withdrawn: 'false', sort: 'on', descending: 'true' } as const
const firstPage = { cursor: null, limit: 100 }

beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  tenantId = await world.aTenant()
  unitId = await world.aUnit(tenantId, { name: '园林中心' })
  otherUnit = await world.aUnit(tenantId, { name: '河道管护站' })
  const anybody = async (role: 'officer' | 'office' | 'inspector' | 'leader', unit: number | null = null) =>
    (await aVisitor(world, outside, tenantId, [{ role, unitId: unit, inspectionId: null }])).visitor
  officer = await anybody('officer', unitId)
  stranger = await anybody('officer', otherUnit)
  office = await anybody('office')
  inspector = await anybody('inspector')
  leader = await anybody('leader')
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const meeting = (values: Record<string, unknown> = {}) => ({
  kind: 'topical',
  unitId,
  values: { on: '2024-08-05', topic: '补植进度', attendance: '12 人', ...values },
  aggregate: null,
  submissionId: submissionId(),
})
const titles = async (visitor: Visitor, register = 'meeting', query: object = {}): Promise<string[]> =>
  (await listEntries(outside, visitor, register, { ...everything, ...query }, firstPage)).rows.map(({ title }) => title)

test('an entry is filled in once, read, changed and withdrawn, and its history says what became of it', async () => {
  const wish = meeting()
  const { id } = await createEntry(outside, officer, 'meeting', wish)
  expect((await createEntry(outside, officer, 'meeting', wish)).id).toBe(id)

  const page = await readEntry(outside, officer, id, 'zh')
  expect(page).toMatchObject({
    title: '专题会议：补植进度',
    on: '2024-08-05',
    unit: { id: unitId, name: '园林中心' },
    values: { on: '2024-08-05', topic: '补植进度', attendance: 12 },
    version: 0,
    edit: { allowed: true, reason: null },
    definition: { key: 'meeting', own: false, ownFields: [] },
  })
  const again = { ...meeting({ attendance: 14 }), version: 0 }
  expect(await changeEntry(outside, officer, id, again)).toMatchObject({ version: 1, change: 'changed' })
  await expect(changeEntry(outside, officer, id, { ...again, submissionId: submissionId() })).rejects.toMatchObject({
    code: 'record.changedMeanwhile',
    facts: { who: officer.name, at: '2024-09-11 10:00' },
  })
  const unchanged = { ...meeting({ attendance: '14' }), version: 1 }
  expect(await changeEntry(outside, officer, id, unchanged)).toMatchObject({ version: 1, change: 'same' })

  expect(await titles(officer)).toContain('专题会议：补植进度')
  const withdrawal = { reason: '重复登记', version: 1, submissionId: submissionId() }
  expect(await withdrawEntry(outside, officer, id, withdrawal)).toEqual({ citations: 0 })
  expect(await titles(officer)).not.toContain('专题会议：补植进度')
  expect(await titles(officer, 'meeting', { withdrawn: 'true' })).toContain('专题会议：补植进度')
  await expect(changeEntry(outside, officer, id, { ...meeting(), version: 2 })).rejects.toMatchObject({
    code: 'entry.withdrawn',
  })
  await restoreEntry(outside, officer, id, { version: 2, submissionId: submissionId() })
  expect(await titles(officer)).toContain('专题会议：补植进度')

  const scope = { tenantId, sight: sightOf(actorOf(officer)) }
  const events = await historyOf(world.database, scope, 'entry', id)
  expect(events.map(({ act }) => act).reverse()).toEqual([
    'entry.created',
    'entry.changed',
    'entry.withdrawn',
    'entry.restored',
  ])
  expect(events[2]).toMatchObject({ before: { attendance: 12 }, after: { attendance: 14 } })
  expect(events[1]).toMatchObject({ reason: '重复登记' })
})

test('all that is wrong is said at once, each at its field', async () => {
  const wrong = meeting({ on: '2024-02-30', topic: '', chair: 999_999, nosuch: 1 })
  await expect(createEntry(outside, officer, 'meeting', wrong)).rejects.toMatchObject({
    code: 'entry.invalid',
    facts: { count: 3, field: 'on' },
    problems: [{ field: 'on' }, { field: 'nosuch' }, { field: 'topic' }],
  })
  await expect(createEntry(outside, officer, 'meeting', meeting({ chair: 999_999 }))).rejects.toMatchObject({
    problems: [{ field: 'chair', message: { zh: '“主持人”所选的内容已不存在或已撤销，请重新选择。' } }],
  })
})

describe('walls', () => {
  test('a unit writes and reads its own; office, inspector and leader read those of all', async () => {
    const { id } = await createEntry(outside, officer, 'meeting', meeting({ topic: '只给本单位看' }))
    const title = '专题会议：只给本单位看'
    for (const visitor of [officer, office, inspector, leader]) expect(await titles(visitor)).toContain(title)
    expect(await titles(stranger)).not.toContain(title)
    await expect(readEntry(outside, stranger, id, 'zh')).rejects.toMatchObject({ code: 'record.notFound' })
    await expect(createEntry(outside, stranger, 'meeting', meeting())).rejects.toMatchObject({
      code: 'access.otherUnit',
    })
    const change = { ...meeting({ topic: '改' }), unitId: otherUnit, version: 0 }
    await expect(changeEntry(outside, stranger, id, change)).rejects.toMatchObject({ code: 'record.notFound' })
    await expect(createEntry(outside, inspector, 'meeting', meeting())).rejects.toMatchObject({
      code: 'access.roleMissing',
    })
    const found = async (visitor: Visitor) =>
      (await findEntries(outside, visitor, { q: '只给本单位', registers: [], limit: 10 })).entries.length
    expect([await found(officer), await found(stranger), await found(office)]).toEqual([1, 0, 1])
  })

  test('a restricted register is read by its unit and the office, each reading is logged', async () => {
    const wish = {
      kind: null,
      unitId,
      values: { name: '云某某' },
      aggregate: null,
      submissionId: submissionId(),
    }
    void wish
    const registers = async (visitor: Visitor) =>
      (await listRegisters(outside, visitor)).registers.map(({ key }) => key)
    expect(await registers(officer)).toContain('partyMember')
    expect(await registers(inspector)).not.toContain('partyMember')
  })
})
