import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import { historyOf } from '../adapters/postgres/record-pages.ts'
import { sightOf } from '../core/access/policy.ts'
import { giveEntryFile, takeEntryFile } from './entry-files.ts'
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

  test('a restricted register is read by its unit and the office alone, and each reading is logged', async () => {
    const wish = (register: string, values: object) => ({
      ...{ kind: null, unitId, values: { ...values }, aggregate: null, submissionId: submissionId() },
      register,
    })
    const branch = await createEntry(
      outside,
      office,
      'partyBranch',
      wish('partyBranch', { name: '园林支部', on: '2010-01-01' }),
    )
    const member = wish('partyMember', {
      name: '云小山',
      branch: branch.id,
      joinedOn: '2010-07-01',
      status: 'full',
      on: '2015-01-01',
    })
    const { id } = await createEntry(outside, officer, 'partyMember', member)
    const registers = async (visitor: Visitor) =>
      (await listRegisters(outside, visitor)).registers.map(({ key }) => key)
    expect(await registers(officer)).toContain('partyMember')
    expect(await registers(inspector)).not.toContain('partyMember')
    expect(await titles(officer, 'partyMember')).toHaveLength(1)
    expect(await titles(office, 'partyMember')).toHaveLength(1)
    expect(await titles(stranger, 'partyMember')).toEqual([])
    for (const visitor of [inspector, leader]) {
      await expect(titles(visitor, 'partyMember')).rejects.toMatchObject({ code: 'access.roleMissing' })
      await expect(readEntry(outside, visitor, id, 'zh')).rejects.toMatchObject({ code: 'record.notFound' })
      expect((await findEntries(outside, visitor, { q: '云小山', registers: [], limit: 10 })).entries).toEqual([])
    }
    await readEntry(outside, officer, id, 'zh')
    const logged = await world.asOwner(
      "select record_kind as kind, actor_id::int as by from history_event where act = 'entry.read' order by event_id",
    )
    expect(logged).toEqual([
      { kind: 'register', by: officer.personId },
      { kind: 'register', by: office.personId },
      { kind: 'entry', by: officer.personId },
    ])
    const [created] = await world.asOwner(
      "select after::text from history_event where act = 'entry.created' and record_id = $1",
      [id],
    )
    expect(created?.after).not.toContain('云小山')
  })
})

describe('lists', () => {
  const on = (day: number): string => `2023-03-${String(day).padStart(2, '0')}`
  let listed: Visitor
  let unit: number
  beforeAll(async () => {
    unit = await world.aUnit(tenantId)
    listed = (await aVisitor(world, outside, tenantId, [{ role: 'officer', unitId: unit, inspectionId: null }])).visitor
    for (let day = 1; day <= 9; day++)
      await createEntry(outside, listed, 'meeting', {
        ...meeting({ on: on(day), topic: `第 ${day} 次，${day % 3 === 0 ? '苗木' : '土方'}`, attendance: day * 10 }),
        kind: day % 2 === 0 ? 'scheduling' : 'topical',
        unitId: unit,
      })
  })
  const days = async (query: object, place = firstPage): Promise<(string | null)[]> =>
    (await listEntries(outside, listed, 'meeting', { ...everything, ...query }, place)).rows.map((row) => row.on)

  test('each page goes on where the one before ended, in every order', async () => {
    for (const sort of ['on', 'changed', 'title'] as const)
      for (const descending of ['true', 'false'] as const) {
        const seen: number[] = []
        let cursor: string | null = null
        do {
          const page = await listEntries(
            outside,
            listed,
            'meeting',
            { ...everything, sort, descending },
            { cursor, limit: 4 },
          )
          seen.push(...page.rows.map(({ id }) => id))
          cursor = page.nextCursor
        } while (cursor !== null)
        expect(new Set(seen).size).toBe(9)
        expect(seen).toHaveLength(9)
      }
    await expect(days({}, { cursor: 'nonsense', limit: 4 } as never)).rejects.toMatchObject({
      code: 'ledger.badCursor',
    })
  })

  test('kinds, periods, fields and words narrow it down, alone and together', async () => {
    expect(await days({ kind: 'scheduling' })).toEqual([8, 6, 4, 2].map(on))
    expect(await days({ from: on(3), to: on(5) })).toEqual([5, 4, 3].map(on))
    expect(await days({ where: '[["attendance","from",70]]' })).toEqual([9, 8, 7].map(on))
    expect(await days({ where: '[["attendance","from",20],["attendance","to",30]]' })).toEqual([3, 2].map(on))
    expect(await days({ q: '苗木' })).toEqual([9, 6, 3].map(on))
    expect(await days({ q: '苗木', kind: 'scheduling' })).toEqual([on(6)])
    expect(await days({ q: '苗土' })).toEqual([])
    expect(await days({ unit: String(unit), q: '6' })).toEqual([on(6)])
    expect(await days({ unit: String(unitId) })).toEqual([])
    for (const query of [{ kind: 'nosuch' }, { where: '[["nosuch","is",1]]' }, { where: '{' }, { unit: 'x' }])
      await expect(days(query)).rejects.toMatchObject({ code: 'request.invalid' })
  })

  test('what somebody used last is offered first', async () => {
    const { entries } = await findEntries(outside, listed, { q: '', registers: ['meeting'], limit: 3 })
    expect(entries.map((entry) => entry.on)).toEqual([9, 8, 7].map(on))
    const found = await findEntries(outside, listed, { q: '苗木 第6', registers: [], limit: 3 })
    expect(found.entries).toMatchObject([{ on: on(6), counts: { times: 1, people: 60 } }])
  })
})

test('a file is taken in before the entry is saved, and seen by those who see the entry', async () => {
  const arrive = async () => ({ name: '纪要.txt', chunks: Readable.from([Buffer.from('会议纪要')]) })
  const file = await takeEntryFile(outside, officer, arrive)
  await expect(
    createEntry(outside, stranger, 'meeting', { ...meeting({ minutes: [file] }), unitId: otherUnit }),
  ).rejects.toMatchObject({
    code: 'entry.invalid',
    problems: [{ field: 'minutes', message: { zh: '没有收到文件“纪要.txt”，请重新上传。' } }],
  })
  const { id } = await createEntry(outside, officer, 'meeting', meeting({ minutes: [file] }))
  const wish = { fromStart: true, language: 'zh' } as const
  const given = await giveEntryFile(outside, inspector, id, file.sha256, wish)
  expect(given).toMatchObject({ name: '纪要.txt', mediaType: 'text/plain' })
  await expect(giveEntryFile(outside, stranger, id, file.sha256, wish)).rejects.toMatchObject({
    code: 'record.notFound',
  })
  // The same file stays with the entry when somebody else of the unit changes it.
  const again = await changeEntry(outside, office, id, { ...meeting({ minutes: [file], topic: '改' }), version: 0 })
  expect(again.change).toBe('changed')
})

test('entries that refer to another are told on its page, and neighbours follow the list', async () => {
  const project = await createEntry(outside, officer, 'project', {
    kind: 'road',
    unitId,
    values: { name: '云岭大道绿化', owner: unitId },
    aggregate: null,
    submissionId: submissionId(),
  })
  const { id } = await createEntry(outside, officer, 'meeting', meeting({ on: '2022-01-02', projects: [project.id] }))
  const earlier = await createEntry(outside, officer, 'meeting', meeting({ on: '2022-01-01' }))
  expect((await readEntry(outside, officer, project.id, 'zh')).referredBy).toMatchObject([{ id, register: 'meeting' }])
  const page = await readEntry(outside, officer, id, 'zh')
  expect(page.names).toEqual({ [`entry:${project.id}`]: '云岭大道绿化' })
  expect(page.nextId).toBe(earlier.id)
  expect((await readEntry(outside, officer, earlier.id, 'zh')).previousId).toBe(id)
  expect(await titles(officer, 'meeting', { project: project.id })).toHaveLength(1)
})
